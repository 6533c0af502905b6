import type {Article, Block, Issue} from 'copylint'

/** What is printed under one head. */
export interface Story {
  /** Kickers, headline, decks. */
  readonly heads: readonly Block[]
  readonly rest: readonly Block[]
}

/** A longer line is no head. */
const longestHead = 120

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
    heads: blocks.filter((block) => headRoles.has(block.role) && block.text.length <= longestHead),
    rest: blocks.filter(({role}) => !headRoles.has(role))
  }
}

const headRoles: ReadonlySet<string> = new Set(['headline', 'kicker', 'deck'])
