import {defineAnalysis} from '../rule/use.ts'
import type {Issue} from '../tree/issue.ts'
import {bodies} from './bodies.ts'
import {pairReader, toPairs} from './grams.ts'
import type {NormalisedBlock} from './normalised.ts'
import {normalised} from './normalised.ts'
import type {Part} from './postings.ts'
import {has, pairPostings} from './postings.ts'
import type {TiedStory} from './tied-story.ts'
import {isCertain, isOpinion, toStory} from './tied-story.ts'

/** Pairs that more stories have tie a stretch to none of them; without a bound a page of thousands of stories would cost their square. */
const mostStories = 16

/** A longer stretch is a text of its own, and is not asked for. */
const longestStretch = 400

/** How strongly a stretch of words is tied to a story. */
export interface Tie {
  /** The article that has the head of the story. */
  readonly story: number
  /** The pairs of letters that both have, each weighed by how few stories have it: 1 where no other has. */
  readonly words: number
  /** `words` by the length of the story: a long one has anything. */
  readonly strength: number
}

/** Whose words a stretch is. */
export interface Ties {
  /** The stories that have copy, in order. */
  readonly stories: readonly TiedStory[]
  /** The story that an article belongs to, as a place in `stories`; -1 where it has no copy. */
  readonly placeOf: Int32Array
  /**
   * The ties of a line outside of the body (a deck, a subhead, a caption), or of a story’s closing, to its own story and to that
   * of the others on its page which it fits best. It is never held against itself.
   *
   * @param place of its own story in `stories`
   */
  readonly of: (stretch: NormalisedBlock, place: number) => {readonly own: Tie; readonly other?: Tie}
}

/**
 * Asks for stretches of words which stories use their rare pairs of letters. The issue is its own background: a pair says much
 * where few stories have it. An inverted index of the stretches’ pairs, and one pass over the text.
 */
export const ties = defineAnalysis('ties', (issue: Issue, use): Ties => {
  const {codes, blocks} = use(normalised, issue)
  const found = use(bodies, issue)
  const heads = new Map<number, NormalisedBlock>()
  const asked: Uint16Array[] = []
  const comments = new Set<number>()
  const ask = (block: NormalisedBlock) => {
    if (block.end - block.start <= longestStretch) asked.push(codes.subarray(block.start, block.end))
  }
  for (const block of blocks) {
    if (block.block.role === 'headline') heads.set(block.article, block)
    else if (block.block.role === 'byline' && isOpinion(block.block.text)) comments.add(block.article)
    else if (block.block.role !== 'body') ask(block)
  }
  let group = 0
  const stories = found.bodies.flatMap((body, article) => {
    if (body.length === 0) return []
    const headline = heads.get(article)
    if (isCertain(headline, body) || issue.articles[article]?.page !== issue.articles[article - 1]?.page) group++
    return [toStory(codes, article, body, headline, {comment: comments.has(article), group})]
  })
  const places = new Int32Array(issue.articles.length).fill(-1)
  stories.forEach(({article, closing}, place) => {
    places[article] = place
    if (closing) ask(closing)
  })
  const pairs = toPairs(asked)
  const pairsOf = pairReader(pairs)
  const {starts, postings} = pairPostings(codes, stories.flatMap(partsOf), pairs, mostStories)
  const most = Math.log(stories.length + 1)
  const weights = Float64Array.from({length: mostStories + 1}, (_, count) => 1 - Math.log(Math.max(1, count)) / most)

  // one row of sums for all that is asked
  const sums = new Float64Array(stories.length)
  const tie = (place: number, without = 0): Tie => {
    const words = sums[place] ?? 0
    const {article = -1, letters = 0} = stories[place] ?? {}
    return {story: article, words, strength: (1 + words) / Math.sqrt(Math.max(1, letters - without))}
  }
  const of: Ties['of'] = ({start, end, block}, own) => {
    const closes = stories[own]?.closing?.block === block
    const touched: number[] = []
    for (const pair of pairsOf(codes.subarray(start, end))) {
      const from = starts[pair] as number
      const to = starts[pair + 1] as number
      if (from === to) continue
      // what only the closing has is no evidence for it
      const itself = closes && has(postings, from, to, own * 2 + 1)
      const weight = weights[to - from - (itself ? 1 : 0)] ?? 0
      for (let k = from; k < to; k++) {
        const posting = postings[k] ?? 0
        const place = posting >> 1
        if (itself && place === own) continue
        if (sums[place] === 0) touched.push(place)
        // another story’s closing may tell of it in the same words: half as much
        sums[place] = (sums[place] ?? 0) + (posting & 1 && place !== own ? weight / 2 : weight)
      }
    }
    let other: Tie | undefined
    for (const place of touched) {
      if (place === own || stories[place]?.page !== block.page) continue
      const it = tie(place)
      if (other === undefined || it.strength > other.strength) other = it
    }
    const mine = tie(own, closes && !stories[own]?.attendance ? end - start : 0)
    for (const place of touched) sums[place] = 0
    return {own: mine, ...(other && {other})}
  }
  return {stories, placeOf: found.storyOf.map((article) => places[article] ?? -1), of}
})

/** What ties to a story: its head and its paragraphs, and its closing, which is marked. */
const partsOf = ({headline, rest, closing, attendance}: TiedStory, story: number): Part[] => [
  ...(headline ? [headline, ...rest] : rest).map(({start, end}) => ({story, mark: 0, start, end})),
  ...(closing && !attendance ? [{story, mark: 1, start: closing.start, end: closing.end}] : [])
]
