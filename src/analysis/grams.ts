/** Numbers the n-grams of one to three letters of some texts, so that longer texts can be asked for them without a string. */
export interface Grams {
  readonly size: number
  /** The number of a gram, from 0, or -1 where no text had it; `b` and `c` are -1 where it is shorter. */
  readonly find: (a: number, b?: number, c?: number) => number
}

/** Letters in the longest gram. */
const longest = 3

/** All grams of some texts. Open addressing in typed arrays: a `Map` costs twice as much, and more the larger it is. */
export function toGrams(texts: readonly Uint16Array[]): Grams {
  const letters = texts.reduce((sum, text) => sum + text.length, 0)
  const slots = 2 ** Math.ceil(Math.log2(Math.max(16, letters * longest * 2)))
  const pairs = new Uint32Array(slots)
  const thirds = new Int32Array(slots)
  const numbers = new Int32Array(slots).fill(-1)
  const singles = new Int32Array(0x10000).fill(-1)
  const slotOf = (pair: number, third: number) => {
    let slot = (mix(pair) ^ Math.imul(third + 1, 0x9e3779b1)) & (slots - 1)
    while ((numbers[slot] ?? -1) >= 0 && (pairs[slot] !== pair || thirds[slot] !== third))
      slot = (slot + 1) & (slots - 1)
    return slot
  }
  let size = 0
  const put = (pair: number, third: number) => {
    const slot = slotOf(pair, third)
    if ((numbers[slot] ?? -1) >= 0) return
    pairs[slot] = pair
    thirds[slot] = third
    numbers[slot] = size++
  }
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const a = text[i] ?? 0
      if ((singles[a] ?? -1) < 0) singles[a] = size++
      if (i + 1 < text.length) put(pairOf(a, text[i + 1] ?? 0), -1)
      if (i + 2 < text.length) put(pairOf(a, text[i + 1] ?? 0), text[i + 2] ?? 0)
    }
  }
  return {
    size,
    find: (a, b = -1, c = -1) => (b < 0 ? singles[a] : numbers[slotOf(pairOf(a, b), c)]) ?? -1
  }
}

/** The distinct grams of a text, by their numbers; those that no text had are left out. */
export function gramsOf({find}: Grams, text: Uint16Array): Set<number> {
  const found = new Set<number>()
  for (let i = 0; i < text.length; i++) {
    const a = text[i] ?? 0
    found.add(find(a))
    if (i + 1 < text.length) found.add(find(a, text[i + 1]))
    if (i + 2 < text.length) found.add(find(a, text[i + 1], text[i + 2]))
  }
  found.delete(-1)
  return found
}

const pairOf = (a: number, b: number) => ((a << 16) | b) >>> 0

function mix(pair: number): number {
  const h = Math.imul(pair ^ (pair >>> 15), 0x85ebca6b)
  return h ^ (h >>> 13)
}
