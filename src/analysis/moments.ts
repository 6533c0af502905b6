import {codesOf} from './code-units.ts'
import {figure, numeral, numeralKind, numerals} from './date-numerals.ts'
import type {Mutable} from './numbers.ts'

/** A weekday as the copy names it: 星期五, （周五）. */
export interface Weekday {
  readonly start: number
  readonly end: number
  /** From 0 for Sunday. */
  readonly value: number
}

/** A point in time as far as the copy gives it: 2024年, 12月1日, 次日6时. Offsets are those of the text it was read in. */
export interface Moment {
  readonly start: number
  readonly end: number
  /** Where year, month and day end, and a weekday or a time may follow. */
  readonly dateEnd: number
  /** Of four figures; not that of an era (光绪二十年), nor 98年. */
  readonly year?: number
  /** 今年, 去年, 次年, 每年: the character before 年. */
  readonly yearWord?: string
  /** A year that is not one of ours, or not written out: 光绪二十年, 98年. */
  readonly otherYear?: boolean
  readonly month?: number
  /** 本月, 上月, 每月; 腊月. */
  readonly monthWord?: string
  readonly day?: number
  /** 次日, 当天: the character before 日 or 天. */
  readonly dayWord?: string
  /** 上午, 晚上. */
  readonly part?: string
  readonly hour?: number
  readonly minute?: number
  /** Written 9:30, as scores are. */
  readonly colon?: boolean
  /** Written 9点, as points are. */
  readonly dot?: boolean
  readonly weekday?: Weekday
}

/** Bounded: a line may hold a million. */
export const blanks = '[ \\u3000\\t]{0,3}'
/** What stands between the ends of a range. */
export const dash = `${blanks}(?:[至到]|[—－–\\-‐─~～〜]{1,2})${blanks}`
export const dayParts =
  '凌晨|清晨|早晨|早上|上午|中午|正午|下午|午后|午後|傍晚|晚上|晚[间間]|夜[间間]|夜里|深夜|午夜|早|晚'
export const yearWords = '[今去明前后後本当當同次翌来來上每历歷]年'
export const monthWords = '(?:[本上下次当當同每这這翌正腊臘冬]|[本上下][个個])月'
export const week = '(?:星期|[礼禮]拜|[周週])'

/** 周 begins names as well: 12月1日周一鸣来访. */
const afterWeek =
  '(?=[，。；：、！？）)」”\\s,;:.!?至到—－\\-~～]|[上下中]午|晚|早|凌晨|傍晚|夜|起|在|开|举|的|当|和|将|$)'
const weekday = [
  `${blanks}[（(]${blanks}(?:(?:[农農][历曆][^（）()\\n]{1,8}|[今昨明当當]天|当地时间|北京时间)[，,、是\\s]{0,2})?[本上下这這]?[个個]?${week}(?<bracketed>[一二三四五六日天])(?:${dayParts}|[，,\\s](?!${week})[^（）()\\n]{1,14})?${blanks}[）)]`,
  `[，,]${blanks}[本上下这這]?[个個]?${week}(?<between>[一二三四五六日天])(?=[，,。；）)]|[上下中]午|晚|凌晨|早)`,
  `${blanks}[是即为]?[本上下这這]?[个個]?(?:(?:星期|[礼禮]拜)(?<named>[一二三四五六日天])|[周週](?<short>[一二三四五六日天])${afterWeek})(?!${dash}${week})`
].join('|')

/** What stands in each `dash`, and in each name of a weekday. */
export const joints = '至到—－–-‐─~～〜'
export const dashes = codesOf(joints)
const weekLetters = '星礼禮周週'
export const weeks = codesOf(weekLetters)

/** A way to write a part of a moment: V8 takes a millisecond to compile such an expression, and a page needs few of them. */
interface Form {
  readonly source: string
  /** What it may begin with. */
  readonly first: ReadonlySet<number>
  /** Whether it may stand at a place, where the first character does not tell. */
  readonly isLikely: (text: string, at: number) => boolean
}

/** The way in which most are written, a numeral and its unit: it is read without an expression. */
interface Plain {
  readonly field: 'year' | 'month' | 'day'
  readonly units: ReadonlySet<number>
  /** Figures of the numeral. */
  readonly least: number
  readonly most: number
}

const space = ' \u3000\t'
const numeralOrSpace = codesOf(numerals + space)

