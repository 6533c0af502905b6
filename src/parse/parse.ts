import type {Root} from '../tree/nodes.ts'

/**
 * The tree of a page: `RootNode > ArticleNode > ParagraphNode(role) > SentenceNode`.
 * Every node has a position; children tile their parent; `toString(tree) === source` for any source.
 */
export function parsePage(source: string): Root {
  void source
  throw new Error('not written yet')
}
