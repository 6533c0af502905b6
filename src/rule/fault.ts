/** A mistake in a rule that the engine itself has seen: an error that says so in both languages. */
export function fault(zh: string, en: string): Error {
  return Object.assign(new TypeError(en), {zh})
}
