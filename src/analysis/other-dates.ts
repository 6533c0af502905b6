import {isAsciiDigit, isDigit} from '../parse/chars.ts'
import {figure} from './date-numerals.ts'
import type {DateMention} from './dates.ts'
import type {Moment, Reader} from './moments.ts'
import {dash} from './moments.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

const date =
  /\b(?:(Sun|Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?)(?:day\b|\.)?,? (?:(?:on|the) )*)?(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:\.|uary|ruary|ch|il|ust|ember|ober)? (\d{1,2})(?:st|nd|rd|th)?(?![\d:%-]|\.\d)(?:,? ((?:19|20)\d\d)\b)?/g

/** Whether a blank may stand before the day of an English date. */
export function mayBeEnglish(codes: Uint16Array, place: number): boolean {
  const letter = codes[codes[place - 1] === 0x2e ? place - 2 : place - 1] ?? 0
  return isAsciiDigit(codes[place + 1] ?? 0) && letter >= 0x61 && letter <= 0x7a
}

/** Dates of English copy: Nov. 31; Friday, December 1, 2024. */
export function findEnglish(text: string): DateMention[] {
  const found: DateMention[] = []
  for (const match of text.matchAll(date)) {
    const [whole, weekday, name = '', day = '', year] = match
    const start = match.index + (weekday ? whole.indexOf(name, weekday.length) : 0)
    const end = match.index + whole.length
    const value = weekdays.indexOf(weekday?.slice(0, 3).toLowerCase() ?? '')
    found.push({
      start,
      end,
      from: {
        start,
        end,
        dateEnd: end,
        ...(year && {year: Number(year)}),
        month: months.indexOf(name.slice(0, 3).toLowerCase()) + 1,
        day: Number(day)
      },
      calendar: 'common',
      han: false,
      english: true,
      ...(weekday && {before: {start: match.index, end: match.index + whole.search(/\W/), value}})
    })
  }
  return found
}

const numeric =
  /(?<![\w０-９./／-])((?:19|20|１９|２０)[0-9０-９]{2})([-/.．])([0-9０-９]{1,2})\2([0-9０-９]{1,2})(?![\w０-９/-]|[.．][0-9０-９])/g

/** Whether a mark may stand before the month of 2024-12-01. */
export function mayBeNumeric(codes: Uint16Array, place: number): boolean {
  const next = place + (isDigit(codes[place + 2] ?? 0) ? 3 : 2)
  return isDigit(codes[place - 1] ?? 0) && isDigit(codes[place + 1] ?? 0) && isParting(codes[next] ?? 0)
}

/** - . / ．*/
const isParting = (code: number): boolean => (code >= 0x2d && code <= 0x2f) || code === 0xff0e

/** 2024-12-01（周日）, 2024.12.1—2024.12.3. */
export function findNumeric(text: string, read: Reader): DateMention[] {
  const moments = [...text.matchAll(numeric)].map(({0: whole, 1: year, 3: month, 4: day, index}): Moment => {
    const numbers = {year: figure(year ?? '') ?? 0, month: figure(month ?? '') ?? 0, day: figure(day ?? '') ?? 0}
    const end = index + whole.length
    const {weekday} = read(text, end) ?? {}
    return {
      start: index,
      end: weekday ? Math.max(end, weekday.end) : end,
      dateEnd: end,
      ...numbers,
      ...(weekday && {weekday})
    }
  })
  const join = new RegExp(`^${dash}$`)
  const found: DateMention[] = []
  for (let i = 0; i < moments.length; i++) {
    const [from, next] = [moments[i], moments[i + 1]]
    if (from === undefined) break
    const to = next && next.start - from.end < 5 && join.test(text.slice(from.end, next.start)) ? next : undefined
    if (to) i++
    const range = to && {to, toMonth: true, toYear: true}
    found.push({start: from.start, end: to?.end ?? from.end, from, ...range, calendar: 'common', han: false})
  }
  return found
}
