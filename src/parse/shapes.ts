/**
 * What lines of one kind look like, and by what they are known before: V8 takes up to a millisecond to compile an expression, and
 * most pages have no line for most of them.
 */
export interface Shape {
  /** Characters, with one of which such a line begins; */
  readonly first?: string
  /** with one of which it ends; */
  readonly last?: string
  /** words that it has. */
  readonly has?: string
  readonly is: RegExp
}

/** Whether a line has none of what it would need to be of a shape. */
export function isUnlike(text: string, {first, last, has}: Shape): boolean {
  return (
    (first !== undefined && !first.includes(text.charAt(0))) ||
    (last !== undefined && !last.includes(text.charAt(text.length - 1))) ||
    (has !== undefined && !text.includes(has))
  )
}

/** Whether a line is of one of some shapes. */
export function isOneOf(text: string, shapes: readonly Shape[]): boolean {
  return shapes.some((shape) => !isUnlike(text, shape) && shape.is.test(text))
}
