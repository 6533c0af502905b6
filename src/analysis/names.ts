import {defineAnalysis} from '../rule/use.ts'
import type {Issue} from '../tree/issue.ts'
import type {NameWords, Side} from './name-words.ts'
import {isHan, nameWords, notShort, pairOf, side} from './name-words.ts'
import type {PairPlaces} from './pair-finder.ts'
import {findPairs} from './pair-finder.ts'

/** Someone whom the pages name: told by what stands around the name, an office, a deed, other names. */
export interface Name {
  readonly text: string
  /** Where it stands: offsets of `Names.text`. */
  readonly places: readonly number[]
  /** Whether an office or a deed stands beside it somewhere, not other names only. */
  readonly known: boolean
  /** Written in the characters that foreign names are: 卡特里娜. */
  readonly foreign: boolean
  /** How often its first two characters stand together without being the name, and how often its last two. */
  readonly headElsewhere: number
  readonly tailElsewhere: number
  /** What is like it but for one character. */
  readonly near: readonly NearName[]
}

export interface NearName {
  readonly text: string
  /** Which of its characters is another. */
  readonly differs: number
  readonly places: readonly number[]
}

export interface Names {
  /** All pages of the issue, one behind the other. */
  readonly text: string
  /** Where each page begins in it. */
  readonly starts: readonly number[]
  readonly names: readonly Name[]
}

/** So many are looked into: who names more, names them in a list. */
const most = 30_000

/** In points of `pointsOf`; what has two characters must be met more often. */
const least = 3
const leastShort = 6

/** 说 */
const said = 0x8bf4

/** What is near a name at so many different places is no slip of it but what many words begin or end with. */
const mostNear = 50

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

interface Candidate {
  points: number
  known: boolean
}

/** Who stands behind an office, before a deed, in a list of names. */
function collect(text: string, words: NameWords): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>()
  const add = (from: number, to: number, points: number, known: boolean) => {
    const name = text.slice(from, to)
    const candidate = candidates.get(name)
    if (candidate) {
      candidate.points += points
      candidate.known ||= known
    } else if (candidates.size < most) candidates.set(name, {points, known})
  }
  for (let i = 0; i < text.length; i++) {
    const first = text.charCodeAt(i)
    const kind = words.surname(first)
    const isRun = words.isForeign(first) && !words.isForeign(text.charCodeAt(i - 1))
    if (kind === 0 && !isRun) continue
    const left = words.before(text, i)
    let foreignEnd = 0
    if (isRun) {
      foreignEnd = i + 1
      while (words.isForeign(text.charCodeAt(foreignEnd)) && foreignEnd - i < 12) foreignEnd++
      const length = foreignEnd - i
      if (length >= 4 && length < 12) add(i, foreignEnd, 2, true)
      if (length < 4 && length > 1 && left >= side.mark) weigh(i, foreignEnd, left)
    }
    if (kind === 0 || left === side.nothing || !isHan(text.charCodeAt(i + 1))) continue
    const isDouble = words.isDouble(first, text.charCodeAt(i + 1))
    if (kind === 2 && !isDouble) continue
    for (
      let length = left === side.word ? 3 : 2;
      length <= (isDouble ? 4 : 3) && isHan(text.charCodeAt(i + length - 1));
      length++
    ) {
      if (i + length !== foreignEnd) weigh(i, i + length, left)
    }
  }
  function weigh(from: number, to: number, left: Side) {
    const right = words.behind(text, to)
    const points = pointsOf(left, right, text.charCodeAt(to))
    // `习主席` and `干部要` are offices
    if (points === 0 || words.before(text, to) === side.known || words.before(text, from + 2) === side.known) return
    add(from, to, points, left === side.known || right === side.known || text.charCodeAt(to) === said)
  }
  for (const name of notShort) candidates.delete(name)
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
  if (next === said || (left === side.list && (right === side.list || next === 0x7b49))) return 2
  return right === side.nothing ? 0 : 1
}

