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
  const recent = new Uint32Array(window)
  const hashAt = (i: number) => recent[i % window] ?? 0
  for (const {start, end} of blocks) {
    let rolling = 0
    for (let i = start; i < Math.min(end, start + gram - 1); i++) rolling = roll(rolling, codes[i] ?? 0)
    const last = end - gram
    let least = -1
    let kept = -1
    for (let i = start; i <= last; i++) {
      rolling = roll(rolling, codes[i + gram - 1] ?? 0)
      recent[i % window] = mix(rolling)
      rolling = (rolling - Math.imul(codes[i] ?? 0, power)) | 0
      const from = Math.max(start, i - window + 1)
      if (least < from) {
        // the least one has left the window
        least = from
        for (let j = from + 1; j <= i; j++) if (hashAt(j) <= hashAt(least)) least = j
      } else if (hashAt(i) <= hashAt(least)) least = i
      if (least === kept || (i < start + window - 1 && i < last)) continue
      kept = least
      hashes[size] = hashAt(least)
      positions[size++] = least
    }
  }
  return {hashes: hashes.slice(0, size), positions: positions.slice(0, size)}
})

const base = 0x01000193
/** `base` to the power of `gram - 1`: the weight of the letter that leaves. */
const power = Array.from({length: gram - 1}).reduce<number>((product) => Math.imul(product, base), 1)

const roll = (hash: number, code: number): number => (Math.imul(hash, base) + code) | 0

/** Spreads the bits, so that the least hash is not always that of the same letters (the end of MurmurHash3). */
function mix(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
