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
  const asked = new Set<number>()
  for (let i = 0, before = 0; i < line.length; i++) {
    const code = fold(line.charCodeAt(i))
    if (code === 0) continue
    if (before !== 0) asked.add((before << 16) | code)
    before = code
  }
  strike(asked, except)
  const all = asked.size
  if (all === 0) return 0
  strike(asked, text)
  return 1 - asked.size / all
}

/** Takes the pairs of a text out of a set, until it is empty. */
function strike(pairs: Set<number>, text: string): void {
  let before = 0
  for (let i = 0; i < text.length && pairs.size > 0; i++) {
    const code = fold(text.charCodeAt(i))
    if (code === 0) continue
    if (before !== 0) pairs.delete((before << 16) | code)
    before = code
  }
}
