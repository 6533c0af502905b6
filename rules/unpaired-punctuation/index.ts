import {defineRule, pairs} from 'copylint'
import {toData} from './data.ts'
import {loneMarks} from './lone.ts'
import {oddQuotes} from './straight.ts'

export default defineRule({
  name: 'unpaired-punctuation',
  scope: 'issue',
  severity: 'warning',
  counts: 'punctuation',
  summary: {
    zh: '引号、括号、书名号不成对',
    en: 'a quotation mark, bracket or title mark without its mate'
  },
  messages: {
    open: {
      zh: {
        what: '{mark}{words}……后面没有 {mate}',
        why: '有前一半，没有后一半，读者不知道到哪里为止。',
        how: '在该结束的地方补 {mate}，或删去 {mark}。'
      },
      en: {
        what: 'No {mate} closes {mark}{words}…',
        why: 'It opens and is never closed: the reader cannot tell how far it goes.',
        how: 'Put {mate} where it ends, or delete {mark}.'
      }
    },
    close: {
      zh: {
        what: '……{words}{mark} 前面没有 {mate}',
        why: '有后一半，没有前一半，读者不知道从哪里开始。',
        how: '在该开始的地方补 {mate}，或删去 {mark}。'
      },
      en: {
        what: 'No {mate} opens …{words}{mark}',
        why: 'It is closed and never opened: the reader cannot tell where it begins.',
        how: 'Put {mate} where it begins, or delete {mark}.'
      }
    },
    turned: {
      zh: {
        what: '“{words}”一处的 {mark} 应为 {mate}',
        why: '一对符号的两半排成了同一半。',
        how: '把 {mark} 改为 {mate}。'
      },
      en: {
        what: '{mark} by “{words}” should be {mate}',
        why: 'Both halves of a pair are the same half.',
        how: 'Change {mark} to {mate}.'
      }
    },
    crossed: {
      zh: {
        what: '{mark}{words}……与别的一对交错',
        why: '一对符号里开始的，应在这一对里结束。',
        how: '调换两个后一半的次序，或补上缺的一半。'
      },
      en: {
        what: 'The pair {mark}{words}… crosses another',
        why: 'What opens inside a pair closes inside it.',
        how: 'Exchange the two closing marks, or put in what is missing.'
      }
    },
    odd: {
      zh: {
        what: '这一段有{count}个直引号 "，不成对',
        why: '直引号轮流作前后引号，是单数就少了一个。',
        how: '补上缺的一个，并改为“”。'
      },
      en: {
        what: '{count} straight quotes in this paragraph: an odd number',
        why: 'Straight quotes open and close by turns; one is missing.',
        how: 'Put in the missing one, and make them “”.'
      }
    }
  },
  labels: {
    same: {zh: '另一半也是它', en: 'the other half is the same'},
    mate: {zh: '它的另一半在这里', en: 'its other half is here'},
    turn: {zh: '改为另一半', en: 'Change it to the other half'}
  },

  *check(issue, {use}) {
    const paired = use(pairs, issue)
    for (const {id, mark, other, block, severity} of loneMarks(issue, paired)) {
      const at = {page: block.page, start: mark.at, end: mark.at + 1}
      const data = toData(mark, block, id === 'turned')
      yield {
        id,
        at,
        data,
        ...(severity && {severity}),
        ...(other !== undefined && {
          related: [{at: {page: block.page, start: other, end: other + 1}, label: id === 'crossed' ? 'mate' : 'same'}]
        }),
        ...(id === 'turned' && {fixes: [{title: 'turn', safety: 'unsafe', edits: [{...at, text: data.mate}]}]})
      }
    }
    for (const {block, count, at} of oddQuotes(issue, paired)) {
      yield {id: 'odd', at: {page: block.page, start: at, end: at + 1}, severity: 'info', data: {count}}
    }
  }
})
