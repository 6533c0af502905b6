import type {DateMention, Moment} from 'copylint'
import {daysIn} from 'copylint'
import type {Wrong} from './index.ts'

/** A lunar month has at most 30 days: 农历二月三十. */
const lunarDays = 30

/** What is wrong with a date, by our calendar or the lunar one. */
export function wrongDate(
  text: string,
  mention: DateMention,
  moment: Moment,
  issueYear: () => number | undefined
): Wrong<'day' | 'days' | 'leap' | 'month'> | undefined {
  const wrong = wrongByCalendar(text, mention, moment, issueYear)
  return wrong && !isPart(text, moment.start, moment.dateEnd) ? wrong : undefined
}

function wrongByCalendar(
  text: string,
  mention: DateMention,
  moment: Moment,
  issueYear: () => number | undefined
): Wrong<'day' | 'days' | 'leap' | 'month'> | undefined {
  const {start, dateEnd: end, year, month, day} = moment
  if (month === undefined) return wrongDay(text, mention, moment)
  if (month < 1 || month > 12) {
    // 13月 alone may count months; behind a year, or before a day, it is one of the calendar
    // 154月22日 is a 15 that goes on with 4月22日
    if (month > 31) return undefined
    const inCalendar = day !== undefined ? day <= 31 : year !== undefined && /[年./-]/.test(text.slice(start, end))
    return inCalendar ? {id: 'month', start, end} : undefined
  }
  if (day === undefined) return undefined
  const days = mention.calendar === 'lunar' ? lunarDays : daysIn(month)
  if (day < 1 || day > days) {
    if (mention.english && !isEnglishDate(text, mention, moment)) return undefined
    return {
      id: 'day',
      start,
      end,
      data: {month, day, days},
      ...(mayBeLunar(text, mention, moment) && {severity: 'warning'})
    }
  }
  if (mention.calendar === 'lunar' || month !== 2 || day !== 29) return undefined
  const of = year ?? (moment.yearWord === '今' ? issueYear() : undefined)
  return of !== undefined && daysIn(2, of) === 28 ? {id: 'leap', start, end, data: {year: of}} : undefined
}

/** 28日至32日, 本月32日; 32日 alone may count days. */
function wrongDay(
  text: string,
  {start: first, to, listed}: DateMention,
  {start, dateEnd: end, day, monthWord, weekday}: Moment
) {
  if (day === undefined || day < 32 || day > 39) return undefined
  // 第28日至35日, 需28日至35日: days counted
  if (
    /[第约近需期满每隔]/.test(text.charAt(first - 1)) ||
    /^(?:[以之]?[内后前]|左右|不等)/.test(text.slice(end, end + 2))
  )
    return undefined
  const dated = weekday !== undefined || listed || (monthWord !== undefined && monthWord !== '每月')
  const ranged = to !== undefined && to.day === day && to.start === start
  return dated || ranged ? ({id: 'days', start, end} as const) : undefined
}

/** What stands around shows that it only looks like a date: 第1013月2日, 6月31号楼, 2月30日均线. */
function isPart(text: string, start: number, end: number): boolean {
  return (
    /[0-9０-９〇○零一二三四五六七八九十廿卅.．A-Za-z]/.test(text.charAt(start - 1)) ||
    (text.charAt(end - 1) === '日' && /^(?:均|元|圆|龄)/.test(text.slice(end, end + 1))) ||
    (/[号號]/.test(text.charAt(end - 1)) &&
      /^(?:[楼院门线机井船车文令桥馆厅台库坑墓洞井矿区地]|公告|通知|决议|文件)/.test(text.slice(end, end + 2)))
  )
}

/** In June 31 people came names no day. */
function isEnglishDate(text: string, {before}: DateMention, {start, end, year, day = 0}: Moment): boolean {
  if (day > 31) return false
  if (year !== undefined || before) return true
  return (
    /\b(?:on|by|until|till|from|to|since|through|before|after|dated) $/i.test(
      text.slice(Math.max(0, start - 9), start)
    ) || /^(?:[,.;:)]|$)/.test(text.slice(end, end + 1))
  )
}

/** 二月三十日 in Han numerals is likely lunar beside dates in figures and words of old times, whatever it says. */
function mayBeLunar(text: string, {han}: DateMention, {month, day}: Moment): boolean {
  if (!han || month !== 2 || day !== 30) return false
  return /[0-9０-９]\s*[月日]|[农阴旧夏]历|年间|[元清明宋唐]代|[初正腊]|乾隆|嘉庆|道光|咸丰|同治|光[绪緒]|宣[统統]|民[国國]/.test(
    text
  )
}
