import {isHanCharacter} from 'copylint'
/** Set phrases of four characters, found by either half: where one character is wrong, the other half is whole. */
export interface Phrases {
  /** All of them in one string, four units each. */
  readonly text: string
  /** By hash of a half, the last one that has it: halves are counted from 1, those that begin a phrase are odd. */
  readonly heads: Uint16Array
  /** By half: the one before it that has the same hash; 0 for none. */
  readonly before: Uint16Array
}

/** A place that is one character off from a phrase. */
export interface Near {
  readonly at: number
  /** Which of its four characters differs. */
  readonly odd: number
  readonly phrase: string
}

const slots = 0x40000

/** @param text of at most 32,767 phrases: their halves are counted in 16 bits */
export function toPhrases(text: string): Phrases {
  const heads = new Uint16Array(slots)
  const before = new Uint16Array(text.length / 2 + 1)
  // plain steps and little of them: this runs once, before the engine has made it fast
  for (let half = 1, at = 0; at < text.length; half++, at += 2) {
    const slot = slotOf(text.charCodeAt(at), text.charCodeAt(at + 1))
    before[half] = heads[slot] as number
    heads[slot] = half
  }
  return {text, heads, before}
}

/** In how many places of the phrases a character stands, counted up to `most`. */
export function countOf({text}: Phrases, code: number, most: number): number {
  const char = String.fromCharCode(code)
  let count = 0
  for (let at = text.indexOf(char); at >= 0 && count < most; at = text.indexOf(char, at + 1)) count++
  return count
}

/** Whether the four characters at a place are one of the phrases of a string that has four units each. */
export function isPhrase(phrases: string, page: string, at: number): boolean {
  const four = page.slice(at, at + 4)
  let place = phrases.indexOf(four)
  while (place % 4 > 0) place = phrases.indexOf(four, place + 1)
  return place >= 0 && four.length === 4
}

/** All places of a text where exactly one character differs from a phrase. Marks, letters and digits are no characters of it. */
export function nearPhrases(phrases: Phrases, page: string): Near[] {
  const found: Near[] = []
  if (page.length < 4) return found
  const {heads} = phrases
  let code = page.charCodeAt(0)
  for (let i = 1; i < page.length; i++) {
    const previous = code
    code = page.charCodeAt(i)
    const half = heads[slotOf(previous, code)] as number
    if (half > 0) addNear(found, phrases, page, i - 1, half)
  }
  return found
}

/** Adds the phrases that have the half of the page at a place, and of the other half one character. */
function addNear(found: Near[], {text, before}: Phrases, page: string, at: number, last: number): void {
  const a = page.charCodeAt(at)
  const b = page.charCodeAt(at + 1)
  for (let half = last; half > 0; half = before[half] as number) {
    const from = half * 2 - 2
    if (text.charCodeAt(from) !== a || text.charCodeAt(from + 1) !== b) continue
    const aside = half % 2 > 0 ? 2 : -2
    const other = at + aside
    if (other < 0 || other + 2 > page.length) continue
    const isFirst = text.charCodeAt(from + aside) === page.charCodeAt(other)
    const isSecond = text.charCodeAt(from + aside + 1) === page.charCodeAt(other + 1)
    if (isFirst === isSecond || !isHanCharacter(page.charCodeAt(other)) || !isHanCharacter(page.charCodeAt(other + 1)))
      continue
    found.push(toNear(text, at + Math.min(0, aside), (half - 1) >>> 1, (aside > 0 ? 2 : 0) + (isFirst ? 1 : 0)))
  }
}

const toNear = (text: string, at: number, index: number, odd: number): Near => ({
  at,
  odd,
  phrase: text.slice(index * 4, index * 4 + 4)
})

const slotOf = (a: number, b: number): number => (a * 5003 + b) & (slots - 1)
