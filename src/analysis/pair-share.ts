import {fold} from './normalised.ts'

/**
 * How much of a line a text says: the share of the line's pairs of neighbouring letters that stand in the text, from 0 to 1.
 * Marks and blanks do not count, widths are folded. `白溪县通水` in a text with 白溪县 and 通水 gives 3 of 4.
 *
 * Meant for Han copy, where a pair of letters is a word; in a line of an alphabet it says nothing.
 *
 * @param except pairs of another line that do not count: what tells `林岚会见县医院院长` from `林岚会见侨商` is 县医院院长
 * @returns 0 where the line has no pair of its own
 */
export function pairShare(line: string, text: string, except = ''): number {
  const pairs = new Set(pairsOf(line))
  for (const pair of pairsOf(except)) pairs.delete(pair)
  if (pairs.size === 0) return 0
  const left = new Set(pairs)
  for (const pair of pairsOf(text)) {
    left.delete(pair)
    if (left.size === 0) break
  }
  return 1 - left.size / pairs.size
}

function* pairsOf(text: string): Generator<number> {
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const code = fold(text.charCodeAt(i))
    if (code === 0) continue
    if (before !== 0) yield before * 0x10000 + code
    before = code
  }
}
