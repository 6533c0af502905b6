import type {Edit, Span} from './finding.ts'

/** No indent and no gap between paragraphs is longer, in UTF-16 units. */
const longestGap = 64

/**
 * The edit that takes a paragraph away, with the blanks and line ends before it, so that no empty paragraph is left.
 *
 * @param text gives the source of a span, as a rule has it
 */
export function removal({page = 0, start, end}: Span, text: (span: Span) => string): Edit {
  const before = text({page, start: Math.max(0, start - longestGap), end: start})
  return {page, start: start - before.length + before.trimEnd().length, end, text: ''}
}
