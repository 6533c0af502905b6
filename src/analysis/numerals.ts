export type Mutable<T> = {-readonly [K in keyof T]: T[K]}

/** A written number, without what stands before or behind it. */
export interface WrittenNumber {
  readonly end: number
  readonly value: number
  /** What its last written digit is worth. */
  readonly step: number
  readonly han: boolean
  /** A scale alone: 百, 万. */
  readonly bare: boolean
  /** Arabic digits in a row before any point or scale. */
  readonly digits: number
}

/** What a Han numeral stands for: a digit, or a scale of ten and more; -1 for any other code unit. */
function numeralOf(code: number): number {
  switch (code) {
    case 0x3007: // 〇
    case 0x25cb: // ○, as 1990 set it
    case 0x96f6: // 零
      return 0
    case 0x4e00: // 一
      return 1
    case 0x4e8c: // 二
    case 0x4e24: // 两
    case 0x5169: // 兩
      return 2
    case 0x4e09: // 三
      return 3
    case 0x56db: // 四
      return 4
    case 0x4e94: // 五
      return 5
    case 0x516d: // 六
      return 6
    case 0x4e03: // 七
      return 7
    case 0x516b: // 八
      return 8
    case 0x4e5d: // 九
      return 9
    case 0x5341: // 十
      return 10
    case 0x767e: // 百
      return 100
    case 0x5343: // 千
      return 1e3
    case 0x4e07: // 万
    case 0x842c: // 萬
      return 1e4
    case 0x4ebf: // 亿
    case 0x5104: // 億
      return 1e8
    default:
      return -1
  }
}

const isDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)

/** Which code units a number may begin with: a look into a table costs a tenth of a switch, and all of the page is asked. */
const numerals = new Uint8Array(0x10000)
for (const it of '0123456789０１２３４５６７８９〇零一二两兩三四五六七八九十百千万萬亿億')
  numerals[it.charCodeAt(0)] = 1

/** Whether a number may begin with this code unit. */
export const isNumeral = (code: number): boolean => numerals[code] === 1

/** Where a run of numerals ends. */
export function runEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && isNumeral(text.charCodeAt(end))) end++
  return end
}

/** The number that begins at an offset; absent where the characters make none: 七八, 三五. */
export function numberAt(text: string, from: number): WrittenNumber | undefined {
  const code = text.charCodeAt(from)
  return code < 0x3007 || code >= 0xff10 ? arabicAt(text, from) : hanAt(text, from)
}

// a number has few groups: without a bound a line of 111,111,… would be read again from each of them
const half = /\d+(?:,\d{3}(?!\d)){0,4}(?:\.\d+)?/y
const full = /[０-９]+(?:[，,][０-９]{3}(?![０-９])){0,4}(?:[．.·][０-９]+)?/y

function arabicAt(text: string, from: number): WrittenNumber | undefined {
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

/** 万亿, 亿, 千万, 百万, 万, 千, 百 and where they end; 千瓦, 千米, 百分点 are units. */
export function scaleAt(text: string, from: number): readonly [number, number] {
  let [scale, end] = [1, from]
  for (; end - from < 3; end++) {
    const next = numeralOf(text.charCodeAt(end))
    if (next < 100 || (next < scale && scale >= 1e4)) break
    if (next < 1e4 && units.includes(text[end + 1] ?? ' ')) break
    scale *= next
  }
  return [scale, end]
}

/** What 千 and 百 stand before where they are no scale: 千瓦, 千米, 百分点, 百姓. */
const units = '瓦米克伏卡赫帕焦字分年姓货度日花团'

/** 三百零五, 二十三, 两千, 一九六三, 十九, 三点五. */
function hanAt(text: string, from: number): WrittenNumber | undefined {
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
