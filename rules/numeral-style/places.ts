import type {Block, Characters} from 'copylint'
import {isDigit, isHanDigit} from './text.ts'

/** Units that a slip has, and whether one may be there: told by the units beside it, since most have none. */
interface Sign {
  readonly units: string
  readonly test: (codes: Uint16Array, place: number) => boolean
}

/** What a date, an approximate number or a year with a wrong nought has. */
export const maySlip: Sign = {
  units: '月年、几',
  test(codes, place) {
    const before = codes[place - 1] ?? 0
    switch (codes[place]) {
      case 0x6708: // 月
        return mayBeMixedDate(codes, place)
      case 0x5e74: // 年: 二0二四年
        return codes[place - 4] === 0x4e8c || codes[place - 4] === 0x4e00
      case 0x3001: // 、
        return isFigure(before) && isFigure(codes[place + 1] ?? 0)
      default: // 20几
        return before === 0x30 || before === 0xff10
    }
  }
}

/** What a number in two kinds of figures has: 1千5百. */
export const mayMix: Sign = {units: '千百', test: (codes, place) => isDigit(codes[place - 1] ?? 0)}

/** The paragraphs of stories that have a sign. */
export function blocksWithSlips({anyOf, byParagraph, codes}: Characters, {units, test}: Sign): Block[] {
  const blocks: Block[] = []
  byParagraph(
    anyOf(units, (place) => test(codes, place)),
    ({block, article}) => {
      if (article) blocks.push(block)
    }
  )
  return blocks
}

/** Whether a month stands between figures of two kinds, or in the old calendar: 2024年十二月, 12月三日, 腊月23, 农历3月. */
function mayBeMixedDate(codes: Uint16Array, month: number): boolean {
  const last = codes[month - 1] ?? 0
  if (namedMonths.includes(String.fromCharCode(last))) return true
  if (!isFigure(last)) return false
  const isArabic = isDigit(last)
  const next = codes[month + 1] ?? 0
  if (isFigure(next) && isDigit(next) !== isArabic) return true
  for (let i = 2; i < reach; i++) {
    const code = codes[month - i] ?? 0
    if (code === 0) return false
    if (code === 0x5386 || code === 0x66c6) return true // 历曆
    const year = codes[month - i - 1] ?? 0
    if (code === 0x5e74 && isFigure(year) && isDigit(year) !== isArabic) return true
  }
  return false
}

const namedMonths = '正冬腊臘'
/** A year and the name of a calendar stand no farther before the month: 农历二〇二四年十二月. */
const reach = 20

const isFigure = (code: number): boolean => isDigit(code) || isHanDigit(code)
