import type {Figure} from 'copylint'
import {addsUp, isSlipOf, sumOf} from './arithmetic.ts'

/** A total and its parts that do not agree. */
export interface Disagreement {
  readonly total: Figure
  readonly parts: readonly Figure[]
  /** How sure: the text says that the parts are all there is (其余, 男 and 女); one digit would put it right; or parts may overlap. */
  readonly how: 'proven' | 'likely' | 'perhaps'
}

/** What nobody is together with the other: 12人死亡、9人受伤; but 女性12名、党员21名 may be the same persons. */
const apart = /[死伤亡]|失踪|失联|遇难|获救|被困|撤离|出院|境外|境内|本土|男|外籍|其余|其他/

const mayOverlap = (text: string, total: Figure, parts: readonly Figure[]): boolean =>
  /^[人名位户家]$/.test(total.unit) && !apart.test(text.slice(parts[0]?.start, (parts.at(-1)?.unitEnd ?? 0) + 6))

interface Reading {
  /** Whether 其余, or 男 and 女, prove that the parts are all there is: no other figure stands between them. */
  readonly proves: boolean
  /** Whether parts that are too many are worth a question, as perhaps they overlap. */
  readonly asks: boolean
}

/** None where the parts, or the first of them, add up; else where they must, or miss by one digit, or are too many. */
export function disagreement(
  text: string,
  total: Figure,
  parts: readonly Figure[],
  reading: Reading
): Disagreement | undefined {
  for (let many = 2; many <= parts.length; many++) if (addsUp(total, parts.slice(0, many))) return undefined
  if (isWholeOf(text, parts)) return {total, parts, how: reading.proves ? 'proven' : 'likely'}
  for (let many = parts.length; many >= 2; many--) {
    const some = parts.slice(0, many)
    const sum = sumOf(some)
    if (sum > total.value && mayOverlap(text, total, some)) continue
    if (isSlipOf(total, sum) || some.some((it) => isSlipOf(it, it.value + total.value - sum)))
      return {total, parts: some, how: 'likely'}
  }
  const two = parts.slice(0, 2)
  return reading.asks && !mayOverlap(text, total, two) && sumOf(two) > total.value
    ? {total, parts: two, how: 'perhaps'}
    : undefined
}

/** …，其余7人…; 男12人、女9人. Of 其中党员男5人、女3人 nobody says that they are all. */
function isWholeOf(text: string, parts: readonly Figure[]): boolean {
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined) return false
  if (/其[余餘][^，,。；;\d]{0,6}$/.test(text.slice(Math.max(0, last.start - 10), last.start))) return true
  const [one, two] = [sexBefore(text, first), sexBefore(text, last)]
  return parts.length === 2 && one !== '' && two !== '' && one !== two
}

/** 男 or 女 where nothing but that is counted: 男12人, 女生9人. */
const sexBefore = (text: string, {start}: Figure): string =>
  /(?:其中|包括|分别|^|[，,、：:（(。；和及])[，,：:]?([男女])(?:性|生|子|方|职工|队员|运动员|代表|学生|教师|党员)?(?:有|为)?$/.exec(
    text.slice(Math.max(0, start - 8), start)
  )?.[1] ?? ''
