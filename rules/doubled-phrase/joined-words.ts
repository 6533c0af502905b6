import type {Block, Characters, Printed} from 'copylint'
import {spanIn} from 'copylint'
import type {Found} from './found.ts'

/** Fewer words are idiom: again and again, more and more, time and time again. */
const leastWords = 3
const mostWords = 10

/** A phrase of an alphabet joined with itself: the harbour board and the harbour board. */
export function* findJoinedWords(all: Characters): Generator<Found> {
  for (const n of paragraphsWithJoint(all)) {
    const {block, article} = all.printed[n] as Printed
    if (article) yield* findIn(block)
  }
}

/** The paragraphs with `and` or `or`: a Chinese page has none, and is asked for the letters only. */
function paragraphsWithJoint({codes, eachPair, paragraphAt}: Characters): Set<number> {
  const found = new Set<number>()
  const isJoint = /^\s(?:and|or)\s$/i
  for (const [back, ...letters] of [
    [2, 'nN', 'dD'],
    [1, 'oO', 'rR']
  ] as const) {
    for (const a of letters[0]) {
      for (const b of letters[1]) {
        eachPair(a.charCodeAt(0), b.charCodeAt(0), (place) => {
          if (isJoint.test(String.fromCharCode(...codes.subarray(place - back, place + 3))))
            found.add(paragraphAt(place))
        })
      }
    }
  }
  return found
}

function* findIn(block: Block): Generator<Found> {
  const {text} = block
  const tokens = [...text.matchAll(/[\p{L}\p{N}’'-]+/gu)].map(({0: word, index}) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length
  }))
  let told = 0
  for (const [k, {word: joint}] of tokens.entries()) {
    if ((joint !== 'and' && joint !== 'or') || k < told) continue
    const count = same(text, tokens, k)
    const [first, second, last] = [tokens[k - count], tokens[k + 1], tokens[k + count]]
    const before = tokens[k - 1]
    if (count < leastWords || !first || !second || !last || !before) continue
    told = k + count + 1
    const goesOn = /^\s+[\p{L}\p{N}]/u.test(text.slice(last.end))
    yield {
      id: 'joined',
      at: spanIn(block, second.start, last.end),
      // the board and the board of the other bank
      ...(goesOn && {severity: 'warning' as const}),
      data: {phrase: text.slice(second.start, last.end), joint: ` ${joint} `},
      related: [{at: spanIn(block, first.start, before.end), label: 'first'}],
      fixes: [{title: 'drop', safety: 'unsafe', edits: [{...spanIn(block, before.end, last.end), text: ''}]}]
    }
  }
}

interface Token {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** The most words that stand alike before the joint and behind it, with nothing but blanks between them. */
function same(text: string, tokens: readonly Token[], joint: number): number {
  for (let count = Math.min(mostWords, joint, tokens.length - 1 - joint); count >= leastWords; count--) {
    const [from, to] = [tokens[joint - count], tokens[joint + count]]
    if (!from || !to) continue
    if (from.word === tokens[joint]?.word) continue
    const alike = tokens.slice(joint - count, joint).every(({word}, i) => word === tokens[joint + 1 + i]?.word)
    if (alike && !/[^\p{L}\p{N}’'\s-]/u.test(text.slice(from.start, to.end))) return count
  }
  return 0
}
