import {isHanCharacter} from '../parse/chars.ts'
import {defineAnalysis} from '../rule/use.ts'
import type {Issue} from '../tree/issue.ts'
import type {NameWords, Side} from './name-words.ts'
import {nameWords, notNames, side} from './name-words.ts'
import {locate} from './near-names.ts'

/** Someone whom the pages name, or a place. People are told by what stands around the name, an office, a deed, other names. */
export interface Name {
  readonly text: string
  /** Where it stands: offsets of `Names.text`. */
  readonly places: readonly number[]
  /** Whether an office or a deed stands beside it somewhere, not other names only. */
  readonly known: boolean
  /** A town, a village, a county: 青溪县. */
  readonly place: boolean
  /** Written in the characters that foreign names are: 卡特里娜. */
  readonly foreign: boolean
  /** How often its first two characters stand together without being the name, and how often its last two. */
  readonly headElsewhere: number
  readonly tailElsewhere: number
  /** What is like it but for one character. Of names of two characters: only what stands where a name can. */
  readonly near: readonly NearName[]
  /** What is like it but for one character more or less, of names of three: 林青 or 林小岚青 for 林岚青. */
  readonly uneven: readonly NearName[]
}

export interface NearName {
  readonly text: string
  /** Which of its characters is another; -1 where two stand the other way round. */
  readonly differs: number
  readonly places: readonly number[]
}

export interface Names {
  /** All pages of the issue, one behind the other. */
  readonly text: string
  /** Where each page begins in it. */
  readonly starts: readonly number[]
  /** Those that stand at least twice. */
  readonly names: readonly Name[]
}

/** How much speaks for a name, in points of `pointsOf`. */
export interface NameCandidate {
  points: number
  known: boolean
}

/** So many are looked into: who names more, names them in a list. */
const most = 20_000

/** What has two characters must be met more often: it may be a word. */
const least = 3
const leastShort = 6

/** The longest foreign name that is looked for. */
const longest = 11

/** 说, 等 */
const [said, andOthers] = [0x8bf4, 0x7b49] as const

export const names = defineAnalysis('names', (issue: Issue, use): Names => {
  const {pages} = issue
  const words = use(nameWords, issue)
  const text = pages.length === 1 ? (pages[0]?.source ?? '') : pages.map(({source}) => source).join('\n')
  const starts: number[] = []
  let start = 0
  for (const {source} of pages) {
    starts.push(start)
    start += source.length + 1
  }
  return {text, starts, names: locate(text, collect(text, words), words)}
})

/** Who stands behind an office, before a deed, in a list of names. */
function collect(text: string, words: NameWords): Map<string, NameCandidate> {
  const candidates = new Map<string, NameCandidate>()
  const add = (from: number, to: number, points: number, known: boolean) => {
    const name = text.slice(from, to)
    const candidate = candidates.get(name)
    if (candidate) {
      candidate.points += points
      candidate.known ||= known
    } else if (candidates.size < most) candidates.set(name, {points, known})
  }
  const weigh = (from: number, to: number, left: Side) => {
    const right = words.behind(text, to)
    const next = text.charCodeAt(to)
    const points = pointsOf(left, right, next)
    // `习主席` and `干部要` are offices
    if (points === 0 || words.before(text, to) === side.known || words.before(text, from + 2) === side.known) return
    add(from, to, points, left === side.known || right === side.known || next === said)
  }
  for (let i = 0; i < text.length; i++) {
    const first = text.charCodeAt(i)
    if (words.keys[first] === 0) continue
    if (
      words.endsPlace(first) &&
      i > 2 &&
      isHanCharacter(text.charCodeAt(i - 1)) &&
      isHanCharacter(text.charCodeAt(i - 2))
    ) {
      if (words.before(text, i - 2) !== side.nothing) add(i - 2, i + 1, 2, true)
    }
    const kind = words.surname(first)
    const isRun =
      words.isForeign(first) && words.isForeign(text.charCodeAt(i + 1)) && !words.isForeign(text.charCodeAt(i - 1))
    if (kind === 0 && !isRun) continue
    const left = words.before(text, i)
    let foreignEnd = 0
    if (isRun) {
      foreignEnd = i + 1
      while (words.isForeign(text.charCodeAt(foreignEnd)) && foreignEnd - i <= longest) foreignEnd++
      const length = foreignEnd - i
      if (length > 3 && length <= longest) add(i, foreignEnd, 2, true)
      else if ((length === 2 || length === 3) && left >= side.mark) weigh(i, foreignEnd, left)
    }
    if (kind === 0 || left === side.nothing || !isHanCharacter(text.charCodeAt(i + 1))) continue
    const isDouble = words.isDouble(first, text.charCodeAt(i + 1))
    if (kind === 2 && !isDouble) continue
    for (
      let length = left === side.word ? 3 : 2;
      length <= (isDouble ? 4 : 3) && isHanCharacter(text.charCodeAt(i + length - 1));
      length++
    ) {
      if (i + length !== foreignEnd) weigh(i, i + length, left)
    }
  }
  for (const name of notNames) candidates.delete(name)
  for (const [name, {points}] of candidates)
    if (points < (name.length > 2 ? least : leastShort)) candidates.delete(name)
  return candidates
}

/** How much both sides of a name say that it is one. */
function pointsOf(left: Side, right: Side, next: number): number {
  if (left === side.known) return right === side.nothing ? 2 : 4
  if (right === side.known) return 4
  if (left === side.word) return 0
  // `林岚说`, `林岚、何苗等`
  if (next === said || (left === side.list && (right === side.list || next === andOthers))) return 2
  return right === side.nothing ? 0 : 1
}
