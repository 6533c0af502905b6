import {isHanCharacter} from '../parse/chars.ts'

/** Where pairs of characters stand. */
export type PairPlaces = (pair: number) => readonly number[]

const none: readonly number[] = []

/**
 * Finds many pairs of characters, so far apart, in one pass: a table in typed arrays, since a map costs three times as much on a long
 * page. It is as large as what is wanted: on a short page a table of all characters would cost more than the page.
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
  // most pairs of a page are not wanted: a byte for all that fall on it, so that the table is seldom asked
  const marked = new Uint8Array(2 ** Math.min(18, bits + 2))
  const markShift = 32 - Math.log2(marked.length)
  for (const pair of wanted) {
    const slot = slotOf(pair)
    keys[slot] = pair
    places[slot] = []
    marked[Math.imul(pair, 0x9e3779b1) >>> markShift] = 1
  }
  for (let i = gap; i < text.length; i++) {
    const a = text.charCodeAt(i - gap)
    const b = text.charCodeAt(i)
    const pair = (a - 0x4e00) * 0x5200 + b - 0x4e00
    if (marked[Math.imul(pair, 0x9e3779b1) >>> markShift] === 0 || !isHanCharacter(a) || !isHanCharacter(b)) continue
    places[slotOf(pair)]?.push(i - gap)
  }
  return (pair) => places[slotOf(pair)] ?? none
}
