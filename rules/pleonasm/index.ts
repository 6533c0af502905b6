import type {Fix, Span, TermPlace} from 'copylint'
import {characters, defineRule, isSpokenOf, spanIn, termFinder} from 'copylint'
import * as v from 'valibot'
import type {Pleonasm} from './entries.ts'
import {readEntries} from './entries.ts'

export default defineRule({
  name: 'pleonasm',
  scope: 'issue',
  severity: 'warning',
  counts: 'fact',
  summary: {
    zh: '词语重复赘余：一个意思说了两遍',
    en: 'a pleonasm: words that say one thing twice'
  },
  options: v.strictObject({
    allow: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('Words of the list that the paper accepts, as they stand on the page.'),
        v.metadata({zh: '本报接受的说法，照版面上的写法填。'})
      ),
      []
    ),
    disputed: v.optional(
      v.pipe(
        v.boolean(),
        v.description('Ask about what is printed everywhere as well: 可谓是, 波及到, 报刊杂志.'),
        v.metadata({zh: '随处可见的说法也问一声：可谓是、波及到、报刊杂志。'})
      ),
      false
    )
  }),
  messages: {
    found: {
      zh: {what: '“{quote}”意思重复', why: '前后两处说的是同一个意思，留一处就够。', how: '可改为{instead}。'},
      en: {
        what: '“{quote}” says one thing twice',
        why: 'Two of its parts mean the same; one of them is enough.',
        how: 'Write {instead}.'
      }
    },
    asked: {
      zh: {
        what: '“{quote}”意思有重复，可以斟酌',
        why: '这种说法用的人多，但编校手册把它列为赘余。',
        how: '可改为{instead}；本报接受的，可在 allow 里登记。'
      },
      en: {
        what: '“{quote}” may say one thing twice',
        why: 'Many write so, but handbooks for copy editors call it a pleonasm.',
        how: 'Write {instead}, or list it in `allow` where the paper accepts it.'
      }
    }
  },
  labels: {
    again: {zh: '这里也是', en: 'here too'},
    cut: {zh: '删去重复的词', en: 'Cut what is said twice'}
  },
  lists: async ({options}) => termFinder(readEntries((await import('./list.ts')).pleonasms, options.disputed)),

  *check(issue, {lists: find, options, use}) {
    const found = new Map<Pleonasm, Place[]>()
    for (const place of find(use(characters, issue))) {
      const {article, block, entry, start, end} = place
      if (!article || isSpokenOf(block.text, place) || options.allow.includes(block.text.slice(start, end))) continue
      const others = found.get(entry)
      if (others) others.push(place)
      else found.set(entry, [place])
    }
    // 涉及到 is asked about once, however often it stands on the page
    for (const [{kind, instead}, places] of found) {
      const [first, ...rest] = places
      if (!first) continue
      yield {
        id: kind === 'sure' ? 'found' : 'asked',
        at: spanOf(first),
        ...(kind !== 'sure' && {severity: 'info' as const}),
        data: {instead: instead.map((words) => `“${fill(words, first)}”`).join(' / ')},
        related: rest.map((place) => ({at: spanOf(place), label: 'again' as const})),
        ...(instead.length === 1 && {fixes: [mend(instead[0] ?? '', places)]})
      }
    }
  }
})

type Place = TermPlace<Pleonasm>

const spanOf = ({block, start, end}: Place): Span => spanIn(block, start, end)

/** The words instead, with what stands between the two halves here. */
const fill = (words: string, {block, entry, start, end}: Place): string =>
  words.replace('…', () => block.text.slice(start + entry.term.length, end - entry.tail.length))

const mend = (words: string, places: readonly Place[]): Fix<'cut'> => ({
  title: 'cut',
  safety: 'unsafe',
  edits: places.map((place) => ({...spanOf(place), text: fill(words, place)}))
})
