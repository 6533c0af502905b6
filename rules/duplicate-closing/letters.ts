import type {Normalised, NormalisedBlock, Span} from 'copylint'

/** Two places, the later one first. */
export interface Pair {
  readonly at: Span
  readonly first: Span
}

/** The source of a span. */
export type Text = (span: Span) => string

/** Equal letters before two ends, at most `limit`. */
export function shared({codes}: Normalised, endA: number, endB: number, limit: number): number {
  let length = 0
  while (length < limit && codes[endA - length - 1] === codes[endB - length - 1]) length++
  return length
}

/** Whether a mark stands before a letter, or the paragraph begins there. */
export function startsClause(
  {offsets}: Normalised,
  {block, start}: NormalisedBlock,
  index: number,
  text: Text
): boolean {
  if (index <= start) return true
  const before = (offsets[index - 1] ?? 0) + 1
  return /[，。；：！？,;:!?.…]/u.test(text({page: block.page, start: before, end: offsets[index] ?? before}))
}
