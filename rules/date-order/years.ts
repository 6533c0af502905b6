import type {Block, Characters} from 'copylint'

const year = '((?:1[0-9]|20|１[０-９]|２０)[0-9０-９]{2})'
const dash = '[ \\u3000]{0,2}[—–－\\-~～]{1,2}[ \\u3000]{0,2}'

/** Two years and a dash that are not dates to the eye: (1950—1930), 2024—2023学年. */
const pairs = `(?:(?<=[（(][ \\u3000]{0,2})${year}年?${dash}${year}(?=[ \\u3000]{0,2}[）)](?![号字第]))|${year}${dash}${year}(?=学年|赛季|雪季|财年|榨季))`

export interface Years {
  readonly start: number
  readonly end: number
  readonly id: 'life' | 'years'
  /** Less sure than an error: kings before Christ are given so too. */
  readonly likely: boolean
}

/** Paragraphs in which a figure stands before a closing bracket or the name of a season. */
export function blocksWithYears({anyOf, byParagraph, codes}: Characters): Block[] {
  const blocks: Block[] = []
  const places = anyOf('）)学赛雪财榨', (place) => {
    let last = place - 1
    while (codes[last] === 0x20 || codes[last] === 0x3000) last--
    return isDigit(codes[last] ?? 0)
  })
  byParagraph(places, ({block}) => blocks.push(block))
  return blocks
}

const isDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)

/** Years that run backwards, of a life (何大田，1950—1930) or a season. With 年 behind them they are a range like others. */
export function findYears(text: string): Years[] {
  const found: Years[] = []
  for (const {0: whole, 1: born, 2: died, 3: first, 4: last, index} of text.matchAll(new RegExp(pairs, 'g'))) {
    if (half(born ?? first) <= half(died ?? last) || /前|电话|热线/.test(text.slice(Math.max(0, index - 6), index)))
      continue
    const likely = born !== undefined && (half(born) < recent || /公元前|BC/.test(text))
    found.push({start: index, end: index + whole.length, id: born === undefined ? 'years' : 'life', likely})
  }
  return found
}

/** Before this year a life may be one before Christ, though the copy does not say so. */
const recent = 1850

const half = (figures = ''): number => Number(figures.replace(/[０-９]/g, (it) => String(it.charCodeAt(0) - 0xff10)))
