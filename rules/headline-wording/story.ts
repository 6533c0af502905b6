import type {Article, Block, Characters} from 'copylint'

/** A paragraph, and where it begins in `codes`. */
export interface Laid {
  readonly block: Block
  readonly place: number
}

/** What is printed under one head. */
export interface Story {
  /** Kickers, headline, decks. */
  readonly heads: readonly Laid[]
  readonly rest: readonly Laid[]
}

/** A longer line is no head. */
const longestHead = 120

/** A story with more lines over it is a list. */
const mostHeads = 12

/** The stories that have a head: a second dateline begins an article without one, under the head of the first. */
export function storiesOf({printed, starts}: Characters): Story[] {
  const stories: {heads: Laid[]; rest: Laid[]}[] = []
  let last: Article | undefined
  for (const [n, {block, article}] of printed.entries()) {
    if (!article) continue
    if (article !== last && (article.headline || article.page !== last?.page)) stories.push({heads: [], rest: []})
    last = article
    const {heads, rest} = stories.at(-1) as (typeof stories)[number]
    const laid = {block, place: starts[n] as number}
    if (!headRoles.has(block.role)) rest.push(laid)
    else if (block.text.length <= longestHead && heads.length < mostHeads) heads.push(laid)
  }
  return stories.filter(({heads}) => heads.length > 0)
}

const headRoles: ReadonlySet<string> = new Set(['headline', 'kicker', 'deck'])
