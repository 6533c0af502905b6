import {defineAnalysis} from '../rule/use.ts'
import type {Issue} from '../tree/issue.ts'
import {fingerprints, gram} from './fingerprints.ts'
import {normalised} from './normalised.ts'

/** How many earlier places of a fingerprint are looked at: a phrase on every line must not cost the square. */
const reach = 3

/** The same letters at two places, verified, as long as it can be within two paragraphs. */
export interface Run {
  /** Index in the normalised text of the earlier place. */
  readonly first: number
  /** Of the later place. */
  readonly second: number
  readonly length: number
}

/** Two paragraphs and what they share. */
export interface Passages {
  /** Indices into `normalised.blocks`; `first < second`, or equal where a paragraph repeats itself. */
  readonly first: number
  readonly second: number
  /** By their place in the second; they may overlap in the first. */
  readonly runs: readonly Run[]
}

/**
 * Pairs of paragraphs that share at least one run of letters, found by fingerprint and verified letter by letter.
 * One pair at a time, and never across the end of a paragraph.
 */
export const passages = defineAnalysis('passages', (issue: Issue, use): readonly Passages[] => {
  const {codes, blocks} = use(normalised, issue)
  const {hashes, positions} = use(fingerprints, issue)
  const earlier = chains(hashes)
  const blockOf = blockFinder(blocks)
  const pairs: {first: number; second: number; runs: Run[]}[] = []
  // by the first paragraph: the last pair it is in
  const pairOf = new Int32Array(blocks.length).fill(-1)
  // where the run on a diagonal (second - first) ends, so that it is found once; of the paragraph that is looked at
  const reached = new Map<number, number>()
  let block = 0
  for (let i = 0; i < hashes.length; i++) {
    let j = earlier[i] as number
    if (j < 0) continue
    const second = positions[i] as number
    if (second >= (blocks[block]?.end ?? Infinity)) {
      block = blockOf(second)
      if (reached.size > 0) reached.clear()
    }
    for (let steps = 0; j >= 0 && steps < reach; j = earlier[j] as number, steps++) {
      const first = positions[j] as number
      if ((reached.get(second - first) ?? -1) > second) continue
      const other = blockOf(first)
      const run = extend(codes, first, second, blocks[other], blocks[block])
      if (run === undefined) continue
      reached.set(second - first, run.second + run.length)
      const pair = pairs[pairOf[other] as number]
      if (pair?.second === block) pair.runs.push(run)
      else pairOf[other] = pairs.push({first: other, second: block, runs: [run]}) - 1
    }
  }
  return pairs
})

/** So many fingerprints are chained at a time: what is asked for them stays near the processor. */
const near = 1024

/**
 * For each fingerprint the last one before it with the same hash, or -1. They are dealt out by the last bits of their hashes first: in
 * one table of a million each would wait for memory.
 */
function chains(hashes: Uint32Array): Int32Array {
  const bits = Math.ceil(Math.log2(Math.max(1, hashes.length / near)))
  const mask = 2 ** bits - 1
  const starts = startsOf(hashes, mask)
  const dealt = new Uint32Array(hashes.length)
  const order = new Int32Array(hashes.length)
  const next = starts.slice()
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] as number
    const place = (next[hash & mask] as number)++
    dealt[place] = hash
    order[place] = i
  }
  const earlier = new Int32Array(hashes.length).fill(-1)
  let heads = new Int32Array(4 * near)
  for (let part = 0; part <= mask; part++) {
    const from = starts[part] as number
    const to = starts[part + 1] as number
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, (to - from) * 2)))
    if (size > heads.length) heads = new Int32Array(size)
    heads.fill(-1, 0, size)
    // open addressing: a slot belongs to the first hash that took it
    for (let k = from; k < to; k++) {
      const hash = dealt[k] as number
      let slot = (hash >>> bits) & (size - 1)
      let head = heads[slot] as number
      while (head >= 0 && dealt[head] !== hash) {
        slot = (slot + 1) & (size - 1)
        head = heads[slot] as number
      }
      if (head >= 0) earlier[order[k] as number] = order[head] as number
      heads[slot] = k
    }
  }
  return earlier
}

/** Where the hashes with each last bits begin, when they are dealt out by these. */
function startsOf(hashes: Uint32Array, mask: number): Int32Array {
  const starts = new Int32Array(mask + 2)
  for (let i = 0; i < hashes.length; i++) (starts[((hashes[i] as number) & mask) + 1] as number)++
  for (let part = 1; part < starts.length; part++)
    starts[part] = (starts[part] as number) + (starts[part - 1] as number)
  return starts
}

interface Range {
  readonly start: number
  readonly end: number
}

function extend(
  codes: Uint16Array,
  first: number,
  second: number,
  a: Range | undefined,
  b: Range | undefined
): Run | undefined {
  if (a === undefined || b === undefined) return undefined
  let ahead = 0
  while (first + ahead < a.end && second + ahead < b.end && codes[first + ahead] === codes[second + ahead]) ahead++
  // equal hashes of different letters
  if (ahead < gram) return undefined
  let behind = 0
  while (
    first - behind > a.start &&
    second - behind > b.start &&
    codes[first - behind - 1] === codes[second - behind - 1]
  ) {
    behind++
  }
  // not half of a rare character: 𠮷 and 𠮾 begin alike, and others end alike
  const from = isLow(codes[second - behind]) ? behind - 1 : behind
  const to = isHigh(codes[second + ahead - 1]) ? ahead - 1 : ahead
  return {first: first - from, second: second - from, length: to + from}
}

const isHigh = (code = 0) => code >= 0xd800 && code <= 0xdbff
const isLow = (code = 0) => code >= 0xdc00 && code <= 0xdfff

/** The index of the last paragraph that does not begin behind a position. */
function blockFinder(blocks: readonly Range[]): (position: number) => number {
  const starts = Int32Array.from(blocks, ({start}) => start)
  return (position) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= position) low = middle
      else high = middle - 1
    }
    return low
  }
}
