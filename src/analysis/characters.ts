import {defineAnalysis} from '../rule/use.ts'
import type {Article, Block, Issue} from '../tree/issue.ts'
import type {Printed} from './paragraphs.ts'
import {paragraphs} from './paragraphs.ts'

/**
 * All paragraphs of an issue as one array of UTF-16 units, and an index of where each unit and each pair of units stands.
 *
 * It turns a search round: a rule that wants `，，` or one of five thousand words need not read the page, but asks where the few
 * places are that it may stand at, and judges these. The page is read once for all rules.
 */
export interface Characters {
  /** Paragraph behind paragraph, as printed; a 0 stands before the first, behind each, and no pair goes across it. */
  readonly codes: Uint16Array
  /** The paragraphs in the order of `codes`. */
  readonly printed: readonly Printed[]
  /** By paragraph: where it begins in `codes`. `codes[starts[n] + i]` is unit `i` of the text of paragraph `n`. */
  readonly starts: Int32Array
  /** Which paragraph a place of `codes` is in, found by halving; whoever asks for many in ascending order walks along `starts`. */
  readonly paragraphAt: (place: number) => number
  /** Where a unit stands: places in `codes`, ascending. */
  readonly at: (code: number) => Int32Array
  /** Where any of some units stands, as `（）()`: places in `codes`, ascending; of common units better only those of which a test holds. */
  readonly anyOf: (units: string, test?: (place: number) => boolean) => Int32Array
  /** Visits the places in `codes` where two units stand one behind the other, ascending. */
  readonly eachPair: (first: number, second: number, visit: (place: number) => void) => void
  /**
   * The same for many pairs, written one behind the other in one string: which pair, from 0, and where. Pair by pair, the places of
   * each ascending. A NUL in place of a second unit stands for whatever is there.
   */
  readonly eachOf: (pairs: string, visit: (pair: number, place: number) => void) => void
  /** Goes through ascending places a paragraph at a time: which one, and where in its text they are. */
  readonly byParagraph: (
    places: ArrayLike<number>,
    visit: (printed: Printed, offsets: readonly number[]) => void
  ) => void
}

/** A place as rules tell it: the paragraph, the story if it is of one, and where in the text of the paragraph. */
export interface Spot {
  readonly block: Block
  readonly article: Article | undefined
  readonly at: number
}

export function spotAt({printed, starts, paragraphAt}: Characters, place: number): Spot {
  const n = paragraphAt(place)
  const {block, article} = printed[n] as Printed
  return {block, article, at: place - (starts[n] as number)}
}

export const characters = defineAnalysis('characters', (issue: Issue, use): Characters => {
  const printed = use(paragraphs, issue)
  const {codes, starts} = layOut(issue, printed)
  let byCode: Index | undefined
  let byPair: Index | undefined
  let known: Uint8Array | undefined
  const bits = bitsFor(codes.length)
  const slotPlaces = (code: number): Int32Array => {
    byCode ??= index(codes, bits, 0)
    const slot = slotOf(code, 0, bits)
    return byCode.places.subarray(byCode.starts[slot], byCode.starts[slot + 1])
  }
  const at = (code: number): Int32Array => {
    const places = slotPlaces(code)
    // below 16 bits another unit may share the slot; the factor of `slotOf` is odd, so that from there on none does
    return bits > 15 ? places : chosen(places, (place) => codes[place] === code)
  }
  return {
    codes,
    printed,
    starts,
    paragraphAt: (place) => paragraphAt(starts, place),
    at,
    anyOf: (units, test) =>
      mergeAll(
        Array.from(units, (unit) => {
          const code = unit.charCodeAt(0)
          return test ? chosen(slotPlaces(code), (place) => codes[place] === code && test(place)) : at(code)
        })
      ),
    byParagraph: (places, visit) => byParagraph(printed, starts, places, visit),
    eachPair(first, second, visit) {
      byPair ??= index(codes, bits, 0xffff)
      const slot = slotOf(first, second, bits)
      const end = byPair.starts[slot + 1] as number
      for (let i = byPair.starts[slot] as number; i < end; i++) {
        const place = byPair.places[i] as number
        // another pair may share the slot
        if (codes[place] === first && codes[place + 1] === second) visit(place)
      }
    },
    eachOf(pairs, visit) {
      byPair ??= index(codes, bits, 0xffff)
      const {starts: slots, places} = byPair
      known ??= unitsOf(codes)
      for (let pair = 0; pair * 2 < pairs.length; pair++) {
        const first = pairs.charCodeAt(pair * 2)
        // most words of a long list are of letters that a short page has not
        if (known[first] === 0) continue
        const second = pairs.charCodeAt(pair * 2 + 1)
        if (known[second] === 0) continue
        if (second === 0) {
          for (const place of at(first)) visit(pair, place)
          continue
        }
        const slot = slotOf(first, second, bits)
        const end = slots[slot + 1] as number
        for (let i = slots[slot] as number; i < end; i++) {
          const place = places[i] as number
          if (codes[place] === first && codes[place + 1] === second) visit(pair, place)
        }
      }
    }
  }
})

