import {isHanCharacter} from '../parse/chars.ts'
import type {Characters} from './characters.ts'
import type {NameWords} from './name-words.ts'
import {isForeignName, pairAt, pairOf, side} from './name-words.ts'
import type {Name, NameCandidate, NearName} from './names.ts'
import type {PairPlaces} from './pair-finder.ts'

/** Who shares one character with more names than these cannot be told from them. */
const mostAlike = 8

const mostNear = 50

/** Names of two characters, and what is like them where a name can stand: behind an office, or between a mark and a deed. */
export function locateShort(
  page: Characters,
  text: string,
  together: PairPlaces,
  candidates: ReadonlyMap<string, NameCandidate>,
  longer: readonly Name[],
  words: NameWords
): Name[] {
  const {codes} = page
  const taken = takenBy(longer, codes, words)
  const found: {readonly name: Omit<Name, 'near'>; readonly near: Map<number, {differs: number; places: number[]}>}[] =
    []
  const byFirst = new Map<number, number[]>()
  const byLast = new Map<number, number[]>()
  for (const [name, {known}] of candidates) {
    if (name.length !== 2) continue
    const all = together(pairAt(name, 0, 1))
    const places = all.filter((place) => !taken.has(place))
    if (places.length < 2 || places.length * 2 < all.length) continue
    push(byFirst, name.charCodeAt(0), found.length)
    push(byLast, name.charCodeAt(1), found.length)
    const foreign = isForeignName(name, words)
    found.push({
      name: {text: name, places, known, place: false, foreign, headElsewhere: 0, tailElsewhere: 0, uneven: []},
      near: new Map()
    })
  }
  const note = (which: number, pair: number, place: number, differs: number) => {
    const it = found[which]
    if (it === undefined || pair === pairAt(it.name.text, 0, 1)) return
    const known = it.near.get(pair)
    if (known) known.places.push(place)
    else if (it.near.size < mostNear) it.near.set(pair, {differs, places: [place]})
  }
  for (const place of spots(page, [...byFirst.keys()], [...byLast.keys()], words)) {
    const a = codes[place] as number
    const b = codes[place + 1] as number
    if (!isHanCharacter(a) || !isHanCharacter(b) || taken.has(place)) continue
    const left = words.before(codes, place)
    if (left < side.mark) continue
    if (left !== side.known && !opens(codes, place) && words.behind(codes, place + 2) === side.nothing) continue
    const pair = pairOf(a, b)
    for (const which of byFirst.get(a) ?? none) note(which, pair, place, 1)
    for (const which of byLast.get(b) ?? none) note(which, pair, place, 0)
  }
  return found.map(({name, near}) => ({...name, near: [...near.values()].map((form) => withText(form, text))}))
}

/** Where a form that begins or ends so may stand, in order: most of the places of a character are within a clause. */
function spots(
  {codes, at}: Characters,
  firsts: readonly number[],
  lasts: readonly number[],
  {ends}: NameWords
): Int32Array {
  const found = new Set<number>()
  const note = (place: number) => {
    if ((ends[codes[place - 1] ?? 0] as number) >= side.mark) found.add(place)
  }
  for (const first of firsts) for (const place of at(first)) note(place)
  for (const last of lasts) for (const place of at(last)) note(place - 1)
  return Int32Array.from(found).sort()
}

const none: readonly number[] = []

const withText = (form: {readonly differs: number; readonly places: readonly number[]}, text: string): NearName => ({
  text: text.slice(form.places[0], (form.places[0] ?? 0) + 2),
  ...form
})

/** Where longer names stand: `李强` does not in `李强国`. */
function takenBy(longer: readonly Name[], codes: Uint16Array, words: NameWords): Set<number> {
  const taken = new Set<number>()
  for (const {text: name, places, headElsewhere} of longer) {
    const [place = 0] = places
    // 汪洋｜在, 汪洋｜说
    if (headElsewhere > places.length || words.behind(codes, place + name.length - 1) > side.nothing) continue
    for (const at of places) taken.add(at)
  }
  return taken
}

/** Whether a line or a sentence begins here. */
function opens(codes: Uint16Array, place: number): boolean {
  const code = codes[place - 1]
  return code === 0 || code === 0x3002 || code === 0x20 || code === 0x3000
}

function push(map: Map<number, number[]>, key: number, value: number) {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else if (list.length < mostAlike) list.push(value)
}
