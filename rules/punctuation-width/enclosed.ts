import type {Block, Pairs} from 'copylint'
import {isDigit, isHan} from './chars.ts'
import type {Place} from './place.ts'

const wide: Readonly<Record<string, string>> = {'(': '（', ')': '）', '[': '［', ']': '］'}

/**
 * Half-width brackets and straight quotes around Han copy, (全国) and "绿色生活"; around Latin words, (GDP), they may stand. Where one half is
 * full-width already, （GDP), the other should be.
 */
export function* halfPairs({text, start}: Block, {pairs, straight}: Pairs): Generator<Place> {
  const mixed = new Set<number>()
  // from the last opener to the first, so that where Han copy begins is looked for once
  const sorted = pairs
    .filter(([open, close]) => [open, close].some((at) => isHalf(text.charAt(at - start))))
    .sort(([a], [b]) => b - a)
  let han = Number.POSITIVE_INFINITY
  let seen = text.length
  for (const [open, close] of sorted) {
    for (let at = seen - 1; at > open - start; at--) if (isHan(text.charCodeAt(at))) han = start + at
    seen = open - start
    const halves = [open, close].filter((at) => isHalf(text.charAt(at - start)))
    if (
      halves.length === 2 &&
      (han > close || text.charAt(open - start) === '[' || text.charAt(open - start - 1) === ']')
    )
      continue
    for (const at of halves) {
      const mark = text.charAt(at - start)
      if (mark === '"') mixed.add(at)
      const kind = mark === '"' ? '"' : mark === '(' || mark === ')' ? '()' : '[]'
      yield toPlace(at, kind, mark === '"' ? (at === open ? '“' : '”') : wide[mark])
    }
  }
  yield* halfQuotes(
    text,
    start,
    straight.filter((at) => !mixed.has(at)),
    pairs
  )
}

/** Straight quotes by twos; one too few is another defect, and an inch is none. */
function* halfQuotes(text: string, start: number, quotes: readonly number[], pairs: Pairs['pairs']): Generator<Place> {
  if (quotes.length % 2 === 1 || quotes.some((at) => isDigit(text.charCodeAt(at - start - 1)))) return
  // inside “ ” they should be ‘ ’, and whether they do open and close by turns is to be seen
  const curly = pairs.some(([open]) => text.charAt(open - start) === '“')
  for (let i = 0; i + 1 < quotes.length; i += 2) {
    const [open = 0, close = 0] = [quotes[i], quotes[i + 1]]
    const inner = text.slice(open - start + 1, close - start)
    if (!/[\u3400-\u9fff]/.test(inner)) continue
    const sure = !curly && inner.trim() === inner
    yield toPlace(open, '"', sure ? '“' : undefined)
    yield toPlace(close, '"', sure ? '”' : undefined)
  }
}

const isHalf = (mark: string): boolean => '()[]"'.includes(mark)

const toPlace = (at: number, kind: string, text: string | undefined): Place => ({
  start: at,
  end: at + 1,
  kind,
  half: true,
  ...(text && {mend: {end: at + 1, text}})
})
