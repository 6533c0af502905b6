import type {Block, Edit, Fits, Fix, Issue, Normalised, Related, Span} from 'copylint'
import {datelineLength, defineRule, fits, lettersOf, normalised} from 'copylint'
import * as v from 'valibot'
import {findWord, fold, onlyThere, toText} from './evidence.ts'
import {findRings} from './rings.ts'

/** A head of fewer letters says too little of its story: 短评, 编者按. One of more is no head. */
const leastLetters = 4
const mostLetters = 200
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
        how: '对照原稿，把每个标题移到下一处，最后一个移到第一处。'
      },
      en: {
        what: 'The head “{quote}” and {rest} more are rotated',
        why: '“{words}” occurs only in the story under the head of {other}; each of the others tells of the next story too.',
        how: 'Compare with the copy and move each head to the next place, the last to the first.'
      }
    }
  },
  labels: {
    other: {zh: '与这个标题互换', en: 'exchanged with this head'},
    next: {zh: '前一个标题应排在这里', en: 'the head before belongs here'},
    evidence: {zh: '标题里的词见于这篇正文', en: 'the head’s words are in this story'},
    others: {zh: '另一标题里的词见于这篇正文', en: 'the other head’s words are in this story'},
    stays: {zh: '这一行与正文相符，留在原处', en: 'this line fits its story and stays'},
    goes: {zh: '这一行跟着标题走', en: 'this line goes with its head'},
    exchange: {zh: '把标题换回来', en: 'Exchange the heads'}
  },

  *check(issue, {options, use, text}) {
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
        ...((gained < proven.gain || leaning < proven.leaning || !moves.every(({sure}) => sure)) && {
          severity: 'warning'
        }),
        data: {
          words: listed(first.words),
          ...(pair
            ? {otherHead: shorten(second.head.text), otherWords: listed(second.words)}
            : {count: stories.length, rest: stories.length - 1})
        },
        related: [
          ...rest.map((at) => ({at, label: pair ? ('other' as const) : ('next' as const)})),
          ...moves.flatMap(({evidence, lines}, k) => [
            ...evidence.map((at) => ({at, label: pair && k > 0 ? ('others' as const) : ('evidence' as const)})),
            ...lines
          ])
        ],
        ...exchange(moves, text)
      }
    }
  }
})

type Line = Related<'stays' | 'goes'>

/** A head on its way from one story to another. */
interface Move {
  readonly head: Block
  /** Whether it is a head for certain: marked, or above a dateline; on a bare page the head of a part may look like one. */
  readonly sure: boolean
  /** Of all that tells the two stories apart in the head’s words, the share that speaks for the other. */
  readonly leaning: number
  /** Words of the head that the other story has and its own has not, longest first. */
  readonly words: readonly string[]
  /** Where the first of them stands in the other story. */
  readonly evidence: readonly Span[]
  /** Its kickers and decks: whether each stays with the story or goes with the head. */
  readonly lines: readonly Line[]
  /** The head with the lines that go with it; absent where a line that stays stands between. */
  readonly block?: Span
}

/** None or one: a head that says nothing provable is not moved. */
function toMove(issue: Issue, letters: Normalised, fit: Fits, from: number, to: number): Move[] {
  const {headline: head, kickers = [], decks = [], blocks = []} = issue.articles[from] ?? {}
  if (head === undefined) return []
  const codes = lettersOf(letters, head)
  if (codes.length < leastLetters || codes.length > mostLetters) return []
  const words = onlyThere(head.text, toText(fit.bodies[from]), toText(fit.bodies[to]))
  if (words.length === 0) return []
  const goes = (line: Block) => fit.of(lettersOf(letters, line), from) < fit.of(lettersOf(letters, line), to)
  const moved = blocks.filter((it) => it === head || ((it.role === 'kicker' || it.role === 'deck') && goes(it)))
  const [top] = moved
  const bottom = moved.at(-1)
  const together = top && bottom && blocks.indexOf(bottom) - blocks.indexOf(top) === moved.length - 1
  return [
    {
      head,
      sure: head.node.children[0]?.type === 'SourceNode' || datelineLength(fit.bodies[from]?.[0]?.block.text ?? '') > 0,
      leaning: fit.leaning(codes, from, to),
      words,
      evidence: findWord(fit.bodies[to] ?? [], fold(words[0] ?? '')),
      lines: [...kickers, ...decks].map((at): Line => ({at, label: moved.includes(at) ? 'goes' : 'stays'})),
      ...(together && {block: {page: top.page, start: top.start, end: bottom.end}})
    }
  ]
}

/** Each head, with the lines that go with it, in the place of the next. */
function exchange(moves: readonly Move[], text: (span: Span) => string): {fixes?: [Fix<'exchange'>]} {
  const edits: Edit[] = []
  for (const [k, {block}] of moves.entries()) {
    const place = moves[(k + 1) % moves.length]?.block
    if (block && place) edits.push({...place, text: text(block)})
  }
  return edits.length < moves.length ? {} : {fixes: [{title: 'exchange', safety: 'unsafe', edits}]}
}

/** In the marks of their own script. */
const listed = (words: readonly string[]) => words.join(words.some((it) => /[\u3400-\u9fff]/.test(it)) ? '、' : ', ')

const shorten = (text: string) => (text.length > 12 ? `${text.slice(0, 11)}…` : text)
