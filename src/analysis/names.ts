import {defineAnalysis} from '../rule/use.ts'
import type {Issue} from '../tree/issue.ts'
import type {NameWords, Side} from './name-words.ts'
import {nameWords, pairOf, side} from './name-words.ts'

/** Someone whom the pages name: told by what stands around the name, an office, a deed, other names. */
export interface Name {
  readonly text: string
  /** Where it stands: offsets of `Names.text`. */
  readonly places: readonly number[]
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

/** In points of `pointsOf`. */
const least = 3

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

/** Who stands behind an office, before a deed, in a list of names. */
function collect(text: string, words: NameWords): string[] {
  const points = new Map<string, number>()
  const add = (from: number, to: number, more: number) => {
    const name = text.slice(from, to)
    const known = points.get(name)
    if (known !== undefined || points.size < most) points.set(name, (known ?? 0) + more)
  }
  for (let i = 0; i < text.length; i++) {
    const first = text.charCodeAt(i)
    if (words.isForeign(first) && !words.isForeign(text.charCodeAt(i - 1))) {
      let end = i + 1
      while (words.isForeign(text.charCodeAt(end)) && end - i < 12) end++
      if (end - i >= 4 && end - i < 12) add(i, end, 2)
    }
    const kind = words.surname(first)
    if (kind === 0) continue
    const left = words.before(text, i)
    if (left < side.mark || !isHan(text.charCodeAt(i + 1))) continue
    const isDouble = words.isDouble(first, text.charCodeAt(i + 1))
    if (kind === 2 && !isDouble) continue
    for (let length = 3; length <= (isDouble ? 4 : 3) && isHan(text.charCodeAt(i + length - 1)); length++) {
      const more = pointsOf(left, words.behind(text, i + length), text.charCodeAt(i + length))
      if (more > 0) add(i, i + length, more)
    }
  }
  return [...points].filter(([, sum]) => sum >= least).map(([name]) => name)
}

/** How much both sides of a name say that it is one. */
function pointsOf(left: Side, right: Side, next: number): number {
  if (left === side.known) return right === side.nothing ? 2 : 4
  if (right === side.known) return 4
  // `林岚说`, `林岚、何苗等`
  if (next === 0x8bf4 || (left === side.list && (right === side.list || next === 0x7b49))) return 2
  return right === side.nothing ? 0 : 1
}

/** Where the names stand, and what is like them but for one character: one pass, whatever their number. */
function locate(text: string, list: readonly string[], words: NameWords): Name[] {
  const touching = pairFinder()
  const apart = pairFinder()
  for (const name of list) {
    const last = name.length - 1
    touching.want(name.charCodeAt(0), name.charCodeAt(1))
    touching.want(name.charCodeAt(last - 1), name.charCodeAt(last))
    if (last === 2) apart.want(name.charCodeAt(0), name.charCodeAt(2))
  }
  touching.find(text, 1)
  apart.find(text, 2)
  const found: Name[] = []
  for (const name of list) {
    const last = name.length - 1
    const heads = touching.places(name.charCodeAt(0), name.charCodeAt(1))
    const tails = touching.places(name.charCodeAt(last - 1), name.charCodeAt(last))
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
    if (last === 2) look(apart.places(name.charCodeAt(0), name.charCodeAt(2)), 0, 1, 1)
    found.push({
      text: name,
      places,
      foreign: last > 2 && isForeign(name, words),
      headElsewhere: heads.length - places.length,
      tailElsewhere: tails.length - places.length,
      near: [...near].map(([other, it]) => ({text: other, ...it}))
    })
  }
  return found
}

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

/** Finds many pairs of characters, so far apart, in one pass. */
function pairFinder() {
  const places = new Map<number, number[]>()
  const begins = new Uint8Array(0x10000)
  return {
    want(a: number, b: number) {
      if (begins[a] === 1 && places.has(pairOf(a, b))) return
      places.set(pairOf(a, b), [])
      begins[a] = 1
    },
    find(text: string, gap: number) {
      for (let i = 0; i + gap < text.length; i++) {
        const a = text.charCodeAt(i)
        if (begins[a] === 1) places.get(pairOf(a, text.charCodeAt(i + gap)))?.push(i)
      }
    },
    places: (a: number, b: number): readonly number[] => places.get(pairOf(a, b)) ?? []
  }
}

export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff
