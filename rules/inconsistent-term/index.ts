import type {Normalised, NormalisedBlock, Span} from 'copylint'
import {characters, defineRule, normalised, shorten, spanIn} from 'copylint'
import type {Print} from './compounds.ts'
import {findCompounds} from './compounds.ts'
import type {Stretch} from './frames.ts'
import {findChanged, toRoom} from './frames.ts'
import {findShorts} from './shorts.ts'
import {toWords} from './words.ts'

/** Places that are shown, and letters of a term in a message. */
const mostPlaces = 12
const longestShown = 12

export default defineRule({
  name: 'inconsistent-term',
  scope: 'issue',
  severity: 'info',
  counts: 'nothing',
  summary: {
    zh: '同一事物前后用了两个相近的名称',
    en: 'one thing under two near names'
  },
  messages: {
    word: {
      zh: {
        what: '这里用“{quote}”，别处用“{term}”',
        why: '两个名称相近，像是同一事物。',
        how: '如果是一回事，统一成一个名称。'
      },
      en: {
        what: '“{quote}” here, “{term}” elsewhere',
        why: 'The two are near, and seem to name one thing.',
        how: 'If it is one thing, give it one name.'
      }
    },
    short: {
      zh: {
        what: '这里用“{quote}”，标题用“{term}”',
        why: '像是同一全称的两种简称。',
        how: '简称统一成一个。'
      },
      en: {
        what: '“{quote}” here, “{term}” in a head',
        why: 'They seem to be two short forms of one full name.',
        how: 'Use one short form.'
      }
    },
    letter: {
      zh: {
        what: '这里是“{quote}”，别处都是“{term}”',
        why: '只差一个字，别处几次写法一样。',
        how: '如果是一回事，改成一样；如果是两回事，不必改。'
      },
      en: {
        what: '“{quote}” here, “{term}” everywhere else',
        why: 'They differ in one letter, and all other places agree.',
        how: 'If it is one thing, make them the same; if they are two, leave it.'
      }
    }
  },
  labels: {
    same: {zh: '也这样写', en: 'so here too'},
    other: {zh: '别处这样写', en: 'otherwise here'},
    full: {zh: '全称', en: 'the full name'}
  },
  lists: async () => toWords((await import('./near-words.ts')).nearWords),

  *check(issue, {lists, text, use}) {
    const letters = use(normalised, issue)
    const page = use(characters, issue)
    const show = (span: Span | undefined) => ({term: span ? shorten(text(span), longestShown) : ''})
    for (const {at, head, full} of findShorts(issue, page)) {
      const other = spanOf(head)
      yield {
        id: 'short',
        at: spanOf(at),
        data: show(other),
        related: [
          {at: other, label: 'other'},
          {at: spanOf(full), label: 'full'}
        ]
      }
    }
    const stories: NormalisedBlock[][] = issue.articles.map(() => [])
    for (const it of letters.blocks) stories[it.article]?.push(it)
    const room = toRoom(stories)
    for (const story of stories) {
      for (const changed of findChanged(letters, room, story)) {
        const places = changed.others.map((it) => stretch(letters, it))
        yield {
          id: 'letter',
          at: stretch(letters, changed),
          data: show(places[0]),
          related: places.slice(0, mostPlaces).map((place) => ({at: place, label: 'other' as const}))
        }
      }
    }
    for (const {prints, others} of findCompounds(page, lists)) {
      // heads are short: the body is where it is put right
      const at = prints.findLast(({block}) => block.role === 'body') ?? prints[0]
      if (at === undefined) continue
      const same = prints.filter((it) => it !== at).map((it) => ({at: spanOf(it), label: 'same' as const}))
      const other = others.map((it) => ({at: spanOf(it), label: 'other' as const}))
      yield {
        id: 'word',
        at: spanOf(at),
        data: show(other[0]?.at),
        related: [...other.slice(0, mostPlaces), ...same.slice(0, mostPlaces)]
      }
    }
  }
})

const spanOf = ({block, start, end}: Print): Span => spanIn(block, start, end)

/** The place of some letters. No mark is between them, and none around them belongs to them. */
const stretch = ({offsets}: Normalised, {at, start, end}: Stretch): Span => ({
  page: at.block.page,
  start: offsets[start] ?? at.block.start,
  end: (offsets[end - 1] ?? at.block.start) + 1
})
