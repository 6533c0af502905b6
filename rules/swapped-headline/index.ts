import type {Finding, Fits} from 'copylint'
import {defineRule, fits, lettersOf, normalised, shorten} from 'copylint'
import * as v from 'valibot'
import {exchange, type Move, toMove} from './move.ts'
import {findRings} from './rings.ts'

/** A gain of this much is enough where most of what tells the stories apart speaks for the exchange; */
const clearGain = 0.12
/** a smaller one, where all but this share does: 李克强会见… over a story that never names him. */
const clearLeaning = 0.8
/** From here on the page proves it. */
const proven = {gain: 0.15, leaning: 0.75}
/**
 * What a head must gain, alone and with the head of the other story, where that one would rather stay; and the letters of its
 * longest word that only the other story has: 灯火可亲 over no lamp is no slip.
 */
const alone = {gain: 0.3, mean: 0.15, leaning: 0.95, letters: 4}

/** So much of a head stands in a message, in UTF-16 units. */
const longestShown = 12

export default defineRule({
  name: 'swapped-headline',
  scope: 'issue',
  severity: 'error',
  counts: 'fact',
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
    one: {
      zh: {
        what: '标题“{quote}”像是“{otherHead}”的',
        why: '这里的“{words}”只见于另一篇正文，本篇没有。',
        how: '对照原稿：这个标题是不是排错了地方，两个标题是不是互换了。'
      },
      en: {
        what: 'The head “{quote}” may be that of “{otherHead}”',
        why: 'Its words “{words}” occur only in the other story.',
        how: 'Compare with the copy: is this head misplaced, are the two exchanged?'
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
    perhaps: {zh: '像是这个标题下的', en: 'may belong to this story'},
    evidence: {zh: '标题里的词见于这篇正文', en: 'the head’s words are in this story'},
    others: {zh: '另一标题里的词见于这篇正文', en: 'the other head’s words are in this story'},
    stays: {zh: '这一行与正文相符，留在原处', en: 'this line fits its story and stays'},
    goes: {zh: '这一行跟着标题走', en: 'this line goes with its head'},
    exchange: {zh: '把标题换回来', en: 'Exchange the heads'}
  },

  *check(issue, {options, use, text}) {
    const letters = use(normalised, issue)
    const fit = use(fits, issue)
    const toMoves = (stories: readonly number[]) =>
      stories.flatMap((from, k) => toMove(issue, letters, fit, from, stories[(k + 1) % stories.length] ?? from))
    const told = new Set<number>()
    for (const {stories, gained} of findRings(fit, options.gain)) {
      const moves = toMoves(stories)
      const [first, second] = moves
      if (first === undefined || second === undefined || moves.length < stories.length) continue
      const leaning = Math.min(...moves.map((move) => move.leaning))
      if (gained < clearGain ? leaning < clearLeaning : leaning <= 0.5) continue
      const speaking = moves.filter(({words}) => words.length > 0)
      const pair = stories.length === 2
      if (speaking.length < moves.length) {
        if (pair && speaking[0] && stands(speaking[0]))
          yield oneHead(speaking[0], moves.find((it) => it !== speaking[0]) ?? second)
        else continue
      } else {
        const [head, ...rest] = moves.map((move) => move.head)
        yield {
          id: pair ? 'pair' : 'ring',
          at: head ?? first.head,
          wrong: moves.map((move) => move.head),
          ...((gained < proven.gain || leaning < proven.leaning || !moves.every(({sure}) => sure)) && {
            severity: 'warning'
          }),
          data: {
            words: listed(first.words),
            ...(pair
              ? {otherHead: shorten(second.head.text, longestShown), otherWords: listed(second.words)}
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
      for (const story of stories) told.add(story)
    }
    for (const stories of strangers(fit, told)) {
      const head = issue.articles[stories[0]]?.headline
      // asked first: the words of two stories cost more
      if (!head || fit.leaning(lettersOf(letters, head), ...stories) < alone.leaning) continue
      const [move, other] = toMoves(stories)
      if (!move || !other || !stands(move)) continue
      const gained = (move.gain + other.gain) / 2
      if (gained < Math.max(alone.mean, options.gain)) continue
      yield oneHead(move, other)
      for (const story of stories) told.add(story)
    }
  }
})

const stands = ({sure, words}: Move): boolean => sure && (words[0]?.length ?? 0) >= alone.letters

/** A head whose words only the story under the other has, where nothing speaks for the other way. */
function oneHead({head, words, evidence}: Move, other: Move): Finding<'one', 'perhaps' | 'evidence'> {
  return {
    id: 'one',
    at: head,
    severity: 'warning',
    data: {words: listed(words), otherHead: shorten(other.head.text, longestShown)},
    related: [{at: other.head, label: 'perhaps'}, ...evidence.map((at) => ({at, label: 'evidence' as const}))]
  }
}

/** Heads that are in no ring and fit another story far better than their own, each with the one that it fits best. */
function* strangers({own, better}: Fits, told: ReadonlySet<number>): Generator<[number, number]> {
  for (const [head, others] of better.entries()) {
    if (told.has(head)) continue
    let best: readonly [number, number] = [head, 0]
    for (const it of others) if (it[1] > best[1]) best = it
    if (best[1] - (own[head] ?? 0) >= alone.gain && !told.has(best[0])) yield [head, best[0]]
  }
}

/** In the marks of their own script. */
const listed = (words: readonly string[]) => words.join(words.some((it) => /[\u3400-\u9fff]/.test(it)) ? '、' : ', ')
