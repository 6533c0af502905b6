import type {Issue, Joint} from 'copylint'
import {datelineLength} from 'copylint'

/** A single sentence without a comma is taken for a head, but for these at the end of a story: who came, who went along. */
const attendance = /(?:参加|出席|陪同|列席|主持|随行)[^，。]{0,16}$|^[^，]{0,40}(?:参加|出席|陪同|列席)/u

/** A single sentence with a comma from this length on is none of the heads that have one. */
const longestHead = 30
const shortestSentence = 10

/** Items, captions, and what ends in a bracket: （下转第二版） */
const other = /图[为是：]|^[一二三四五六七八九十]{1,3}、[^。]*$|^[■□●○◆◇▲△★☆※·•▪【［[—－-]|[）)]$/u
/** In the letters that a paragraph ends with: www.example.org, a@b */
const address = /[\w-]\.[a-z]{2}|:\/\/|@/

/** Whether a paragraph that has no stop at its end is a sentence that wants one. */
export function isSentence({block, next, before, kind, form, article}: Joint, issue: Issue): boolean {
  const {text} = block
  if (other.test(text) || address.test(lettersAtEnd(text))) return false
  if (kind === 'word' && isAboveCredit(next?.role, next?.text)) return false
  const lead = datelineLength(text) > 0
  // a summary above the copy, a caption below a picture, what is set off behind a dash or a colon
  if (!lead && (before?.role !== 'body' || isSummary(article, next, issue))) return false
  if (before && /[：:—]$|[（(]附?图[^（）()]{0,6}[）)]$/u.test(before.text)) return false
  if (form === 'sentences') return /[。！？!?，,]|[a-z]\. [A-Z]/u.test(text.slice(0, -1))
  if (text.length < shortestSentence || /[\s　：:]/u.test(text)) return false
  return (!next && attendance.test(text)) || (form === 'clause' && /[，,]/u.test(text) && text.length > longestHead)
}

function lettersAtEnd(text: string): string {
  let start = text.length
  while (start > 0 && text.charCodeAt(start - 1) > 0x20 && text.charCodeAt(start - 1) < 0x7f) start--
  return text.slice(start)
}

/** `新华社记者　何苗摄`: what stands above it is a caption. */
const isAboveCredit = (role: string | undefined, text = ''): boolean =>
  (role !== undefined && role !== 'body' && role !== 'subhead') || (text.length <= 30 && /[摄稿发][）)]?$/u.test(text))

/** The copy itself begins below, with its dateline. */
function isSummary(article: number, next: Joint['next'], issue: Issue): boolean {
  if (next) return datelineLength(next.text) > 0
  const below = issue.articles[article + 1]
  return below !== undefined && !below.headline && below.page === issue.articles[article]?.page
}

/** Stories most of whose paragraphs end without a mark: what they are, verse or points, they are on purpose. */
export function storiesWithoutStops(issue: Issue, all: readonly Joint[]): ReadonlySet<number> {
  const open = new Map<number, number>()
  for (const {article, verdict} of all) if (verdict === 'apart') open.set(article, (open.get(article) ?? 0) + 1)
  const found = new Set<number>()
  for (const [article, count] of open) {
    if (count > 2 && count * 2 > (issue.articles[article]?.body.length ?? 0)) found.add(article)
  }
  return found
}
