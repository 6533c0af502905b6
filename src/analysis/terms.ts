import {beginnings} from './beginnings.ts'
import {type Characters, spotAt} from './characters.ts'
import type {Printed} from './paragraphs.ts'

/** A term of a word list. */
export interface Term {
  readonly term: string
  /** What must follow it, as a sticky expression; what that takes is found with the term: 大约|三十人左右. */
  readonly rest?: RegExp | undefined
  /** Longer words that have the term in them and are other words: 磁器口 for 磁器. */
  readonly except?: readonly string[] | undefined
}

/** A term on a page: places in the text of its block, in UTF-16 units, the end exclusive. */
export interface TermPlace<T extends Term> extends Printed {
  readonly entry: T
  readonly start: number
  readonly end: number
}

/**
 * Finds the terms of a word list on the pages of an issue, in their order: `find(use(characters, issue))`. Of two that overlap the first
 * counts, of two that begin alike the longer one. Build it once, in a rule's `lists`; it costs what is found and little for each term,
 * however long the pages are.
 *
 * @throws RangeError for an empty term
 */
export function termFinder<T extends Term>(
  entries: readonly T[]
): (page: Characters) => Generator<TermPlace<T>, void, undefined> {
  const begin = beginnings(pairsOf(entries.map(({term}) => term)))
  return function* find(page) {
    const hits: Hit<T>[] = []
    begin(page, (index, place) => {
      const entry = entries[index] as T
      if (standsAt(page, entry.term, place)) addHit(hits, page, entry, place)
    })
    hits.sort((a, b) => a.place - b.place || b.end - a.end)
    let told = -1
    for (const {entry, place, end} of hits) {
      if (place < told) continue
      told = end
      const {at: start, ...printed} = spotAt(page, place)
      yield {...printed, entry, start, end: start + end - place}
    }
  }
}

/** What `beginnings` wants: the first two letters of each word. */
export function pairsOf(words: readonly string[]): string {
  if (words.includes('')) throw new RangeError('a term of a list is empty')
  return words.map((word) => (word.length > 1 ? word.slice(0, 2) : `${word}\0`)).join('')
}

/** Whether a word stands at a place of the pages. */
export function standsAt({codes}: Characters, word: string, place: number): boolean {
  for (let i = 0; i < word.length; i++) if (codes[place + i] !== word.charCodeAt(i)) return false
  return true
}

/** By places in `codes`, the end exclusive. */
interface Hit<T> {
  readonly entry: T
  readonly place: number
  readonly end: number
}

function addHit<T extends Term>(hits: Hit<T>[], page: Characters, entry: T, place: number): void {
  const {term, rest} = entry
  const end = place + (rest ? lengthWith(rest, term, page, place) : term.length)
  if (end === place || entry.except?.some((longer) => standsAt(page, longer, place - longer.indexOf(term)))) return
  hits.push({entry, place, end})
}

/** How long a term is with what must follow it; 0 where that does not. */
function lengthWith(rest: RegExp, term: string, page: Characters, place: number): number {
  const {block, at} = spotAt(page, place)
  rest.lastIndex = at + term.length
  return rest.test(block.text) ? rest.lastIndex - at : 0
}
