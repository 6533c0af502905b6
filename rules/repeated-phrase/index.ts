import type {Article} from 'copylint'
import {characters, defineRule, spanIn} from 'copylint'
import * as v from 'valibot'
import {endAlike} from './paragraphs.ts'
import {findPhrases} from './phrases.ts'

/** A story with more of them is no prose; and to count each in all of it would cost the square. */
const most = 20

export default defineRule({
  name: 'repeated-phrase',
  scope: 'issue',
  severity: 'info',
  counts: 'fact',
  summary: {
    zh: '一句话里，同一个长短语两次作宾语',
    en: 'a long phrase that is the object of two clauses of one sentence'
  },
  options: v.strictObject({
    least: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(4),
        v.description('Letters in a phrase below which it may stand twice.'),
        v.metadata({zh: '少于这么多字的短语，重复了也不报。'})
      ),
      6
    )
  }),
  messages: {
    twice: {
      zh: {
        what: '一句里两次出现“{quote}”',
        why: '同一短语在一句里两次作宾语，读来重复。',
        how: '后一处可以换个说法，如“这一问题”，或者删去一处。'
      },
      en: {
        what: '“{quote}” stands twice in one sentence',
        why: 'One phrase is the object of two clauses of a sentence, which reads as a repeat.',
        how: 'Say it otherwise in the second place, or drop one of the two.'
      }
    }
  },
  labels: {
    first: {zh: '先出现在这里', en: 'first here'}
  },

  *check(issue, {options, use}) {
    let story: Article | undefined
    let left = most
    for (const {block, article} of endAlike(use(characters, issue))) {
      if (article === undefined || block.role !== 'body') continue
      if (article !== story) left = most
      story = article
      for (const {first, second, length} of left > 0 ? findPhrases(block.text, options.least) : []) {
        if (left-- === 0) break
        const phrase = block.text.slice(second, second + length)
        // what the story is about has no other name
        if (countIn(article.blocks, phrase) > 2) continue
        const part = (start: number) => spanIn(block, start, start + length)
        yield {id: 'twice', at: part(second), related: [{at: part(first), label: 'first'}]}
      }
    }
  }
})

/** How often a phrase stands in some blocks; no more than three are counted. */
function countIn(blocks: readonly {readonly text: string}[], phrase: string): number {
  let count = 0
  for (const {text} of blocks) {
    for (let at = text.indexOf(phrase); at >= 0 && count < 3; at = text.indexOf(phrase, at + 1)) count++
  }
  return count
}
