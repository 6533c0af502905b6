/**
 * Numbers the runs of a few letters (grams) that some texts have, so that longer texts can be asked for them without a string. A gram
 * is one that is a letter shorter with a letter behind it: 0 is none, and what begins with none is none.
 */
export interface Grams {
  /** Grams are numbered from 1 to this. */
  readonly size: number
  /** The gram of each letter alone. */
  readonly letters: Int32Array
  /** Four numbers a slot: a gram, a letter, and the gram that both are together. Open addressing: a `Map` costs many times as much. */
  readonly table: Int32Array
  /** Bits that most grams which no text has do not pass: it is near at hand, the table of a long page is not. */
  readonly sieve: Int32Array
}

/** @param longest letters in a gram */
export function toGrams(texts: readonly Uint16Array[], longest: number): Grams {
  const letters = new Int32Array(0x10000)
  let table = new Int32Array(2 ** 10)
  let size = 0
  const put = (gram: number, letter: number): number => {
    const slot = slotOf(table, hashOf(gram, letter), gram, letter)
    const known = table[slot + 2] as number
    if (known > 0) return known
    table[slot] = gram
    table[slot + 1] = letter
    table[slot + 2] = ++size
    // most stretches share their grams: a table for all letters would be many times too large to be near at hand
    if (size * 8 > table.length) table = larger(table)
    return size
  }
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const letter = text[i] as number
      if (letters[letter] === 0) letters[letter] = ++size
      let gram = letters[letter] as number
      const end = Math.min(i + longest, text.length)
      for (let k = i + 1; k < end; k++) gram = put(gram, text[k] as number)
    }
  }
  return {size, letters, table, sieve: toSieve(table)}
}

/** The gram that a gram and a letter are together; 0 where no text had it. */
export function nextGram({table, sieve}: Pick<Grams, 'table' | 'sieve'>, gram: number, letter: number): number {
  const hash = hashOf(gram, letter)
  return isIn(sieve, hash) ? (table[slotOf(table, hash, gram, letter) + 2] as number) : 0
}

/** Reads the distinct grams of one text after the other, letter by letter, the shorter first. What a text is held in is used again. */
export function gramReader({size, letters, ...grams}: Grams): (text: Uint16Array) => readonly number[] {
  const seen = new Int32Array(size + 1)
  let texts = 0
  return (text) => {
    const found: number[] = []
    texts++
    for (let i = 0; i < text.length; i++) {
      let gram = letters[text[i] as number] as number
      for (let k = i + 1; gram > 0; k++) {
        if (seen[gram] !== texts) found.push(gram)
        seen[gram] = texts
        gram = k < text.length ? nextGram(grams, gram, text[k] as number) : 0
      }
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

/** Two bits for each slot of the table. */
function toSieve(table: Int32Array): Int32Array {
  const sieve = new Int32Array(table.length / 64)
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
