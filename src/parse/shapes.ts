/**
 * What lines of one kind look like, and by what they are known before: V8 takes up to a millisecond to compile an expression, and
 * most pages have no line for most of them.
 */
export interface Shape {
  /** Characters, with one of which such a line begins; */
  readonly first?: string
  /** with one of which it ends; */
  readonly last?: string
  /** words of which it has all; */
  readonly all?: readonly string[]
  /** words of which it has one. */
  readonly any?: readonly string[]
  readonly is: RegExp
}

/** Whether a line has none of what it would need to be of a shape. Loops: it is asked several times of every paragraph. */
export function isUnlike(text: string, {first, last, all, any}: Shape): boolean {
  if (first !== undefined && !hasUnit(first, text.charCodeAt(0))) return true
  if (last !== undefined && !hasUnit(last, text.charCodeAt(text.length - 1))) return true
  if (all !== undefined) for (const word of all) if (!text.includes(word)) return true
  if (any === undefined) return false
  for (const word of any) if (text.includes(word)) return false
  return true
}

/** No string of one character is made. */
export function hasUnit(characters: string, unit: number): boolean {
  for (let i = 0; i < characters.length; i++) if (characters.charCodeAt(i) === unit) return true
  return false
}

/** Whether a line is of one of some shapes. */
export function isOneOf(text: string, shapes: readonly Shape[]): boolean {
  for (const shape of shapes) if (!isUnlike(text, shape) && shape.is.test(text)) return true
  return false
}
