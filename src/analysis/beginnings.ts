import type {Characters} from './characters.ts'

/**
 * Visits where words of a list may begin: which word, from 0, and where in `codes`. Places of one word ascend, and so do words that begin
 * alike at one place; no other order counts.
 */
export type Beginnings = (page: Characters, visit: (word: number, place: number) => void) => void

/**
 * Finds where the first two letters of many words stand on a page; whoever asks compares the rest. Most often the page is asked for
 * each word, since it has an index and the list needs none: so the time depends on the words and on what is found, not on the page.
 *
 * @param pairs the first two letters of each word, one behind the other in one string. Of a word of one letter: it, and a NUL
 */
export function beginnings(pairs: string): Beginnings {
  let index: Index | undefined
  let isKnown = false
  return (page, visit) => {
    // fifty thousand words for many short pages: it is cheaper to index them once, and to read each page
    if (isKnown && pairs.length / 2 > page.codes.length) {
      index ??= toIndex(pairs)
      read(page.codes, index, visit)
    } else page.eachOf(pairs, visit)
    isKnown = true
  }
}

/** Words by the hash of their first two letters, those of one hash side by side. */
interface Index {
  /** A bit by hash: whether any word has it. Small enough to stay at hand, it answers for most of a page. */
  readonly known: Int32Array
  readonly shift: number
  /** By hash: where its words begin in the two lists below. */
  readonly starts: Int32Array
  readonly keys: Int32Array
  readonly words: Int32Array
  readonly hasSingles: boolean
}

function toIndex(pairs: string): Index {
  const count = pairs.length / 2
  const known = new Int32Array(2 ** 13)
  const shift = Math.clz32(count)
  const starts = new Int32Array(2 ** (32 - shift) + 1)
  const keyOf = (word: number) => (pairs.charCodeAt(word * 2) << 16) | pairs.charCodeAt(word * 2 + 1)
  for (let word = 0; word < count; word++) {
    const mixed = hash(keyOf(word))
    ;(starts[mixed >>> shift] as number)++
    known[mixed >>> 19] = (known[mixed >>> 19] as number) | (1 << ((mixed >>> 14) & 31))
  }
  for (let slot = 1; slot < starts.length; slot++)
    starts[slot] = (starts[slot] as number) + (starts[slot - 1] as number)
  const [keys, words] = [new Int32Array(count), new Int32Array(count)]
  for (let word = count - 1; word >= 0; word--) {
    const key = keyOf(word)
    // each slot is filled from its end, the last word first: what was the end becomes the beginning, and words ascend
    const slot = hash(key) >>> shift
    const to = (starts[slot] as number) - 1
    starts[slot] = to
    keys[to] = key
    words[to] = word
  }
  return {known, shift, starts, keys, words, hasSingles: pairs.includes('\0')}
}

function read(codes: Uint16Array, index: Index, visit: (word: number, place: number) => void): void {
  const {known, shift, starts, keys, words, hasSingles} = index
  const visitAll = (key: number, mixed: number, place: number) => {
    const end = starts[(mixed >>> shift) + 1] as number
    for (let i = starts[mixed >>> shift] as number; i < end; i++) if (keys[i] === key) visit(words[i] as number, place)
  }
  for (let place = 0; place + 1 < codes.length; place++) {
    const single = (codes[place] as number) << 16
    const key = single | (codes[place + 1] as number)
    const mixed = hash(key)
    if (((known[mixed >>> 19] as number) >>> ((mixed >>> 14) & 31)) & 1) visitAll(key, mixed, place)
    if (hasSingles && key !== single) visitAll(single, hash(single), place)
  }
}

const hash = (key: number): number => Math.imul(key, 0x9e3779b1)
