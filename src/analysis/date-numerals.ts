import {isAsciiDigit, isDigit} from '../parse/chars.ts'
import {numeralOf} from './numerals.ts'

/** Characters of the numerals of dates: half-width, full-width, Han. */
export const numerals = '0123456789０１２３４５６７８９〇○零一二三四五六七八九十廿卅'
/** One of them, in an expression. */
export const numeral = '[0-9０-９〇○零一二三四五六七八九十廿卅]'

/** By code unit: a table, since it is looked at for the neighbours of each 年, 月, 日 and colon. */
const kinds = new Uint8Array(0x10000)
for (const it of numerals) {
  const code = it.charCodeAt(0)
  kinds[code] = isAsciiDigit(code) ? 1 : isDigit(code) ? 2 : 3
}

/** How a numeral of dates is written, half-width 1, full-width 2 or in Han 3, and 0 for what is none: 周五12月 has two side by side. */
export const numeralKind = (code: number): number => kinds[code] ?? 0

/** What a numeral of dates says: 11, １１, 十一, 廿三, 一九六三; nothing where it is none (七八). */
export function figure(text: string, from = 0, to = text.length): number | undefined {
  const first = text.charCodeAt(from)
  if (isDigit(first)) return arabic(text, from, to)
  const size = to - from
  const one = digit(first)
  if (size === 1 && one >= 0) return one
  // 〇五, 一九六三
  const digits = size === 4 || (size === 2 && one === 0)
  return (digits ? digitByDigit(text, from, to) : undefined) ?? tens(text, from, to)
}

function arabic(text: string, from: number, to: number): number | undefined {
  let value = 0
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (!isDigit(code)) return undefined
    value = value * 10 + (code & 0xf)
  }
  return value
}

function digitByDigit(text: string, from: number, to: number): number | undefined {
  let value = 0
  for (let i = from; i < to; i++) {
    const next = digit(text.charCodeAt(i))
    if (next < 0) return undefined
    value = value * 10 + next
  }
  // 〇〇 is no day
  return value > 0 || to - from > 2 ? value : undefined
}

/** 十, 十一, 二十, 二十一, 廿三, 卅. */
function tens(text: string, from: number, to: number): number | undefined {
  let i = from
  const ten = digit(text.charCodeAt(i))
  if (ten > 1) i++
  const word = text.charAt(i)
  const scale = word === '十' ? Math.max(1, ten) * 10 : ten > 1 ? 0 : word === '廿' ? 20 : word === '卅' ? 30 : 0
  if (scale === 0) return undefined
  if (++i === to) return scale
  const unit = digit(text.charCodeAt(i))
  return unit > 0 && i + 1 === to ? scale + unit : undefined
}

/** 两 is in no date. */
const digit = (code: number): number => {
  const value = kinds[code] === 3 ? numeralOf(code) : -1
  return value < 10 ? value : -1
}
