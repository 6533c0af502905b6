import type {Article, Block, Issue} from 'copylint'

/** What is printed under one head. */
export interface Story {
  /** Kickers, headline, decks. */
  readonly heads: readonly Block[]
  readonly rest: readonly Block[]
}

/** A longer line is no head. */
const longestHead = 120

/** A story with more lines over it is a list. */
const mostHeads = 12

/** The stories that have a head: a second dateline begins an article without one, under the head of the first. */
export function* storiesOf({articles}: Issue): Generator<Story> {
  let parts: Article[] = []
  for (const article of articles) {
    if (article.headline || parts[0]?.page !== article.page) {
      if (parts.length > 0) yield toStory(parts)
      parts = []
    }
    parts.push(article)
  }
  if (parts.length > 0) yield toStory(parts)
}

function toStory(parts: readonly Article[]): Story {
  const blocks = parts.flatMap((article) => article.blocks)
  return {
    heads: blocks.filter(({role, text}) => headRoles.has(role) && text.length <= longestHead).slice(0, mostHeads),
    rest: blocks.filter(({role}) => !headRoles.has(role))
  }
}

const headRoles: ReadonlySet<string> = new Set(['headline', 'kicker', 'deck'])
