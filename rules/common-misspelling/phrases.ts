import type {Beginnings, Characters} from 'copylint'
import {beginnings, isHanCharacter} from 'copylint'

/** Set phrases of four characters, found by either half: where one character is wrong, the other half is whole. */
export interface Phrases {
  /** All of them in one string, in the order of their codes, four units each. */
  readonly text: string
  /** Where halves of them stand. */
  readonly halves: Beginnings
}

/** A place of the pages that is one character off from a phrase. */
export interface Near {
  readonly place: number
  /** Which of its four characters differs. */
  readonly odd: number
  readonly phrase: string
}

/** @param text of at most 32,768 phrases: `nearPhrases` has 16 bits for a half */
export const toPhrases = (text: string): Phrases => ({text, halves: beginnings(text)})

/** In how many places of the phrases a character stands, counted up to `most`. */
export function countOf({text}: Phrases, code: number, most: number): number {
  const char = String.fromCharCode(code)
  let count = 0
  for (let at = text.indexOf(char); at >= 0 && count < most; at = text.indexOf(char, at + 1)) count++
  return count
}

/** Whether the four characters at a place are one of the phrases of a string that has four units each, in the order of their codes. */
export function isPhrase(phrases: string, page: string, at: number): boolean {
  const four = page.slice(at, at + 4)
  let [low, high] = [0, phrases.length / 4]
  while (low < high) {
    const middle = (low + high) >> 1
    const phrase = phrases.slice(middle * 4, middle * 4 + 4)
    if (phrase === four) return true
    if (phrase < four) low = middle + 1
    else high = middle
  }
  return false
}

/**
 * All places where exactly one character differs from a phrase, in order. Marks, letters and digits are no characters of it.
 *
 * @param isOdd whether the character at a place may be the wrong one: asked first, since it seldom is
 */
export function nearPhrases(
  {text, halves}: Phrases,
  page: Characters,
  isOdd: (codes: Uint16Array, place: number) => boolean
): Near[] {
  const {codes} = page
  const found: number[] = []
  halves(page, (half, place) => {
    // the other half, in the phrases and on the page
    const aside = half % 2 === 0 ? 2 : -2
    const [from, other] = [half * 2 + aside, place + aside]
    const isFirst = text.charCodeAt(from) === codes[other]
    if (isFirst === (text.charCodeAt(from + 1) === codes[other + 1])) return
    if (!isHanCharacter(codes[other] as number) || !isHanCharacter(codes[other + 1] as number)) return
    if (isOdd(codes, isFirst ? other + 1 : other)) found.push(place * 0x10000 + 0xffff - half)
  })
  // of several at one place the later phrase comes first
  return Array.from(Float64Array.from(found).sort(), (it) => {
    const [place, half] = [Math.floor(it / 0x10000), 0xffff - (it % 0x10000)]
    const aside = half % 2 === 0 ? 2 : 0
    const start = half % 2 === 0 ? place : place - 2
    const index = half >> 1
    const phrase = text.slice(index * 4, index * 4 + 4)
    return {place: start, odd: phrase.charCodeAt(aside) === codes[start + aside] ? aside + 1 : aside, phrase}
  })
}
