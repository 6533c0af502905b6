import type {DateMention, Moment} from 'copylint'
import type {Wrong} from './index.ts'

/** More is no slip of the hand but another thing: 今晚80点击. */
const mostHours = 36
const mostDots = 29

const morning = /^(?:凌晨|清晨|早晨|早上|上午)$/

/** What counts hours and shows no clock: 历时25时30分. */
const counted =
  /(?:历时|用时|耗时|费时|时长|长达|长|累计|共|总计|飞行|航行|持续|连续|成绩|以|超过|近|约|达)[^，。]{0,4}$/

/** What is wrong with a time of the day. */
export function wrongTime(
  text: string,
  mention: DateMention,
  moment: Moment
): Wrong<'hour' | 'minute' | 'part'> | undefined {
  const {hour, minute = 0, part, dateEnd, end} = moment
  if (hour === undefined) return undefined
  const start = part || moment.day !== undefined ? dateEnd + blanksAt(text, dateEnd) : moment.start
  const at = {start: Math.max(start, moment.weekday ? moment.weekday.end : 0), end}
  if (!isClock(text, mention, moment)) return undefined
  if (hour > 24 || (hour === 24 && minute > 0))
    return hour > mostHours || (moment.dot && hour > mostDots) ? undefined : {id: 'hour', ...at}
  if (minute > 59) return {id: 'minute', ...at}
  if (part && hour > 12 && hour < 24 && morning.test(part)) return {id: 'part', ...at, data: {hour, part}}
  return undefined
}

/** Whether the copy says that it is a time of the day: a part of the day, a date, or 时 with 分 is near it; 24:30 may be a score. */
function isClock(text: string, {from, to}: DateMention, moment: Moment): boolean {
  const other = moment === from ? to : from
  const dated = [moment, from].some(
    ({day, dayWord, weekday}) => day !== undefined || dayWord !== undefined || weekday !== undefined
  )
  const before = text.slice(Math.max(0, moment.start - 12), moment.start)
  if (
    moment.dot &&
    /^[^分半整钟，。；：、！？）)]/.test(text.charAt(moment.end)) &&
    moment.minute === undefined &&
    !moment.part
  )
    return false
  if (moment.part !== undefined) return true
  if (dated) return moment.day === undefined || !moment.colon || moment.minute !== undefined
  if (counted.test(before)) return false
  if (moment.colon || moment.dot) {
    return other?.hour !== undefined && /时间|开放|营业|每天|每日|[早晚]|上午|下午/.test(before)
  }
  return moment.minute !== undefined
}

const blanksAt = (text: string, at: number): number => /^[ \u3000]*/.exec(text.slice(at, at + 4))?.[0].length ?? 0
