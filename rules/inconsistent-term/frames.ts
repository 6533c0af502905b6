import type {Normalised, NormalisedBlock} from 'copylint'
import {isContrast} from 'copylint'

/** Letters of a paragraph, by their indices among all. */
export interface Stretch {
  readonly at: NormalisedBlock
  readonly start: number
  readonly end: number
}

/** A term that is printed once with another letter, and its other prints: 物流配送中心, 物流派送中心. */
export interface Changed extends Stretch {
  readonly others: readonly Stretch[]
}

/** On both sides of the letter so many are the same, and so many together. */
const leastAround = 2
const leastShared = [8, 5, 4]
const mostShared = 20

/** The term is printed at least so often without the change. */
const leastPrints = 2

/** Terms of a story that are printed once with one letter otherwise, two letters of the same on both sides. */
export function* findChanged(letters: Normalised, room: Room, blocks: readonly NormalisedBlock[]): Generator<Changed> {
  for (const list of mixed(letters.codes, room, blocks)) {
    const rare = list.length > leastPrints ? onlyRare(letters.codes, list) : undefined
    if (rare === undefined) continue
    const placed = list.map((index) => ({index, at: blockAt(blocks, index)}))
    const place = placed.find(({index}) => index === rare)
    // a head that differs from its story is headline-wording's
    if (place === undefined || headRoles.has(place.at.block.role)) continue
    const changed = widen(letters, place, placed)
    if (changed) yield changed
  }
}

/** Room for the letters of the longest story: used again for each, so that it is never cleared. */
export interface Room {
  /** By the neighbours of a letter: its last place. */
  readonly last: Int32Array
  /** By place: the one before it with the same neighbours. */
  readonly before: Int32Array
}

export function toRoom(stories: readonly (readonly NormalisedBlock[])[]): Room {
  const longest = stories.reduce((most, blocks) => Math.max(most, lengthOf(blocks)), 0)
  return {last: new Int32Array(2 ** bitsOf(longest)), before: new Int32Array(longest)}
}

const lengthOf = (blocks: readonly NormalisedBlock[]): number => (blocks.at(-1)?.end ?? 0) - (blocks[0]?.start ?? 0)

/** A table is nearly empty, so that most letters find no other in their place. */
const bitsOf = (letters: number): number => Math.max(8, Math.ceil(Math.log2(letters * 8 + 1)))

/** The places of letters that have the same neighbours, where not all of them have the same letter. One pass, a chain for each neighbours. */
function mixed(codes: Uint16Array, {last, before}: Room, blocks: readonly NormalisedBlock[]): number[][] {
  const bits = bitsOf(lengthOf(blocks))
  const mask = 2 ** bits - 1
  const origin = blocks[0]?.start ?? 0
  // what is lower is of another story
  const lowest = origin + leastAround
  const found = new Set<number>()
  for (const {start, end} of blocks) {
    for (let i = start + leastAround; i < end - leastAround; i++) {
      const left = ((codes[i - 2] as number) << 16) | (codes[i - 1] as number)
      const right = ((codes[i + 1] as number) << 16) | (codes[i + 2] as number)
      let slot = Math.imul(Math.imul(left, 0x9e3779b1) ^ right, 0x85ebca6b) >>> (32 - bits)
      let known = last[slot] as number
      while (known >= lowest && !hasSameNeighbours(codes, known, i)) {
        slot = (slot + 1) & mask
        known = last[slot] as number
      }
      last[slot] = i
      before[i - origin] = known
      if (known >= lowest && codes[known] !== codes[i]) found.add(slot)
    }
  }
  return [...found].map((slot) => {
    const list: number[] = []
    for (let i = last[slot] as number; i >= lowest; i = before[i - origin] as number) list.push(i)
    return list.reverse()
  })
}

const hasSameNeighbours = (codes: Uint16Array, a: number, b: number): boolean =>
  codes[a - 1] === codes[b - 1] &&
  codes[a + 1] === codes[b + 1] &&
  codes[a - 2] === codes[b - 2] &&
  codes[a + 2] === codes[b + 2]

/** The one place with another letter, where all others have the same. */
function onlyRare(codes: Uint16Array, list: readonly number[]): number | undefined {
  const [a = 0, b = 0, c = 0] = list.map((index) => codes[index])
  const main = a === b || a === c ? a : b
  const rare = list.filter((index) => codes[index] !== main)
  const letter = String.fromCharCode(codes[rare[0] ?? 0] ?? 0)
  return rare.length === 1 && isExchanged(letter, String.fromCharCode(main)) ? rare[0] : undefined
}

/** A letter with its paragraph. */
interface Place {
  readonly index: number
  readonly at: NormalisedBlock
}

/** The paragraph of a letter, found by halving: a story may have thousands. */
function blockAt(blocks: readonly NormalisedBlock[], index: number): NormalisedBlock {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (index < (blocks[middle]?.end ?? 0)) high = middle
    else low = middle + 1
  }
  const found = blocks[low]
  if (found === undefined) throw new RangeError('The story has no paragraph')
  return found
}

/** The term around the letter: what the place has in common with two others at least, so that it is no chance. */
function widen({codes, offsets}: Normalised, rare: Place, list: readonly Place[]): Changed | undefined {
  const others = list.filter((place) => place !== rare)
  const all = others.map((other) => shared(codes, offsets, rare, other))
  const [, second] = all.toSorted((a, b) => b[0] + b[1] - a[0] - a[1])
  if (second === undefined) return undefined
  const [before, behind] = second
  const least = leastShared[Math.min(others.length, 4) - leastPrints] ?? 0
  if (before + behind < least || before + behind > mostShared) return undefined
  const around = ({at, index}: Place) => ({at, start: index - before, end: index + behind + 1})
  const same = others.filter((_, i) => (all[i]?.[0] ?? 0) >= before && (all[i]?.[1] ?? 0) >= behind)
  return {...around(rare), others: same.map(around)}
}

/** How many letters two places share before and behind; no mark is between them. */
function shared(codes: Uint16Array, offsets: Uint32Array, a: Place, b: Place): [number, number] {
  const isNext = ({at}: Place, index: number, step: number) =>
    index >= at.start && index < at.end && offsets[index] === (offsets[index - step] ?? 0) + step
  const run = (step: -1 | 1) => {
    let length = 0
    for (; length < mostShared; length++) {
      const [i, j] = [a.index + step * (length + 1), b.index + step * (length + 1)]
      if (codes[i] !== codes[j] || !isOfTerm(codes[i]) || !isNext(a, i, step) || !isNext(b, j, step)) break
    }
    return length
  }
  return [run(-1), run(1)]
}

/** Han, and no word between words: of 乡镇企业的 the last letter is not of the term. */
const isOfTerm = (code = 0): boolean =>
  code >= 0x3400 && code <= 0x9fff && !'的了着之与和及或等是将把被从到'.includes(String.fromCharCode(code))

/** Whether one word may stand for another here, and is no other thing: 修订草案 and 修正草案 are two. */
function isExchanged(a: string, b: string): boolean {
  const han = /^[\u3400-\u9fff]{2}$/.test(a + b)
  return han && !loose.test(a) && !loose.test(b) && !isContrast(a, b)
}

const headRoles: ReadonlySet<string> = new Set(['headline', 'kicker', 'deck'])

/** What stands between words. */
const loose =
  /[的了着之在于对向同与和及或以将把被让从到自至由给是为等也都又再已还并而则因作做称说使比就要来去个这那其每各此该本我他她它们有无有不没新大小多少上下中内外前后组更男女]/
