import type {Span} from 'copylint'
import {dates, dayNumber, defineRule, issueDate, paragraphs, weekdayOf} from 'copylint'
import type {Claim} from './claims.ts'
import {claimsOf} from './claims.ts'
import {findPairs} from './pairs.ts'
import type {Day} from './years.ts'
import {daysOf, yearsBeside, yearsOf} from './years.ts'

const names = {zh: '日一二三四五六', en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']}

export default defineRule({
  name: 'weekday-mismatch',
  scope: 'issue',
  severity: 'error',
  counts: 'fact',
  summary: {
    zh: '日期和星期对不上',
    en: 'a weekday that is not the one of its date'
  },
  messages: {
    wrong: {
      zh: {
        what: '“{quote}”：这一天是星期{actual}',
        why: '日期和星期对不上，读者会白跑一趟。',
        how: '核对是日期错了，还是星期错了。'
      },
      en: {
        what: '“{quote}” is a {actualName}',
        why: 'Date and weekday contradict each other.',
        how: 'Check which of the two is wrong.'
      }
    },
    years: {
      zh: {
        what: '“{quote}”：不是星期{weekday}',
        why: '按{years}年的日历，{month}月{day}日是星期{actual}。',
        how: '核对是日期错了，还是星期错了。'
      },
      en: {
        what: '“{quote}” is no {name}',
        why: 'By the calendar of {years} it is a {actualName}.',
        how: 'Check which of the two is wrong.'
      }
    },
    pair: {
      zh: {
        what: '“{quote}”和{other}的星期对不上',
        why: '两个日期在同一年里，不可能各是这个星期。',
        how: '核对两处的日期和星期。'
      },
      en: {
        what: '“{quote}” contradicts {other}',
        why: 'In one year the two dates cannot both have these weekdays.',
        how: 'Check dates and weekdays of both.'
      }
    }
  },
  labels: {
    other: {zh: '另一个日期', en: 'the other date'},
    year: {zh: '年份据此', en: 'the year is known from here'}
  },

  *check(issue, {use}) {
    const printed = use(issueDate, issue)
    const open: Claim[] = []
    const dated = use(dates, issue)
    for (const {block, article} of use(paragraphs, issue)) {
      for (const claim of claimsOf(dated.get(block) ?? [], block, article)) {
        const days = daysOf(claim, printed)
        if (days === undefined) {
          open.push(claim)
          continue
        }
        const [day] = days.list
        if (day === undefined || days.list.some((it) => fits(claim, it))) continue
        const beside = claim.day.year === undefined ? yearsBeside(block.text, claim.day.start, claim.day.end) : []
        if (beside.some((year) => fits(claim, {...day, year}))) continue
        // the date may be of another year that the story tells of
        const elsewhere = claim.day.year === undefined && article ? use(yearsOf, article) : []
        const sure =
          days.sure &&
          !elsewhere.some((year) => fits(claim, {...day, year})) &&
          !days.list.some((it) => fitsRange(claim, it))
        yield {
          id: days.list.length > 1 || !days.sure ? 'years' : 'wrong',
          at: placeOf(claim),
          data: dataOf(claim, day, days.list),
          ...(!sure && {severity: 'warning'}),
          ...(printed && claim.day.year === undefined && {related: [{at: printed, label: 'year'}]})
        }
      }
    }
    for (const {claim, other, near} of findPairs(open)) {
      // a story that names years may tell of both
      const sure = near && claim.article !== undefined && use(yearsOf, claim.article).length < 2
      yield {
        id: 'pair',
        at: placeOf(claim),
        ...(!sure && {severity: 'warning'}),
        related: [{at: placeOf(other), label: 'other'}]
      }
    }
  }
})

const fits = ({weekday}: Claim, {year, month, day}: Day): boolean => weekdayOf(year, month, day) === weekday.value

/** Whether the weekday is that of another day of a range of less than a week: 12月7日至8日（周六）. */
function fitsRange({first, weekday}: Claim, {year, month, day}: Day): boolean {
  if (first?.month === undefined || first.day === undefined) return false
  const begun = first.month > month ? year - 1 : year
  const length = dayNumber(year, month, day) - dayNumber(begun, first.month, first.day)
  return length < 7 && (weekdayOf(year, month, day) - weekday.value + 7) % 7 <= length
}

/** From the date to the weekday and the bracket that closes it. */
function placeOf({block, day, weekday}: Claim): Span {
  const start = Math.min(day.start, weekday.start)
  const last = Math.max(day.dateEnd, weekday.end)
  const end = start < weekday.start && /[）)]/.test(block.text.charAt(last)) ? last + 1 : last
  return {page: block.page, start: block.start + start, end: block.start + end}
}

function dataOf({weekday}: Claim, {year, month, day}: Day, list: readonly Day[]) {
  const of = weekdayOf(year, month, day)
  return {
    year,
    month,
    day,
    actual: names.zh.charAt(of),
    actualName: names.en[of] ?? '',
    weekday: names.zh.charAt(weekday.value),
    name: names.en[weekday.value] ?? '',
    years: [...new Set(list.map((it) => it.year))].sort().join('、')
  }
}
