import type {Issue, LikeCharacters, Name, Names, NameWords} from 'copylint'
import {side} from 'copylint'
import type {About, Surroundings} from './judge.ts'
import {endsHere} from './judge.ts'

/** Of a name that stands in more places the first ones say enough. */
const mostPlaces = 1000

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
  const storyOf = storyFinder(issue, starts)
  return {
    text,
    words,
    alike,
    storyOf,
    isWhole: remember((name: Name) => endsHere(name, text, words)),
    about: remember((name: Name) => aboutName(name, text, words, storyOf)),
    elsewhere: (offset) => {
      if (++lookups > mostLookups) return true
      const pair = text.slice(offset, offset + 2)
      return text.indexOf(pair) !== offset || text.indexOf(pair, offset + 1) >= 0
    }
  }
}

function aboutName(
  {text: name, places}: Name,
  text: string,
  words: NameWords,
  storyOf: (offset: number) => number
): About {
  const offices = new Set<string>()
  const stories = new Map<number, boolean>()
  const beside = new Set<string>()
  for (const place of places.slice(0, mostPlaces)) {
    const end = place + name.length
    const story = storyOf(place)
    const hasOffice = words.before(text, place) === side.known
    if (hasOffice) offices.add(text.slice(place - 2, place))
    // 林岚｜主任
    if (words.behind(text, end) === side.known && words.before(text, end + 2) === side.known) {
      offices.add(text.slice(end, end + 2))
    }
    if (hasOffice || !stories.has(story)) stories.set(story, hasOffice || stories.get(story) === true)
    for (const four of [wordsBefore(text, place), wordsBehind(text, end)]) if (four !== '') beside.add(four)
  }
  return {offices, stories, words: beside}
}

/** Four characters before an offset, or nothing where a line begins among them. */
export function wordsBefore(text: string, offset: number): string {
  const four = offset < 4 ? '' : text.slice(offset - 4, offset)
  return isHan(four) ? `${four}<` : ''
}

/** The same behind an offset. */
export function wordsBehind(text: string, offset: number): string {
  const four = text.slice(offset, offset + 4)
  return four.length === 4 && isHan(four) ? `>${four}` : ''
}

/** Whether all of them are Chinese, marks among them. */
function isHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 0x3001) return false
  return text !== ''
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