/** Places by key, all in one array: those of key `k` from `starts[k]` to `starts[k + 1]`. */
interface Index {
  readonly starts: Int32Array
  readonly places: Int32Array
}

function layOut({pages}: Issue, printed: readonly Printed[]): Pick<Characters, 'codes' | 'starts'> {
  const starts = new Int32Array(printed.length)
  let length = 1
  for (const [n, {block}] of printed.entries()) {
    starts[n] = length
    length += block.end - block.start + 1
  }
  const codes = new Uint16Array(length)
  let place = 1
  for (const {block} of printed) {
    const source = pages[block.page]?.source ?? ''
    for (let i = block.start; i < block.end; i++) codes[place++] = source.charCodeAt(i)
    place++
  }
  return {codes, starts}
}

/** @param seconds 0xffff to index pairs, 0 for units by themselves: one loop for both, so that it is fast the second time */
function index(codes: Uint16Array, bits: number, seconds: number): Index {
  const starts = new Int32Array(2 ** bits + 1)
  const last = codes.length - 1
  // pages are short and many: what is called for each unit costs most before it is compiled
  const shift = 32 - bits
  for (let i = 0; i < last; i++) {
    const slot = Math.imul(((codes[i] as number) << 16) | ((codes[i + 1] as number) & seconds), mix) >>> shift
    ;(starts[slot + 1] as number)++
  }
  sum(starts)
  const places = new Int32Array(codes.length)
  const next = starts.slice()
  for (let i = 0; i < last; i++) {
    const slot = Math.imul(((codes[i] as number) << 16) | ((codes[i + 1] as number) & seconds), mix) >>> shift
    places[(next[slot] as number)++] = i
  }
  return {starts, places}
}

/** Which units there are, a 1 for each; the 0 that stands before the first paragraph is among them. */
function unitsOf(codes: Uint16Array): Uint8Array {
  const known = new Uint8Array(0x10000)
  for (let i = 0; i < codes.length; i++) known[codes[i] as number] = 1
  return known
}

/** Counts into starts: each entry becomes the sum of all up to it. */
function sum(counts: Int32Array): void {
  let total = 0
  for (let i = 0; i < counts.length; i++) counts[i] = total += counts[i] as number
}

/** As many slots as places, within what stays near at hand. */
const bitsFor = (length: number): number => Math.min(18, Math.max(10, 32 - Math.clz32(length)))

const slotOf = (first: number, second: number, bits: number): number =>
  Math.imul((first << 16) | second, mix) >>> (32 - bits)

/** Odd, so that no two pairs fall together before they are cut down. */
const mix = 0x9e3779b1

function paragraphAt(starts: Int32Array, place: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** As `filter` of typed arrays, which takes three times as long. */
function chosen(places: Int32Array, test: (place: number) => boolean): Int32Array {
  const kept = new Int32Array(places.length)
  let size = 0
  for (let i = 0; i < places.length; i++) if (test(places[i] as number)) kept[size++] = places[i] as number
  return kept.subarray(0, size)
}

/** Ascending lists as one: two of them are merged until one is left, so that a place is copied as often as the lists can be halved. */
function mergeAll(lists: Int32Array[]): Int32Array {
  for (let i = 0; i + 1 < lists.length; i += 2) lists.push(merge(lists[i] as Int32Array, lists[i + 1] as Int32Array))
  return lists.at(-1) ?? new Int32Array(0)
}

function merge(a: Int32Array, b: Int32Array): Int32Array {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const merged = new Int32Array(a.length + b.length)
  for (let i = 0, j = 0, to = 0; to < merged.length; to++) {
    merged[to] = (j === b.length || (a[i] as number) < (b[j] as number) ? a[i++] : b[j++]) as number
  }
  return merged
}

function byParagraph(
  printed: readonly Printed[],
  starts: Int32Array,
  places: ArrayLike<number>,
  visit: (printed: Printed, offsets: readonly number[]) => void
): void {
  for (let i = 0, n = 0; i < places.length; ) {
    while (n + 1 < starts.length && (starts[n + 1] as number) <= (places[i] as number)) n++
    const start = starts[n] as number
    const end = starts[n + 1] ?? Number.POSITIVE_INFINITY
    const offsets: number[] = []
    while (i < places.length && (places[i] as number) < end) offsets.push((places[i++] as number) - start)
    visit(printed[n] as Printed, offsets)
  }
}
