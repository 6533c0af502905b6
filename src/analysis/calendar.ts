const longMonths = [1, 3, 5, 7, 8, 10, 12]

/** How many days a month of our calendar has; February 29 where the year is not known. 0 for a month there is not. */
export function daysIn(month: number, year?: number): number {
  if (month < 1 || month > 12) return 0
  if (month === 2) return year === undefined || isLeap(year) ? 29 : 28
  return longMonths.includes(month) ? 31 : 30
}

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Days since 1970: differences of these are differences of days, the months' lengths and leap years counted. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000)
}

/** The day of the week, from 0 for Sunday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return (((dayNumber(year, month, day) + 4) % 7) + 7) % 7
}
