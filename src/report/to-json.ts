/** What JSON does not ask to be escaped, and must not reach a terminal or hide in a log as it is: controls, overrides, tags, orders to a build server (`##vso[`). */
const unsafe =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]|\[(?<=##\w*\[)/g

/** A value as JSON that is safe to print; on one line where `indent` is 0. */
export function toJson(value: unknown, indent = 2): string {
  return JSON.stringify(value, null, indent).replace(unsafe, toEscapes)
}

/** The same for readers that refuse half a surrogate pair (Go, Ruby): no text file can hold one, so that nothing is lost. */
export function toStrictJson(value: unknown): string {
  const whole = (_: string, it: unknown) => (typeof it === 'string' ? it.replace(/\p{Surrogate}/gu, '\ufffd') : it)
  return JSON.stringify(value, whole, 2).replace(unsafe, toEscapes)
}

const toEscapes = (text: string): string =>
  text
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
