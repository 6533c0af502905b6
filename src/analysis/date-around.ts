import {codesOf} from './code-units.ts'
import type {Moment, Weekday} from './moments.ts'
import {blanks, dayParts, isNear, week, weekdayNamed, weeks} from './moments.ts'

const calendars =
  '(农|農|阴|陰|旧|舊|夏|藏|老|古|黄|黃|皇|回|伊斯兰|伊斯蘭|伊|希吉来|傣|彝|犹太|猶太|希伯来|波斯|印度|俄|儒略|佛|埃塞俄比亚|科普特)[历曆]'
const calendarBefore = new RegExp(`${calendars}[^，。；：、（）()公]{0,5}$`)
const calendarBehind = new RegExp(`^[（(]${calendars}[）)]`)

/** What calendar a date is of: 农历二月三十日, 2月30日（农历）; not 12月1日 农历十一月初一. */
export function calendarOf(text: string, from: Moment, end: number): 'common' | 'lunar' | 'other' {
  const {start, monthWord, otherYear} = from
  if (monthWord === undefined && !otherYear && !tellsCalendar(text, start, end)) return 'common'
  const before = text.slice(Math.max(0, start - 8), start)
  const after = text.slice(end, end + 8)
  const named = (calendarBefore.exec(before) ?? calendarBehind.exec(after))?.[1]
  if (named) return /[农農阴陰旧舊夏藏老古黄黃皇]/.test(named) ? 'lunar' : 'other'
  // 玛雅历13月20日; 公历, 阳历, 西历 and 新历 are ours
  if (/[^公阳陽西新][历曆]$/.test(before)) return 'other'
  // 乾隆五年|二月三十日, 甲辰年|二月三十日
  if (/[元一二三四五六七八九十子丑寅卯辰巳午未申酉戌亥]年$/.test(before)) return 'lunar'
  // 闰四月三十日
  if (/[闰閏]$/.test(before) || (monthWord && /[正腊臘冬]/.test(monthWord))) return 'lunar'
  // 光绪二十年二月三十日; 98年2月30日 and 令和6年2月30日 are ours
  return otherYear && /[一二三四五六七八九十元]年/.test(text.slice(start, end)) ? 'lunar' : 'common'
}

/** Whether 历, 年 or 闰 stands before a date, or a bracket behind it: of most dates none does. */
function tellsCalendar(text: string, start: number, end: number): boolean {
  return (
    brackets.has(text.charCodeAt(end)) ||
    lunarWords.has(text.charCodeAt(start - 1)) ||
    isNear(calendarWords, text, start - 6, start)
  )
}

const brackets = codesOf('（(')
const lunarWords = codesOf('年闰閏')
const calendarWords = codesOf('历曆')

/** What stands right before a date where a weekday is before it. */
const closesWeekday = codesOf('一二三四五六日天晨早上午后後晚间間里夜（( \u3000\t')

const weekBefore = new RegExp(
  `(.?)[本上下这這]?[个個]?(${week}([一二三四五六日天]))(?:${dayParts})?${blanks}([（(]?)${blanks}$`
)

/** 本周五（12月6日）, 星期五12月6日; not 每周五（12月6日起）. */
export function weekdayBefore(text: string, start: number, end: number): Weekday | undefined {
  const from = Math.max(0, start - 12)
  if (!closesWeekday.has(text.charCodeAt(start - 1)) || !isNear(weeks, text, from, start)) return undefined
  const found = weekBefore.exec(text.slice(from, start))
  if (!found) return undefined
  const [whole, before, words = '', name = '', bracket] = found
  // 周五至周日（12月6日至8日）: the day before the bracket is the last
  if (
    /[每至到、和及—－–~～-]/.test(before ?? '') ||
    /[每逢]/.test(text.slice(Math.max(0, from + found.index - 2), from + found.index + 1))
  )
    return undefined
  if (bracket && !/[）)]/.test(text.charAt(end))) return undefined
  const at = from + found.index + whole.indexOf(words)
  return {start: at, end: at + words.length, value: weekdayNamed(name)}
}

/** The two weekdays of （周日至周二）, which stands at `at`. */
export function toPair(found: RegExpExecArray, at: number): [Weekday, Weekday] {
  const [whole, one = '', two = ''] = found
  const first = whole.indexOf(one)
  const second = whole.indexOf(two, first + 1)
  const start = whole.search(/[星礼禮周週]/)
  return [
    {start: at + start, end: at + first + 1, value: weekdayNamed(one)},
    {
      start: at + Math.max(first + 1, whole.slice(0, second).search(/[星礼禮周週][^星礼禮周週]*$/)),
      end: at + second + 1,
      value: weekdayNamed(two)
    }
  ]
}
