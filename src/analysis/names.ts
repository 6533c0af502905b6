import {isHanCharacter} from '../parse/chars.ts'
import type {Characters} from './characters.ts'
import type {NameWords, Side} from './name-words.ts'
import {key, notNames, side} from './name-words.ts'
import {locate} from './near-names.ts'

/** Someone whom the pages name, or a place. People are told by what stands around the name, an office, a deed, other names. */
export interface Name {
  readonly text: string
  /** Where it stands: places of `Names.codes`. */
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
  /** What was looked through: the units of `characters`, and the same as a string, with a line feed for each 0. */
  readonly codes: Uint16Array
  readonly text: string
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

/** People and places that the pages name, by the offices, deeds and names around them. */
export function findNames(page: Characters, words: NameWords): Names {
  const {codes, printed} = page
  const text = `\n${printed.map(({block}) => `${block.text}\n`).join('')}`
  return {codes, text, names: locate(page, text, collect(codes, text, words), words)}
}

/** Who stands behind an office, before a deed, in a list of names. */
function collect(codes: Uint16Array, text: string, words: NameWords): Map<string, NameCandidate> {
  const {keys, ends} = words
  const found = candidates(codes, text, words)
  for (let i = 1; i < codes.length; i++) {
    const kind = keys[codes[i] as number] as number
    if (kind === 0) continue
    if (kind & key.place) found.addPlace(i)
    const foreignEnd = kind & key.foreign ? found.addForeign(i) : 0
    if (kind & key.person && ends[codes[i - 1] as number] !== side.nothing) found.addPerson(i, foreignEnd)
  }
  return found.all()
}

/** Gathers what is a name by what stands around it. */
function candidates(codes: Uint16Array, text: string, words: NameWords) {
  const found = new Map<string, NameCandidate>()
  const add = (from: number, to: number, points: number, known: boolean) => {
    const name = text.slice(from, to)
    const candidate = found.get(name)
    if (candidate) {
      candidate.points += points
      candidate.known ||= known
    } else if (found.size < most) found.set(name, {points, known})
  }
  const weigh = (from: number, to: number, left: Side) => {
    const right = words.behind(codes, to)
    const next = codes[to] as number
    const points = pointsOf(left, right, next)
    // `习主席` and `干部要` are offices
    if (points === 0 || words.before(codes, to) === side.known || words.before(codes, from + 2) === side.known) return
    add(from, to, points, left === side.known || right === side.known || next === said)
  }
  const isForeign = (at: number) => words.isForeign(codes[at] as number)
  const isHan = (at: number) => isHanCharacter(codes[at] as number)
  return {
    /** 青溪县, by its last character */
    addPlace(last: number) {
      if (isHan(last - 1) && isHan(last - 2) && words.before(codes, last - 2) !== side.nothing)
        add(last - 2, last + 1, 2, true)
    },
    /** 卡特里娜. Gives where it ends, 0 where none begins. */
    addForeign(from: number): number {
      if (!isForeign(from + 1) || isForeign(from - 1)) return 0
      let end = from + 1
      while (isForeign(end) && end - from <= longest) end++
      const length = end - from
      if (length > 3 && length <= longest) add(from, end, 2, true)
      else if (length === 2 || length === 3) {
        const left = words.before(codes, from)
        if (left >= side.mark) weigh(from, end, left)
      }
      return end
    },
    /** @param foreignEnd where a foreign name that begins here ends: it has been weighed */
    addPerson(from: number, foreignEnd: number) {
      const first = codes[from] as number
      const second = codes[from + 1] as number
      const left = words.before(codes, from)
      if (left === side.nothing || !isHanCharacter(second)) return
      const isDouble = words.isDouble(first, second)
      if (words.surname(first) === 2 && !isDouble) return
      const longestName = isDouble ? 4 : 3
      for (let length = left === side.word ? 3 : 2; length <= longestName && isHan(from + length - 1); length++) {
        if (from + length !== foreignEnd) weigh(from, from + length, left)
      }
    },
    all(): Map<string, NameCandidate> {
      // few are: taking the others out would cost more than keeping these
      const names = new Map<string, NameCandidate>()
      for (const [name, candidate] of found) {
        if (candidate.points >= (name.length > 2 ? least : leastShort) && !notNames.has(name))
          names.set(name, candidate)
      }
      return names
    }
  }
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
