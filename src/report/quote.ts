import {isPlain} from './plain.ts'
import {visible} from './visible.ts'

/** How wide a quotation in a sentence may be, in columns: twelve Han characters, or six words of English. */
const widest = {han: 24, latin: 40}

/** Characters that take two columns. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u

/** A character with the marks that sit on it. */
const character = /\P{M}\p{M}*|\p{M}+/gu

/**
 * A passage as a sentence can quote it: one line, controls drawn, its middle left out where it is longer than about
 * twelve Han characters (`高新区党…工作会议`).
 */
export function quote(text: string, columns?: number): string {
  const line = visible(text.replace(/\s+/g, ' ').trim())
  const characters = isPlain(line) ? line.split('') : (line.match(character) ?? [])
  const widths = characters.map((it) => (wide.test(it) ? 2 : 1))
  const room = columns ?? (widths.includes(2) ? widest.han : widest.latin)
  if (sum(widths) <= room) return line
  const half = (room - 2) / 2
  const head = characters.slice(0, fitting(widths, half))
  const tail = characters.slice(-fitting(widths.toReversed(), half))
  return `${headWords(head, characters[head.length])}…${tailWords(tail, characters[characters.length - tail.length - 1])}`
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, it) => total + it, 0)

/** How many of the widths fit. */
function fitting(widths: readonly number[], columns: number): number {
  let used = 0
  for (const [index, width] of widths.entries()) {
    used += width
    if (used > columns) return index
  }
  return widths.length
}

/** Does not stop in the middle of an English word where a word stands before it. */
function headWords(characters: readonly string[], next = ''): string {
  const text = characters.join('')
  const whole = isLatin(next) ? text.replace(/\s+[\p{Script=Latin}'’]*$/u, '') : text
  return (whole === '' ? text : whole).trimEnd()
}

/** Does not begin in the middle of one where a word stands behind it. */
function tailWords(characters: readonly string[], before = ''): string {
  const text = characters.join('')
  const whole = isLatin(before) ? text.replace(/^[\p{Script=Latin}'’]*\p{P}*\s+/u, '') : text
  return (whole === '' ? text : whole).trimStart()
}

const isLatin = (character: string): boolean =>
  isPlain(character) ? /^[A-Za-zＡ-Ｚａ-ｚ]/.test(character) : /^\p{Script=Latin}/u.test(character)
