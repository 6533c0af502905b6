import type {Block, Fits, Issue, Normalised, NormalisedBlock, Related, Span} from 'copylint'
import {defineRule, fits, lettersOf, normalised} from 'copylint'
import * as v from 'valibot'
import {findRings} from './rings.ts'

/** A head of fewer letters says too little of its story: 短评, 编者按. */
const leastLetters = 4
/** A gain of this much is enough where most of what tells the stories apart speaks for the exchange; */
const clearGain = 0.12
/** a smaller one, where all but this share does: 李克强会见… over a story that never names him. */
const clearLeaning = 0.8
/** From here on the page proves it. */
const proven = {gain: 0.15, leaning: 0.75}

export default defineRule({
  name: 'swapped-headline',
  scope: 'issue',
  severity: 'error',
  summary: {
    zh: '两个或几个标题排错了稿件，互换了位置',
    en: 'heads that stand over each other’s stories'
  },
  options: v.strictObject({
    gain: v.optional(
      v.pipe(
        v.number(),
        v.minValue(0.01),
        v.maxValue(1),
        v.description('How much better the heads must fit each other’s stories, on the average, to be called at all.'),
        v.metadata({zh: '标题换过去后平均要贴切多少才报（0 到 1）。'})
      ),
      0.05
    )
  }),
  messages: {
    pair: {
      zh: {
        what: '标题“{quote}”与“{otherHead}”互换了',
        why: '这里的“{words}”只见于另一篇正文；另一个标题里的“{otherWords}”只见于本篇正文。',
        how: '对照原稿，把两个标题换回来。'
      },
      en: {
        what: 'The heads “{quote}” and “{otherHead}” are exchanged',
        why: 'Its words “{words}” occur only in the other story, and “{otherWords}” of the other head only in this one.',
        how: 'Compare with the copy and exchange the two heads.'
      }
    },
    ring: {
      zh: {
        what: '标题“{quote}”等{count}个标题轮换错位',
        why: '“{words}”只见于{other}标题下的正文；其余标题也各说着下一篇的事。',
        how: '对照原稿，把每个标题移到下一处。'
      },
      en: {
        what: 'The head “{quote}” and {rest} more are rotated',
        why: '“{words}” occurs only in the story under the head of {other}; each of the others tells of the next story too.',
        how: 'Compare with the copy and move each head to the next place.'
      }
    }
  },
  labels: {
    other: {zh: '与这个标题互换', en: 'exchanged with this head'},
    next: {zh: '前一个标题应排在这里', en: 'the head before belongs here'},
    evidence: {zh: '标题里的词见于这篇正文', en: 'the head’s words are in this story'},
    stays: {zh: '这一行与正文相符，留在原处', en: 'this line fits its story and stays'},
    goes: {zh: '这一行跟着标题走', en: 'this line goes with its head'},
    exchange: {zh: '把标题换回来', en: 'Exchange the heads'}
  },

  *check(issue, {options, use}) {
    const letters = use(normalised, issue)
    const fit = use(fits, issue)
    for (const {stories, gained} of findRings(fit, options.gain)) {
      const moves = stories.flatMap((from, k) =>
        toMove(issue, letters, fit, from, stories[(k + 1) % stories.length] ?? from)
      )
      const [first, second] = moves
      if (first === undefined || second === undefined || moves.length < stories.length) continue
      const leaning = Math.min(...moves.map((move) => move.leaning))
      if (gained < clearGain ? leaning < clearLeaning : leaning <= 0.5) continue
      const pair = stories.length === 2
      const [head, ...rest] = moves.map((move) => move.head)
      yield {
        id: pair ? 'pair' : 'ring',
        at: head ?? first.head,
        ...((gained < proven.gain || leaning < proven.leaning) && {severity: 'warning'}),
        data: {
          words: first.words.join('、'),
          ...(pair
            ? {otherHead: shorten(second.head.text), otherWords: second.words.join('、')}
            : {count: stories.length, rest: stories.length - 1})
        },
        related: [
          ...rest.map((at) => ({at, label: pair ? ('other' as const) : ('next' as const)})),
          ...moves.flatMap(({evidence, lines}) => [...evidence, ...lines])
        ],
        fixes: [
          {
            title: 'exchange',
            safety: 'unsafe',
            edits: moves.map(({head}, k) => ({...spanOf(moves[(k + 1) % moves.length]?.head ?? head), text: head.text}))
          }
        ]
      }
    }
  }
})

