import {codesOf} from './code-units.ts'
import {numeral, numeralKind} from './date-numerals.ts'
import {blanks, dash, dayParts, monthWords, yearWords} from './moments.ts'

/** What stands before or behind a date that says more than one unit, as its opening or as its next character. */
const joins = '、和及与與至到—－–-‐─~～〜（( \u3000二五六日天一三四午晨晚间夜'
const openers = '當後來歷這臘個今去明前后本当同次翌来上每历个正腊冬下这凌清早中午傍夜深晚'
const goesOn = '至到—－–-‐─~～〜（(星礼禮周週，, \u3000起开始一直次凌清早上中正下午傍晚夜深是即为本正腊冬当同每这翌前'

/** What a word of `opening` ends in. */
const mayOpen = '年月晨上午后後晚间間里夜早至到—－–-‐─~～〜 \u3000\t'
const opening = new RegExp(`(?:${yearWords}|${monthWords}|${dayParts}|${numeral}{1,4}${dash})${blanks}$`)

// a 0 stands where a paragraph begins and ends: there nothing says that a date is alone
const before = codesOf(`\0${joins}${mayOpen}`)
const joined = codesOf(`\0${joins}`)
const behind = codesOf(`\0${goesOn}`)
const opens = codesOf(openers)
const opened = codesOf(mayOpen)

/**
 * Whether 年, 月, 日, 时 or another unit at a place of a page may belong to a date that says more than one thing: 64 of 100 have no
 * numeral before them or are alone, which the units beside them tell.
 */
export function mayBeUnit(codes: Uint16Array, place: number): boolean {
  const blank = codes[place - 1] === 0x20 || codes[place - 1] === 0x3000
  const last = blank ? place - 2 : place - 1
  if (numeralKind(codes[last] ?? 0) === 0) return false
  const next = codes[place + 1] ?? 0
  if (codes[place] === 0x6708 || behind.has(next) || numeralKind(next) > 0) return true
  const start = runStart(last, (i) => codes[i] ?? 0, last - 4)
  return last - start === 4 || before.has(codes[start - 1] ?? 0)
}

/** Where a date begins whose first unit stands behind the numeral at `at`: 去年|12月, 上午|9时, 27至|28日. */
export function startOf(text: string, at: number, done: number): number {
  let start = runStart(at, (i) => text.charCodeAt(i), Math.max(done, at - 4))
  for (let i = 0; i < 2; i++) {
    if (!opened.has(text.charCodeAt(start - 1))) break
    const word = opening.exec(text.slice(Math.max(done, start - 9), start))
    if (!word) break
    start -= word[0].length
  }
  return start
}

/** Where the characters of a numeral begin that are written alike and end at `at`. */
function runStart(at: number, codeAt: (i: number) => number, least: number): number {
  const kind = numeralKind(codeAt(at))
  let start = at
  while (start > least && numeralKind(codeAt(start - 1)) === kind) start--
  return start
}

/** 2024年 and 28日 say nothing alone, and most are: what stands on either side tells a range, a list, a weekday, a time. */
export function isAlone(text: string, start: number, end: number): boolean {
  // 0 before and behind the text
  const codeAt = (at: number) => text.charCodeAt(at) || 0
  if (codeAt(end - 1) === 0x6708 || joined.has(codeAt(start - 1)) || opens.has(codeAt(start))) return false
  const next = codeAt(end)
  return !(behind.has(next) || numeralKind(next) > 0)
}
