import type {Plugin} from 'unified'
import type {Root} from '../tree/nodes.ts'
import {parsePage} from './parse.ts'

export type {ArticleNode, Paragraph, Role, Root, Sentence, Source, Text, WhiteSpace} from '../tree/nodes.ts'
export {parsePage}

/**
 * A unified plugin that parses newspaper pages: `retext().use(copyParser)` or `unified().use(copyParser)`.
 * The tree is nlcst with `ArticleNode` and roles; see {@link parsePage}.
 */
export const copyParser: Plugin<[], string, Root> = function () {
  this.parser = (document) => parsePage(document)
}
