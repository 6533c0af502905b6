import type {Article, Block} from 'copylint'
import {headingMarks, pairShare} from 'copylint'
import {isStoryHead} from './heads.ts'

/** How much of a story is compared, in UTF-16 units. */
const longest = 2000
/** The last line of a page without marks has less than this in common with the story above it. */
const stray = 0.15
/** No head is longer, in UTF-16 units. */
const longestHead = 60

/** Kicker, headline and decks, in the order of the page. */
export const headsOf = ({blocks}: Article): Block[] =>
  blocks.filter(({role}) => role === 'kicker' || role === 'headline' || role === 'deck')

/** Whether there are only heads, or heads and a byline: a caption or 详见第三版 is something to read. */
export const isBare = ({blocks}: Article): boolean =>
  blocks.every(({role}) => role === 'kicker' || role === 'headline' || role === 'deck' || role === 'byline')

/** The paragraphs of a story, and of dispatches below it that have no head of their own, so far. */
export function toText(articles: readonly Article[], i: number, limit = longest): string {
  let text = ''
  for (let k = i; k < articles.length && text.length < limit; k++) {
    const article = articles[k] as Article
    if (k > i && (article.headline || article.page !== articles[i]?.page)) break
    for (const block of article.body) {
      if (text.length >= limit) break
      text += block.text
    }
  }
  return text.slice(0, limit)
}

/** The last line of a page without marks, if it reads like a head and has nothing to do with the story above it. */
export function looseHead({headline, body, blocks}: Article): Block | undefined {
  const last = blocks.at(-1)
  const above = blocks.at(-2)
  if (headline === undefined || headingMarks(headline) || last?.role !== 'body' || above?.role !== 'body')
    return undefined
  if (!isStoryHead(last) || isLine(last.text) || !isLine(above.text)) return undefined
  const story = body
    .slice(0, -1)
    .map(({text}) => text)
    .join('')
    .slice(-longest)
  return pairShare(last.text, story) < stray ? last : undefined
}

/** Copy, by its marks or its length. */
const isLine = (text: string) => text.length > longestHead || /[。：:]|[，；！？,;!?.…][”’」』）)]*$/u.test(text)
