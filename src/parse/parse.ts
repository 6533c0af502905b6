import type {Root} from '../tree/nodes.ts'
import {toTree} from './build.ts'
import {toDrafts} from './drafts.ts'
import type {Outline} from './outline.ts'
import {assignRoles} from './stories.ts'

/**
 * The tree of a page: `RootNode > ArticleNode > ParagraphNode(role) > SentenceNode > TextNode`; words below the sentences
 * only where the copy is in Latin script.
 *
 * Every node has a position (line and column from 1, offset from 0, all in UTF-16 units, ends exclusive); children tile their
 * parent; `toString(tree) === source` for any source. Never throws. Takes time in proportion to the length of the source.
 *
 * @param outline what is known of the lines beside their words, where the page was no plain text
 */
export function parsePage(source: string, outline?: Outline): Root {
  const page = toDrafts(source, outline)
  assignRoles(page.drafts, source)
  return toTree(page, source)
}
