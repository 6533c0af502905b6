/** Numbers the pairs of letters of some texts, so that longer texts can be asked for them without a string. */
export interface LetterPairs {
  readonly size: number
  /** The number of a pair, from 0, or -1 where no text had it. */
  readonly find: (a: number, b: number) => number
}

/** Bits of the sieve that most pairs of a page do not pass: it fits a processor's cache, the table may not. */
const sieveBits = 20

/** All pairs of some stretches of a text: open addressing in a typed array, behind a sieve. */
export function toLetterPairs(
  codes: Uint16Array,
  stretches: readonly {readonly start: number; readonly end: number}[]
): LetterPairs {
  // a pair and its number, from 1, side by side: one look into memory
  let table = new Uint32Array(2 ** 12)
  const sieve = new Uint32Array(2 ** (sieveBits - 5))
  // asked before any sum is done: half of the letters of a page are in no stretch
  const known = new Uint8Array(0x10000)
  let size = 0
  const slotOf = (pair: number, hash: number) => {
    const mask = table.length - 1
    let slot = (hash * 2) & mask
    while (table[slot + 1] !== 0 && table[slot] !== pair) slot = (slot + 2) & mask
    return slot
  }
  // most stretches share their pairs: a table for all letters would be many times too large for the cache
  const grow = () => {
    const before = table
    table = new Uint32Array(before.length * 2)
    for (let slot = 0; slot < before.length; slot += 2) {
      if (before[slot + 1] === 0) continue
      const pair = before[slot] ?? 0
      const place = slotOf(pair, mix(pair))
      table[place] = pair
      table[place + 1] = before[slot + 1] ?? 0
    }
  }
  for (const {start, end} of stretches) {
    for (let i = start + 1; i < end; i++) {
      const [a, b] = [codes[i - 1] ?? 0, codes[i] ?? 0]
      known[a] = 1
      known[b] = 1
      const pair = pairOf(a, b)
      const hash = mix(pair)
      const slot = slotOf(pair, hash)
      if (table[slot + 1] !== 0) continue
      table[slot] = pair
      table[slot + 1] = ++size
      const bit = hash >>> (32 - sieveBits)
      sieve[bit >> 5] = (sieve[bit >> 5] ?? 0) | (1 << (bit & 31))
      if (size * 3 > table.length) grow()
    }
  }
  return {
    size,
    find(a, b) {
      if (known[a] === 0 || known[b] === 0) return -1
      const pair = pairOf(a, b)
      const hash = mix(pair)
      const bit = hash >>> (32 - sieveBits)
      if (((sieve[bit >> 5] ?? 0) & (1 << (bit & 31))) === 0) return -1
      return (table[slotOf(pair, hash) + 1] ?? 0) - 1
    }
  }
}

const pairOf = (a: number, b: number) => ((a << 16) | b) >>> 0

function mix(pair: number): number {
  const h = Math.imul(pair ^ (pair >>> 15), 0x85ebca6b)
  const k = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (k ^ (k >>> 16)) >>> 0
}
