import {defineAnalysis} from '../rule/use.ts'
import type {Block, Issue} from '../tree/issue.ts'
import {daysIn} from './calendar.ts'
import type {DateMention} from './dates.ts'
import {dates} from './dates.ts'
import {paragraphs} from './paragraphs.ts'

/** The day that an issue is of, as its pages print it. */
export interface IssueDate {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly page: number
  readonly start: number
  readonly end: number
}

/** A line of the page's date is not longer: 2024年12月1日 星期日 农历甲辰年十一月初一 第3版 责编 林岚. */
const longest = 60

/** So near to where the page begins or ends, in characters, a line is its first or last: `# 2024年12月1日`. */
const edge = 8

/**
 * The date of an issue from the line that prints it: 2024年12月1日 星期日, or 第三版 2024年12月1日. Absent where no page has one, or
 * two differ.
 */
export const issueDate = defineAnalysis('issue-date', (issue: Issue, use): IssueDate | undefined => {
  let known: IssueDate | undefined
  const dated = use(dates, issue)
  for (const {block, article} of use(paragraphs, issue)) {
    if (block.end - block.start > longest) continue
    const [mention] = dated.get(block) ?? []
    if (
      mention === undefined ||
      /[。！？，：]/.test(block.text) ||
      !isFolio(block, mention, article === undefined, issue)
    )
      continue
    const {year = 0, month = 0, day = 0} = mention.from
    if (known && (known.year !== year || known.month !== month || known.day !== day)) return undefined
    known ??= {
      year,
      month,
      day,
      page: block.page,
      start: block.start + mention.from.start,
      end: block.start + mention.from.dateEnd
    }
  }
  return known
})

/**
 * A date with a page number; or one with a weekday between stories or at an edge of the page, since 1978年10月1日 星期日 in a story may
 * head a day of a diary; or one alone between stories or at the top, since 1949年10月1日 at the end may sign a letter.
 */
function isFolio({page, start, end, text}: Block, mention: DateMention, between: boolean, {pages}: Issue): boolean {
  const {from, to, before, calendar} = mention
  if (to || calendar !== 'common' || from.year === undefined || from.month === undefined || from.day === undefined)
    return false
  if (from.day < 1 || from.day > daysIn(from.month, from.year)) return false
  const rest = text.slice(0, from.start) + text.slice(from.end)
  if (/[0-9０-９一二三四五六七八九十]\s*版|责编|责任编辑/.test(rest)) return true
  const atTop = between || start < edge
  if (from.weekday !== undefined || before !== undefined) return atTop || end + edge > (pages[page]?.source.length ?? 0)
  return atTop && !/[\u3400-\u9fff（(]/.test(rest)
}
