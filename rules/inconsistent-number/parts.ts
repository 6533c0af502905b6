import type {Figure} from 'copylint'
import {measureOf} from 'copylint'
import {firstFrom} from './arithmetic.ts'
import type {Disagreement} from './disagreement.ts'
import {disagreement} from './disagreement.ts'

const stops = '。；！？;!?'
/** How far before its parts a total may stand. */
const mostBetween = 40
const mostParts = 12

/** 共20人，其中男12人、女9人: parts behind their total. */
export function* partsBehind(text: string, figures: readonly Figure[]): Generator<Disagreement> {
  for (const word of ['其中', '包括', '分别', '分別']) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 2)) {
      const {start, end} = sentenceAround(text, at)
      const parts = partsFrom(text, figures, at + 2, end)
      const [first] = parts
      if (first === undefined) continue
      const total = totalBefore(figures, first, start, at)
      if (total === undefined || at - total.unitEnd > mostBetween) continue
      // 函询1258件，谈话180件，其中…: of which of them, nobody can say
      const alone = !isOneOfSeveral(figures, total, start) && isAmount(text, total)
      if (first.value > total.value && word === '其中') {
        if (alone) yield {total, parts: [first], how: 'likely'}
        continue
      }
      if (parts.length < 2) continue
      const proves = alone && parts.length === countsBetween(figures, at, parts)
      const found = disagreement(text, total, parts, {proves, asks: alone && !word.startsWith('分')})
      if (found) yield found
    }
  }
}

/** 男12人、女9人，共20人: parts before their total. */
export function* partsBefore(text: string, figures: readonly Figure[]): Generator<Disagreement> {
  for (let at = text.indexOf('共'); at >= 0; at = text.indexOf('共', at + 1)) {
    // in most places 共 is 共产党, 共同, 公共
    const mark = text.slice(at, at + 4)
    if (!/^共(?:[有计为达]|计为|计达)?[0-9０-９一二三四五六七八九十两]/.test(mark)) continue
    const {start} = sentenceAround(text, at)
    const k = firstFrom(figures, at)
    const total = figures[k]
    if (total === undefined || total.start - at > 3 || !isPart(total)) continue
    if (!/[，,、（(]?[一总合]?$/.test(text.slice(at - 2, at))) continue
    const parts: Figure[] = []
    let next = at
    for (let i = k - 1; i >= 0 && parts.length < mostParts; i--) {
      const it = figures[i]
      if (
        it === undefined ||
        it.start < start ||
        next - it.unitEnd > 14 ||
        !isSameUnit(it.unit, total.unit) ||
        !isPart(it)
      )
        break
      parts.unshift(it)
      next = it.start
    }
    if (parts.length < 2) continue
    const found = disagreement(text, total, parts, {proves: true, asks: false})
    if (found) yield found
  }
}

function countsBetween(figures: readonly Figure[], at: number, parts: readonly Figure[]): number {
  const last = parts.at(-1)
  return last === undefined ? 0 : firstFrom(figures, last.start + 1) - firstFrom(figures, at)
}

/** 2名 and 1人 are persons. */
const isSameUnit = (a: string, b: string): boolean => a === b || (/^[人名位]$/.test(a) && /^[人名位]$/.test(b))

/** Things that can be counted: no ages, no degrees, no averages. */
function isAmount(text: string, {unit, start}: Figure): boolean {
  return (
    (measureOf(unit)[0] === 'count' || unit === '元') &&
    unit !== '级' &&
    !/每|均|最/.test(text.slice(Math.max(0, start - 10), start))
  )
}

const isPart = ({kind, hedge, range}: Figure): boolean => kind === 'count' && hedge === 'exact' && !range

/** The figures of one unit from here on; none where one of them is not exact. */
function partsFrom(text: string, figures: readonly Figure[], from: number, to: number): Figure[] {
  const parts: Figure[] = []
  for (let k = firstFrom(figures, from); k < figures.length; k++) {
    const it = figures[k]
    if (it === undefined || it.start >= to || parts.length === mostParts) break
    const [first] = parts
    if (first === undefined) {
      if (it.kind !== 'count') continue
      if (it.start - from > 30) break
    } else if (!isSameUnit(it.unit, first.unit) || it.kind !== 'count') continue
    if (!isPart(it)) return []
    if (first && /其中|包括/.test(text.slice(parts.at(-1)?.unitEnd, it.start))) break
    parts.push(it)
  }
  return parts
}

/** The nearest figure of the unit of the parts before them. */
function totalBefore(figures: readonly Figure[], {unit}: Figure, from: number, to: number): Figure | undefined {
  for (let k = firstFrom(figures, to) - 1; k >= 0; k--) {
    const it = figures[k]
    if (it === undefined || it.start < from) return undefined
    if (isSameUnit(it.unit, unit)) return isPart(it) ? it : undefined
  }
  return undefined
}

function isOneOfSeveral(figures: readonly Figure[], total: Figure, from: number): boolean {
  for (let k = firstFrom(figures, from); k < figures.length; k++) {
    const it = figures[k]
    if (it === undefined || it.start >= total.start) return false
    if (isSameUnit(it.unit, total.unit)) return true
  }
  return false
}

function sentenceAround(text: string, at: number): {start: number; end: number} {
  let [start, end] = [at, at]
  while (start > 0 && at - start < 200 && !stops.includes(text[start - 1] ?? '。')) start--
  while (end < text.length && end - at < 300 && !stops.includes(text[end] ?? '。')) end++
  return {start, end}
}
