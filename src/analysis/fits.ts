import {defineAnalysis} from '../rule/use.ts'
import type {Issue} from '../tree/issue.ts'
import type {NormalisedBlock} from './normalised.ts'
import {normalised} from './normalised.ts'

/** Letters in the longest gram; grams of one letter up to this are counted. */
const longestGram = 3

/** Paragraphs that open a story: they say what its head says, and weigh as much as all the rest. */
const leadParagraphs = 2

/** Grams that more bodies have tell none of them; without a bound a page of thousands of stories would cost their square. */
const mostBodies = 64

/** How well the head of one story fits the body of another, from 0 to 1. */
export interface Fits {
  /** Fit of a story's own head: the share of the head's grams in its body, weighted by how few bodies have them. */
  readonly own: Float64Array
  /** For each story the bodies that share something with its head, its own left out. */
  readonly others: readonly ReadonlyMap<number, number>[]
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
  const heads: Uint16Array[] = issue.articles.map(() => new Uint16Array())
  const bodies: NormalisedBlock[][] = issue.articles.map(() => [])
  // a second dateline under one head begins an article without a head: still the head's story
  let story = 0
  for (const block of blocks) {
    const newPage = issue.articles[story]?.page !== block.block.page
    if (block.block.role === 'headline' || newPage) story = block.article
    if (block.block.role === 'headline') {
      heads[story] = codes.subarray(block.start, block.end)
    } else if (block.block.role === 'body') bodies[story]?.push(block)
  }
  const asked = issue.articles.map(({kickers, decks}) => [...kickers, ...decks])
  const wanted = new Map<number, number>()
  const ask = (letters: Uint16Array) => {
    for (const gram of grams(letters)) if (!wanted.has(gram)) wanted.set(gram, wanted.size)
  }
  for (const head of heads) ask(head)
  for (const block of blocks) {
    if (asked[block.article]?.includes(block.block)) ask(codes.subarray(block.start, block.end))
  }
  const index = postings(codes, bodies, wanted)
  const stories = Math.max(1, bodies.filter((body) => body.length > 0).length)
  const weight = (gram: number) => Math.log((stories + 1) / Math.max(1, index.count[gram] ?? 0))

  const row = (letters: Uint16Array): Map<number, number> => {
    const sums = new Map<number, number>()
    let total = 0
    for (const key of grams(letters)) {
      const gram = wanted.get(key)
      if (gram === undefined) continue
      const w = weight(gram)
      total += w
      for (const posting of index.lists[gram] ?? []) {
        const story = posting >> 1
        sums.set(story, (sums.get(story) ?? 0) + (posting & 1 ? w : w / 2))
      }
    }
    if (total > 0) for (const [story, sum] of sums) sums.set(story, sum / total)
    return sums
  }
  const own = new Float64Array(issue.articles.length)
  const others = heads.map((head, story) => {
    const sums = row(head)
    own[story] = sums.get(story) ?? 0
    sums.delete(story)
    return sums
  })
  const leaning = (letters: Uint16Array, here: number, there: number): number => {
    let forHere = 0
    let forThere = 0
    for (const key of grams(letters)) {
      const gram = wanted.get(key)
      if (gram === undefined) continue
      const list = index.lists[gram] ?? []
      const isHere = list.some((posting) => posting >> 1 === here)
      const isThere = list.some((posting) => posting >> 1 === there)
      if (isHere && !isThere) forHere += weight(gram)
      else if (isThere && !isHere) forThere += weight(gram)
    }
    return forHere + forThere === 0 ? 0.5 : forThere / (forHere + forThere)
  }
  return {own, others, of: (letters, story) => row(letters).get(story) ?? 0, leaning, bodies}
})

/** The distinct grams of a text as numbers: three letters of 16 bits fit into a double. */
function grams(letters: Uint16Array): Set<number> {
  const found = new Set<number>()
  for (let i = 0; i < letters.length; i++) {
    let gram = 0
    for (let j = i; j < Math.min(letters.length, i + longestGram); j++) {
      gram = gram * 0x10000 + (letters[j] ?? 0)
      found.add(gram)
    }
  }
  return found
}

interface Postings {
  /** In how many bodies each gram stands. */
  readonly count: Uint32Array
  /** The bodies that have it: story × 2, plus 1 where it stands in the lead. Empty where too many have it. */
  readonly lists: readonly (readonly number[])[]
}

function postings(
  codes: Uint16Array,
  bodies: readonly (readonly NormalisedBlock[])[],
  wanted: ReadonlyMap<number, number>
): Postings {
  const count = new Uint32Array(wanted.size)
  const seen = new Int32Array(wanted.size).fill(-1)
  const lists: number[][] = Array.from({length: wanted.size}, () => [])
  // most letters and pairs of a body are in no head: two small filters spare the map
  const firsts = new Uint8Array(0x10000)
  const pairs = new Uint8Array(0x100000)
  for (const gram of wanted.keys()) {
    if (gram < 0x10000) firsts[gram] = 1
    else if (gram < 0x100000000) pairs[slotOf(Math.floor(gram / 0x10000), gram % 0x10000)] = 1
  }
  bodies.forEach((body, story) => {
    const add = (key: number, lead: number) => {
      const gram = wanted.get(key)
      if (gram === undefined || seen[gram] === story) return
      seen[gram] = story
      const list = lists[gram]
      const known = (count[gram] ?? 0) + 1
      count[gram] = known
      if (known <= mostBodies) list?.push(story * 2 + lead)
      else if (list?.length) list.length = 0
    }
    body.forEach(({start, end}, paragraph) => {
      const lead = paragraph < leadParagraphs ? 1 : 0
      for (let i = start; i < end; i++) {
        const a = codes[i] ?? 0
        if (firsts[a] === 0) continue
        add(a, lead)
        if (i + 1 >= end) continue
        const b = codes[i + 1] ?? 0
        if (pairs[slotOf(a, b)] === 0) continue
        add(a * 0x10000 + b, lead)
        if (i + 2 < end) add((a * 0x10000 + b) * 0x10000 + (codes[i + 2] ?? 0), lead)
      }
    })
  })
  return {count, lists}
}

const slotOf = (a: number, b: number) => (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 12
