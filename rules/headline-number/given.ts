import type {Figure} from 'copylint'
import {measureOf} from 'copylint'

/** Numbers up to this are on every page. */
const mostSmall = 32

/** So many figures in a row may be one sum, and two that stand so near to each other a sum or a difference. */
const mostSummed = 12
const nearest = 3
/** Among more figures than these some add up to anything. */
const mostTold = 4

/** How figures of a body give a head's figure: as it is or rounded as heads are, as their sum or difference, or not. */
export function given(head: Figure, body: readonly Figure[]): 'plain' | 'sum' | undefined {
  const values: number[] = []
  for (const it of body) {
    if (!isComparable(head, it)) continue
    const value = (it.value * sizeOf(it)) / sizeOf(head)
    if (rounds(head, value)) return 'plain'
    values.push(value)
  }
  return head.kind !== 'ordinal' && head.kind !== 'year' && addsUp(head, values)
    ? values.length <= mostTold
      ? 'plain'
      : 'sum'
    : undefined
}

/** 12 人 and 12 名 may be the same, 12 人 and 12 天 not. */
function isComparable(head: Figure, it: Figure): boolean {
  if (it.kind === 'name') return head.kind === 'name'
  if (head.kind === 'ordinal' || it.kind === 'ordinal') return head.kind === it.kind || head.unit === it.unit
  if (head.kind === 'year' || it.kind === 'year') return head.kind === it.kind
  if (it.kind === 'date') return false
  if (head.unit === '' || it.unit === '') return true
  // a small number of other things gives nothing: 2颗 of a head, 2名 of its story
  if (head.value < mostSmall && measureOf(head.unit)[0] === 'count') return isSameCount(head, it)
  return measureOf(head.unit)[0] === measureOf(it.unit)[0]
}

/** 31省份 and 31个省份, 25名 and 25人; not 25人 and 25天. */
export function isSameCount({unit: a}: Figure, {unit: b}: Figure): boolean {
  if (a === b) return true
  return measureOf(a)[0] === 'count' && measureOf(b)[0] === 'count' && (loose.test(a) || loose.test(b))
}

const loose = /^[个名位人家项条]?$/

const sizeOf = ({unit}: Figure): number => measureOf(unit)[1]

/** Whether a head may say this figure for a value: 12亿 for 11.96亿 and 12.3亿, 近300 for 286, 逾3万 for 3.2万. */
export function rounds(head: Figure, value: number): boolean {
  const {step, hedge} = head
  const size = head.value
  const least = 1e-9 * Math.max(1, Math.abs(size))
  const more = value - size
  if (Math.abs(more) <= least) return true
  // 近300, 超1600万: the zeros at the end are round, too
  const round = hedge === 'exact' ? step : roundness(head)
  if (hedge === 'over') return more > 0 && more < round - least
  if (hedge === 'under') return more < 0 && -more < round - least
  if (hedge === 'about') return Math.abs(more) < round - least
  // a whole count of things is not rounded: 25名 is not 26名; 12亿 is 12.3亿 or 11.6亿
  return (more > 0 && more < step - least) || (more < 0 && -more <= step / 2 + least)
}

/** What the last digit that is no zero is worth: 300 is round to 100, 1.5亿 to a tenth of 亿. */
export function roundness({value, step}: Figure): number {
  let round = step
  while (Math.abs(value / (round * 10) - Math.round(value / (round * 10))) < 1e-9 && round * 10 <= value) round *= 10
  return round
}

function addsUp(head: Figure, values: readonly number[]): boolean {
  for (let i = 0; i < values.length; i++) {
    const first = values[i] ?? 0
    let sum = first
    for (let k = i + 1; k < Math.min(values.length, i + mostSummed); k++) {
      const value = values[k] ?? 0
      sum += value
      if (rounds(head, sum)) return true
      if (k <= i + nearest && (rounds(head, first + value) || rounds(head, Math.abs(first - value)))) return true
    }
  }
  return false
}
