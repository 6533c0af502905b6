import {defineAnalysis} from '../rule/use.ts'
import type {Article, Block} from '../tree/issue.ts'
import {dateKind} from './figure-dates.ts'
import {isMeasured, unitAt} from './figure-units.ts'
import {isNumeral, type Mutable, numberAt, runEnd, scaleAt} from './numerals.ts'

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

/**
 * The numbers of a story, by the block that has them; blocks without any are left out. Linear in its length, and one answer a story:
 * to remember one for each block would cost as much as to read it.
 */
export const figures = defineAnalysis('figures', ({blocks}: Article): ReadonlyMap<Block, readonly Figure[]> => {
  const found = new Map<Block, readonly Figure[]>()
  for (const block of blocks) {
    const some = readFigures(block.text)
    if (some.length > 0) found.set(block, some)
  }
  return found
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

/** Code units: a look at one costs less than a string of one. */
const is = {
  第: 0x7b2c,
  分: 0x5206,
  之: 0x4e4b,
  成: 0x6210,
  多: 0x591a,
  余: 0x4f59,
  餘: 0x9918,
  几: 0x51e0,
  来: 0x6765,
  近: 0x8fd1,
  约: 0x7ea6,
  約: 0x7d04,
  超: 0x8d85,
  逾: 0x903e,
  以: 0x4ee5,
  左: 0x5de6,
  上: 0x4e0a,
  至: 0x81f3,
  到: 0x5230,
  点: 0x70b9,
  过: 0x8fc7,
  破: 0x7834,
  少: 0x5c11,
  达: 0x8fbe,
  于: 0x4e8e,
  足: 0x8db3,
  为: 0x4e3a,
  概: 0x6982
} as const
/** 三分之二, 百分之3.5, 12%, 两成, 三成五. */
function toShare(text: string, figure: Mutable<Figure>): boolean {
  const {end, value} = figure
  const next = text.charCodeAt(end)
  if (next === 0x25 || next === 0xff05) {
    figure.end = end + 1
  } else if (next === is.分 && text.charCodeAt(end + 1) === is.之) {
    const part = isNumeral(text.charCodeAt(end + 2)) ? numberAt(text, end + 2) : undefined
    if (part === undefined || part.bare || value === 0) return false
    figure.value = value === 100 ? part.value : (part.value / value) * 100
    figure.step = value === 100 ? part.step : 2
    figure.end = part.end
  } else if (next === is.成 && value < 10 && !notTenths.includes(text[end + 1] ?? ' ')) {
    const half = figure.han && isNumeral(text.charCodeAt(end + 1)) ? numberAt(text, end + 1) : undefined
    const tenth = half !== undefined && half.value < 10 ? half : undefined
    figure.value = value * 10 + (tenth?.value ?? 0)
    figure.step = tenth ? 1 : 10
    figure.end = tenth?.end ?? end + 1
  } else return false
  figure.kind = 'percent'
  figure.unit = '%'
  figure.unitEnd = figure.end
  return true
}

/** What begins a word with 成: 四成员, 两成果. */
const notTenths = '为立果员绩功本品长人分型年就交熟都套渝份效片群'

/** 60多万. */
function growByScale(text: string, figure: Mutable<Figure>): void {
  const next = text.charCodeAt(figure.end)
  if (next !== is.多 && next !== is.余 && next !== is.餘 && next !== is.几) return
  const [scale, end] = scaleAt(text, figure.end + 1)
  if (scale === 1) return
  figure.value *= scale
  figure.step *= scale
  figure.end = end
  figure.unitEnd = end
  figure.hedge = 'over'
}

function readUnit(text: string, figure: Mutable<Figure>): void {
  const next = text.charCodeAt(figure.unitEnd)
  if (next === is.多 || next === is.余 || next === is.餘 || (next === is.来 && figure.value % 10 === 0)) {
    figure.hedge = 'over'
    figure.unitEnd++
  }
  if (figure.kind !== 'percent') {
    const unit = unitAt(text, figure.unitEnd)
    figure.unit = unit
    figure.unitEnd += unit.length
    if (unit === '个百分点' || unit === '百分点' || unit === '個百分點') {
      figure.kind = 'percent'
      figure.unit = '点'
    }
  }
  const behind = text.charCodeAt(figure.unitEnd)
  if (behind === is.多 || behind === is.余) figure.hedge = 'over'
  else if (behind === is.以 || behind === is.左 || behind === is.上) {
    const words = text.slice(figure.unitEnd, figure.unitEnd + 2)
    if (words === '以上') figure.hedge = 'over'
    else if (words === '以下' || words === '以内') figure.hedge = 'under'
    else if (words === '左右' || words === '上下') figure.hedge = 'about'
  }
}

/** 近, 约, 超过 … right before a number. */
function hedgeBefore(text: string, at: number): Hedge {
  switch (text.charCodeAt(at - 1)) {
    case is.近:
      return 'under'
    case is.约:
    case is.約:
      return 'about'
    case is.超:
    case is.逾:
      return 'over'
    case is.过:
    case is.破:
    case is.少:
    case is.达:
    case is.于:
    case is.足:
    case is.到:
    case is.为:
    case is.概:
      return hedges[text.slice(at - 2, at)] ?? 'exact'
    default:
      return 'exact'
  }
}

const hedges: Readonly<Record<string, Hedge>> = {
  超过: 'over',
  突破: 'over',
  至少: 'over',
  多达: 'over',
  高于: 'over',
  多于: 'over',
  不足: 'under',
  不到: 'under',
  低于: 'under',
  少于: 'under',
  约为: 'about',
  约达: 'about',
  大概: 'about'
}

/** Parts of names are no figures: MH370, G20, 歼-20, 5G, 11·21, 9+3, 1:2. */
function isName(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1)
  const after = text.charCodeAt(end)
  // beside most figures stands Han copy
  if (isHan(before) && isHan(after)) return false
  if (isLetter(before) || isLetter(after)) return true
  const further = text.charCodeAt(start - 2)
  const joined = isDigit(further) || isLetter(further) || isHan(further)
  if (joined && '-－+＋/／·•‧・.．'.includes(text[start - 1] ?? ' ')) return true
  if ((before === 0x3a || before === 0xff1a) && isDigit(further)) return true
  return isDigit(text.charCodeAt(end + 1)) && '+＋/／:：·•‧・'.includes(text[end] ?? ' ')
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff
const isDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
const isLetter = (code: number): boolean => {
  const plain = code >= 0xff21 && code <= 0xff5a ? code - 0xfee0 : code
  return (plain >= 0x41 && plain <= 0x5a) || (plain >= 0x61 && plain <= 0x7a)
}

function isRange(text: string, before: Figure, figure: Figure): boolean {
  const gap = figure.start - before.unitEnd
  if (gap < 1 || gap > 2) return false
  const joint = text.slice(before.unitEnd, figure.start)
  return '至到—-－–~～〜或'.includes(joint) || joint === '——'
}
