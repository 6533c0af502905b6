import type {Article, IssueDate} from 'copylint'
import {dayNumber, daysIn, defineAnalysis} from 'copylint'
import type {Claim} from './claims.ts'

/** 去年 is a year before that of the page. */
const offsets: Readonly<Record<string, number>> = {
  今: 0,
  本: 0,
  去: -1,
  上: -1,
  前: -2,
  明: 1,
  来: 1,
  來: 1,
  后: 2,
  後: 2
}

/** A date without a year is less than this far from the day of the page, either way. */
const mostDays = 190

/** So long after a date with a year, a date of the same paragraph without one is of that year. */
const mostLater = 90

/** The days that a date may be. */
export interface Days {
  readonly list: readonly Day[]
  /** Whether the page prints the year: with the date, or as its own date. */
  readonly sure: boolean
}

export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** All days that a claim may be about; nothing where the page does not tell its year. */
export function daysOf(claim: Claim, issue: IssueDate | undefined): Days | undefined {
  const {year, yearWord, month, day = 0} = claim.day
  if (year !== undefined) {
    const of = claim.turned ? year + 1 : year
    return {list: of < 1900 || of > 2100 || month === undefined ? [] : existing([{year: of, month, day}]), sure: true}
  }
  if (issue) {
    const base = yearWord === undefined ? undefined : offsets[yearWord]
    if (yearWord !== undefined && base === undefined) return {list: [], sure: true}
    if (month === undefined)
      return {list: existing(monthsAround(issue, day)).filter((it) => distance(it, issue) <= 40), sure: true}
    if (base !== undefined) return {list: existing([{year: issue.year + base, month, day}]), sure: true}
    const around = existing([-1, 0, 1].map((by) => ({year: issue.year + by, month, day})))
    return {list: around.filter((it) => distance(it, issue) <= mostDays), sure: true}
  }
  const told = yearWord === undefined && month !== undefined ? yearTold(claim) : undefined
  return told === undefined || month === undefined
    ? undefined
    : {list: existing([{year: told, month, day}]), sure: false}
}

/**
 * The year that a paragraph goes on from: 2018年3月，修正案通过。3月17日（星期六）…… The same day of the month is likely an anniversary, an
 * earlier one of another year.
 */
function yearTold({told, day: {month = 0, day = 0}}: Claim): number | undefined {
  if (told?.year === undefined || told.month === undefined) return undefined
  const later = dayNumber(told.year, month, day) - dayNumber(told.year, told.month, told.day ?? 1)
  return later >= (told.day === undefined ? 0 : 1) && later <= mostLater ? told.year : undefined
}

const existing = (list: readonly Day[]): Day[] =>
  list.filter(({year, month, day}) => day >= 1 && day <= daysIn(month, year))

const distance = (a: Day, b: Day): number =>
  Math.abs(dayNumber(a.year, a.month, a.day) - dayNumber(b.year, b.month, b.day))

function monthsAround({year, month}: IssueDate, day: number): Day[] {
  return [-1, 0, 1].map((by) => {
    const index = year * 12 + month - 1 + by
    return {year: Math.floor(index / 12), month: (index % 12) + 1, day}
  })
}

/** A year of four figures as copy has it. */
const written =
  /(?<![0-9０-９])((?:1[89]|20)[0-9]{2}|(?:１[８９]|２０)[０-９]{2}|[一二][〇○零一二三四五六七八九]{3})年/g

/** So far from a date a year may stand that it is told in. */
const nearby = 200

/** The last year before a date in its paragraph, and the first one behind it: a story of 1990 goes on with dates of 1990. */
export function yearsBeside(text: string, start: number, end: number): number[] {
  const before = yearsIn(text.slice(Math.max(0, start - nearby), start)).at(-1)
  const behind = yearsIn(text.slice(end, end + nearby))[0]
  return [before, behind].filter((it) => it !== undefined)
}

/** The years that a story names. */
export const yearsOf = defineAnalysis('years-of-story', (article: Article): readonly number[] => [
  ...new Set(article.blocks.flatMap(({text}) => (text.includes('年') ? yearsIn(text) : [])))
])

const yearsIn = (text: string): number[] => [...text.matchAll(written)].map(([, year]) => toNumber(year ?? ''))

const digits = ['0０〇○零', '1１一', '2２二', '3３三', '4４四', '5５五', '6６六', '7７七', '8８八', '9９九']
const toNumber = (year: string): number =>
  Number([...year].map((it) => digits.findIndex((all) => all.includes(it))).join(''))
