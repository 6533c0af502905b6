/** A term of a word list. */
export interface Term {
  readonly term: string
  /** What must follow it, as a sticky expression; what that takes is found with the term: 大约|三十人左右. */
  readonly rest?: RegExp | undefined
  /** Longer words that have the term in them and are other words: 磁器口 for 磁器. */
  readonly except?: readonly string[] | undefined
}

/** A term in a text: places in UTF-16 units, the end exclusive. */
export interface TermPlace<T extends Term> {
  readonly entry: T
  readonly start: number
  readonly end: number
}

/**
 * Finds the terms of a word list in a text, in its order. Of two that overlap the first counts, of two that begin alike the longer one.
 * Build it once, in a rule's `lists`.
 */
export function termFinder<T extends Term>(entries: readonly T[]): (text: string) => readonly TermPlace<T>[] {
  const {firsts, heads, next, slotOf} = index(entries)
  return (text) => {
    const places: TermPlace<T>[] = []
    const add = (slot: number, start: number) => {
      for (let id = heads[slot] as number; id > 0; id = next[id] as number) {
        const entry = entries[id - 1] as T
        if (!text.startsWith(entry.term, start)) continue
        const end = start + entry.term.length
        const stop = entry.rest ? endOfRest(entry.rest, text, end) : end
        if (stop !== undefined && !isInLonger(entry, text, start)) places.push({entry, start, end: stop})
      }
    }
    for (let i = 0; i < text.length; i++) {
      const kind = firsts[text.charCodeAt(i)] as number
      if (kind === 0) continue
      const slot = slotOf(text.charCodeAt(i), text.charCodeAt(i + 1))
      if (heads[slot] !== 0) add(slot, i)
      if (kind === alone) add(slotOf(text.charCodeAt(i), 0), i)
    }
    return apart(places)
  }
}

/** Terms by their first two letters: a list is small, and few places of a page begin as a term does. */
interface Index {
  /** By letter: whether a term begins with it, and whether it is one `alone`. */
  readonly firsts: Uint8Array
  /** By hash of two letters: the first term that has them, from 1. One of a single letter stands with 0 for the second. */
  readonly heads: Int32Array
  /** By term: the next one that has the same hash; 0 for none. */
  readonly next: Int32Array
  readonly slotOf: (a: number, b: number) => number
}

const alone = 2

function index(entries: readonly Term[]): Index {
  const firsts = new Uint8Array(0x10000)
  // most slots stay empty, and the table stays small enough to be near at hand
  const heads = new Int32Array(2 ** Math.ceil(Math.log2(entries.length * 16 + 1)))
  const mask = heads.length - 1
  const slotOf = (a: number, b: number) => (a * 5003 + b) & mask
  const next = new Int32Array(entries.length + 1)
  for (let id = entries.length; id > 0; id--) {
    const {term} = entries[id - 1] as Term
    const first = term.charCodeAt(0)
    const isAlone = term.length === 1
    firsts[first] = isAlone ? alone : (firsts[first] as number) || 1
    const slot = slotOf(first, isAlone ? 0 : term.charCodeAt(1))
    next[id] = heads[slot] as number
    heads[slot] = id
  }
  return {firsts, heads, next, slotOf}
}

function endOfRest(rest: RegExp, text: string, from: number): number | undefined {
  rest.lastIndex = from
  return rest.test(text) ? rest.lastIndex : undefined
}

/** Whether the term at a place is a part of one of its longer words. */
const isInLonger = ({term, except = []}: Term, text: string, start: number): boolean =>
  except.some((longer) => text.startsWith(longer, start - longer.indexOf(term)))

/** Those that do not overlap. */
function apart<T extends Term>(places: TermPlace<T>[]): readonly TermPlace<T>[] {
  if (places.length < 2) return places
  places.sort((a, b) => a.start - b.start || b.end - a.end)
  let told = -1
  return places.filter(({start, end}) => {
    if (start < told) return false
    told = end
    return true
  })
}
