import {defineAnalysis} from '../rule/use.ts'
import type {Issue} from '../tree/issue.ts'
import {bodies} from './bodies.ts'
import {gramReader, toGrams} from './grams.ts'
import type {NormalisedBlock} from './normalised.ts'
import {normalised} from './normalised.ts'
import {gramPostings, has} from './postings.ts'

/** Paragraphs that open a story: they say what its head says, and weigh as much as all the rest. */
const leadParagraphs = 2

/** Letters in the longest gram. */
const longest = 3

/** Grams that more bodies have tell none of them; without a bound a page of thousands of stories would cost their square. */
const mostBodies = 64

/** How well the head of one story fits the body of another, from 0 to 1. */
export interface Fits {
  /** Fit of a story's own head: the share of the head's grams in its body, weighted by how few bodies have them. */
  readonly own: Float64Array
  /** For each story the bodies that its head fits better than its own, with the fit. */
  readonly better: readonly ReadonlyMap<number, number>[]
  /** How well any head, deck or kicker fits a body, on the same scale. */
  readonly of: (letters: Uint16Array, story: number) => number
  /** Of all that tells two bodies apart in a head's grams, the share that speaks for `there`; 0.5 where nothing does. */
  readonly leaning: (letters: Uint16Array, here: number, there: number) => number
  /** The paragraphs of each story, by the article that has its head. */
  readonly bodies: readonly (readonly NormalisedBlock[])[]
}

/**
 * Compares the heads of an issue with its bodies through an inverted index of the heads' n-grams: one pass over the text, no
 * comparison of all with all. The page is its own background: no outside word statistics are used.
 *
 * Stories are those of `issue.articles`; one without a head has an empty row.
 */
export const fits = defineAnalysis('fits', (issue: Issue, use): Fits => {
  const {codes, blocks} = use(normalised, issue)
  const {storyOf, bodies: texts} = use(bodies, issue)
  const heads: Uint16Array[] = issue.articles.map(() => new Uint16Array())
  const lines: Uint16Array[] = []
  for (const {block, article, start, end} of blocks) {
    const {role} = block
    if (role === 'headline') heads[storyOf[article] ?? 0] = codes.subarray(start, end)
    else if (role === 'kicker' || role === 'deck') lines.push(codes.subarray(start, end))
  }
  const known = toGrams([...heads, ...lines], longest)
  const gramsOf = gramReader(known)
  const parts = texts.flatMap((body, story) =>
    body.map(({start, end}, paragraph) => ({story, mark: paragraph < leadParagraphs ? 1 : 0, start, end}))
  )
  const {counts, starts, postings} = gramPostings(codes, parts, known, mostBodies)
  const stories = Math.max(1, texts.filter((body) => body.length > 0).length)
  const weights = Float64Array.from({length: stories + 1}, (_, count) => Math.log((stories + 1) / Math.max(1, count)))
  const weight = (gram: number) => weights[counts[gram] as number] as number

  // one row of sums for all heads: a map for each would cost more than the text
  const sums = new Float64Array(issue.articles.length)
  const row = (letters: Uint16Array): readonly number[] => {
    const touched: number[] = []
    let total = 0
    for (const gram of gramsOf(letters)) {
      const w = weight(gram)
      total += w
      const end = starts[gram + 1] as number
      for (let k = starts[gram] as number; k < end; k++) {
        const posting = postings[k] as number
        const story = posting >> 1
        if (sums[story] === 0) touched.push(story)
        ;(sums[story] as number) += posting & 1 ? w : w / 2
      }
    }
    for (const story of touched) (sums[story] as number) /= total
    return touched
  }
  const own = new Float64Array(issue.articles.length)
  const better = heads.map((head, story) => {
    const touched = row(head)
    const fit = sums[story] ?? 0
    own[story] = fit
    const found = new Map<number, number>()
    for (const other of touched) {
      const there = sums[other] ?? 0
      if (there > fit) found.set(other, there)
      sums[other] = 0
    }
    return found
  })
  const of = (letters: Uint16Array, story: number) => {
    const touched = row(letters)
    const fit = sums[story] ?? 0
    for (const other of touched) sums[other] = 0
    return fit
  }
  const hasGram = (gram: number, story: number): boolean => {
    const [from, to] = [starts[gram] as number, starts[gram + 1] as number]
    return has(postings, from, to, story * 2) || has(postings, from, to, story * 2 + 1)
  }
  const leaning = (letters: Uint16Array, here: number, there: number): number => {
    let forHere = 0
    let forThere = 0
    for (const gram of gramsOf(letters)) {
      const isHere = hasGram(gram, here)
      const isThere = hasGram(gram, there)
      if (isHere && !isThere) forHere += weight(gram)
      else if (isThere && !isHere) forThere += weight(gram)
    }
    return forHere + forThere === 0 ? 0.5 : forThere / (forHere + forThere)
  }
  return {own, better, of, leaning, bodies: texts}
})
