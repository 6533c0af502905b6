import {defineAnalysis} from '../rule/use.ts'
import type {Article, Block, Issue} from '../tree/issue.ts'
import type {Paragraph} from '../tree/nodes.ts'

/** A paragraph of the issue, and the story it belongs to. */
export interface Printed {
  readonly block: Block
  /** Absent for lines between stories: sections, furniture. */
  readonly article?: Article
}

/** All paragraphs of an issue page by page, those of stories first: also the line with the page's date, which is in none. */
export const paragraphs = defineAnalysis('paragraphs', (issue: Issue): readonly Printed[] => {
  const printed: Printed[] = []
  issue.pages.forEach(({tree, source}, page) => {
    for (const node of tree.children) {
      if (node.type === 'ParagraphNode') printed.push({block: toBlock(node, source, page)})
    }
  })
  for (const article of issue.articles) for (const block of article.blocks) printed.push({block, article})
  return printed
})

function toBlock(node: Paragraph, source: string, page: number): Block {
  const sentences = node.children.filter(({type}) => type !== 'WhiteSpaceNode' && type !== 'SourceNode')
  const start = sentences[0]?.position?.start.offset ?? 0
  const end = sentences.at(-1)?.position?.end.offset ?? start
  return {page, start, end, text: source.slice(start, end), role: node.role ?? 'body', node}
}
