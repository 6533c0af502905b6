import type {Issue, LikeCharacters, Name, Names, NameWords} from 'copylint'
import {side} from 'copylint'
import type {Surroundings} from './judge.ts'
import {endsHere} from './judge.ts'

/** So many pairs are looked for through all pages; a page that would need more is no page of news. */
const mostLookups = 200

/** What the verdicts about all names of an issue share. */
export function surroundings(
  issue: Issue,
  {text, starts}: Names,
  words: NameWords,
  alike: LikeCharacters
): Surroundings {
  let lookups = 0
  return {
    text,
    words,
    alike,
    storyOf: storyFinder(issue, starts),
    isWhole: remember((name: Name) => endsHere(name, text, words)),
    officesOf: remember((name: Name) => officesOf(name, text, words)),
    elsewhere: (offset) => {
      if (++lookups > mostLookups) return true
      const pair = text.slice(offset, offset + 2)
      return text.indexOf(pair) !== offset || text.indexOf(pair, offset + 1) >= 0
    }
  }
}

/** The offices before and behind the places of a name. */
function officesOf({text: name, places}: Name, text: string, words: NameWords): ReadonlySet<string> {
  const found = new Set<string>()
  for (const place of places) {
    const end = place + name.length
    if (words.before(text, place) === side.known) found.add(text.slice(place - 2, place))
    // 林岚｜主任
    if (words.behind(text, end) === side.known && words.before(text, end + 2) === side.known) {
      found.add(text.slice(end, end + 2))
    }
  }
  return found
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

/** Which story an offset lies in, by halving. */
function storyFinder({articles}: Issue, starts: readonly number[]): (offset: number) => number {
  const from = articles.map(({page, blocks}) => (starts[page] ?? 0) + (blocks[0]?.start ?? 0))
  return (offset) => {
    let low = 0
    let high = from.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((from[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}
