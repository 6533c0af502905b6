import type {Block, Pairs} from 'copylint'

/** What is between two quotes or title marks, by offsets in the text of its block. */
export interface Quoted {
  readonly block: Block
  readonly start: number
  readonly end: number
}

/** What is longer is speech, what is shorter no name that could be told from another. */
const longest = 40
const shortest = 3

const openers = '“‘「『《〈"'

/** The quoted names of a block, in order; straight quotes open and close by turns. */
export function quotedIn(block: Block, found: Pairs | undefined): Quoted[] {
  if (found === undefined) return []
  const names: Quoted[] = []
  const add = (open: number, close: number) => {
    const length = close - open - 1
    if (length < shortest || length > longest) return
    const start = open - block.start + 1
    if (openers.includes(block.text.charAt(start - 1))) names.push({block, start, end: start + length})
  }
  for (const [open, close] of found.pairs) add(open, close)
  const {straight} = found
  for (let i = 0; i + 1 < straight.length; i += 2) add(straight[i] ?? 0, straight[i + 1] ?? 0)
  return names
}

/** The letters of a name, without marks and blanks. */
export const lettersOf = ({block, start, end}: Quoted): string => lettersIn(block.text.slice(start, end))

/** A text without its marks and blanks. */
export const lettersIn = (text: string): string => text.replace(/[^\u3400-\u9fff\uff10-\uff5aA-Za-z0-9]+/g, '')
