import type {Article, Block, DateMention, Moment, Weekday} from 'copylint'
import {dayNumber} from 'copylint'

/** A day, and the weekday that the copy gives it. */
export interface Claim {
  readonly block: Block
  readonly article?: Article
  readonly day: Moment
  /** Where the range begins that the day ends: 12月1日至3日（周二） says it of the 3rd, but who knows. */
  readonly first?: Moment
  readonly weekday: Weekday
  /** The day is the end of a range, and the year turned before it: 2024年12月30日至1月2日（星期四）. */
  readonly turned?: boolean
  /** The last date before it in the paragraph that has a year. */
  readonly told?: Moment
}

/** What a paragraph says of weekdays. Those of every year, of the lunar calendar and of eras say nothing. */
export function claimsOf(mentions: readonly DateMention[], block: Block, article: Article | undefined): Claim[] {
  if (!mentions.some(hasWeekday) || corrects.test(block.text)) return []
  const claims: Claim[] = []
  let told: Moment | undefined
  mentions.forEach((mention, index) => {
    for (const claim of ofMention(mention, mentions[index - 1])) {
      const {day} = claim
      if (day.day === undefined || day.otherYear || /[每历歷当當同次翌]/.test(`${day.yearWord}${day.monthWord}`))
        continue
      if (/年[前后後]的?$/.test(block.text.slice(0, day.start).slice(-4))) continue
      claims.push({...claim, block, ...(article && {article}), ...(told && {told})})
    }
    for (const moment of mention.to ? [mention.from, mention.to] : [mention.from]) {
      if (moment.yearWord !== undefined || moment.otherYear) told = undefined
      if (moment.year !== undefined && moment.month !== undefined) told = moment
    }
  })
  return claims
}

const hasWeekday = ({from, to, before, weekdays}: DateMention): boolean =>
  (from.weekday ?? to?.weekday ?? before ?? weekdays) !== undefined

/** `“12月1日（星期六）”应为“12月1日（星期日）”`: a correction prints what was wrong. */
const corrects = /”应[为是作]|[误誤](?:为|作|排|印|写|植|為|寫)|之[误誤]|更正/

type Said = Pick<Claim, 'day' | 'weekday' | 'first' | 'turned'>

function ofMention(mention: DateMention, previous: DateMention | undefined): Said[] {
  const {from, to, toYear, before, weekdays, listed} = mention
  if (mention.calendar !== 'common') return []
  const said: Said[] = []
  if (from.weekday) said.push({day: from, weekday: from.weekday})
  else if (before && !to) said.push({day: from, weekday: before})
  if (to) {
    const turned = !toYear && order(to) < order(from)
    if (to.weekday) {
      const lone = !from.weekday && from.day !== undefined
      said.push({day: to, weekday: to.weekday, turned, ...(lone && {first: from})})
    }
    if (weekdays && isWithinWeek(from, to))
      said.push({day: from, weekday: weekdays[0]}, {day: to, weekday: weekdays[1], turned})
  } else if (weekdays) {
    // 12月7日、8日（周六、周日）; of three days the two may be the first and the last
    if (previous && listed && !previous.listed) said.push({day: previous.from, weekday: weekdays[0]})
    said.push({day: from, weekday: weekdays[1]})
  }
  return said
}

/** `12月1日至31日（周一至周五）` says on which days of the week, of all the weeks. */
function isWithinWeek(from: Moment, to: Moment): boolean {
  const month = to.month ?? from.month ?? 1
  const begun = dayNumber(2023, from.month ?? month, from.day ?? 1)
  const days = dayNumber(2023, month, to.day ?? 1) - begun
  // over the turn of the year as well
  return (days + 365) % 365 < 7
}

const order = ({month = 0, day = 0}: Moment): number => month * 32 + day
