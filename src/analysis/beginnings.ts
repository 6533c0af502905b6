import type {Characters} from './characters.ts'

/** Visits where words of a list may begin: which word, from 0, and where in `codes`. Places of one word ascend, no other order counts. */
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
    if (isKnown && pairs.length / 2 > page.codes.length) read(page, pairs, (index ??= toIndex(pairs)), visit)
    else page.eachOf(pairs, visit)
    isKnown = true
  }
}

/** Words by the hash of their first two letters. */
interface Index {
  readonly shift: number
  /** By hash: the first word that has it, from 1; 0 for none. */
  readonly heads: Int32Array
  /** By word, from 1: the next one that has the same hash. */
  readonly next: Int32Array
  readonly hasSingles: boolean
}

function toIndex(pairs: string): Index {
  const count = pairs.length / 2
  // half of the table stays empty: most of a page has no word
  const shift = Math.clz32(count * 2)
  const heads = new Int32Array(2 ** (32 - shift))
  const next = new Int32Array(count + 1)
  for (let word = count; word > 0; word--) {
    const slot = slotOf(pairs.charCodeAt(word * 2 - 2), pairs.charCodeAt(word * 2 - 1), shift)
    next[word] = heads[slot] as number
    heads[slot] = word
  }
  return {shift, heads, next, hasSingles: pairs.includes('\0')}
}

function read({codes}: Characters, pairs: string, index: Index, visit: (word: number, place: number) => void): void {
  const {shift, heads, next, hasSingles} = index
  const visitAll = (first: number, second: number, place: number) => {
    for (let word = heads[slotOf(first, second, shift)] as number; word > 0; word = next[word] as number) {
      if (pairs.charCodeAt(word * 2 - 2) === first && pairs.charCodeAt(word * 2 - 1) === second) visit(word - 1, place)
    }
  }
  for (let place = 0; place + 1 < codes.length; place++) {
    const [first, second] = [codes[place] as number, codes[place + 1] as number]
    if (second !== 0 && heads[slotOf(first, second, shift)] !== 0) visitAll(first, second, place)
    if (hasSingles) visitAll(first, 0, place)
  }
}

const slotOf = (first: number, second: number, shift: number): number =>
  Math.imul((first << 16) | second, 0x9e3779b1) >>> shift
