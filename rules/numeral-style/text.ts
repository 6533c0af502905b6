/** A slip, by offsets in the text of a block. */
export interface Slip {
  readonly id: 'date' | 'lunar' | 'zero' | 'approximate' | 'mixed'
  readonly start: number
  readonly end: number
  readonly data?: Readonly<Record<string, string>>
}

/** 0 to 9, of either width. */
export const isDigit = (code: number) => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)

/** 一 to 十, and what stands for nought: 〇, 零, ○. */
export const isHanDigit = (code: number) => hanDigits.has(code)

const hanDigits = new Set(Array.from('一二三四五六七八九十〇零○', (letter) => letter.charCodeAt(0)))

/** Where the figures begin that end before `end`, and whether they are Arabic; none where no figure stands there. */
export function figuresBefore(text: string, end: number): {start: number; isArabic: boolean} | undefined {
  const last = text.charCodeAt(end - 1)
  const isArabic = isDigit(last)
  if (!isArabic && !isHanDigit(last)) return undefined
  const is = isArabic ? isDigit : isHanDigit
  let start = end - 1
  // more than six are no year and no count
  while (start > 0 && end - start < 7 && is(text.charCodeAt(start - 1))) start--
  return {start, isArabic}
}
