import {hanRanges} from './chars.ts'
import {isDateline} from './dateline.ts'
import type {Draft} from './drafts.ts'
import {isInstitution} from './institution.ts'
import {isNumbered} from './numbered.ts'

/** The longest head, in UTF-16 units; heads of three parts with blanks between them reach it. Latin letters are half as wide. */
const longestHead = 60
/** From this length on, a line with a comma is prose, unless blanks or dashes part it as they part heads. */
const longestClause = 25
/** A line with two 、 of this length, and no dateline below it, is prose. */
const shortestList = 16
/** Up to this length a line in the midst of a story is a heading of one of its parts. */
const longestSubhead = 7
/** So many lines in a row that could be heads are a list: names, scores, contents. */
const longestRun = 4

const stop = /[。；：，、;:,….．﹒]$|[。…][”’」』）)]+$/u
const latinStop = /[.;:,!?…]["'”’)]*$/u
/** `The market moves to the yard. There is room for half of it`: a paragraph that lost its stop. */
const latinSentences = /[a-z]{4}\. [A-Z]/u
/** What stands between the parts of a head. */
const part = /[\s]|——|─|―|^[【［[]|[】）］]$|》$/u
/** Words that prose is full of and heads do without: `…可以翻修成三到四层楼房一层作` is the half of a broken paragraph. */
const prose = /[的了是也都还而他她把让被使很更已正着这]|我们|可以|表示|认为|其中|通过|随着/gu
/** `你猜怎么着？`: speech, or the question that a story asks itself. */
const asked = /[吗呢吧么][？?]$|[我你您]|^[^：]{1,20}：“/u

/** `２０２４年３月２日于林州` · `三月二日` */
const dateAlone = /^[\d０-９一二三四五六七八九十〇○年月\s]+日(?:于\S{1,6})?$/u
/** `林州县　何　苗` · `新区报社 林岚 何苗`: a place and names, with blanks between them. */
const signed = new RegExp(
  `^(?:\\S{1,11}[省市县区局厂社院校部室会团队村乡镇]\\s+|\\S{1,24}\\u3000+)[${hanRanges}]{1,4}(?:\\s+[${hanRanges}]{1,4}){0,3}$`,
  'u'
)
/** `何苗、周启等参加上述活动`: the last words of a story that lost their full stop. */
const attended =
  /^[^、等和]*[、等和].*(?:参加|出席|陪同|列席)(?:了|上述)?(?:活动|会议|会见|会谈|座谈|座谈会|考察|调研|仪式|招待会)?$/u

/**
 * Roles of the heads on a page without marks. A head is a short line without final punctuation above a body, best of all above
 * a dateline; several in a row are a headline with its decks.
 *
 * @returns for each draft whether a story starts there
 */
export function bareHeads(copy: readonly Draft[], texts: readonly string[]): boolean[] {
  const opens = new Array<boolean>(copy.length).fill(false)
  const able = copy.map(
    (draft, i) => draft.role === 'body' && draft.given !== 'body' && isHeadLike(draft, texts[i] as string)
  )
  for (let i = 0; i < copy.length; i++) {
    if (!able[i]) continue
    let end = i + 1
    while (able[end]) end++
    const story = storyBelow(copy, texts, end)
    const from = story === 'none' ? end : firstHead(copy, texts, i, end, story === 'dated')
    if (from < end) {
      // A heading over an institution's name over a headline: a section, `攻坚季` / `新区水务公司` / `加快铺设管网`.
      const section = end - from > 2 && isInstitution(texts[from + 1] as string)
      if (section) (copy[from] as Draft).role = 'section'
      const first = section ? from + 1 : from
      nameHeads(copy, texts, first, end)
      opens[first] = true
    }
    // What is left above the heads, or has no story below, are headings inside the story above where they are short.
    for (let k = i; k < from; k++) {
      if (i > 0 && story !== 'none' && end - i < longestRun && (texts[k] as string).length <= longestSubhead)
        (copy[k] as Draft).role = 'subhead'
    }
    i = end - 1
  }
  for (const [i, draft] of copy.entries()) {
    const text = texts[i] as string
    if (
      draft.role === 'body' &&
      draft.given !== 'body' &&
      i > 0 &&
      text.length <= longestClause &&
      isNumbered(text) &&
      !stop.test(text)
    )
      draft.role = 'subhead'
  }
  return opens
}

/** What the words of a line say, whatever stands around it. */
function isHeadLike(draft: Draft, text: string): boolean {
  if (draft.latin)
    return (
      text.length <= 2 * longestHead &&
      draft.line === draft.endLine &&
      draft.spaced &&
      !latinStop.test(text) &&
      !latinSentences.test(text)
    )
  if (text.length > longestHead || stop.test(text) || text.includes('。') || text.includes('………')) return false
  if (isNumbered(text) || /^[（(].*[）)]$|^[●○•·▪■◆※*—－-]/u.test(text) || isDateline(text)) return false
  const commas = count(text, /[，；,;]/gu)
  return !(commas > 2 || (commas > 0 && text.length >= longestClause && !part.test(text)))
}

/** What is below a run of heads: a dateline or a byline, copy without one, or nothing that could be a story. */
function storyBelow(copy: readonly Draft[], texts: readonly string[], end: number): 'dated' | 'plain' | 'none' {
  let i = end
  while (i < copy.length && i < end + 3 && (copy[i]?.role === 'caption' || copy[i]?.role === 'note')) i++
  const draft = copy[i]
  if (!draft) return 'none'
  if (draft.role === 'byline') return copy[i + 1]?.role === 'body' ? 'dated' : 'none'
  if (draft.role !== 'body') return 'none'
  return isDateline(texts[i] as string) ? 'dated' : 'plain'
}

/** The first line of a run that is a head; `end` where none is. */
function firstHead(
  copy: readonly Draft[],
  texts: readonly string[],
  start: number,
  end: number,
  dated: boolean
): number {
  const top = start === 0 || copy[start - 1]?.role === 'furniture'
  if (end - start >= longestRun && !top && isList(texts, start, end)) {
    // A list of names, and the head of the next story below it.
    return dated ? end - 1 : end
  }
  for (let i = start; i < end; i++) {
    const text = texts[i] as string
    const plain = !dated && i === end - 1
    if (!top && isTail(text) && !(dated && i === end - 1)) continue
    if (!top && text.length <= longestSubhead && !(dated && i === end - 1)) continue
    if (plain && !top && isProse(text)) continue
    return i
  }
  return end
}

/** The end of a story above the head of the next: a place and a name, a date, who attended. */
function isTail(text: string): boolean {
  return text.length <= longestHead && (dateAlone.test(text) || signed.test(text) || attended.test(text))
}

/** Most of its lines are short, or blanks part names in them. */
function isList(texts: readonly string[], start: number, end: number): boolean {
  let short = 0
  for (let i = start; i < end; i++) {
    const text = texts[i] as string
    if (text.length <= longestSubhead || isTail(text)) short++
  }
  return short * 2 > end - start
}

/** A line without a dateline below it that reads like the first half of a broken paragraph, or like speech. */
function isProse(text: string): boolean {
  if (/[？?！!]$/u.test(text) && (text.length > 24 || /[，,！!]/u.test(text) || asked.test(text))) return true
  if (part.test(text)) return false
  const commas = count(text, /[，,]/gu)
  const words = count(text, prose)
  const listed = count(text, /、/gu)
  // `何苗先后来到东桥、西桥、南桥等施`: a list without its end.
  if (listed > 1 && text.length >= shortestList) return true
  return commas > 1 || (commas > 0 && words + listed > 0) || (text.length >= longestClause && words > 1)
}

/** A headline with its decks, or first a kicker: a short line that only names an institution. */
function nameHeads(copy: readonly Draft[], texts: readonly string[], from: number, end: number): void {
  const kicked = end - from > 1 && isInstitution(texts[from] as string)
  for (let i = from; i < end; i++) {
    const rank = kicked ? i - from - 1 : i - from
    // a poem below its head: no headline has more than two decks
    if (rank > 2) continue
    ;(copy[i] as Draft).role = rank < 0 ? 'kicker' : rank === 0 ? 'headline' : 'deck'
  }
}

function count(text: string, pattern: RegExp): number {
  let n = 0
  for (const _ of text.matchAll(pattern)) n++
  return n
}
