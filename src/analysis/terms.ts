import {matcher} from './matcher.ts'

/** A term of a word list. */
export interface Term {
  readonly term: string
  /** What must follow it, as a sticky expression; what that takes is found with the term: 大约|三十人左右. */
  readonly rest?: RegExp
  /** Longer words that have the term in them and are other words: 磁器口 for 磁器. */
  readonly except?: readonly string[]
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
  const byTerm = new Map<string, T[]>()
  for (const entry of entries) {
    const same = byTerm.get(entry.term)
    if (same) same.push(entry)
    else byTerm.set(entry.term, [entry])
  }
  const lists = [...byTerm.values()]
  const find = matcher([...byTerm.keys()])
  return (text) => {
    const places: TermPlace<T>[] = []
    for (const {term, start, end} of find(text)) {
      for (const entry of lists[term] ?? []) {
        const stop = entry.rest ? endOfRest(entry.rest, text, end) : end
        if (stop !== undefined && !isInLonger(entry, text, start)) places.push({entry, start, end: stop})
      }
    }
    return apart(places)
  }
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
