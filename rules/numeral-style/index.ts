import type {Span} from 'copylint'
import {characters, defineRule} from 'copylint'
import {findApproximate, findMixed} from './counts.ts'
import {findDates, findZeros} from './dates.ts'
import {blocksWithSlips, mayMix, maySlip} from './places.ts'

export default defineRule({
  name: 'numeral-style',
  scope: 'issue',
  severity: 'info',
  counts: 'numeral',
  summary: {
    zh: '数字写法不合国家标准：2024年十二月、3、4天、二0二四年、1千5百',
    en: 'figures that the national standard would write otherwise: 2024年十二月, 3、4天, 二0二四年, 1千5百'
  },
  messages: {
    date: {
      zh: {
        what: '“{quote}”混用了两种数字',
        why: '国家标准要求同一日期的年月日用同一种数字。',
        how: '核对日期，统一为阿拉伯数字或汉字数字。'
      },
      en: {
        what: '“{quote}” mixes two kinds of figures',
        why: 'The standard wants one kind of figures within a date.',
        how: 'Check the date; write all of it in Arabic or in Han figures.'
      }
    },
    lunar: {
      zh: {
        what: '农历日期“{quote}”用了阿拉伯数字',
        why: '国家标准规定，农历月日用汉字数字。',
        how: '核对日期，改用汉字数字。'
      },
      en: {
        what: 'The lunar date “{quote}” is in Arabic figures',
        why: 'The standard writes months and days of the lunar calendar in Han figures.',
        how: 'Check the date; write it in Han figures.'
      }
    },
    zero: {
      zh: {
        what: '年份“{quote}”里的“{zero}”应作“〇”',
        why: '国家标准规定，汉字年份里的零写作“〇”。',
        how: '核对年份，把“{zero}”改为“〇”。'
      },
      en: {
        what: 'In the year “{quote}”, “{zero}” should be “〇”',
        why: 'The standard writes nought in a year of Han figures as “〇”.',
        how: 'Check the year; put “〇” for “{zero}”.'
      }
    },
    approximate: {
      zh: {
        what: '概数“{quote}”宜写作“{right}”',
        why: '国家标准规定，概数用汉字数字，相邻两数之间不加顿号。',
        how: '如指大约的数，照改；如分指两项，不必改。'
      },
      en: {
        what: 'As a rough number “{quote}” is “{right}”',
        why: 'The standard writes rough numbers in Han figures, with no mark between the two.',
        how: 'Change it if a rough number is meant; leave it if the two figures name two things.'
      }
    },
    mixed: {
      zh: {
        what: '“{quote}”混用了两种数字',
        why: '国家标准只许“万”“亿”与阿拉伯数字连用，“千”“百”不可。',
        how: '核对数目，全用阿拉伯数字或全用汉字数字。'
      },
      en: {
        what: '“{quote}” mixes two kinds of figures',
        why: 'The standard lets only 万 and 亿 stand with Arabic figures, not 千 or 百.',
        how: 'Check the number; write all of it in Arabic or in Han figures.'
      }
    }
  },
  labels: {also: {zh: '这里也是', en: 'here too'}},

  *check(issue, {use}) {
    const index = use(characters, issue)
    const old: boolean[] = []
    // asked of a page only where it matters
    const isOld = (page: number) => {
      old[page] ??= oldStyle.test(issue.pages[page]?.source ?? '')
      return old[page]
    }
    for (const {start, page, text} of blocksWithSlips(index, maySlip)) {
      const old = () => isOld(page)
      for (const slip of [...findDates(text), ...findZeros(text, old), ...findApproximate(text, old)]) {
        const {id, data} = slip
        yield {id, at: {page, start: start + slip.start, end: start + slip.end}, ...(data && {data})}
      }
    }
    // how a page writes thousands is one question to the desk
    const mixed: Span[][] = issue.pages.map(() => [])
    for (const {start, page, text} of blocksWithSlips(index, mayMix)) {
      for (const slip of findMixed(text)) mixed[page]?.push({page, start: start + slip.start, end: start + slip.end})
    }
    for (const [at, ...others] of mixed) {
      if (at) yield {id: 'mixed', at, related: others.map((other) => ({at: other, label: 'also' as const}))}
    }
  }
})

/** Full-width figures, and years such as 一九六三年: then 三、四天 was as lawful as 三四天. */
const oldStyle = /[０-９]|一九[〇○零一二三四五六七八九]{2}年/u
