import {defineAnalysis} from '../rule/use.ts'
import type {Block, Issue} from '../tree/issue.ts'
import {characters} from './characters.ts'
import {codesOf} from './code-units.ts'
import {calendarOf, toPair, weekdayBefore} from './date-around.ts'
import {numeralKind} from './date-numerals.ts'
import {isAlone, mayBeUnit, startOf} from './date-starts.ts'
import type {Moment, Reader, Weekday} from './moments.ts'
import {blanks, createReader, dash, dashes, isNear, joints, week, weeks} from './moments.ts'
import type {Mutable} from './numbers.ts'
import {findEnglish, findNumeric, mayBeEnglish, mayBeNumeric} from './other-dates.ts'

/** A date or a time of the copy, or a range of them. Offsets are those of the block's text. */
export interface DateMention {
  readonly start: number
  readonly end: number
  readonly from: Moment
  /** The other end of a range: 11月27日至28日. What it leaves out is that of the first: its month is 11. */
  readonly to?: Moment
  /** Whether `to` names its own month. */
  readonly toMonth?: boolean
  /** Whether `to` names its own year. */
  readonly toYear?: boolean
  /** 农历 and dates of eras are `lunar`; those of which we know nothing, 回历, `other`. */
  readonly calendar: 'common' | 'lunar' | 'other'
  /** Written in Han numerals: 二月三十日. */
  readonly han: boolean
  /** Of English copy: November 31. */
  readonly english?: boolean
  /** The month is that of the date before: 11月29日、30日. */
  readonly listed?: boolean
  /** Weekdays behind a range or a list, in its order: 12月1日至3日（周日至周二）. */
  readonly weekdays?: readonly [Weekday, Weekday]
  /** The weekday before it: 本周五（12月6日）. */
  readonly before?: Weekday
}

/**
 * The dates and times of the paragraphs that have any, those between stories too, in the order of each. Only where 年, 月, 日, 时 or
 * another unit stands behind a numeral is the copy read.
 */
export const dates = defineAnalysis('dates', (issue: Issue, use): ReadonlyMap<Block, readonly DateMention[]> => {
  const {anyOf, byParagraph, codes} = use(characters, issue)
  const reading = use(expressions, key)
  const found = new Map<Block, readonly DateMention[]>()
  const places = anyOf('年月日号號时時点點:：-/.． ', (place) => mayBePart(codes, place))
  byParagraph(places, ({block}, offsets) => {
    const mentions = mentionsIn(block.text, offsets, reading)
    if (mentions.length > 0) found.set(block, mentions)
  })
  return found
})

/** Whether the unit at a place may be part of a date. */
function mayBePart(codes: Uint16Array, place: number): boolean {
  const way = wayOf(codes[place] ?? 0)
  return (way === 'english' ? mayBeEnglish : way === 'numeric' ? mayBeNumeric : mayBeUnit)(codes, place)
}

/** In which way dates are written that have such a unit. */
function wayOf(code: number): 'english' | 'numeric' | 'chinese' {
  if (code === 0x20) return 'english'
  return (code >= 0x2d && code <= 0x2f) || code === 0xff0e ? 'numeric' : 'chinese'
}

/** The dates of a text of which the units at some offsets may be parts. */
function mentionsIn(text: string, offsets: readonly number[], {read, joined, pair}: Reading): DateMention[] {
  const found: DateMention[] = []
  let [numeric, english] = [false, false]
  let done = 0
  for (const unit of offsets) {
    const way = wayOf(text.charCodeAt(unit))
    if (way === 'numeric') numeric = true
    if (way === 'english') english = true
    if (way !== 'chinese') continue
    // over a blank at most
    const at = numeralKind(text.charCodeAt(unit - 1)) > 0 ? unit - 1 : unit - 2
    if (at < done) continue
    const start = startOf(text, at, done)
    if (start + 4 > at && isAlone(text, start, unit + 1)) continue
    const from = read(text, start)
    if (from === undefined) continue
    joined.lastIndex = from.end
    const join = mayJoin(text, from.end) ? joined.exec(text) : null
    const end = join && read(text, joined.lastIndex)
    const to = end && isEnd(from, end, join[0]) ? end : undefined
    // what was read need not be what was hit: 一 of 一个, 3:1
    if ((to ?? from).end <= at || !isDate(from, to)) continue
    const mention = toMention(text, from, to, found.at(-1), numeralKind(text.charCodeAt(at)) === 3)
    pair.lastIndex = mention.end
    const two = (mention.to || mention.listed) && isNear(weeks, text, mention.end, mention.end + 8) && pair.exec(text)
    found.push(two ? {...mention, end: mention.end + two[0].length, weekdays: toPair(two, mention.end)} : mention)
    done = found.at(-1)?.end ?? from.end
  }
  if (numeric) found.push(...findNumeric(text, read))
  if (english) found.push(...findEnglish(text))
  return found
}

