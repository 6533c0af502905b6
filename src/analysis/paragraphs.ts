import {defineAnalysis} from '../rule/use.ts'
import type {Article, Block, Issue} from '../tree/issue.ts'
import {isArticle} from '../tree/issue.ts'

/** A paragraph of the issue, and the story it belongs to. */
export interface Printed {
  readonly block: Block
  /** Absent for lines between stories: sections, furniture. */
  readonly article?: Article
}

/** All paragraphs of the issue in the order of its pages: also the line with the page's date, which is in no story. */
export const paragraphs = defineAnalysis('paragraphs', ({pages}: Issue): readonly Printed[] =>
  pages.flatMap(({parts}) =>
    parts.flatMap((part): Printed | Printed[] =>
      isArticle(part) ? part.blocks.map((block) => ({block, article: part})) : {block: part}
    )
  )
)
