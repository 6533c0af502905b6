import {blanks, dash, dayParts, monthWords, numeral, yearWords} from './moments.ts'

const hanNumerals = '〇○零一二三四五六七八九十廿卅'

/** What stands before or behind a date that says more than one unit, as its opening or as its next character. */
const joins = '、和及与與至到—－–-‐─~～〜（( \u3000二五六日天一三四午晨晚间夜'
const openers = '當後來歷這臘個今去明前后本当同次翌来上每历个正腊冬下这凌清早中午傍夜深晚'
const goesOn = '至到—－–-‐─~～〜（(星礼禮周週，, \u3000起开始一直次凌清早上中正下午傍晚夜深是即为本正腊冬当同每这翌前'

/** What a word of `opening` ends in. */
const mayOpen = '年月晨上午后後晚间間里夜早至到—－–-‐─~～〜 \u3000\t'
const opening = new RegExp(`(?:${yearWords}|${monthWords}|${dayParts}|${numeral}{1,4}${dash})${blanks}$`)

/** Where a date begins whose first unit stands behind the numeral at `at`: 去年|12月, 上午|9时, 27至|28日. */
export function startOf(text: string, at: number, done: number): number {
  let start = at
  const kind = kindOf(text.charCodeAt(at))
  while (start > done && at - start < 4 && kindOf(text.charCodeAt(start - 1)) === kind) start--
  for (let i = 0; i < 2; i++) {
    if (!mayOpen.includes(text.charAt(start - 1))) break
    const before = opening.exec(text.slice(Math.max(done, start - 9), start))
    if (!before) break
    start -= before[0].length
  }
  return start
}

/** 2024年 and 28日 say nothing alone, and most are: what stands on either side tells a range, a list, a weekday, a time. */
export function isAlone(text: string, start: number, end: number): boolean {
  const unit = text.charAt(end - 1)
  if (unit === '月' || joins.includes(text.charAt(start - 1)) || openers.includes(text.charAt(start))) return false
  const next = text.charAt(end)
  return !(goesOn.includes(next) || kindOf(next.charCodeAt(0)) > 0)
}

/** Whether a numeral is written in Han characters. */
export const isHan = (text: string, at: number): boolean => kindOf(text.charCodeAt(at)) === 3

/** Half-width, full-width or Han: 周五12月 has two numerals side by side. */
function kindOf(code: number): 0 | 1 | 2 | 3 {
  if (code >= 0x30 && code <= 0x39) return 1
  if (code >= 0xff10 && code <= 0xff19) return 2
  return hanNumerals.includes(String.fromCharCode(code)) ? 3 : 0
}