/** Where the names stand, and what is like them but for one character: one pass, whatever their number. */
function locate(text: string, candidates: ReadonlyMap<string, Candidate>, words: NameWords): Name[] {
  const list = [...candidates.keys()].filter(({length}) => length > 2)
  const touching = new Set<number>()
  const apart = new Set<number>()
  for (const name of candidates.keys()) {
    const last = name.length - 1
    touching.add(pairAt(name, 0, 1)).add(pairAt(name, last - 1, last))
    if (last === 2) apart.add(pairAt(name, 0, 2))
  }
  const together = findPairs(text, touching, 1)
  const around = findPairs(text, apart, 2)
  const found: Name[] = []
  for (const name of list) {
    const last = name.length - 1
    const heads = together(name.charCodeAt(0), name.charCodeAt(1))
    const tails = together(name.charCodeAt(last - 1), name.charCodeAt(last))
    const places = heads.filter((i) => text.startsWith(name, i))
    if (places.length < 2) continue
    const near = new Map<string, {readonly differs: number; readonly places: number[]}>()
    const look = (all: readonly number[], back: number, from: number, to: number) => {
      for (const i of all) {
        const differs = onlyOther(text, i - back, name)
        if (differs < from || differs > to) continue
        const other = text.slice(i - back, i - back + name.length)
        const known = near.get(other)
        if (known) known.places.push(i - back)
        else if (near.size < mostNear) near.set(other, {differs, places: [i - back]})
      }
    }
    look(heads, 0, 2, last)
    look(tails, last - 1, 0, last === 2 ? 0 : last - 2)
    if (last === 2) look(around(name.charCodeAt(0), name.charCodeAt(2)), 0, 1, 1)
    found.push({
      text: name,
      places,
      known: candidates.get(name)?.known ?? false,
      foreign: isForeign(name, words),
      headElsewhere: heads.length - places.length,
      tailElsewhere: tails.length - places.length,
      near: [...near].map(([other, it]) => ({text: other, ...it}))
    })
  }
  return [...found, ...locateShort(text, together, candidates, found, words)]
}

/** Names of two characters, and what is like them between an office or a mark and a deed or a mark. */
function locateShort(
  text: string,
  together: PairPlaces,
  candidates: ReadonlyMap<string, Candidate>,
  longer: readonly Name[],
  words: NameWords
): Name[] {
  const taken = new Set<number>()
  for (const {text: name, places, headElsewhere} of longer) {
    const [place = 0] = places
    // 汪洋｜在, 汪洋｜说
    if (headElsewhere > places.length || words.behind(text, place + name.length - 1) > side.nothing) continue
    for (const at of places) taken.add(at)
  }
  const list = [...candidates.keys()].filter(({length}) => length === 2)
  const found: Name[] = []
  const byFirst = new Map<number, number[]>()
  const byLast = new Map<number, number[]>()
  const nears: Map<string, {readonly differs: number; readonly places: number[]}>[] = []
  for (const name of list) {
    const all = together(name.charCodeAt(0), name.charCodeAt(1))
    const places = all.filter((place) => !taken.has(place))
    if (places.length < 2 || places.length * 2 < all.length) continue
    const near = new Map<string, {readonly differs: number; readonly places: number[]}>()
    push(byFirst, name.charCodeAt(0), found.length)
    push(byLast, name.charCodeAt(1), found.length)
    nears.push(near)
    found.push({
      text: name,
      places,
      known: candidates.get(name)?.known ?? false,
      foreign: isForeign(name, words),
      headElsewhere: 0,
      tailElsewhere: 0,
      get near() {
        return [...near].map(([other, it]) => ({text: other, ...it}))
      }
    })
  }
  if (found.length === 0) return found
  const isFirst = new Uint8Array(0x10000)
  const isLast = new Uint8Array(0x10000)
  for (const code of byFirst.keys()) isFirst[code] = 1
  for (const code of byLast.keys()) isLast[code] = 1
  for (let i = 0; i + 1 < text.length; i++) {
    const a = text.charCodeAt(i)
    const b = text.charCodeAt(i + 1)
    if (isFirst[a] === 0 && isLast[b] === 0) continue
    if (!isHan(a) || !isHan(b)) continue
    const left = words.before(text, i)
    if (left < side.mark || (left !== side.known && !opens(text, i) && words.behind(text, i + 2) === side.nothing))
      continue
    if (taken.has(i)) continue
    const firsts = byFirst.get(a)
    const lasts = byLast.get(b)
    const note = (which: number, differs: number) => {
      const name = found[which]
      const near = nears[which]
      const other = text.slice(i, i + 2)
      if (!name || !near || other === name.text) return
      const known = near.get(other)
      if (known) known.places.push(i)
      else if (near.size < mostNear) near.set(other, {differs, places: [i]})
    }
    for (const which of firsts?.slice(0, mostAlike) ?? []) note(which, 1)
    for (const which of lasts?.slice(0, mostAlike) ?? []) note(which, 0)
  }
  return found
}

/** Whether a line or a sentence begins here. */
function opens(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset - 1)
  return offset === 0 || code === 0x0a || code === 0x3002 || code === 0x20 || code === 0x3000
}

/** Who shares one character with more names than these cannot be told from them. */
const mostAlike = 8

function push(map: Map<number, number[]>, key: number, value: number) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const pairAt = (name: string, a: number, b: number): number => pairOf(name.charCodeAt(a), name.charCodeAt(b))

const isForeign = (name: string, words: NameWords): boolean => [...name].every((c) => words.isForeign(c.charCodeAt(0)))

/** Which character of a name is another at an offset; -1 where none is or several are. */
function onlyOther(text: string, offset: number, name: string): number {
  let differs = -1
  for (let i = 0; i < name.length; i++) {
    const code = text.charCodeAt(offset + i)
    if (code === name.charCodeAt(i)) continue
    if (differs >= 0 || !isHan(code)) return -1
    differs = i
  }
  return differs
}
