import type {DateMention, Moment} from 'copylint'
import {dayNumber, daysIn} from 'copylint'
import {judgeTimes} from './times.ts'

/** What is out of order in a range. */
export interface Verdict {
  readonly id: 'days' | 'years' | 'months' | 'times'
  /** Less sure than an error. */
  readonly likely?: boolean
}

/** Days that a range without years may lack to a full year and still run backwards, not over new year. */
const sureDays = 31
const likelyDays = 100
/** The same for months, which name seasons more often. */
const likelyMonths = 3

/** A range of days without a month turns into the next one (28日至3日) only where it is shorter than this. */
const longestTurn = 16
const sureTurn = 22

/** What counts back, or comes round each year: 距今2000年至1800年, 每年11月至3月, 赛季从8月至5月. */
const backwards = /公元前|距今|树龄|[倒回逆][推溯望顾看计数]|追溯|上溯|倒序/
const recurring =
  /每[年月季周日天]|历年|常年|年度|学[年期]|赛季|财年|次年|翌年|来年|跨年|周期|[采供]暖|供热|[休禁]渔|禁[捕采猎牧]|冬季|冬春|寒假|[冰雪汛雨旱花产渔农生长]{1,2}[季期]|季节/
const counted = /提前|期限|不少于|不超过|以内|工作日|自然日|[内后前]$/

const offsets: Readonly<Record<string, number>> = {
  前: -2,
  去: -1,
  上: -1,
  今: 0,
  本: 0,
  明: 1,
  来: 1,
  來: 1,
  后: 2,
  後: 2
}

export function judge(text: string, mention: DateMention, to: Moment): Verdict | undefined {
  const {from, calendar, toYear, toMonth} = mention
  if (calendar !== 'common' || from.otherYear || to.otherYear) return undefined
  // an impossible date is told as such
  if ([from, to].some(({month, day = 1}) => month !== undefined && day > daysIn(month))) return undefined
  const before = text.slice(Math.max(0, from.start - 16), from.start)
  const after = text.slice(mention.end, mention.end + 16)
  if (backwards.test(before) || backwards.test(after) || /前$/.test(before) || /^[以之]?前(?!往|来|去)/.test(after))
    return undefined
  const years = toYear ? compareYears(from, to) : 0
  if (years === undefined || years < 0) return undefined
  if (years > 0) return {id: 'years'}
  if (to.dayWord || to.monthWord || /[每历歷]/.test(`${from.yearWord}${from.monthWord}`)) return undefined
  const sameYear = toYear
  if (from.month !== undefined && to.month !== undefined) {
    if (from.month === to.month) return judgeDays(mention, from, to)
    if (from.month < to.month) return undefined
    if (sameYear) return {id: 'days'}
    return recurring.test(before) || recurring.test(after) ? undefined : judgeMonths(text, from, to)
  }
  if (toMonth || from.month !== undefined) return undefined
  if (from.monthWord && from.day !== undefined)
    return /[上]/.test(from.monthWord) ? undefined : judgeDays(mention, from, to)
  if (from.day !== undefined && to.day !== undefined && from.day !== to.day) {
    if (recurring.test(before) || counted.test(before) || /^[以之]?[内前后]/.test(after)) return undefined
    return judgeLoneDays(from.day, to.day)
  }
  return judgeTimes(text, mention, to)
}

/** The years of the two ends: above 0 where the second is earlier; nothing where they cannot be compared. */
function compareYears(from: Moment, to: Moment): number | undefined {
  if (from.year !== undefined && to.year !== undefined) return from.year - to.year
  const [one, two] = [offsets[from.yearWord ?? ''], offsets[to.yearWord ?? '']]
  return one === undefined || two === undefined ? undefined : one - two
}

/** Both ends are in one month: 11月28日至27日. */
function judgeDays(mention: DateMention, from: Moment, to: Moment): Verdict | undefined {
  if (from.day === undefined || to.day === undefined) return judgeTimes('', mention, to)
  if (from.day > to.day) {
    // 9月28日至3日 may lack a month
    const turned = mention.toMonth ? longestTurn : 30 - from.day + to.day
    return {id: 'days', ...(turned < longestTurn && {likely: true})}
  }
  return from.day === to.day ? judgeTimes('', mention, to) : undefined
}

/** The second month is the earlier one, and no year is told: 12月28日至1月3日 turns the year, 12月3日至11月28日 would be a year long. */
function judgeMonths(text: string, from: Moment, to: Moment): Verdict | undefined {
  const {month = 1, day: first} = from
  const {month: end = 1, day: last} = to
  if (first === undefined || last === undefined)
    return first === last ? judgeBareMonths(text, from, month, end) : undefined
  const back = dayNumber(2001, month, first) - dayNumber(2001, end, last)
  // 4月1日至3月31日 is a financial year, 9月1日至7月10日 one of schools
  if (first === 1) return back > 1 && back <= sureDays ? {id: 'months', likely: true} : undefined
  if (back > likelyDays) return undefined
  return back > sureDays ? {id: 'months', likely: true} : {id: 'days'}
}

/** 今年10至1月 and 7—1月 are 1至10月 and 1—7月 turned round; 今年11月至2月 may be a winter, 今年9月至6月 a school year. */
function judgeBareMonths(text: string, from: Moment, month: number, end: number): Verdict | undefined {
  const dated = from.year !== undefined || from.yearWord !== undefined
  const bare = text.charAt(from.dateEnd - 1) !== '月' && text.charAt(from.dateEnd - 1) !== '份'
  const turned = dated
    ? (end === 1 && (bare || month < 9)) || (month - end <= likelyMonths && month < 9)
    : end === 1 && (month === 2 || (bare && month < 9))
  return turned ? {id: 'months', likely: true} : undefined
}

function judgeLoneDays(from: number, to: number): Verdict | undefined {
  const turned = 30 - from + to
  if (from < to || from > 31 || to < 1 || turned < longestTurn) return undefined
  return {id: 'days', ...(turned < sureTurn && {likely: true})}
}
