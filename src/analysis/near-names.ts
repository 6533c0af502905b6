import {isHanCharacter} from '../parse/chars.ts'
import type {Characters} from './characters.ts'
import type {NameWords} from './name-words.ts'
import {isForeignName, pairAt, side} from './name-words.ts'
import type {Name, NameCandidate, NearName} from './names.ts'
import {findApart, type PairPlaces, pairFinder} from './pair-finder.ts'
import {locateShort} from './short-names.ts'
import {standsAt} from './terms.ts'
import {unevenForms} from './uneven-names.ts'

/** Of candidates that share two characters more than these none is a name: 中国人, 中国队. */
const mostSharing = 4

/** What is near a name in more forms than these is no slip of it, but what many words begin or end with. */
const mostNear = 50

/** Two of its characters stand so much oftener than a name, if at all, where they are no part of it or of a slip of it. */
const mostBeside = 20

/** A candidate that stands often enough, and where its first two characters stand, and its last two. */
interface Located {
  readonly name: string
  readonly known: boolean
  readonly places: readonly number[]
  readonly heads: readonly number[]
  readonly tails: readonly number[]
}

/** Where names stand, and what is like them but for one character. */
export function locate(
  page: Characters,
  text: string,
  candidates: ReadonlyMap<string, NameCandidate>,
  words: NameWords
): Name[] {
  const together = pairFinder(page)
  const located = longNames(page, candidates, together)
  const around = findApart(
    page,
    located.filter(({name}) => name.length === 3).map(({name}) => pairAt(name, 0, 2))
  )
  const found = located.flatMap((it) => describe(it, page, text, candidates, words, together, around))
  return [...found, ...locateShort(page, text, together, candidates, found, words)]
}

/** Names of three characters and more that stand twice, or once with an office or a deed. */
function longNames(
  page: Characters,
  candidates: ReadonlyMap<string, NameCandidate>,
  together: PairPlaces
): readonly Located[] {
  const sharing = new Map<number, number>()
  const share = (pair: number) => sharing.set(pair, (sharing.get(pair) ?? 0) + 1)
  for (const name of candidates.keys()) {
    share(pairAt(name, 0, 1))
    if (name.length > 2) share(pairAt(name, name.length - 2, name.length - 1))
  }
  const isShared = (pair: number) => (sharing.get(pair) ?? 0) > mostSharing
  const located: Located[] = []
  for (const [name, {known}] of candidates) {
    const last = name.length - 1
    const [head, tail] = [pairAt(name, 0, 1), pairAt(name, last - 1, last)]
    if (last < 2 || isShared(head) || isShared(tail)) continue
    const heads = together(head)
    const places = heads.filter((place) => standsAt(page, name, place))
    if (places.length === 0 || (places.length === 1 && !known)) continue
    located.push({name, known, places, heads, tails: together(tail)})
  }
  return located
}

/** A name with what is near it. One that stands once is none, but may be a slip of one. */
function describe(
  {name, known, places, heads, tails}: Located,
  page: Characters,
  text: string,
  candidates: ReadonlyMap<string, NameCandidate>,
  words: NameWords,
  together: PairPlaces,
  around: PairPlaces
): Name[] {
  const last = name.length - 1
  const foreign = isForeignName(name, words)
  const [headElsewhere, tailElsewhere] = [heads.length - places.length, tails.length - places.length]
  // of a name of three characters two stand together in hardly any other word
  const isWord = last === 2 && places.length > 1 && Math.max(headElsewhere, tailElsewhere) > places.length
  const near = nearForms(page, text, name, places.length * mostBeside + mostNear)
  if (!isWord || words.endsPlace(name.charCodeAt(last))) {
    near.look(heads, 0, 2, last)
    near.look(tails, last - 1, 0, last === 2 ? 0 : last - 2)
    if (last === 2) {
      near.look(around(pairAt(name, 0, 2)), 0, 1, 1)
      near.find(together(pairAt(name, 0, 2)), `${name[0]}${name[2]}${name[1]}`)
      near.find(together(pairAt(name, 1, 0)), `${name[1]}${name[0]}${name[2]}`)
    }
  }
  if (places.length === 1)
    return last === 2 ? usualForms(page, name, places, near.forms(), candidates, words, heads.length, tails.length) : []
  const place = last === 2 && words.endsPlace(name.charCodeAt(2))
  const uneven =
    last === 2 && known && !place && !foreign && !isWord
      ? unevenForms(page, text, name, {places, heads, tails, around: together(pairAt(name, 0, 2))}, words)
      : []
  return [{text: name, places, known, place, foreign, headElsewhere, tailElsewhere, near: near.forms(), uneven}]
}

/** Who is named with his office once and miswritten there, and again without it: `选手向艳煤在去年…` and `，向艳梅试举`. */
function usualForms(
  {codes}: Characters,
  name: string,
  places: readonly number[],
  forms: readonly NearName[],
  candidates: ReadonlyMap<string, NameCandidate>,
  words: NameWords,
  heads: number,
  tails: number
): Name[] {
  const found: Name[] = []
  for (const form of forms) {
    if (form.places.length < 2 || candidates.has(form.text) || words.surname(form.text.charCodeAt(0)) !== 1) continue
    if (!form.places.some((place) => words.before(codes, place) >= side.mark)) continue
    found.push({
      text: form.text,
      places: form.places,
      known: false,
      place: false,
      foreign: isForeignName(form.text, words),
      headElsewhere: form.differs === 2 ? heads - form.places.length : 0,
      tailElsewhere: form.differs === 0 ? tails - form.places.length : 0,
      near: [{text: name, differs: form.differs, places}],
      uneven: []
    })
  }
  return found
}

/** Gathers what differs from a name in one character only. */
function nearForms(page: Characters, text: string, name: string, most: number) {
  const forms = new Map<string, {readonly differs: number; readonly places: number[]}>()
  return {
    /** @param back how far before these places the name would begin */
    look(places: readonly number[], back: number, from: number, to: number) {
      // 王｜?｜说: so many are a way of writing
      if (places.length > most) return
      for (const place of places) {
        const start = place - back
        const differs = onlyOther(page.codes, start, name)
        if (differs < from || differs > to) continue
        const form = text.slice(start, start + name.length)
        const known = forms.get(form)
        if (known) known.places.push(start)
        else if (forms.size < mostNear) forms.set(form, {differs, places: [start]})
      }
    },
    /** The same characters, two of them the other way round. */
    find(places: readonly number[], form: string) {
      const found = form === name ? [] : places.filter((place) => standsAt(page, form, place))
      if (found.length > 0) forms.set(form, {differs: -1, places: found})
    },
    forms: (): NearName[] => [...forms].map(([form, it]) => ({text: form, ...it}))
  }
}

/** Which character of a name is another at a place; -1 where none is or several are. */
export function onlyOther(codes: Uint16Array, place: number, name: string): number {
  let differs = -1
  for (let i = 0; i < name.length; i++) {
    const code = codes[place + i] ?? 0
    if (code === name.charCodeAt(i)) continue
    if (differs >= 0 || !isHanCharacter(code)) return -1
    differs = i
  }
  return differs
}
