import {isDigit} from '../parse/chars.ts'
import type {WrittenNumber} from './numbers.ts'
import {isNumeral, scaleAt} from './numerals.ts'

// a number has few groups: without a bound a line of 111,111,… would be read again from each of them
const half = /\d+(?:,\d{3}(?!\d)){0,4}(?:\.\d+)?/y
const full = /[０-９]+(?:[，,][０-９]{3}(?![０-９])){0,4}(?:[．.·][０-９]+)?/y

/** The number that begins at a digit: 1,234.5, 11.96亿, １２．５. */
export function arabicAt(text: string, from: number): WrittenNumber | undefined {
  return wholeAt(text, from) ?? markedAt(text, from)
}

/** Most numbers are a few digits and no more: told without an expression. */
function wholeAt(text: string, from: number): WrittenNumber | undefined {
  let [end, value] = [from, 0]
  for (let code = text.charCodeAt(end); isDigit(code); code = text.charCodeAt(end)) {
    value = value * 10 + (code & 0xf)
    end++
  }
  if (end - from > 15 || isNumeral(text.charCodeAt(end)) || ',.，．·'.includes(text[end] ?? ' ')) return undefined
  return {end, value, step: 1, han: false, bare: false, digits: end - from}
}

/** 1,234.5, 11.96亿, 1亿815万. */
function markedAt(text: string, from: number): WrittenNumber | undefined {
  let [value, step, end, digits] = [0, 1, from, 0]
  for (let last = Number.POSITIVE_INFINITY; ; ) {
    const run = plainAt(text, end)
    if (run === undefined) break
    const [scale, scaleEnd] = scaleAt(text, end + run.length)
    // 1亿815万: each part is smaller than the one before
    const [whole = '', part = ''] = run.plain.split('.')
    if (end > from && (scale >= last || whole.length > 4)) break
    if (end === from) digits = whole.length
    if (whole.length > 15) return undefined
    value += Number(`${run.plain}e${Math.log10(scale)}`)
    step = Number(`1e${Math.log10(scale) - part.length}`)
    end = scaleEnd
    last = scale
    if (scale < 1e4 || part) break
  }
  return end > from ? {end, value, step, han: false, bare: false, digits} : undefined
}

function plainAt(text: string, from: number): {length: number; plain: string} | undefined {
  const code = text.charCodeAt(from)
  if (!isDigit(code)) return undefined
  const wide = code >= 0xff10
  const run = wide ? full : half
  run.lastIndex = from
  const found = run.exec(text)?.[0] ?? ''
  const plain = wide
    ? found.replace(/[０-９．·，]/g, (it) =>
        it === '．' || it === '·' ? '.' : it === '，' ? '' : String.fromCharCode(it.charCodeAt(0) - 0xfee0)
      )
    : found
  return {length: found.length, plain: plain.replaceAll(',', '')}
}
