import type {Block} from 'copylint'
import {defineRule} from 'copylint'
import * as v from 'valibot'
import {sharedEnding} from './ending.ts'

export default defineRule({
  name: 'spliced-ending',
  scope: 'article',
  severity: 'error',
  counts: 'character',
  summary: {
    zh: '段尾被邻段的段尾盖掉：两段的结尾一字不差',
    en: 'the end of a paragraph overwritten with its neighbour’s: both end in the same words'
  },
  options: v.strictObject({
    least: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(8),
        v.description('Characters in an ending, marks included, below which it is left alone.'),
        v.metadata({zh: '段尾相同的部分少于这么多字（含标点）不报。'})
      ),
      12
    )
  }),
  messages: {
    spliced: {
      zh: {
        what: '段尾“{quote}”与{other}段尾相同',
        why: '相邻两段收尾一字不差，像是邻段的结尾贴了过来，本段原来的结尾可能被盖掉了。',
        how: '对照原稿，补回本段原来的结尾；若是有意重复，可以不改。'
      },
      en: {
        what: 'The end “{quote}” is that of {other}',
        why: 'Two neighbours end letter for letter alike: one ending may have been pasted over the other.',
        how: 'Compare with the copy and restore the ending, unless the refrain is meant.'
      }
    }
  },
  labels: {
    first: {zh: '邻段的结尾', en: 'the end of the neighbour'}
  },

  *check({body}, {options}) {
    for (let i = 1; i < body.length; i++) {
      const [earlier, later] = [body[i - 1], body[i]]
      const ending = earlier && later && sharedEnding(earlier.text, later.text, options.least)
      if (!ending) continue
      const {length, sure, inFirst} = ending
      if (isRefrain(body, earlier.text.slice(-length))) continue
      const [one, other] = inFirst ? [earlier, later] : [later, earlier]
      yield {
        id: 'spliced',
        at: {page: one.page, start: one.end - length, end: one.end},
        ...(!sure && {severity: 'warning'}),
        related: [{at: {page: other.page, start: other.end - length, end: other.end}, label: 'first', compare: true}]
      }
    }
  }
})

/** `守夜的人，请接受我们的敬意。` at the end of three paragraphs is meant. */
const isRefrain = (body: readonly Block[], ending: string) => body.filter(({text}) => text.endsWith(ending)).length > 2
