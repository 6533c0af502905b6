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

/** Characters of numerals: half-width, full-width, Han. */
export const numeral = '[0-9０-９〇○零一二三四五六七八九十廿卅]'
const numerals = '0123456789０１２３４５６７８９〇○零一二三四五六七八九十廿卅'
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
export const dashes = '至到—－–-‐─~～〜'
export const weeks = '星礼禮周週'

/**
 * A way to write a part of a moment. One of the characters of `near` stands in it, less than `reach` behind its start: V8 takes
 * a millisecond to compile such an expression, and a page needs few of them.
 */
interface Form {
  readonly source: string
  /** What it may begin with, where that tells. */
  readonly first?: string
  readonly near: string
  readonly reach: number
}

/** What an end of a range leaves to the other: 27至28日, 2023—2024年; not 3—1日本队. */
const elided = (figures: string, unit: string, behind = ''): Form => ({
  source: `${figures}(?=${dash}${unit})${behind}`,
  first: numerals,
  near: dashes,
  reach: 8
})

const years: readonly Form[] = [
  {source: `(?<year>${numeral}{2,4})年${blanks}`, near: '年', reach: 5},
  elided(`(?<yearElided>${numeral}{4})`, `${numeral}{4}年`, blanks),
  {source: `(?<yearWord>[今去明前后後本当當同次翌来來上每历歷])年${blanks}`, near: '年', reach: 2}
]
const months: readonly Form[] = [
  {source: `(?<month>${numeral}{1,3})${blanks}月份?${blanks}`, near: '月', reach: 7},
  elided(
    '(?<monthElided>1[0-2]|[1-9]|１[０-２]|[１-９]|十[一二]?|[一二三四五六七八九])',
    `${numeral}{1,3}${blanks}月`,
    blanks
  ),
  {
    source: `(?<monthWord>[本上下次当當同每这這翌正腊臘冬]|[本上下][个個])月份?${blanks}`,
    near: '月',
    reach: 3
  }
]
const days: readonly Form[] = [
  {source: `(?<day>${numeral}{1,3})${blanks}[日号號]`, near: '日号號', reach: 7},
  elided(`(?<dayElided>${numeral}{1,3})`, `(?:${numeral}{1,3}${blanks}月)?${numeral}{1,3}${blanks}日(?!本)`),
  {source: '(?<dayWord>[次翌当當同隔])[日天]', near: '日天', reach: 2}
]
const weekdays: readonly Form[] = [{source: `(?<week>${weekday})`, near: weeks, reach: 22}]
const parts: readonly Form[] = [{source: `${blanks}(?<part>${dayParts})`, near: '晨早午晚夜', reach: 5}]
const hours: readonly Form[] = [
  {
    source: `${blanks}(?<hour>${numeral}{1,3})(?:(?<unit>[时時点點])(?:[整半许钟]|(?<minute>${numeral}{1,3})分(?![钟鐘之]))?|[:：](?<minutes>[0-9０-９]{2})(?![0-9０-９]))`,
    near: '时時点點:：',
    reach: 7
  },
  {
    ...elided(`${blanks}(?<hour>${numeral}{1,3})`, `${numeral}{1,3}[时時點点]`),
    first: `${numerals} \u3000\t`,
    reach: 11
  }
]

/** Reads the moment that begins at a place of a text. */
export type Reader = (text: string, at: number) => Moment | undefined

