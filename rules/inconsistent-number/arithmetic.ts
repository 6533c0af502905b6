import type {Figure} from 'copylint'
import {isSlip} from 'copylint'

/** Whether figures as printed, each rounded to its last digit, can add up to a total. */
export function addsUp(total: Figure, parts: readonly Figure[]): boolean {
  const sum = sumOf(parts)
  const room =
    isWhole(total) && parts.every(isWhole) ? 0 : (total.step + parts.reduce((all, {step}) => all + step, 0)) / 2
  return Math.abs(sum - total.value) <= room + 1e-9 * Math.max(1, total.value)
}

export const sumOf = (parts: readonly Figure[]): number => parts.reduce((all, {value}) => all + value, 0)

const isWhole = ({step}: Figure): boolean => step === 1

/** Whether a sum is the total but for one digit, or two that changed places: 28 and 23, 1504 and 1540. */
export function isSlipOf(total: Figure, sum: number): boolean {
  const [a, b] = [String(Math.round(total.value / total.step)), String(Math.round(sum / total.step))]
  return a.length > 1 && isSlip(a, b)
}

/** A sum in the words of its total: 2400000 beside 百万 with one decimal is 2.4百万, beside 人 12人. */
export function inWordsOf(text: string, total: Figure, sum: number): string {
  const written = text.slice(total.start, total.end)
  const scale = /[万亿]+$/.exec(written)?.[0] ?? ''
  const size = scale === '' ? 1 : [...scale].reduce((all, it) => all * (it === '亿' ? 1e8 : 1e4), 1)
  return `${Number((sum / size).toFixed(4))}${scale}${total.unit}`
}

/** The first of the figures that begins at an offset or behind it, found by halving. */
export function firstFrom(figures: readonly Figure[], offset: number): number {
  let [low, high] = [0, figures.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((figures[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
