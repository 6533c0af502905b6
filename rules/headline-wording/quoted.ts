import type {Block, Pairs} from 'copylint'

/** A name or slogan in quotes or title marks. */
export interface Quoted {
  readonly block: Block
  /** What is between the marks, by offsets in the text of the block. */
  readonly start: number
  readonly end: number
  /** Its letters, without marks and blanks. */
  readonly letters: string
}

/** What is longer is speech, what is shorter no name that could be told from another. */
const longest = 40
const shortest = 4

const openers = '“‘「『《〈"'

/** The quoted names of a block, in order; straight quotes open and close by turns. */
export function quotedIn(block: Block, found: Pairs | undefined): Quoted[] {
  if (found === undefined) return []
  const {start, text} = block
  const spans: (readonly [number, number])[] = [...found.pairs]
  for (let i = 0; i + 1 < found.straight.length; i += 2)
    spans.push([found.straight[i] ?? 0, found.straight[i + 1] ?? 0])
  const names: Quoted[] = []
  for (const [open, close] of spans) {
    const from = open - start + 1
    const to = close - start
    if (to - from < shortest || to - from > longest || !openers.includes(text.charAt(from - 1))) continue
    const letters = lettersIn(text.slice(from, to))
    if (letters.length >= shortest) names.push({block, start: from, end: to, letters})
  }
  return names.sort((a, b) => a.start - b.start)
}

/** A text without its marks and blanks. */
export const lettersIn = (text: string): string => text.replace(/[^\u3400-\u9fff\uff10-\uff5aA-Za-z0-9]+/g, '')