/** Whatever part is missing, the next begins where it would have begun: each is read for itself. */
export function createReader(): Reader {
  const expressions = new Map<Form, RegExp>()
  const readAny = (forms: readonly Form[], text: string, at: number): RegExpExecArray | undefined => {
    for (const form of forms) {
      if (form.first?.includes(text.charAt(at)) === false || !isNear(form.near, text, at, form.reach)) continue
      const expression = expressions.get(form) ?? new RegExp(form.source, 'y')
      expressions.set(form, expression)
      expression.lastIndex = at
      const found = expression.exec(text)
      if (found) return found
    }
    return undefined
  }
  return (text, at) => {
    const groups: Groups = {}
    let end = at
    const take = (forms: readonly Form[]) => {
      const found = readAny(forms, text, end)
      if (!found) return
      Object.assign(groups, found.groups)
      end += found[0].length
    }
    for (const forms of [years, months, days]) take(forms)
    const dateEnd = end
    for (const forms of [weekdays, parts, hours]) take(forms)
    return end === at ? undefined : toMoment(groups, at, dateEnd, end)
  }
}

/** Whether one of some characters stands less than `reach` behind a place. */
export function isNear(characters: string, text: string, at: number, reach: number): boolean {
  for (let i = at; i < text.length && i < at + reach; i++) if (characters.includes(text.charAt(i))) return true
  return false
}

type Groups = Readonly<
  Partial<
    Record<
      | `${'year' | 'month' | 'day'}${'' | 'Elided' | 'Word'}`
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
>

function toMoment(groups: Groups, start: number, dateEnd: number, end: number): Moment {
  const {yearWord, monthWord, dayWord, part, unit, minutes} = groups
  const written = groups.year ?? groups.yearElided
  const year = figure(written)
  const month = figure(groups.month ?? groups.monthElided)
  const day = figure(groups.day ?? groups.dayElided)
  const hour = figure(groups.hour)
  const minute = figure(groups.minute ?? minutes)
  const weekday =
    groups.week &&
    toWeekday(groups.week, dateEnd, groups.bracketed ?? groups.between ?? groups.named ?? groups.short ?? '')
  const ours = year !== undefined && year >= 1000
  return {
    start,
    end,
    dateEnd,
    ...(ours && {year}),
    ...(written !== undefined && !ours && {otherYear: true}),
    ...(yearWord !== undefined && {yearWord}),
    ...(month !== undefined && {month}),
    ...(monthWord !== undefined && {monthWord}),
    ...(day !== undefined && {day}),
    ...(dayWord !== undefined && {dayWord}),
    ...(part !== undefined && {part}),
    ...(hour !== undefined && {hour}),
    ...(minute !== undefined && {minute}),
    ...(minutes !== undefined && {colon: true}),
    ...(unit !== undefined && /[点點]/.test(unit) && {dot: true}),
    ...(weekday && {weekday})
  }
}

/** The words 星期五 in what was read, without brackets and blanks. */
function toWeekday(text: string, from: number, name: string): Weekday {
  const at = /(?:星期|[礼禮]拜|[周週])(?=[一二三四五六日天])/.exec(text)
  const start = at?.index ?? 0
  return {start: from + start, end: from + start + (at?.[0].length ?? 0) + 1, value: weekdayNamed(name)}
}

/** 日 and 天 are 0, 一 is 1. */
export const weekdayNamed = (name: string): number => Math.max(0, '日一二三四五六'.indexOf(name))

/** What a numeral of dates says: 11, １１, 十一, 廿三, 一九六三; nothing where it is none (七八). */
export function figure(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^[0-9０-９]+$/.test(text)) return Number(text.replace(/[０-９]/g, (it) => String(it.charCodeAt(0) - 0xff10)))
  if (/^(?:[〇○零一二三四五六七八九]{4}|[〇○零][一二三四五六七八九])$/.test(text))
    return Number([...text].map(digit).join(''))
  if (/^[〇○零一二三四五六七八九]$/.test(text)) return digit(text)
  const tens = /^(?:([二三四五六七八九]?)十|(廿)|(卅))([一二三四五六七八九]?)$/.exec(text)
  if (!tens) return undefined
  const [, ten, twenty, thirty, unit] = tens
  return (twenty ? 20 : thirty ? 30 : ten ? digit(ten) * 10 : 10) + (unit ? digit(unit) : 0)
}

const digit = (text: string): number => Math.max(0, '〇一二三四五六七八九'.indexOf(text))
