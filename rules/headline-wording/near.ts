import {isContrast} from 'copylint'

/** Where two texts differ: what they share before and behind, and what each has in between. */
export interface Difference {
  readonly before: number
  readonly behind: number
  readonly a: string
  readonly b: string
}

/** The one stretch that two texts differ in. */
export function difference(a: string, b: string): Difference {
  const shorter = Math.min(a.length, b.length)
  let before = 0
  while (before < shorter && a[before] === b[before]) before++
  let behind = 0
  while (behind < shorter - before && a[a.length - behind - 1] === b[b.length - behind - 1]) behind++
  return {before, behind, a: a.slice(before, a.length - behind), b: b.slice(before, b.length - behind)}
}

/** A word has so many letters at most. */
const longestWord = 2

/** Letters that are the same where one is changed, where two are, and where one text has a word more. */
const leastShared = {letter: 3, word: 3, added: 3, addedWord: 5} as const

/** Whether two quoted texts are one but for a word: “人人争当名师”, “人人争做名师”. */
export function isOneWordOff(a: string, b: string): boolean {
  const found = difference(a, b)
  const most = Math.max(found.a.length, found.b.length)
  const shared = found.before + found.behind
  if (most === 0 || most > longestWord) return false
  if (found.a === '' || found.b === '') {
    const word = found.a + found.b
    return shared >= (most === 1 ? leastShared.added : leastShared.addedWord) && isWord(word) && !isOften.test(word)
  }
  return shared >= (most === 1 ? leastShared.letter : leastShared.word) && isExchanged(found.a, found.b)
}

/**
 * Whether they differ in one letter that is not the last: what may be asked where the story has both. “一卡通办” and “一卡通游”,
 * 《纽约时报》 and 《纽约邮报》 are two things.
 *
 * @param titled titles of papers and laws that share three letters are two
 */
export function isOneLetterOff(a: string, b: string, titled: boolean): boolean {
  const {before, behind, a: x, b: y} = difference(a, b)
  const least = titled ? leastShared.addedWord : leastShared.letter
  return x.length === 1 && y.length === 1 && before + behind >= least && behind >= 1 && isExchanged(x, y)
}

/**
 * Whether two names of three letters are one but for a letter: “零拧忍”, “零容忍”. So short a name is asked about where the story has the one and
 * nowhere the other; “上半场” and “下半场” are two.
 *
 * @param play whether the last letter may be played upon: “夜校热”, “夜校风”
 */
export function isOneOfThree(a: string, b: string, play: boolean): boolean {
  const {before, behind, a: x, b: y} = difference(a, b)
  if (a.length !== 3 || b.length !== 3 || before + behind !== 2 || (play && behind === 0)) return false
  return isExchanged(x, y) && !isContrast(x, y)
}

/** What closes speech, and is left out of a head. */
const particle = /[啊呀呢吗吧啦哦嘛了的]$/

/** Whether a text is another without its first or its last letter: 球发展倡议, “全球发展倡议”. */
export const isCut = (text: string, whole: string): boolean =>
  whole.length === text.length + 1 &&
  text.length >= 4 &&
  whole.includes(text) &&
  !isOften.test(whole.charAt(0)) &&
  !particle.test(whole)

/** Whether one word stands for another: Han, not two figures, which are another rule's, and not turned (中朝, 朝中). */
export function isExchanged(a: string, b: string): boolean {
  if (!han.test(a) || !han.test(b) || (figure.test(a) && figure.test(b))) return false
  return !(a.length === 2 && a[0] === b[1] && a[1] === b[0])
}

const han = /^[\u3400-\u9fff]+$/
const figure = /[〇零一二两三四五六七八九十百千万亿数首末初次多双单年月日]/

const isWord = (text: string): boolean => han.test(text) && !figure.test(text)

/** What a head leaves out: “比预期更糟”, 比预期的更糟; or what is new in it. */
const isOften = /^[的之了地得和与及同新各等]+$/
