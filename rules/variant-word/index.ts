import type {Span} from 'copylint'
import {characters, defineRule, isSpokenOf, spanIn, termFinder} from 'copylint'
import * as v from 'valibot'
import type {Variant} from './entries.ts'
import {readVariants} from './entries.ts'

export default defineRule({
  name: 'variant-word',
  scope: 'issue',
  severity: 'info',
  counts: 'nothing',
  summary: {
    zh: '异形词没有用《第一批异形词整理表》推荐的词形',
    en: 'a word spelt otherwise than the state’s table of variant words recommends'
  },
  options: v.strictObject({
    allow: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('Forms that the paper keeps, as they stand on the page.'),
        v.metadata({zh: '本报沿用的词形，照版面上的写法填。'})
      ),
      []
    )
  }),
  messages: {
    found: {
      zh: {
        what: '“{quote}”的推荐词形是“{instead}”',
        why: '《第一批异形词整理表》（GF 1001—2001）推荐用“{instead}”，报刊上应当一致。',
        how: '改为“{instead}”；人名、书名和引文照旧。'
      },
      en: {
        what: '“{quote}”: the recommended form is “{instead}”',
        why: 'The First Table of Variant Words (GF 1001—2001) recommends “{instead}”, so that all papers spell alike.',
        how: 'Write “{instead}”, but keep names, titles and quotations as they are.'
      }
    }
  },
  labels: {
    again: {zh: '这里也是', en: 'here too'},
    recommended: {zh: '改用推荐词形', en: 'Use the recommended form'}
  },
  lists: async () => termFinder(readVariants((await import('./table.ts')).variants)),

  *check(issue, {lists: find, options, use}) {
    const found = new Map<Variant, Span[]>()
    for (const {article, block, entry, start, end} of find(use(characters, issue))) {
      if (!article || options.allow.includes(entry.term) || isSpokenOf(block.text, {start, end})) continue
      const span = spanIn(block, start, end)
      const others = found.get(entry)
      if (others) others.push(span)
      else found.set(entry, [span])
    }
    for (const [{instead}, places] of found) {
      const [first, ...rest] = places
      if (!first) continue
      yield {
        id: 'found',
        at: first,
        data: {instead},
        related: rest.map((at) => ({at, label: 'again' as const})),
        fixes: [{title: 'recommended', safety: 'unsafe', edits: places.map((place) => ({...place, text: instead}))}]
      }
    }
  }
})
