import {isHanCharacter} from '../parse/chars.ts'

/** Where pairs of characters stand. */
export type PairPlaces = (pair: number) => readonly number[]

const none: readonly number[] = []

/**
 * Finds many pairs of characters, so far apart, in one pass: a table in typed arrays, since a map costs three times as much on a long page.
 *
 * @param pairs numbers of pairs, see `pairOf`
 */
export function findPairs(text: string, pairs: Iterable<number>, gap: number): PairPlaces {
  const wanted = new Set(pairs)
  wanted.delete(-1)
  const bits = Math.max(8, Math.ceil(Math.log2(wanted.size * 4 + 1)))
  const keys = new Int32Array(2 ** bits).fill(-1)
  const places: number[][] = new Array(keys.length)
  const shift = 32 - bits
  const mask = keys.length - 1
  const slotOf = (pair: number): number => {
    let slot = Math.imul(pair, 0x9e3779b1) >>> shift
    while (keys[slot] !== pair && keys[slot] !== -1) slot = (slot + 1) & mask
    return slot
  }
  // most characters stand in no pair: each first one knows the lowest bits of those that follow it, so that the table is seldom asked
  const partners = new Uint32Array(0x10000)
  for (const pair of wanted) {
    const slot = slotOf(pair)
    keys[slot] = pair
    places[slot] = []
    const first = Math.floor(pair / 0x5200) + 0x4e00
    partners[first] = (partners[first] ?? 0) | (1 << ((pair % 0x5200) & 31))
  }
  // 0x5200 and 0x4e00 are multiples of 32: the bits of a character and of its number are the same
  let before = 0
  let far = 0
  for (let i = 0; i < text.length; i++) {
    const b = text.charCodeAt(i)
    const a = gap === 1 ? before : far
    far = before
    before = b
    if ((((partners[a] ?? 0) >>> (b & 31)) & 1) === 0 || !isHanCharacter(b)) continue
    const pair = (a - 0x4e00) * 0x5200 + b - 0x4e00
    let slot = Math.imul(pair, 0x9e3779b1) >>> shift
    let key = keys[slot]
    while (key !== pair && key !== -1) {
      slot = (slot + 1) & mask
      key = keys[slot]
    }
    if (key === pair) places[slot]?.push(i - gap)
  }
  return (pair) => places[slotOf(pair)] ?? none
}