/** Whether another end of a range may stand behind a moment: behind most stands a word or a mark. */
const mayJoin = (text: string, at: number): boolean =>
  joins.has(text.charCodeAt(at)) && isNear(dashes, text, at, at + 12)

const joins = codesOf(`${joints} \u3000\t起开始，,一直`)

interface Reading {
  readonly read: Reader
  /** What joins the ends of a range. */
  readonly joined: RegExp
  /** Two weekdays behind a range. */
  readonly pair: RegExp
}

/** Compiled once a run. */
const key = {}
const expressions = defineAnalysis(
  'date-expressions',
  (_: object): Reading => ({
    read: createReader(),
    joined: new RegExp(`${blanks}(?:起|开始|始)?[，,]?(?:一直)?(?:直至|直到|${dash})`, 'y'),
    pair: new RegExp(
      `${blanks}[（(]?${blanks}${week}([一二三四五六日天])(?:${dash}|[、和及，,])(?:${week})?([一二三四五六日天])${blanks}[）)]?`,
      'y'
    )
  })
)

/** A numeral with a colon or 点 alone is a score, a ratio, a point. */
function isDate(from: Moment, to: Moment | undefined): boolean {
  if (hasDate(from) || from.part !== undefined || (to !== undefined && hasDate(to))) return true
  if (from.hour === undefined) return false
  return !(from.colon || from.dot) || to?.hour !== undefined
}

const hasDate = ({year, otherYear, month, monthWord, day, weekday}: Moment): boolean =>
  year !== undefined ||
  otherYear === true ||
  month !== undefined ||
  monthWord !== undefined ||
  day !== undefined ||
  weekday !== undefined

/** Whether a moment can be the other end of a range. */
function isEnd(from: Moment, to: Moment, join: string): boolean {
  if (to.year === undefined && to.month === undefined && to.day === undefined && to.hour === undefined) {
    return to.monthWord !== undefined || to.dayWord !== undefined
  }
  // 9月29日到3点钟前 goes on; 1:0—2:1 are scores
  return !(join.includes('到') && to.dot && from.hour === undefined)
}

function toMention(
  text: string,
  from: Moment,
  to: Moment | undefined,
  last: DateMention | undefined,
  han: boolean
): DateMention {
  const previous = last?.to ?? last?.from
  const listed =
    from.day !== undefined &&
    from.month === undefined &&
    from.monthWord === undefined &&
    previous?.month !== undefined &&
    last?.end === from.start - 1 &&
    /[、和及与與]/.test(text.charAt(from.start - 1))
  const first = listed && previous ? completed(from, previous, true, true) : from
  const end = to?.end ?? from.end
  const mention: Mutable<DateMention> = {
    start: from.start,
    end,
    from: first,
    calendar: calendarOf(text, from, end),
    han
  }
  if (to) {
    const toMonth = to.month !== undefined || to.monthWord !== undefined
    const toYear = to.year !== undefined || to.yearWord !== undefined || to.otherYear === true
    mention.to = completed(to, first, !toYear, !toYear && !toMonth)
    mention.toMonth = toMonth
    mention.toYear = toYear
  }
  if (listed) mention.listed = true
  const before = weekdayBefore(text, from.start, end)
  if (before) mention.before = before
  return mention
}

/** A moment with the year and the month that it leaves to another. */
function completed(moment: Moment, {year, month}: Moment, withYear: boolean, withMonth: boolean): Moment {
  const whole: Mutable<Moment> = {...moment}
  if (withYear && year !== undefined) whole.year ??= year
  if (withMonth && month !== undefined) whole.month ??= month
  return whole
}
