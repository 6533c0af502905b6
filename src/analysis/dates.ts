import {defineAnalysis} from '../rule/use.ts'
import type {Block} from '../tree/issue.ts'
import {calendarOf, toPair, weekdayBefore} from './date-around.ts'
import {isAlone, isHan, startOf} from './date-starts.ts'
import type {Moment, Weekday} from './moments.ts'
import {blanks, createReader, dash, dashes, isNear, numeral, week, weeks} from './moments.ts'
import {findEnglish, findNumeric} from './other-dates.ts'

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

/** The dates and times of a paragraph, in its order. Linear: what is no numeral before 年, 月, 日, 时 costs one test. */
export const dates = defineAnalysis('dates', (block: Block, use): readonly DateMention[] => {
  const {text} = block
  const {anchor, read, joined, pair} = use(expressions, key)
  const found: DateMention[] = []
  let done = 0
  anchor.lastIndex = 0
  for (let hit = anchor.exec(text); hit; hit = anchor.exec(text)) {
    const start = startOf(text, hit.index, done)
    if (start + 4 > hit.index && isAlone(text, start, anchor.lastIndex)) continue
    const from = read(text, start)
    if (from === undefined) continue
    joined.lastIndex = from.end
    const join = isNear(dashes, text, from.end, 12) ? joined.exec(text) : null
    const end = join && read(text, joined.lastIndex)
    const to = end && isEnd(from, end, join[0]) ? end : undefined
    // what was read need not be what was hit: 一 of 一个, 3:1
    if ((to ?? from).end <= hit.index || !isDate(from, to)) continue
    const mention = toMention(text, from, to, found.at(-1), isHan(text, hit.index))
    pair.lastIndex = mention.end
    const two = (mention.to || mention.listed) && isNear(weeks, text, mention.end, 8) && pair.exec(text)
    found.push(two ? {...mention, end: mention.end + two[0].length, weekdays: toPair(two, mention.end)} : mention)
    done = found.at(-1)?.end ?? from.end
    anchor.lastIndex = done
  }
  return [...found, ...findNumeric(text, read), ...findEnglish(text)]
})

/** Compiled once a run. */
const key = {}
const expressions = defineAnalysis('date-expressions', (_: object) => ({
  anchor: new RegExp(`${numeral}[ \\u3000]?[年月日号號时時点點:：]`, 'g'),
  read: createReader(),
  joined: new RegExp(`${blanks}(?:起|开始|始)?[，,]?(?:一直)?(?:直至|直到|${dash})`, 'y'),
  pair: new RegExp(
    `${blanks}[（(]?${blanks}${week}([一二三四五六日天])(?:${dash}|[、和及，,])(?:${week})?([一二三四五六日天])${blanks}[）)]?`,
    'y'
  )
}))

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
  const first = listed && previous ? {...inherit(previous, 'year'), ...inherit(previous, 'month'), ...from} : from
  const end = to?.end ?? from.end
  const toMonth = to?.month !== undefined || to?.monthWord !== undefined
  const toYear = to?.year !== undefined || to?.yearWord !== undefined || to?.otherYear === true
  const second = to && {
    ...(!toYear && inherit(first, 'year')),
    ...(!toYear && !toMonth && inherit(first, 'month')),
    ...to
  }
  const before = weekdayBefore(text, from.start, end)
  return {
    start: from.start,
    end,
    from: first,
    ...(second && {to: second, toMonth, toYear}),
    calendar: calendarOf(text, from, end),
    han,
    ...(listed && {listed}),
    ...(before && {before})
  }
}

const inherit = (moment: Moment, field: 'year' | 'month') =>
  moment[field] === undefined ? {} : {[field]: moment[field]}