type Other = Related<'evidence' | 'stays' | 'goes'>

/** A head on its way from one story to another. */
interface Move {
  readonly head: Block
  /** Of all that tells the two stories apart in the head’s words, the share that speaks for the other. */
  readonly leaning: number
  /** Words of the head that the other story has and its own has not, longest first. */
  readonly words: readonly string[]
  /** Where the first of them stands in the other story. */
  readonly evidence: readonly Other[]
  /** Its kickers and decks: whether each stays with the story or goes with the head. */
  readonly lines: readonly Other[]
}

/** None or one: a head that says nothing provable is not moved. */
function toMove(issue: Issue, letters: Normalised, fit: Fits, from: number, to: number): Move[] {
  const {headline: head, kickers = [], decks = []} = issue.articles[from] ?? {}
  if (head === undefined) return []
  const codes = lettersOf(letters, head)
  if (codes.length < leastLetters) return []
  const words = onlyThere(fold(head.text), toText(fit.bodies[from]), toText(fit.bodies[to]))
  if (words.length === 0) return []
  const lines = [...kickers, ...decks].map((at): Other => {
    const line = lettersOf(letters, at)
    return {at, label: fit.of(line, from) >= fit.of(line, to) ? 'stays' : 'goes'}
  })
  return [
    {
      head,
      leaning: fit.leaning(codes, from, to),
      words,
      evidence: findWord(fit.bodies[to] ?? [], words[0] ?? '').map((at): Other => ({at, label: 'evidence'})),
      lines
    }
  ]
}

/** Letters that no word of a head begins or ends with where it is cut: …到田间, 灌区今… */
const loose = /^[的了在到和与及对向从将把被为于今等]+|[的了在到和与及对向从将把被为于今等]+$/gu

/** The longest stretches of a head, of two letters or more, that stand in one text and not in the other; at most three. */
function onlyThere(head: string, here: string, there: string): string[] {
  const found = new Set<string>()
  for (const {0: stretch} of head.matchAll(/[\p{L}\p{N}.%]+/gu)) {
    for (let i = 0; i + 2 <= stretch.length; ) {
      let length = stretch.length - i
      // most letters of a head are not there even in pairs
      if (there.includes(stretch.slice(i, i + 2)))
        while (length > 1 && !has(there, stretch.slice(i, i + length))) length--
      else length = 0
      const word = stretch.slice(i, i + length).replace(loose, '')
      if (word.length >= 2 && isWhole(stretch, i, length) && !has(here, word)) {
        found.add(word)
        i += length
      } else i++
    }
  }
  return [...found].sort((a, b) => b.length - a.length).slice(0, 3)
}

/** Whether a part of a head cuts no figure and no word of an alphabet. */
const isWhole = (text: string, start: number, length: number) =>
  !/[a-z0-9.][a-z0-9]/.test(text.slice(Math.max(0, start - 1), start + 1)) &&
  !/[a-z0-9][a-z0-9]/.test(text.slice(start + length - 1, start + length + 1))

const has = (text: string, word: string) => indexOf(text, word) >= 0

/** Where a word stands; one of an alphabet or a figure only whole: leak is not in leaking, 2万 not in 1.2万. */
function indexOf(text: string, word: string): number {
  for (let index = text.indexOf(word); index >= 0; index = text.indexOf(word, index + 1)) {
    const before = text[index - 1] ?? ''
    const behind = text[index + word.length] ?? ''
    if (/^[a-z0-9]/.test(word) && /[a-z0-9.]/.test(before)) continue
    if (/[a-z0-9]$/.test(word) && /[a-z0-9]/.test(behind)) continue
    return index
  }
  return -1
}

function findWord(body: readonly NormalisedBlock[], word: string): Span[] {
  for (const {block} of body) {
    const index = indexOf(fold(block.text), word)
    if (index < 0) continue
    return [{page: block.page, start: block.start + index, end: block.start + index + word.length}]
  }
  return []
}

/** Paragraphs as one string, a line each. */
const toText = (blocks: readonly NormalisedBlock[] = []) => blocks.map(({block}) => fold(block.text)).join('\n')

/** Widths and case folded, unit by unit: offsets stay. */
const fold = (text: string) =>
  text.toLowerCase().length === text.length
    ? text.toLowerCase().replace(/[\uff01-\uff5e]/g, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0))
    : text

const spanOf = ({page, start, end}: Block): Span => ({page, start, end})

const shorten = (text: string) => (text.length > 12 ? `${text.slice(0, 11)}…` : text)
