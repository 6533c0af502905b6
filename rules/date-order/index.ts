import {characters, dates, defineRule, isSpokenOf, spanIn} from 'copylint'
import {judge} from './judge.ts'
import {blocksWithYears, findYears} from './years.ts'

export default defineRule({
  name: 'date-order',
  scope: 'issue',
  severity: 'error',
  counts: 'fact',
  summary: {
    zh: '起止倒置：结束的日期、时间早于开始',
    en: 'a range of dates or times that ends before it begins'
  },
  messages: {
    days: {
      zh: {
        what: '“{quote}”：结束在开始之前',
        why: '起止日期颠倒，或者有一头写错。',
        how: '按原稿核对起止日期。'
      },
      en: {
        what: '“{quote}” ends before it begins',
        why: 'The two dates stand in the wrong order, or one is wrong.',
        how: 'Check both dates against the copy.'
      }
    },
    years: {
      zh: {
        what: '“{quote}”：终止年份早于起始年份',
        why: '起止年份颠倒，或者有一头写错。',
        how: '按原稿核对年份。'
      },
      en: {
        what: '“{quote}” ends in an earlier year',
        why: 'The two years stand in the wrong order, or one is wrong.',
        how: 'Check both years against the copy.'
      }
    },
    months: {
      zh: {
        what: '“{quote}”：像是起止颠倒',
        why: '照这样写，要跨到下一年；若确是跨年，应写明“次年”。',
        how: '核对起止月份、日期。'
      },
      en: {
        what: '“{quote}” seems to run backwards',
        why: 'Read so, it would run into the next year; if it does, that should be said.',
        how: 'Check both ends against the copy.'
      }
    },
    times: {
      zh: {
        what: '“{quote}”：结束早于开始',
        why: '起止时间颠倒，或者漏了“下午”“次日”。',
        how: '核对起止时间。'
      },
      en: {
        what: '“{quote}” ends before it begins',
        why: 'The times stand in the wrong order, or a word such as “next day” is missing.',
        how: 'Check both times.'
      }
    },
    life: {
      zh: {
        what: '“{quote}”：卒年早于生年',
        why: '生卒年、起止年颠倒，或者有一头写错。',
        how: '核对这两个年份。'
      },
      en: {
        what: '“{quote}”: the end is before the birth',
        why: 'The two years stand in the wrong order, or one is wrong.',
        how: 'Check both years.'
      }
    }
  },

  *check(issue, {use}) {
    for (const [block, mentions] of use(dates, issue)) {
      for (const mention of mentions) {
        if (!mention.to) continue
        const verdict = judge(block.text, mention, mention.to)
        if (!verdict || isSpokenOf(block.text, mention)) continue
        const at = spanIn(block, mention.start, mention.end)
        yield {id: verdict.id, at, ...(verdict.likely && {severity: 'warning'})}
      }
    }
    for (const block of blocksWithYears(use(characters, issue))) {
      for (const {id, start, end, likely} of findYears(block.text)) {
        yield {id, at: spanIn(block, start, end), ...(likely && {severity: 'warning'})}
      }
    }
  }
})
