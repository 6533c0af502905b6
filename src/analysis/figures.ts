import {defineAnalysis} from '../rule/use.ts'
import type {Block, Issue} from '../tree/issue.ts'
import {is} from './code-units.ts'
import {dateKind} from './figure-dates.ts'
import {hedgeBefore, readUnit} from './figure-hedges.ts'
import {isName} from './figure-names.ts'
import {growByScale, toShare} from './figure-shares.ts'
import {isMeasured} from './figure-units.ts'
import type {Mutable} from './numbers.ts'
import {numberAt} from './numbers.ts'
import {isNumeral, runEnd} from './numerals.ts'

/** What a number says: how many, what share, which one in a row; or it is a date, a year, or a part of a name. */
export type FigureKind = 'count' | 'percent' | 'ordinal' | 'date' | 'year' | 'name'

/** How exact it claims to be: 近12亿 is under, 3万多 over, 约5吨 about. */
export type Hedge = 'exact' | 'about' | 'over' | 'under'

/** A number as it stands in the text of a block, offsets in `block.text`. */
export interface Figure {
  readonly kind: FigureKind
  /** The number with its scale and percent mark, with 第 and 百分之: `第13`, `11.96亿`, `百分之五`. */
  readonly start: number
  readonly end: number
  /** Where its unit ends, or `end`. */
  readonly unitEnd: number
  /** In ones: 1.2亿 is 120000000, two tenths (两成) are 20 percent. */
  readonly value: number
  /** What its last written digit is worth: 11.96亿 is exact to 1000000. */
  readonly step: number
  readonly hedge: Hedge
  /** The measure behind it without its scale, `''` where none is known: 人, 公里; 元 of 亿元; a share has `%`, 个百分点 `点`. */
  readonly unit: string
  /** Written in Han numerals: 二十三. */
  readonly han: boolean
  /** One end of a range: 3至5. */
  readonly range: boolean
}

/** The numbers of a paragraph of the issue, read when a rule first asks for them: of most no rule does. */
export const figures = defineAnalysis('figures', (_: Issue) => {
  const read = new Map<Block, readonly Figure[]>()
  return (block: Block): readonly Figure[] => {
    const found = read.get(block) ?? readFigures(block.text)
    read.set(block, found)
    return found
  }
})

/** The numbers of a text. Digits of Han script alone, without a measure, are none: 四川, 统一, 七八. */
export function readFigures(text: string): Figure[] {
  const found: Mutable<Figure>[] = []
  let before: Mutable<Figure> | undefined
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if ((code > 0x39 && code < 0x3007) || !isNumeral(code)) continue
    if (code >= 0x3007 && code < 0xff10 && isLoneDigit(text, i)) continue
    const figure = figureAt(text, i)
    if (figure === undefined) {
      i = runEnd(text, i) - 1
      continue
    }
    i = (figure.unit === '' ? figure.end : figure.unitEnd) - 1
    if (figure.kind === 'count') figure.kind = dateKind(text, figure, before)
    if (before && isRange(text, before, figure)) {
      before.range = true
      figure.range = true
    }
    found.push(figure)
    before = figure
  }
  return found
}

/** A Han digit with no other beside it, nor 第, nor anything that measures: 一 of 一些, 四 of 四川. */
function isLoneDigit(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1)
  if (isNumeral(next) || text.charCodeAt(at - 1) === is.第 || isMeasured(next)) return false
  switch (next) {
    case is.分:
    case is.成:
    case is.点:
    case is.多:
    case is.余:
    case is.至:
    case is.到:
    case 0xb7: // ·
    case 0xff0e: // ．
    case 0x25: // %
    case 0xff05: // ％
      return false
    default:
      return true
  }
}

function figureAt(text: string, from: number): Mutable<Figure> | undefined {
  const number = numberAt(text, from)
  if (number === undefined) return undefined
  const {han, bare, digits} = number
  const figure: Mutable<Figure> = {
    kind: 'count',
    start: from,
    end: number.end,
    unitEnd: number.end,
    value: number.value,
    step: number.step,
    hedge: hedgeBefore(text, from),
    unit: '',
    han,
    range: false
  }
  const shared = toShare(text, figure)
  // 百名, 万家: about how many, nobody can say
  if (bare && !shared) return undefined
  if (text.charCodeAt(from - 1) === is.第) {
    figure.kind = 'ordinal'
    figure.start = from - 1
  } else if (!shared) growByScale(text, figure)
  readUnit(text, figure)
  if (figure.kind === 'count' && (isName(text, from, figure.end) || (digits >= 7 && figure.unit === '')))
    figure.kind = 'name'
  return figure
}

function isRange(text: string, before: Figure, figure: Figure): boolean {
  const gap = figure.start - before.unitEnd
  if (gap < 1 || gap > 2) return false
  const joint = text.slice(before.unitEnd, figure.start)
  return '至到—-－–~～〜或'.includes(joint) || joint === '——'
}
