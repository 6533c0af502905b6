import type {Moment} from 'copylint'
import {dayNumber, daysIn} from 'copylint'
import type {Claim} from './claims.ts'

/** How many dates before and behind each are compared with it. */
const neighbours = 8

/** A date whose weekday contradicts another's. */
export interface Pair {
  readonly claim: Claim
  readonly other: Claim
  /** Whether both are of one story. */
  readonly near: boolean
}

/**
 * Dates without a year, of a page whose year is not known, that contradict one another whatever the year: 12月1日（星期日） and
 * 12月3日（星期五）. Of two the later one is told, of more the one that stands against the others.
 */
export function* findPairs(claims: readonly Claim[]): Generator<Pair> {
  const days = claims.filter(
    ({day, first}) => !first && (day.day ?? 0) <= daysIn(day.month ?? 0) && /^[今]?$/.test(day.yearWord ?? '')
  )
  for (let i = 0; i < days.length; i++) {
    const claim = days[i]
    if (claim === undefined) continue
    let against: Claim | undefined
    let balance = 0
    for (let j = Math.max(0, i - neighbours); j <= Math.min(days.length - 1, i + neighbours); j++) {
      const other = days[j]
      if (other === undefined || i === j || other.block.page !== claim.block.page) continue
      if (agree(claim, other)) balance--
      else {
        // of two the later is told; a neighbour of the same story is the better witness
        balance += j < i ? 1 : 0.99
        if (against === undefined || (against.article !== claim.article && other.article === claim.article))
          against = other
      }
    }
    if (against && balance >= 1) yield {claim, other: against, near: against.article === claim.article}
  }
}

/** Years of all kinds that two dates may lie in: no leap year, leap year; the year may turn between dates half a year apart. */
const years = [2022, 2023, 2024]

function agree(a: Claim, b: Claim): boolean {
  const apart = Math.abs((a.day.month ?? 0) - (b.day.month ?? 0))
  const gap = (((b.weekday.value - a.weekday.value) % 7) + 7) % 7
  return years.some((year) =>
    (apart < 6 ? [0] : [-1, 0, 1]).some((turn) => (number(year + turn, b.day) - number(year, a.day) - gap) % 7 === 0)
  )
}

const number = (year: number, {month = 1, day = 1}: Moment): number => dayNumber(year, month, day)
