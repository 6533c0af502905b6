import type {Edit, Span} from './finding.ts'

/** No indent and no gap between paragraphs is longer, in UTF-16 units. */
const longestGap = 64

/**
 * The edit that takes a paragraph away, with the blanks and line ends before it, so that no empty paragraph is left. Of the first
 * paragraph of a page, with the line ends behind it.
 *
 * @param text gives the source of a span, as a rule has it
 */
export function removal({page = 0, start, end}: Span, text: (span: Span) => string): Edit {
  const before = text({page, start: Math.max(0, start - longestGap), end: start})
  const from = start - before.length + before.trimEnd().length
  if (from > 0) return {page, start: from, end, text: ''}
  const behind = text({page, start: end, end: end + longestGap})
  return {page, start, end: end + (/^\s*[\r\n\u2028]/.exec(behind)?.[0].length ?? 0), text: ''}
}

/** The edits that take paragraphs away: of those that stand side by side, one. */
export function removals(spans: readonly Span[], text: (span: Span) => string): Edit[] {
  const runs: Span[] = []
  for (const span of [...spans].sort(byPlace)) {
    const last = runs[runs.length - 1]
    const gap = last && last.page === span.page ? span.start - last.end : -1
    const isNext =
      last && gap >= 0 && gap <= longestGap && text({...span, start: last.end, end: span.start}).trim() === ''
    if (isNext) runs[runs.length - 1] = {...last, end: span.end}
    else runs.push(span)
  }
  return runs.map((run) => removal(run, text))
}

/** Whether two of the edits lie upon one another, or are insertions at one place, whose order nobody has said. */
export function overlap(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort(byPlace)
  return sorted.some((edit, index) => index > 0 && clash(sorted[index - 1] as Edit, edit))
}

export function clash(a: Edit, b: Edit): boolean {
  if ((a.page ?? 0) !== (b.page ?? 0)) return false
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end
  return a.start < b.end && b.start < a.end
}

/** In the order of the pages, then of their text. */
export const byPlace = (a: Span, b: Span): number => (a.page ?? 0) - (b.page ?? 0) || a.start - b.start || a.end - b.end
