import {defineAnalysis} from '../rule/use.ts'
import type {Article, Block, Issue} from '../tree/issue.ts'
import {isArticle} from '../tree/issue.ts'

/** A paragraph of the issue, and the story it belongs to. */
export interface Printed {
  readonly block: Block
  /** Absent for lines between stories: sections, furniture. */
  readonly article?: Article
}

/** All paragraphs of an issue page by page, those of stories first: also the line with the page's date, which is in none. */
export const paragraphs = defineAnalysis('paragraphs', (issue: Issue): readonly Printed[] => {
  const printed: Printed[] = []
  for (const {parts} of issue.pages) for (const block of parts) if (!isArticle(block)) printed.push({block})
  for (const article of issue.articles) for (const block of article.blocks) printed.push({block, article})
  return printed
})
