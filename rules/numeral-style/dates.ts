import type {Slip} from './text.ts'
import {figuresBefore} from './text.ts'

/** A date in two kinds of figures: 2024年十二月, 12月三日; or one of the old calendar in Arabic ones: 腊月23. */
export function* findDates(text: string): Generator<Slip> {
  for (let i = text.indexOf('月'); i >= 0; i = text.indexOf('月', i + 1)) {
    const slip = dateAt(text, i) ?? namedMonthAt(text, i)
    if (slip) yield slip
  }
}

/** The parts of a date around 月: their kinds are to be one. */
function dateAt(text: string, i: number): Slip | undefined {
  const month = figuresBefore(text, i)
  if (!month || i - month.start > 2) return undefined
  const year = text.charAt(month.start - 1) === '年' ? figuresBefore(text, month.start - 1) : undefined
  const isYear = year !== undefined && month.start - 1 - year.start === 4
  const start = isYear ? year.start : month.start
  day.lastIndex = i + 1
  const days = day.exec(text)
  const end = i + 1 + (days?.[0].length ?? 0)
  if (oldCalendar.test(text.slice(Math.max(0, start - 10), start))) {
    const last = days ? undefined : /^初?[\d０-９]{1,2}/u.exec(text.slice(end, end + 4))
    return month.isArabic ? {id: 'lunar', start: month.start, end: end + (last?.[0].length ?? 0)} : undefined
  }
  const isMixed = (isYear && year.isArabic !== month.isArabic) || (days && (days[1] !== undefined) !== month.isArabic)
  if (!isMixed || (!days && word.test(text.slice(end, end + 2)))) return undefined
  return {id: 'date', start, end}
}

const day = /(?:([\d０-９]{1,2})|[一二三四五六七八九十]{1,3})[日号號]/uy

/** 十月革命, 六月天 and days of the old calendar (三月三, 八月十五) are words. */
const word = /^(?:革命|怀胎|懷胎|天|飞雪|飛雪|初|廿|[一二三四五六七八九十])/u

const oldCalendar = /[农農阴陰夏旧舊][历曆](?:[^，。；,;]{0,5}年)?[闰閏]?$/u

/** The old calendar is written in Han figures: 腊月二十三, not 腊月23. 正月10个人 counts people. */
function namedMonthAt(text: string, i: number): Slip | undefined {
  if (!/[正冬腊臘]/u.test(text.charAt(i - 1))) return undefined
  const days = /^初?[\d０-９]{1,2}(?![\d０-９.．、:：]|[^，。；、日号號夜晚早至到（）]*(?:个|位|人|名|家))/u.exec(
    text.slice(i + 1, i + 9)
  )
  return days ? {id: 'lunar', start: i - 1, end: i + 1 + days[0].length} : undefined
}

/** 〇 in a year of Han figures printed as 0, O or 零: 二0二四年. A year is no count, its nought is 〇. */
export function* findZeros(text: string, isOld: () => boolean): Generator<Slip> {
  for (let i = text.indexOf('年'); i >= 0; i = text.indexOf('年', i + 1)) {
    // most years are Arabic
    if (text.charCodeAt(i - 4) !== 0x4e8c && text.charCodeAt(i - 4) !== 0x4e00) continue
    const year = text.slice(i - 4, i)
    const zero = /[0０OＯoｏ零]/u.exec(year)?.[0]
    if (!zero || !/^[一二][一二三四五六七八九〇0０OＯoｏ零]{3}$/u.test(year)) continue
    // 一九六零年 was lawful once
    if (zero === '零' && isOld()) continue
    if (!/[一二三四五六七八九十百千〇零]/u.test(text.charAt(i - 5)))
      yield {id: 'zero', start: i - 4, end: i, data: {zero}}
  }
}
