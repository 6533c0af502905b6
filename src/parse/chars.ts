/** What a UTF-16 unit is, told by its code: the scanners look at every unit of a page and must not allocate. */

/**
 * Han characters for use in a class of an expression with the flag `u`. Spelt as ranges: `\\p{Script=Han}` says the same, and
 * takes V8 ten times as long to compile, which is what a short run consists of.
 */
export const hanRanges = '\\u3005\\u3007\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}'

/** Blanks as copy has them, line ends too: space, tab, U+3000, no-break space, BOM, U+2028 and their kin. */
export function isBlank(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  if (code < 0x1680) return code === 0xa0 || code === 0x85
  if (code > 0x3000) return code === 0xfeff
  return (
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680
  )
}

/** Han and kana: scripts without spaces between words. The high surrogate stands for the letters beyond U+20000. */
export function isHan(code: number): boolean {
  if (code < 0x3005) return false
  if (code <= 0x9fff) return code >= 0x3400 || code <= 0x3007 || (code >= 0x3041 && code <= 0x312f)
  return (code >= 0xf900 && code <= 0xfaff) || (code >= 0xd840 && code <= 0xd88d)
}

/** A Han character, and no mark of repetition, no kana: what names and words are made of. */
export const isHanCharacter = (code: number): boolean => code >= 0x3400 && code <= 0x9fff

/** Letters of scripts that put spaces between words: Latin, Greek, Cyrillic …, Hangul. Full-width Latin is Han copy's. */
export function isSpacedLetter(code: number): boolean {
  if (code < 0x80) return isAsciiLetter(code)
  if (code < 0x2000) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7
  return code >= 0xac00 && code <= 0xd7a3
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

export function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** Digits, half and full width. */
export function isDigit(code: number): boolean {
  return isAsciiDigit(code) || (code >= 0xff10 && code <= 0xff19)
}
