/** Letters and marks of Han copy: a half-width mark beside them is one of Han copy. Quotes and dashes are those of English as well. */
export function isHanCopy(code: number): boolean {
  if (code < 0x3001) return false
  return code < 0xff00 ? code <= 0x30ff || isHan(code) : code <= 0xff1f ? !isWideDigit(code) : isWideBracket(code)
}

export function isHan(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    code === 0x3007 ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd840 && code <= 0xd88d)
  )
}

export const isWideDigit = (code: number): boolean => code >= 0xff10 && code <= 0xff19

export const isWideLetter = (code: number): boolean =>
  (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

export const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)

/** ［］｛｝｟｠ */
const isWideBracket = (code: number): boolean =>
  code === 0xff3b || code === 0xff3d || code === 0xff5b || code === 0xff5d
