import {is} from './code-units.ts'
import type {Figure} from './figures.ts'
import type {Mutable} from './numbers.ts'
import {numberAt} from './numbers.ts'
import {isNumeral, scaleAt} from './numerals.ts'

/** 三分之二, 百分之3.5, 12%, 两成, 三成五. */
export function toShare(text: string, figure: Mutable<Figure>): boolean {
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
export function growByScale(text: string, figure: Mutable<Figure>): void {
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
