import type {WrittenNumber} from './numbers.ts'
import {numeralOf, scaleAt} from './numerals.ts'

/** 三百零五, 二十三, 两千, 一九六三, 十九, 三点五. */
export function hanAt(text: string, from: number): WrittenNumber | undefined {
  let end = from
  let scaled = 0
  for (let next = numeralOf(text.charCodeAt(end)); next >= 0; next = numeralOf(text.charCodeAt(end))) {
    if (next >= 10) scaled++
    end++
  }
  if (end - from > 20) return undefined
  // 三万千瓦: the last scale belongs to the unit
  const last = text[end - 1]
  if (
    scaled > 0 &&
    end - from > 1 &&
    (last === '千' || last === '百') &&
    '瓦米克伏卡赫帕焦分'.includes(text[end] ?? ' ') &&
    text[end + 1] !== '之'
  ) {
    end--
    scaled--
  }
  if (scaled === 0) return plainHan(text, from, end)
  const first = numeralOf(text.charCodeAt(from))
  if (first >= 100)
    return end - from === 1 ? {end, value: first, step: first, han: true, bare: true, digits: 0} : undefined
  return scaledHan(text, from, end)
}

/** One digit, perhaps with a point: 三点五亿; or a year, digit by digit: 一九六三. 三五 and 七八 are guesses. */
function plainHan(text: string, from: number, end: number): WrittenNumber | undefined {
  const size = end - from
  if (size === 2) return undefined
  let value = 0
  for (let i = from; i < end; i++) value = value * 10 + numeralOf(text.charCodeAt(i))
  const mark = text[end]
  if (size > 1 || (mark !== '点' && mark !== '·' && mark !== '．'))
    return {end, value, step: 1, han: true, bare: false, digits: 0}
  let pointEnd = end + 1
  let part = ''
  for (
    let next = numeralOf(text.charCodeAt(pointEnd));
    next >= 0 && next < 10 && part.length < 4;
    next = numeralOf(text.charCodeAt(pointEnd))
  ) {
    part += next
    pointEnd++
  }
  if (part === '') return {end, value, step: 1, han: true, bare: false, digits: 0}
  const [scale, scaleEnd] = scaleAt(text, pointEnd)
  const zeros = Math.log10(scale)
  return {
    end: scaleEnd,
    value: Number(`${value}.${part}e${zeros}`),
    step: Number(`1e${zeros - part.length}`),
    han: true,
    bare: false,
    digits: 0
  }
}

function scaledHan(text: string, from: number, end: number): WrittenNumber | undefined {
  let [total, section, digit, step] = [0, 0, -1, 1]
  for (let i = from; i < end; i++) {
    const next = numeralOf(text.charCodeAt(i))
    if (next < 10) {
      if (digit > 0) return undefined
      digit = next
      step = 1
    } else if (next < 1e4) {
      section += (digit < 0 ? 1 : digit) * next
      digit = -1
      step = next
    } else {
      total = (total + section + Math.max(0, digit)) * next
      ;[section, digit] = [0, -1]
      step = next
    }
  }
  return {end, value: total + section + Math.max(0, digit), step, han: true, bare: false, digits: 0}
}
