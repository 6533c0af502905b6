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
  const pairs = new Map<number, {first: number; second: number; runs: Run[]}>()
  // where the run on a diagonal (second - first) ends, so that it is found once
  const reached = new Map<number, number>()
  const earlier = chains(hashes)
  let block = 0
  const blockOf = blockFinder(blocks.map(({start}) => start))
  for (let i = 0; i < hashes.length; i++) {
    const second = positions[i] ?? 0
    while (second >= (blocks[block]?.end ?? Infinity)) block++
    let steps = 0
    for (let j = earlier[i] ?? -1; j >= 0 && steps < reach; j = earlier[j] ?? -1, steps++) {
      const first = positions[j] ?? 0
      if ((reached.get(second - first) ?? -1) > second) continue
      const other = blockOf(first)
      const run = extend(codes, first, second, blocks[other], blocks[block])
      if (run === undefined) continue
      reached.set(second - first, run.second + run.length)
      const key = other * blocks.length + block
      const pair = pairs.get(key)
      if (pair) pair.runs.push(run)
      else pairs.set(key, {first: other, second: block, runs: [run]})
    }
  }
  return [...pairs.values()]
})

/** For each fingerprint the last one before it with the same hash, or -1. */
function chains(hashes: Uint32Array): Int32Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, hashes.length * 2)))
  const heads = new Int32Array(size).fill(-1)
  const earlier = new Int32Array(hashes.length).fill(-1)
  // open addressing: a slot belongs to the first hash that took it
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] ?? 0
    let slot = hash & (size - 1)
    for (;;) {
      const head = heads[slot] ?? -1
      if (head < 0 || hashes[head] === hash) break
      slot = (slot + 1) & (size - 1)
    }
    earlier[i] = heads[slot] ?? -1
    heads[slot] = i
  }
  return earlier
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

/** The index of the last start that is not behind a position. */
function blockFinder(starts: readonly number[]): (position: number) => number {
  return (position) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= position) low = middle
      else high = middle - 1
    }
    return low
  }
}
