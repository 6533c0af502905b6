import type {Finding} from 'copylint'
import {dates, defineRule, isSpokenOf, issueDate, spanIn} from 'copylint'
import {wrongDate} from './date.ts'
import {wrongTime} from './time.ts'

export default defineRule({
  name: 'impossible-date',
  scope: 'issue',
  severity: 'error',
  counts: 'fact',
  summary: {
    zh: '日历上没有的日期、钟表上没有的时刻',
    en: 'a date that no calendar has, or a time that no clock shows'
  },
  messages: {
    day: {
      zh: {
        what: '“{quote}”：{month}月没有{day}日',
        why: '这个月最多{days}天。',
        how: '按原稿核对日期。'
      },
      en: {
        what: '“{quote}”: the month has no day {day}',
        why: 'It has {days} days at most.',
        how: 'Check the date against the copy.'
      }
    },
    days: {
      zh: {
        what: '“{quote}”：一个月最多31天',
        why: '日历上没有这一天。',
        how: '按原稿核对日期。'
      },
      en: {
        what: '“{quote}”: no month has as many days',
        why: 'There is no such day.',
        how: 'Check the date against the copy.'
      }
    },
    leap: {
      zh: {
        what: '“{quote}”：{year}年不是闰年',
        why: '这一年的2月只有28天。',
        how: '核对年份和日期。'
      },
      en: {
        what: '“{quote}”: {year} is no leap year',
        why: 'February of that year has 28 days.',
        how: 'Check the year and the day.'
      }
    },
    month: {
      zh: {
        what: '“{quote}”：一年只有1月到12月',
        why: '日历上没有这个月。',
        how: '按原稿核对月份。'
      },
      en: {
        what: '“{quote}”: a year has months 1 to 12',
        why: 'There is no such month.',
        how: 'Check the month against the copy.'
      }
    },
    hour: {
      zh: {
        what: '“{quote}”：一天到24时为止',
        why: '钟表上没有这个时刻；午夜以后是次日0时、1时。',
        how: '按原稿核对时间。'
      },
      en: {
        what: '“{quote}”: a day ends at 24:00',
        why: 'No clock shows it; past midnight it is the next day.',
        how: 'Check the time against the copy.'
      }
    },
    minute: {
      zh: {
        what: '“{quote}”：一小时只有60分钟',
        why: '钟表上没有这个时刻。',
        how: '按原稿核对时间。'
      },
      en: {
        what: '“{quote}”: an hour has 60 minutes',
        why: 'No clock shows it.',
        how: 'Check the time against the copy.'
      }
    },
    part: {
      zh: {
        what: '“{quote}”：{hour}时不在{part}',
        why: '钟点和时段对不上。',
        how: '核对是哪一个写错了。'
      },
      en: {
        what: '“{quote}”: {hour}:00 is no morning hour',
        why: 'The hour and the part of the day contradict each other.',
        how: 'Check which of them is wrong.'
      }
    }
  },

  *check(issue, {use}) {
    for (const [block, mentions] of use(dates, issue)) {
      for (const mention of mentions) {
        if (mention.calendar === 'other') continue
        for (const moment of mention.to ? [mention.from, mention.to] : [mention.from]) {
          const wrong =
            wrongDate(block.text, mention, moment, () => use(issueDate, issue)?.year) ??
            wrongTime(block.text, mention, moment)
          if (wrong && !isSpokenOf(block.text, mention)) yield toFinding(wrong, block)
        }
      }
    }
  }
})

export interface Wrong<Id extends string> {
  readonly id: Id
  readonly start: number
  readonly end: number
  readonly data?: Readonly<Record<string, string | number>>
  readonly severity?: 'warning'
}

function toFinding<Id extends string>(
  {id, start, end, data, severity}: Wrong<Id>,
  block: {readonly page: number; readonly start: number}
): Finding<Id, never> {
  return {
    id,
    at: spanIn(block, start, end),
    ...(data && {data}),
    ...(severity && {severity})
  }
}
