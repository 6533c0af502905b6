import type {Block, Characters} from 'copylint'
import {isDigit, isLetter, isWideDigit, isWideLetter} from './chars.ts'
import type {Place} from './place.ts'

/** How many letters and digits of each width a page has. */
export interface Widths {
  readonly halfDigits: number
  readonly fullDigits: number
  readonly halfLetters: number
  readonly fullLetters: number
}

const wideLetters =
  '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ'

/** Most pages have none, and need not be counted. */
export function pagesWithFullLetters({anyOf, byParagraph}: Characters): Set<number> {
  const pages = new Set<number>()
  byParagraph(anyOf(wideLetters), ({block}) => pages.add(block.page))
  return pages
}

export function countWidths(source: string): Widths {
  const widths = {halfDigits: 0, fullDigits: 0, halfLetters: 0, fullLetters: 0}
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code < 0x80) {
      if (isDigit(code)) widths.halfDigits++
      else if (isLetter(code)) widths.halfLetters++
    } else if (code > 0xff0f) {
      if (isWideDigit(code)) widths.fullDigits++
      else if (isWideLetter(code)) widths.fullLetters++
    }
  }
  return widths
}

/** Full-width letters and digits on a page where most are half-width. A page all in full-width ones has its own style. */
export function fullLetters(source: string, widths: Widths): Place[] {
  const digits = widths.fullDigits > 0 && widths.halfDigits > widths.fullDigits
  const letters = widths.fullLetters > 0 && widths.halfLetters > widths.fullLetters
  if (!digits && !letters) return []
  const places: Place[] = []
  for (const {0: run, index} of source.matchAll(/[０-９]+|[Ａ-Ｚａ-ｚ]+/g)) {
    const isNumber = isWideDigit(run.charCodeAt(0))
    if (isNumber ? !digits : !letters) continue
    // figures are for editors
    places.push({start: index, end: index + run.length, kind: isNumber ? '０–９' : 'Ａ–Ｚ', half: false})
  }
  return places
}

/** The full-width point between half-width digits: 3．5 */
export function* widePoints({text, start}: Block, offsets: readonly number[]): Generator<Place> {
  for (const at of offsets) {
    if (text.charAt(at) === '．' && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)))
      yield toPlace(start + at, '．', '.')
  }
}

/** Full-width marks among Latin words: Hello，world. The marks of 数据见 https://… are those of Han copy, though most of its letters are Latin. */
export function* fullMarks({text, start}: Block): Generator<Place> {
  for (const {0: mark, index} of text.matchAll(/[、。！-／：-＠［-｀｛-～]/g)) {
    const after = text.charCodeAt(index + 1)
    const half = mark === '、' ? ',' : mark === '。' ? '.' : String.fromCharCode(mark.charCodeAt(0) - 0xfee0)
    yield toPlace(start + index, mark, half + (',;:!?.'.includes(half) && isLetter(after) ? ' ' : ''))
  }
}

const toPlace = (at: number, kind: string, text: string): Place => ({
  start: at,
  end: at + 1,
  kind,
  half: false,
  mend: {end: at + 1, text}
})
