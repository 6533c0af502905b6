import type {Block, Edit, Span, WrappedLine} from 'copylint'

/** Words of Latin letters have a blank between them, all else has none. */
const latinEnd = /[A-Za-z][,;]?$|[,;]$/u
const latinStart = /^[A-Za-z“"'‘(]/u

/** The edit that joins two parts of a paragraph, or nothing where more than blanks stands between them: a comment, a line of dashes. */
export function joinParts(block: Block, next: Block, text: (span: Span) => string): Edit | undefined {
  const gap = {page: block.page, start: block.end, end: next.start}
  if (block.page !== next.page || text(gap).trim() !== '') return undefined
  return {...gap, text: blankBetween(block.text, next.text)}
}

/** The edits that join the cut lines of a page. */
export const joinLines = (lines: readonly WrappedLine[]): Edit[] =>
  lines.map(({block, next}) => ({
    page: block.page,
    start: block.end,
    end: next.start,
    text: blankBetween(block.text, next.text)
  }))

const blankBetween = (before: string, behind: string): string =>
  latinEnd.test(before.slice(-2)) && latinStart.test(behind) && /[A-Za-z]/u.test(before.slice(-3)) ? ' ' : ''
