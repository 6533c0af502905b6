import {isDigit, isHanCharacter} from '../parse/chars.ts'

/** Parts of names are no figures: MH370, G20, 歼-20, 5G, 11·21, 9+3, 1:2. */
export function isName(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1)
  const after = text.charCodeAt(end)
  // beside most figures stands Han copy
  if (isHanCharacter(before) && isHanCharacter(after)) return false
  if (isLetter(before) || isLetter(after)) return true
  const further = text.charCodeAt(start - 2)
  const joined = isDigit(further) || isLetter(further) || isHanCharacter(further)
  if (joined && '-－+＋/／·•‧・.．'.includes(text[start - 1] ?? ' ')) return true
  if ((before === 0x3a || before === 0xff1a) && isDigit(further)) return true
  return isDigit(text.charCodeAt(end + 1)) && '+＋/／:：·•‧・'.includes(text[end] ?? ' ')
}
const isLetter = (code: number): boolean => {
  const plain = code >= 0xff21 && code <= 0xff5a ? code - 0xfee0 : code
  return (plain >= 0x41 && plain <= 0x5a) || (plain >= 0x61 && plain <= 0x7a)
}
