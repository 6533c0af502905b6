import {bits, emptyTable, enter, type Pairs, toPair} from './scan.ts'

/** Set phrases of four characters, found by either half: where one character is wrong, the other half is whole. */
export interface Phrases {
  /** All of them in one string, four units each; and its units. */
  readonly text: string
  readonly codes: Uint16Array
  /** By hash of the first half: the first phrase that has it, from 1, the next ones in `nextFirst`. */
  readonly firsts: Int32Array
  readonly nextFirst: Int32Array
  readonly lasts: Int32Array
  readonly nextLast: Int32Array
}

/** A place that is one character off from a phrase. */
export interface Near {
  readonly at: number
  /** Which of its four characters differs. */
  readonly odd: number
  readonly phrase: string
}

const slots = 0x8000

/** @param table where the halves are entered, for `scan` */
export function toPhrases(text: string, table = emptyTable()): Phrases {
  const size = text.length / 4
  const codes = new Uint16Array(text.length)
  for (let i = 0; i < codes.length; i++) codes[i] = text.charCodeAt(i)
  const phrases: Phrases = {
    text,
    codes,
    firsts: new Int32Array(slots),
    nextFirst: new Int32Array(size + 1),
    lasts: new Int32Array(slots),
    nextLast: new Int32Array(size + 1)
  }
  const {firsts, nextFirst, lasts, nextLast} = phrases
  // plain steps, no arrays: this runs once, before the engine has made it fast
  for (let index = 1, at = 0; index <= size; index++, at += 4) {
    const a = codes[at] as number
    const b = codes[at + 1] as number
    const c = codes[at + 2] as number
    const d = codes[at + 3] as number
    const first = toPair(a, b)
    const last = toPair(c, d)
    const firstSlot = slotOf(first)
    const lastSlot = slotOf(last)
    nextFirst[index] = firsts[firstSlot] as number
    firsts[firstSlot] = index
    nextLast[index] = lasts[lastSlot] as number
    lasts[lastSlot] = index
    enter(table, first, bits.first)
    enter(table, last, bits.last)
  }
  return phrases
}

/** In how many places of the phrases a character stands, counted up to `most`. */
export function countOf({text}: Phrases, code: number, most: number): number {
  const char = String.fromCharCode(code)
  let count = 0
  for (let at = text.indexOf(char); at >= 0 && count < most; at = text.indexOf(char, at + 1)) count++
  return count
}

/** Whether the four characters at a place are one of the phrases. */
export function isPhrase({text, firsts, nextFirst}: Phrases, page: string, at: number): boolean {
  const slot = slotOf(toPair(page.charCodeAt(at), page.charCodeAt(at + 1)))
  for (let it = firsts[slot] as number; it > 0; it = nextFirst[it] as number) {
    if (page.startsWith(text.slice(it * 4 - 4, it * 4), at)) return true
  }
  return false
}

/** All places of a text where exactly one character differs from a phrase. Marks, letters and digits are no characters of it. */
export function nearPhrases(phrases: Phrases, page: string, {firsts, lasts}: Pairs): Near[] {
  const found: Near[] = []
  for (const at of firsts) addByFirst(found, phrases, page, at)
  for (const at of lasts) addByLast(found, phrases, page, at - 2)
  return found
}

/** Phrases whose first half is whole. */
function addByFirst(found: Near[], phrases: Phrases, page: string, at: number): void {
  const [c, d] = [page.charCodeAt(at + 2), page.charCodeAt(at + 3)]
  if (!isHan(c) || !isHan(d)) return
  const {text, codes, firsts, nextFirst} = phrases
  const [a, b] = [page.charCodeAt(at), page.charCodeAt(at + 1)]
  const half = toPair(a, b)
  for (let it = firsts[slotOf(half)] as number; it > 0; it = nextFirst[it] as number) {
    const from = it * 4 - 4
    const third = codes[from + 2] === c
    if (third === (codes[from + 3] === d) || codes[from] !== a || codes[from + 1] !== b) continue
    found.push({at, odd: third ? 3 : 2, phrase: text.slice(from, from + 4)})
  }
}

/** Phrases whose last half is whole. */
function addByLast(found: Near[], phrases: Phrases, page: string, at: number): void {
  if (at < 0) return
  const [a, b] = [page.charCodeAt(at), page.charCodeAt(at + 1)]
  if (!isHan(a) || !isHan(b)) return
  const {text, codes, lasts, nextLast} = phrases
  const [c, d] = [page.charCodeAt(at + 2), page.charCodeAt(at + 3)]
  const half = toPair(c, d)
  for (let it = lasts[slotOf(half)] as number; it > 0; it = nextLast[it] as number) {
    const from = it * 4 - 4
    const first = codes[from] === a
    if (first === (codes[from + 1] === b) || codes[from + 2] !== c || codes[from + 3] !== d) continue
    found.push({at, odd: first ? 1 : 0, phrase: text.slice(from, from + 4)})
  }
}

const isHan = (code: number): boolean => code >= 0x4e00 && code < 0xa000

const slotOf = (half: number): number => (half >>> 9) & (slots - 1)
