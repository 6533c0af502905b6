import type {DateMention, Moment} from 'copylint'
import type {Verdict} from './judge.ts'

const morning = /^(?:凌晨|清晨|早晨|早上|早|上午)$/
const afternoon = /^(?:下午|午后)$/

/** Ranges of hours over midnight are shorter than this: 22时至6时; 15时至14时 would be 23 hours. */
const longestNight = 20

/** Hours of one day: 下午5时至下午3时, 11月28日14时至12时. Most ranges that seem to run backwards turn at midnight. */
export function judgeTimes(text: string, {from, end}: DateMention, to: Moment): Verdict | undefined {
  const [first, last] = [minutesOf(from), minutesOf(to)]
  if (first === undefined || last === undefined || first <= last) return undefined
  const sameDay = from.day !== undefined && from.day === to.day
  if (
    sameDay &&
    from.part === to.part &&
    (from.part === undefined || morning.test(from.part) || afternoon.test(from.part))
  )
    return {id: 'times'}
  if (to.dayWord || isScore(from, to)) return undefined
  if (/^[ \u3000（(]*(?:次日|翌日|第二天|次晨)/.test(text.slice(end, end + 6))) return undefined
  const part = to.part ?? from.part
  if (from.part && from.part === to.part && (morning.test(from.part) || afternoon.test(from.part))) return {id: 'times'}
  // 上午9时至5时 may leave out 下午
  if (from.part && to.part === undefined && (morning.test(from.part) || afternoon.test(from.part))) {
    return first - last <= (morning.test(from.part) ? 120 : 180) ? {id: 'times', likely: true} : undefined
  }
  if (part !== undefined) return undefined
  // a range does not begin as the day ends: 24—0时
  if (first === 24 * 60 && last < 60) return {id: 'times', likely: true}
  // 29日11时至10时 would be 23 hours; 10时至9时 may be the hours of a shop
  if (from.day !== undefined && 24 * 60 - first + last > longestNight * 60) return {id: 'times', likely: true}
  return first >= 13 * 60 && 24 * 60 - first + last >= longestNight * 60 ? {id: 'times', likely: true} : undefined
}

/** 21:18—20:22; programmes begin on the hour, at 16:00 or 14:35. */
const isScore = ({colon, part, day, minute = 0}: Moment, to: Moment): boolean =>
  colon === true && part === undefined && day === undefined && (minute % 5 > 0 || (to.minute ?? 0) % 5 > 0)

/** Minutes since midnight, or since noon where the copy says 下午12时. */
function minutesOf({hour, minute = 0, part}: Moment): number | undefined {
  if (hour === undefined || hour > 24) return undefined
  return (part && afternoon.test(part) && hour === 12 ? 0 : hour) * 60 + minute
}
