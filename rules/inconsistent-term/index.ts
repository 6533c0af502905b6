import type {NormalisedBlock} from 'copylint'
import {defineRule, normalised, spanIn, toSpan} from 'copylint'
import {findCompounds} from './compounds.ts'
import {findChanged} from './frames.ts'
import {findShorts} from './shorts.ts'
import {toPairs} from './letter-pairs.ts'
import {toWords} from './words.ts'

export default defineRule({
  name: 'inconsistent-term',
  scope: 'issue',
  severity: 'info',
  counts: 'nothing',
  summary: {zh: '同一事物前后用了两个相近的名称', en: 'one thing under two near names'},
  messages: {
    word: {
      zh: {what: '这里是“{quote}”，别处是“{other}”', why: 'TODO', how: 'TODO'},
      en: {what: '“{quote}” TODO', why: 'TODO', how: 'TODO'}
    }
  },
  labels: {same: {zh: '也这样写', en: 'so here too'}, other: {zh: '别处这样写', en: 'otherwise here'}},
  lists: async () => toWords((await import('./near-words.ts')).nearWords),

  *check(issue, {lists, use}) {
    const letters = use(normalised, issue)
    for (const {at, head, full} of findShorts(issue, letters)) {
      yield {id: 'word', at: spanIn(at.block, at.start, at.end), related: [{at: spanIn(head.block, head.start, head.end), label: 'other'},{at: spanIn(full.block, full.start, full.end), label: 'other'}]}
    }
    const pairs = toPairs(letters)
    const stories: NormalisedBlock[][] = issue.articles.map(() => [])
    for (const it of letters.blocks) stories[it.article]?.push(it)
    for (const story of stories) {
      for (const {at, start, end, others} of findChanged(letters, pairs, story)) {
        yield {id: 'word', data: {k: 'frame'}, at: toSpan(letters, at, start, end), related: others.slice(0, 3).map((it) => ({at: toSpan(letters, it.at, it.start, it.end), label: 'other' as const}))}
      }
      for (const {prints, others} of findCompounds(letters, pairs, story, lists)) {
        const at = prints.findLast(({block}) => block.role === 'body') ?? prints[0]
        if (!at) continue
        yield {
          id: 'word',
          at: spanIn(at.block, at.start, at.end),
          related: others.slice(0, 3).map((it) => ({at: spanIn(it.block, it.start, it.end), label: 'other' as const}))
        }
      }
    }
  }
})
