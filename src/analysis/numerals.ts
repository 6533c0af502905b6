/** What a Han numeral stands for: a digit, or a scale of ten and more; -1 for any other code unit. */
export function numeralOf(code: number): number {
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
