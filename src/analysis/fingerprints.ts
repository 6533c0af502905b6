import {defineAnalysis} from '../rule/use.ts'
import type {Issue} from '../tree/issue.ts'
import {normalised} from './normalised.ts'

/** Letters in a fingerprint. */
export const gram = 8

/** Grams of which the least is kept: two texts that share `gram + window - 1` letters share a fingerprint. */
export const window = 8

/** Fingerprints of an issue in the order of its text. */
export interface Fingerprints {
  /** 32-bit hashes; equal hashes are only candidates. */
  readonly hashes: Uint32Array
  /** The index in the normalised text at which each begins. */
  readonly positions: Uint32Array
}

/**
 * Winnowing (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003): of every `window` neighbouring grams the one with
 * the least hash is kept, the rightmost among equals. A fingerprint never runs across two paragraphs.
 */
export const fingerprints = defineAnalysis('fingerprints', (issue: Issue, use): Fingerprints => {
  const {codes, blocks} = use(normalised, issue)
  const hashes = new Uint32Array(codes.length)
  const positions = new Uint32Array(codes.length)
  let size = 0
  const grams = new Uint32Array(blocks.reduce((most, {start, end}) => Math.max(most, end - start), 0))
  for (const {start, end} of blocks) {
    const count = hashGrams(codes, start, end, grams)
    let least = -1
    let kept = -1
    for (let i = 0; i < count; i++) {
      const from = Math.max(0, i - window + 1)
      // the least one has left the window
      if (least < from) least = leastOf(grams, from, i)
      else if ((grams[i] ?? 0) <= (grams[least] ?? 0)) least = i
      if (least === kept || (i < window - 1 && i < count - 1)) continue
      kept = least
      hashes[size] = grams[least] ?? 0
      positions[size++] = start + least
    }
  }
  return {hashes: hashes.slice(0, size), positions: positions.slice(0, size)}
})

const base = 0x01000193
/** `base` to the power of `gram - 1`: the weight of the letter that leaves. */
const power = Array.from({length: gram - 1}).reduce<number>((product) => Math.imul(product, base), 1)

/** The hashes of all grams of a stretch of letters, in its order; gives how many there are. */
function hashGrams(codes: Uint16Array, start: number, end: number, grams: Uint32Array): number {
  let rolling = 0
  let count = 0
  for (let i = start; i < end; i++) {
    rolling = (Math.imul(rolling, base) + (codes[i] ?? 0)) | 0
    if (i < start + gram - 1) continue
    grams[count++] = mix(rolling)
    rolling = (rolling - Math.imul(codes[i - gram + 1] ?? 0, power)) | 0
  }
  return count
}

/** Where the least of some hashes stands, both ends included; the rightmost among equals. */
function leastOf(grams: Uint32Array, from: number, to: number): number {
  let least = from
  for (let i = from + 1; i <= to; i++) if ((grams[i] ?? 0) <= (grams[least] ?? 0)) least = i
  return least
}

/** Spreads the bits, so that the least hash is not always that of the same letters (the end of MurmurHash3). */
function mix(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
