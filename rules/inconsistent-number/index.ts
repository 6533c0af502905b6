import type {Block, Figure} from 'copylint'
import {characters, defineRule, figures} from 'copylint'
import {findIn, findTwice} from './findings.ts'
import {blocksThatReckon, blocksThatRepeat} from './places.ts'

export default defineRule({
  name: 'inconsistent-number',
  scope: 'issue',
  severity: 'error',
  counts: 'fact',
  summary: {
    zh: '前后数字矛盾：分项与总数、增减与差额、列举与个数对不上',
    en: 'figures that cannot all be true: parts and total, change and difference, list and count'
  },
  messages: {
    parts: {
      zh: {
        what: '总数是“{quote}”，各部分相加是{sum}',
        why: '各部分与总数对不上，至少有一个数错了。',
        how: '对照原稿，核实总数和每一部分。'
      },
      en: {
        what: 'The total is “{quote}”, its parts make {sum}',
        why: 'Parts and total do not agree: at least one figure is wrong.',
        how: 'Check the total and each part against the copy.'
      }
    },
    part: {
      zh: {what: '“其中”的{part}比总数“{quote}”还多', why: '部分不会大于全体。', how: '对照原稿，核实这两个数。'},
      en: {
        what: 'A part, {part}, exceeds its total “{quote}”',
        why: 'No part is more than the whole.',
        how: 'Check both figures against the copy.'
      }
    },
    shares: {
      zh: {
        what: '加上“{quote}”，各部分占{sum}%',
        why: '说了“其余”，各部分应当合成百分之百。',
        how: '对照原稿，核实每个百分数。'
      },
      en: {
        what: 'With “{quote}” the shares make {sum}%',
        why: 'The rest is named: the shares must make a hundred.',
        how: 'Check each share against the copy.'
      }
    },
    change: {
      zh: {
        what: '从{from}到{to}，算来不是“{quote}”',
        why: '前后两个数与增减的数对不上。',
        how: '对照原稿，核实这三个数。'
      },
      en: {
        what: 'From {from} to {to} is not “{quote}”',
        why: 'The two figures and the change do not agree.',
        how: 'Check all three figures against the copy.'
      }
    },
    list: {
      zh: {
        what: '列出{count}个，却说“{quote}”',
        why: '列举的和说的个数不一样。',
        how: '数一数，补上漏掉的，或者改数字。'
      },
      en: {
        what: '{count} are listed, the text says “{quote}”',
        why: 'List and number do not agree.',
        how: 'Count them: add what is missing, or change the number.'
      }
    },
    items: {
      zh: {
        what: '说是“{quote}”，下面列了{count}条',
        why: '预告的和列出的条数不一样。',
        how: '数一数，补上漏掉的，或者改数字。'
      },
      en: {
        what: '“{quote}” are announced, {count} follow',
        why: 'What is announced and what follows do not agree.',
        how: 'Count them: add what is missing, or change the number.'
      }
    },
    twice: {
      zh: {
        what: '同样一句话，前面“{figure}”，这里“{quote}”',
        why: '两处说的像是同一个数，只差一个数字。',
        how: '对照原稿，核实哪个数对。'
      },
      en: {
        what: 'The same clause says “{figure}” and “{quote}”',
        why: 'Both seem to tell of one thing, and differ in one digit.',
        how: 'Check which figure is right.'
      }
    }
  },
  labels: {
    part: {zh: '其中一部分', en: 'one part'},
    from: {zh: '原来的数', en: 'the figure before'},
    to: {zh: '后来的数', en: 'the figure after'},
    members: {zh: '列出的在这里', en: 'the list'},
    last: {zh: '最后一条在这里', en: 'the last one'},
    first: {zh: '前面的数', en: 'the figure further up'}
  },

  *check(issue, {use}) {
    const page = use(characters, issue)
    const figuresOf = use(figures, issue)
    const countedIn = (block: Block) => figuresOf(block).filter(isCounted)
    for (const block of blocksThatReckon(page)) yield* findIn(block, countedIn(block))
    for (const blocks of blocksThatRepeat(page)) yield* findTwice(blocks.map((block) => [block, countedIn(block)]))
  }
})

const isCounted = ({kind}: Figure): boolean => kind === 'count' || kind === 'percent'
