import {characters, defineRule} from 'copylint'
import {judge} from './judge.ts'
import type {Run} from './points.ts'
import {runsOf} from './points.ts'

/** So many characters beside the marks tell where they are. */
const words = 6

export default defineRule({
  name: 'doubled-punctuation',
  scope: 'issue',
  severity: 'error',
  counts: 'punctuation',
  summary: {
    zh: '两个标点连用：。。 ，， 、， ，。',
    en: 'two marks of punctuation, one behind the other: 。。 ，， 、， ，。'
  },
  messages: {
    same: {
      zh: {
        what: '“{words}”处“{quote}”重复',
        why: '同一个标点连排了两次。',
        how: '只留一个。'
      },
      en: {
        what: '“{quote}” by “{words}” is one mark twice',
        why: 'The same mark is printed twice in a row.',
        how: 'Keep one.'
      }
    },
    clash: {
      zh: {
        what: '“{words}”处“{quote}”连用',
        why: '一处只用一个点号，多半是改稿时旧的没有删去。',
        how: '看句子该停多久，只留一个。'
      },
      en: {
        what: '“{quote}” stand together by “{words}”',
        why: 'One pause takes one mark; the other is most often left over from an edit.',
        how: 'Keep the one that the sentence wants.'
      }
    },
    ellipsis: {
      zh: {
        what: '“{words}”处省略号写成“{quote}”',
        why: '省略号是六个点，占两个字的位置。',
        how: '改为“……”；如不是省略，只留一个句号。'
      },
      en: {
        what: '“{quote}” by “{words}” stands for an ellipsis',
        why: 'An ellipsis is six dots, two characters wide.',
        how: 'Put …… there; if nothing is left out, keep one full stop.'
      }
    },
    around: {
      zh: {
        what: '“{words}”处引号内外都有标点：{quote}',
        why: '引号内已经停顿，引号外不再停一次。',
        how: '引的是整句，留引号内的；引的是半句，留引号外的。'
      },
      en: {
        what: 'Marks on both sides of a quote by “{words}”: {quote}',
        why: 'Inside the quotation it has paused already.',
        how: 'Keep the inner one where a whole sentence is quoted, else the outer one.'
      }
    }
  },
  labels: {
    one: {zh: '只留一个', en: 'Keep one'},
    stronger: {zh: '只留停顿长的一个', en: 'Keep the mark of the longer pause'},
    dots: {zh: '改为……', en: 'Make it ……'}
  },

  *check(issue, {use}) {
    for (const {block, run} of runsOf(use(characters, issue))) {
      const {text, start, page} = block
      const found = judge(text, run)
      if (!found) continue
      const at = {page, start: start + run.start, end: start + run.end}
      const {id, severity, mend} = found
      yield {
        id,
        at,
        data: {words: wordsBy(text, run)},
        ...(severity && {severity}),
        ...(mend && {fixes: [{title: mend.title, safety: mend.safety, edits: [{...at, text: mend.text}]}]})
      }
    }
  }
})

/** The words before the marks, or those behind them where a paragraph begins so. */
function wordsBy(text: string, {start, end}: Run): string {
  const before = text.slice(Math.max(0, start - words), start)
  const beside = before.replace(/^.*[\s，。、；：！？,;:!?.…]/su, '') || before || text.slice(end, end + words)
  // half of a pair of surrogates is no character
  return beside.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
}