/** What an end of a range leaves to the other: 27至28日, 2023—2024年; not 3—1日本队. */
const elided = (figures: string, unit: string, behind = ''): Form => ({
  source: `${figures}(?=${dash}${unit})${behind}`,
  first: numeralOrSpace,
  isLikely: isBeforeDash
})

/** One of these characters stands in it, less than `reach` behind its start. */
function has(characters: string, reach: number): Form['isLikely'] {
  const codes = codesOf(characters)
  return (text, at) => isNear(codes, text, at, at + reach)
}

/** A bracket has room for more before the weekday: （农历十月初一，星期五）. */
const namesWeekday: Form['isLikely'] = (text, at) =>
  isNear(weeks, text, at, at + (opensBracket.has(text.charCodeAt(at)) ? 22 : 7))
const opensBracket = codesOf(`（(${space}`)

const year: Plain = {field: 'year', units: codesOf('年'), least: 2, most: 4}
const years: readonly Form[] = [
  elided(`(?<yearElided>${numeral}{4})`, `${numeral}{4}年`, blanks),
  {
    source: `(?<yearWord>[今去明前后後本当當同次翌来來上每历歷])年${blanks}`,
    first: codesOf('今去明前后後本当當同次翌来來上每历歷'),
    isLikely: has('年', 2)
  }
]
const month: Plain = {field: 'month', units: codesOf('月'), least: 1, most: 3}
const months: readonly Form[] = [
  elided(
    '(?<monthElided>1[0-2]|[1-9]|１[０-２]|[１-９]|十[一二]?|[一二三四五六七八九])',
    `${numeral}{1,3}${blanks}月`,
    blanks
  ),
  {
    source: `(?<monthWord>[本上下次当當同每这這翌正腊臘冬]|[本上下][个個])月份?${blanks}`,
    first: codesOf('本上下次当當同每这這翌正腊臘冬'),
    isLikely: has('月', 3)
  }
]
const day: Plain = {field: 'day', units: codesOf('日号號'), least: 1, most: 3}
const days: readonly Form[] = [
  elided(`(?<dayElided>${numeral}{1,3})`, `(?:${numeral}{1,3}${blanks}月)?${numeral}{1,3}${blanks}日(?!本)`),
  {source: '(?<dayWord>[次翌当當同隔])[日天]', first: codesOf('次翌当當同隔'), isLikely: has('日天', 2)}
]
const weekdays: readonly Form[] = [
  {
    source: `(?<week>${weekday})`,
    first: codesOf(`${space}（(，,是即为本上下这這个個${weekLetters}`),
    isLikely: namesWeekday
  }
]
const parts: readonly Form[] = [
  {
    source: `${blanks}(?<part>${dayParts})`,
    first: codesOf(`${space}凌清早上中正下午傍晚夜深`),
    isLikely: has('晨早午晚夜', 5)
  }
]
const hours: readonly Form[] = [
  {
    source: `${blanks}(?<hour>${numeral}{1,3})(?:(?<unit>[时時点點])(?:[整半许钟]|(?<minute>${numeral}{1,3})分(?![钟鐘之]))?|[:：](?<minutes>[0-9０-９]{2})(?![0-9０-９]))`,
    first: numeralOrSpace,
    isLikely: has('时時点點:：', 7)
  },
  elided(`${blanks}(?<hour>${numeral}{1,3})`, `${numeral}{1,3}[时時点點]`)
]

/** Reads the moment that begins at a place of a text. */
export type Reader = (text: string, at: number) => Moment | undefined

/** Whatever part is missing, the next begins where it would have begun: each is read for itself. */
export function createReader(): Reader {
  const expressions = new Map<Form, RegExp>()
  const take = (forms: readonly Form[], text: string, at: number, moment: Mutable<Moment>): number => {
    const first = text.charCodeAt(at)
    for (const form of forms) {
      if (!form.first.has(first) || !form.isLikely(text, at)) continue
      const expression = expressions.get(form) ?? new RegExp(form.source, 'y')
      expressions.set(form, expression)
      expression.lastIndex = at
      const found = expression.exec(text)
      if (!found) continue
      note(found.groups ?? {}, at, moment)
      return expression.lastIndex
    }
    return at
  }
  const takeAny = (plain: Plain, forms: readonly Form[], text: string, at: number, moment: Mutable<Moment>): number => {
    const end = numeralKind(text.charCodeAt(at)) > 0 ? takePlain(plain, text, at, moment) : at
    return end > at ? end : take(forms, text, at, moment)
  }
  return (text, at) => {
    const moment: Mutable<Moment> = {start: at, end: at, dateEnd: at}
    moment.end = takeAny(year, years, text, at, moment)
    moment.end = takeAny(month, months, text, moment.end, moment)
    moment.dateEnd = takeAny(day, days, text, moment.end, moment)
    moment.end = take(weekdays, text, moment.dateEnd, moment)
    moment.end = take(parts, text, moment.end, moment)
    moment.end = take(hours, text, moment.end, moment)
    return moment.end === at ? undefined : moment
  }
}

