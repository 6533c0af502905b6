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

/** A name of fewer letters, without the added word, may be another: “世界湾区”, “世界一流湾区”. */
const leastWithout = 5

/** Whether two quoted texts are one but for a word: “人人争当名师”, “人人争做名师”. */
export function isOneWordOff(a: string, b: string): boolean {
  const found = difference(a, b)
  const most = Math.max(found.a.length, found.b.length)
  const shared = found.before + found.behind
  if (most === 0 || most > longestWord || shared < (most === 1 ? 3 : 5)) return false
  if (found.a === '' || found.b === '') {
    return shared >= leastWithout && isWord(found.a + found.b) && !isOften(found.a + found.b)
  }
  return isWord(found.a) && isWord(found.b) && !isTurned(found.a, found.b)
}

/** Han, and no figure: those are another rule's. */
export const isWord = (text: string): boolean =>
  /^[\u3400-\u9fff]+$/.test(text) && !/[〇零一二两三四五六七八九十百千万亿数首末初次多双单年月日]/.test(text)

/** What a head leaves out: “比预期更糟”, 比预期的更糟. */
const isOften = (text: string): boolean => /^[的之了地得和与及同在是为新各等]$/.test(text)

/** 中朝, 朝中: each country names itself first. */
const isTurned = (a: string, b: string): boolean => a.length === 2 && a[0] === b[1] && a[1] === b[0]
