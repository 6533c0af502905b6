import {datelineLength} from '../parse/dateline.ts'
import type {Span} from '../rule/finding.ts'
import {defineAnalysis} from '../rule/use.ts'
import type {Block, Issue} from '../tree/issue.ts'
import {characters} from './characters.ts'

/** The letters and digits of one paragraph behind its dateline, as a stretch of the issue's. */
export interface NormalisedBlock {
  readonly block: Block
  /** Which article of the issue, from 0. */
  readonly article: number
  /** Half-open, indices into `codes`. */
  readonly start: number
  readonly end: number
  /** What a letter of it weighs where lengths are compared: Han characters 1, letters of an alphabet a third. */
  readonly weight: number
}

/**
 * What is compared where printing may differ: letters and digits only, widths and the case of ASCII letters folded
 * (`“Ａ股”，` is `a股`), paragraph behind paragraph.
 * Datelines are left out: every story begins with one.
 */
export interface Normalised {
  readonly codes: Uint16Array
  /** The UTF-16 offset of each code in the source of its page. */
  readonly offsets: Uint32Array
  /** Every paragraph of every article, in order. */
  readonly blocks: readonly NormalisedBlock[]
}

export const normalised = defineAnalysis('normalised', (issue: Issue, use): Normalised => {
  const {codes: units, printed, starts} = use(characters, issue)
  const all = {codes: new Uint16Array(units.length), offsets: new Uint32Array(units.length)}
  const blocks: NormalisedBlock[] = []
  let size = 0
  let n = 0
  for (const [index, {blocks: own}] of issue.articles.entries()) {
    for (const block of own) {
      // lines between stories
      while (printed[n]?.block !== block) n++
      const first = starts[n++] as number
      const start = size
      const to = first + block.end - block.start
      size = takeLetters(units, first + datelineLength(block.text), to, block.start - first, all, size)
      blocks.push({block, article: index, start, end: size, weight: weightOf(all.codes, start, size)})
    }
  }
  return {codes: all.codes.subarray(0, size), offsets: all.offsets.subarray(0, size), blocks}
})

/** Puts letters and digits behind those that are there; gives how many there are then. `shift`: from `units` to the source. */
function takeLetters(
  units: Uint16Array,
  from: number,
  to: number,
  shift: number,
  {codes, offsets}: {codes: Uint16Array; offsets: Uint32Array},
  length: number
): number {
  let size = length
  for (let i = from; i < to; i++) {
    const unit = units[i] as number
    // most are Han, and need not be asked
    const code = unit >= 0x4e00 && unit <= 0x9fff ? unit : fold(unit)
    if (code === 0) continue
    codes[size] = code
    offsets[size++] = i + shift
  }
  return size
}

/** English says in three letters what Chinese says in one. */
function weightOf(codes: Uint16Array, start: number, end: number): number {
  const asked = Math.min(200, end - start)
  let latin = 0
  for (let i = start; i < start + asked; i++) {
    const code = codes[i] as number
    if (code >= 0x61 && code < 0x590) latin++
  }
  return latin * 2 > asked ? 1 / 3 : 1
}

/** The letters of one paragraph. */
export function lettersOf({codes, blocks}: Normalised, block: Block): Uint16Array {
  // blocks stand in the order of the pages: the first that does not end before it is found by halving
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = blocks[middle]?.block
    if (other && (other.page < block.page || (other.page === block.page && other.end < block.end))) low = middle + 1
    else high = middle
  }
  const found = blocks[low]
  return found?.block === block ? codes.subarray(found.start, found.end) : new Uint16Array()
}

/**
 * The span of a stretch of normalised text. Where it reaches the end of its paragraph the final mark and closing quotes
 * belong to it, where it begins the paragraph the opening ones.
 */
export function toSpan({offsets}: Normalised, {block, start, end}: NormalisedBlock, from: number, to: number): Span {
  return {
    page: block.page,
    start: from === start ? block.start + datelineLength(block.text) : (offsets[from] ?? block.start),
    end: to === end ? block.end : (offsets[to - 1] ?? block.start) + 1
  }
}

/** A code unit without its width and, in ASCII, its case, or 0 for what is neither letter nor digit. */
export function fold(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return code
  // full-width digits and Latin letters stand 0xFEE0 above their ASCII twins
  const plain = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code
  if (plain < 0x80) {
    if ((plain >= 0x30 && plain <= 0x39) || (plain >= 0x61 && plain <= 0x7a)) return plain
    return plain >= 0x41 && plain <= 0x5a ? plain + 0x20 : 0
  }
  // punctuation and symbols of the blocks that newspaper copy uses most, without asking Unicode
  if ((plain >= 0x2000 && plain <= 0x206f) || (plain >= 0x3000 && plain <= 0x3004)) return 0
  if ((plain >= 0x3008 && plain <= 0x3020) || (plain >= 0xfe30 && plain <= 0xfe4f)) return 0
  // arrows, mathematics; frames, geometric shapes, dingbats
  if (plain === 0xb7 || (plain >= 0x2190 && plain <= 0x245f) || (plain >= 0x2500 && plain <= 0x2775)) return 0
  // half of a character beyond the BMP: rare Han characters of names
  if (plain >= 0xd800 && plain <= 0xdfff) return plain
  return letter.test(String.fromCharCode(plain)) ? plain : 0
}

/** Takes V8 a millisecond to compile: a page of common characters goes without. */
const letter = /^[\p{L}\p{N}]/u

/** Whether a text begins with a letter or a digit of any script. */
export function isLetter(text: string): boolean {
  if (text === '') return false
  const code = text.charCodeAt(0)
  return code >= 0xd800 && code <= 0xdfff ? letter.test(text) : fold(code) !== 0
}