/** Reads `2024年 `, `11 月份`, `31号` and gives where they end, or where they would begin. */
function takePlain({field, units, least, most}: Plain, text: string, at: number, moment: Mutable<Moment>): number {
  let to = at
  while (to - at <= most && numeralKind(text.charCodeAt(to)) > 0) to++
  if (to - at < least || to - at > most) return at
  const unit = field === 'year' ? to : skipBlanks(text, to)
  if (!units.has(text.charCodeAt(unit))) return at
  noteNumber(field, figure(text, at, to), moment)
  if (field === 'day') return unit + 1
  const more = field === 'month' && text.charAt(unit + 1) === '份'
  return skipBlanks(text, unit + (more ? 2 : 1))
}

/** Whether a dash stands behind the numeral that begins here. */
function isBeforeDash(text: string, at: number): boolean {
  let to = skipBlanks(text, at)
  while (to < at + 8 && numeralKind(text.charCodeAt(to)) > 0) to++
  return dashes.has(text.charCodeAt(skipBlanks(text, to)))
}

/** As `blanks` does. */
function skipBlanks(text: string, from: number): number {
  let to = from
  while (to < from + 3 && isBlank(text.charCodeAt(to))) to++
  return to
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x3000 || code === 0x09

/** Whether one of some code units stands between two offsets of a text. */
export function isNear(codes: ReadonlySet<number>, text: string, from: number, to: number): boolean {
  const end = Math.min(to, text.length)
  for (let i = Math.max(0, from); i < end; i++) if (codes.has(text.charCodeAt(i))) return true
  return false
}

type Groups = Partial<
  Record<
    | `${'year' | 'month' | 'day'}${'Elided' | 'Word'}`
    | 'week'
    | 'bracketed'
    | 'between'
    | 'named'
    | 'short'
    | 'part'
    | 'hour'
    | 'unit'
    | 'minute'
    | 'minutes',
    string
  >
>

/** Adds what an expression has read at a place. */
function note(groups: Groups, at: number, moment: Mutable<Moment>): void {
  const {yearElided, monthElided, dayElided, yearWord, monthWord, dayWord, part, hour, unit, minutes, week} = groups
  if (yearElided !== undefined) noteNumber('year', figure(yearElided), moment)
  if (monthElided !== undefined) noteNumber('month', figure(monthElided), moment)
  if (dayElided !== undefined) noteNumber('day', figure(dayElided), moment)
  if (yearWord !== undefined) moment.yearWord = yearWord
  if (monthWord !== undefined) moment.monthWord = monthWord
  if (dayWord !== undefined) moment.dayWord = dayWord
  if (part !== undefined) moment.part = part
  if (hour !== undefined) noteNumber('hour', figure(hour), moment)
  const minute = groups.minute ?? minutes
  if (minute !== undefined) noteNumber('minute', figure(minute), moment)
  if (minutes !== undefined) moment.colon = true
  if (unit === '点' || unit === '點') moment.dot = true
  if (week)
    moment.weekday = toWeekday(week, at, groups.bracketed ?? groups.between ?? groups.named ?? groups.short ?? '')
}

/** @param value absent where the numeral is none, as 七八 */
function noteNumber(
  field: 'year' | 'month' | 'day' | 'hour' | 'minute',
  value: number | undefined,
  moment: Mutable<Moment>
): void {
  if (field === 'year' && !(value !== undefined && value >= 1000)) moment.otherYear = true
  else if (value !== undefined) moment[field] = value
}

/** The words 星期五 in what was read, without brackets and blanks. */
function toWeekday(text: string, from: number, name: string): Weekday {
  const at = /(?:星期|[礼禮]拜|[周週])(?=[一二三四五六日天])/.exec(text)
  const start = at?.index ?? 0
  return {start: from + start, end: from + start + (at?.[0].length ?? 0) + 1, value: weekdayNamed(name)}
}

/** 日 and 天 are 0, 一 is 1. */
export const weekdayNamed = (name: string): number => Math.max(0, '日一二三四五六'.indexOf(name))
