/**
 * Numbers the runs of a few letters (grams) that some texts have, so that longer texts can be asked for them without a string. A gram
 * is one that is a letter shorter with a letter behind it; 0 is that of no letters.
 */
export interface Grams {
  /** Grams are numbered from 1 to this. */
  readonly size: number
  /** Four numbers a slot: a gram, a letter, and the gram that both are together. Open addressing: a `Map` costs many times as much. */
  readonly table: Int32Array
  /** Letters and their grams by the last bits of the letter; of some that share them one is here. Empty for pairs alone. */
  readonly singles: Int32Array
  /** Bits that most grams which no text has do not pass: it is near at hand, a large table is not. Empty where the table is small. */
  readonly sieve: Int32Array
}

/** @param longest letters in a gram */
export function toGrams(texts: readonly Uint16Array[], longest: number): Grams {
  const {put, done} = numbering(texts)
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const end = Math.min(i + longest, text.length)
      let gram = 0
      for (let k = i; k < end; k++) gram = put(gram, text[k] as number)
    }
  }
  return withSingles(done())
}

/** Numbers pairs alone: one is asked for by its first letter, as if that were a gram, with the second behind it. */
export function toPairs(texts: readonly Uint16Array[]): Grams {
  const {put, done} = numbering(texts)
  for (const text of texts) for (let i = 1; i < text.length; i++) put(text[i - 1] as number, text[i] as number)
  return done()
}

/** Most texts share their grams: a table for all letters of many would be many times too large to be near at hand. */
const largestFirst = 2 ** 14

function numbering(texts: readonly Uint16Array[]) {
  const letters = texts.reduce((sum, {length}) => sum + length, 0)
  let table = new Int32Array(Math.min(largestFirst, 2 ** Math.ceil(Math.log2(Math.max(64, letters * 8)))))
  let size = 0
  return {
    put(gram: number, letter: number): number {
      const slot = slotOf(table, hashOf(gram, letter), gram, letter)
      const known = table[slot + 2] as number
      if (known > 0) return known
      table[slot] = gram
      table[slot + 1] = letter
      table[slot + 2] = ++size
      if (size * 8 > table.length) table = larger(table)
      return size
    },
    done: (): Grams => ({size, table, singles: new Int32Array(0), sieve: toSieve(table)})
  }
}

/** Letters of small issues; of large ones all that there are. */
const [fewLetters, allLetters] = [2 ** 11, 2 ** 16]

function withSingles(grams: Grams): Grams {
  const {size, table} = grams
  const singles = new Int32Array(2 * (size < fewLetters ? fewLetters : allLetters))
  for (let k = 0; k < table.length; k += 4) {
    if (table[k + 2] === 0 || table[k] !== 0) continue
    const at = ((table[k + 1] as number) * 2) & (singles.length - 1)
    singles[at] = table[k + 1] as number
    singles[at + 1] = table[k + 2] as number
  }
  return {...grams, singles}
}

/** The gram of a single letter; 0 where no text had it. */
export function singleGram(grams: Grams, letter: number): number {
  const {singles} = grams
  const at = (letter * 2) & (singles.length - 1)
  const gram = singles[at + 1] as number
  return gram === 0 || singles[at] === letter ? gram : nextGram(grams, 0, letter)
}

/** The gram that a gram and a letter are together; 0 where no text had it. */
export function nextGram({table, sieve}: Grams, gram: number, letter: number): number {
  const hash = hashOf(gram, letter)
  return sieve.length === 0 || isIn(sieve, hash) ? (table[slotOf(table, hash, gram, letter) + 2] as number) : 0
}

/** Reads the distinct grams of one text after the other, letter by letter, the shorter first. What a text is held in is used again. */
export function gramReader(grams: Grams): (text: Uint16Array) => readonly number[] {
  const seen = new Int32Array(grams.size + 1)
  let texts = 0
  return (text) => {
    const found: number[] = []
    texts++
    for (let i = 0; i < text.length; i++) {
      let gram = 0
      for (let k = i; k < text.length; k++) {
        gram = nextGram(grams, gram, text[k] as number)
        if (gram === 0) break
        if (seen[gram] !== texts) found.push(gram)
        seen[gram] = texts
      }
    }
    return found
  }
}

/** The same of pairs alone. */
export function pairReader(pairs: Grams): (text: Uint16Array) => readonly number[] {
  const seen = new Int32Array(pairs.size + 1)
  let texts = 0
  return (text) => {
    const found: number[] = []
    texts++
    for (let i = 1; i < text.length; i++) {
      const pair = nextGram(pairs, text[i - 1] as number, text[i] as number)
      if (pair > 0 && seen[pair] !== texts) found.push(pair)
      seen[pair] = texts
    }
    return found
  }
}

const hashOf = (gram: number, letter: number): number => {
  const hash = Math.imul((gram << 16) ^ (gram >>> 16) ^ letter, 0x9e3779b1)
  return hash ^ (hash >>> 15)
}

/** Where a gram with a letter behind it stands in the table, or would. */
function slotOf(table: Int32Array, hash: number, gram: number, letter: number): number {
  const mask = table.length - 1
  let slot = (hash << 2) & mask
  while (table[slot + 2] !== 0 && (table[slot] !== gram || table[slot + 1] !== letter)) slot = (slot + 4) & mask
  return slot
}

function larger(before: Int32Array): Int32Array<ArrayBuffer> {
  const table = new Int32Array(before.length * 2)
  for (let k = 0; k < before.length; k += 4) {
    const [gram, letter, both] = [before[k] as number, before[k + 1] as number, before[k + 2] as number]
    if (both === 0) continue
    const slot = slotOf(table, hashOf(gram, letter), gram, letter)
    table[slot] = gram
    table[slot + 1] = letter
    table[slot + 2] = both
  }
  return table
}

/** A table of fewer numbers is near at hand by itself. */
const leastSieved = 2 ** 16

/** Two bits for each slot of the table. */
function toSieve(table: Int32Array): Int32Array {
  const sieve = new Int32Array(table.length < leastSieved ? 0 : table.length / 64)
  if (sieve.length === 0) return sieve
  for (let k = 0; k < table.length; k += 4) {
    if (table[k + 2] === 0) continue
    const bit = hashOf(table[k] as number, table[k + 1] as number) & (sieve.length * 32 - 1)
    sieve[bit >> 5] = (sieve[bit >> 5] as number) | (1 << (bit & 31))
  }
  return sieve
}

const isIn = (sieve: Int32Array, hash: number): boolean => {
  const bit = hash & (sieve.length * 32 - 1)
  return (((sieve[bit >> 5] as number) >>> (bit & 31)) & 1) === 1
}
