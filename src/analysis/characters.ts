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

/** What a place of `codes` is in, by halving. */
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
  /** @param second 0 for whatever is there */
  const each = (first: number, second: number, visit: (place: number) => void): void => {
    if (second === 0) byCode ??= index(codes, bits, 0)
    else byPair ??= index(codes, bits, 0xffff)
    const {starts: slots, places} = (second === 0 ? byCode : byPair) as Index
    const slot = slotOf(first, second, bits)
    const end = slots[slot + 1] as number
    for (let i = slots[slot] as number; i < end; i++) {
      const place = places[i] as number
      // another unit or pair may share the slot
      if (codes[place] === first && (second === 0 || codes[place + 1] === second)) visit(place)
    }
  }
  const anyOf = (units: string, test?: (place: number) => boolean): Int32Array => {
    const kept: number[] = []
    const keep = (place: number) => {
      if (test === undefined || test(place)) kept.push(place)
    }
    for (let i = 0; i < units.length; i++) each(units.charCodeAt(i), 0, keep)
    const places = new Int32Array(kept)
    return units.length > 1 ? places.sort() : places
  }
  return {
    codes,
    printed,
    starts,
    paragraphAt: (place) => paragraphAt(starts, place),
    at: (code) => anyOf(String.fromCharCode(code)),
    anyOf,
    byParagraph: (places, visit) => byParagraph(printed, starts, places, visit),
    eachPair: each,
    eachOf(pairs, visit) {
      known ??= unitsOf(codes)
      for (let i = 0; i < pairs.length; i += 2) {
        const first = pairs.charCodeAt(i)
        const second = pairs.charCodeAt(i + 1)
        // most words of a long list are of letters that a short page has not
        if (known[first] === 0 || known[second] === 0) continue
        each(first, second, (place) => visit(i / 2, place))
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
