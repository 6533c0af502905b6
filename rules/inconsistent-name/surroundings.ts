import type {Characters, LikeCharacters, Name, Names, NameWords} from 'copylint'
import type {About} from './about.ts'
import {aboutName, endsHere} from './about.ts'

/** So many pairs are looked for through all pages; a page that would need more is no page of news. */
const mostLookups = 200

export interface Surroundings {
  readonly codes: Uint16Array
  readonly text: string
  readonly words: NameWords
  readonly alike: LikeCharacters
  /** Which story a place lies in. */
  readonly storyOf: (offset: number) => number
  /** Whether two characters stand side by side anywhere but at this offset. */
  readonly elsewhere: (offset: number) => boolean
  /** Whether a name ends where it seems to. */
  readonly isWhole: (name: Name) => boolean
  readonly about: (name: Name) => About
}

/** What the verdicts about all names of an issue share. */
export function surroundings(page: Characters, names: Names, words: NameWords, alike: LikeCharacters): Surroundings {
  let lookups = 0
  const {codes, text} = names
  const storyOf = storyFinder(page)
  return {
    codes,
    text,
    words,
    alike,
    storyOf,
    isWhole: remember((name: Name) => endsHere(name, codes, words)),
    about: remember((name: Name) => aboutName(name, names, words, storyOf)),
    elsewhere: (offset) => {
      if (++lookups > mostLookups) return true
      const pair = text.slice(offset, offset + 2)
      return text.indexOf(pair) !== offset || text.indexOf(pair, offset + 1) >= 0
    }
  }
}

function remember<In, Out>(compute: (input: In) => Out): (input: In) => Out {
  const known = new Map<In, Out>()
  return (input) => {
    let result = known.get(input)
    if (result === undefined) {
      result = compute(input)
      known.set(input, result)
    }
    return result
  }
}

/** Which story a place lies in, by halving. What is between two is of the first. */
function storyFinder({printed, starts}: Characters): (place: number) => number {
  const from = starts.filter((_, n) => printed[n]?.article && printed[n]?.article !== printed[n - 1]?.article)
  return (place) => {
    let low = 0
    let high = from.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((from[middle] ?? 0) <= place) low = middle
      else high = middle - 1
    }
    return low
  }
}
