import type {Block, Issue, Pairs} from 'copylint'

/** A paragraph with an odd number of straight quotes, and the last of them. */
export interface Odd {
  readonly block: Block
  readonly count: number
  readonly at: number
}

/** Paragraphs whose straight quotes do not come out even; two of one story may share a quotation. */
export function* oddQuotes(issue: Issue, paired: ReadonlyMap<Block, Pairs>): Generator<Odd> {
  for (const {blocks} of issue.articles) {
    let waiting: Odd | undefined
    for (const block of blocks) {
      const odd = toOdd(block, paired.get(block))
      if (!odd) continue
      waiting = waiting ? undefined : odd
    }
    if (waiting) yield waiting
  }
}

function toOdd(block: Block, paired: Pairs | undefined): Odd | undefined {
  if (!paired || paired.straight.length % 2 === 0) return undefined
  // “严" is a pair in two shapes
  if (
    paired.pairs.some(
      ([open, close]) =>
        (block.text.charAt(open - block.start) === '"') !== (block.text.charAt(close - block.start) === '"')
    )
  )
    return undefined
  const quotes = paired.straight.filter((at) => !/[0-9]/.test(block.text.charAt(at - block.start - 1)))
  const at = quotes.at(-1)
  return at === undefined || quotes.length % 2 === 0 ? undefined : {block, count: quotes.length, at}
}
