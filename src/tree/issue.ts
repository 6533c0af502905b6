import type {Span} from '../rule/finding.ts'
import type {ArticleNode, Paragraph, Role, Root} from './nodes.ts'

/** One input file: a page of the paper, its source never normalised. */
export interface Page {
  readonly path: string
  readonly source: string
  readonly tree: Root
}

/**
 * A paragraph of the page as rules want it: a span with its words.
 * `text === source.slice(start, end)`: without heading marks, indent and blanks at its ends.
 */
export interface Block {
  readonly page: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly role: Role
  readonly node: Paragraph
}

/** A story, its blocks sorted by what they are, each list in the order of the page. */
export interface Article {
  /** Which page of the issue, from 0. */
  readonly page: number
  readonly node: ArticleNode
  readonly kickers: readonly Block[]
  /** Absent where a story begins without a head. */
  readonly headline?: Block
  readonly decks: readonly Block[]
  readonly body: readonly Block[]
  /** All blocks, whatever their role, in the order of the page. */
  readonly blocks: readonly Block[]
}

/** What is printed together: one page, or several joined by `--issue`. */
export interface Issue {
  readonly pages: readonly Page[]
  /** The stories of all pages, in order. */
  readonly articles: readonly Article[]
}

/** The view of parsed pages that rules look at. */
export function toIssue(pages: readonly Page[]): Issue {
  return {
    pages,
    articles: pages.flatMap(({tree, source}, page) =>
      tree.children.filter((node) => node.type === 'ArticleNode').map((node) => toArticle(node, source, page))
    )
  }
}

function toArticle(node: ArticleNode, source: string, page: number): Article {
  const blocks = node.children.filter((child) => child.type === 'ParagraphNode').map((it) => toBlock(it, source, page))
  const headline = blocks.find(({role}) => role === 'headline')
  return {
    page,
    node,
    kickers: blocks.filter(({role}) => role === 'kicker'),
    ...(headline && {headline}),
    decks: blocks.filter(({role}) => role === 'deck'),
    body: blocks.filter(({role}) => role === 'body'),
    blocks
  }
}

/**
 * What marks a heading as one: `##` with their place, before the words; in a file whose format marks it otherwise, as Word does, the
 * words themselves. Nothing where it is no marked heading, as on a page without marks.
 */
export function headingMarks(block: Block): Span | undefined {
  const mark = block.node.children.find(({type}) => type !== 'WhiteSpaceNode')
  if (mark?.type !== 'SourceNode') {
    return block.node.level === undefined ? undefined : {page: block.page, start: block.start, end: block.end}
  }
  const start = offsetOf(mark, 'start')
  return {page: block.page, start, end: start + mark.value.trimEnd().length}
}

/**
 * A paragraph as a block. Those of stories are in `issue.articles` already; sections and the frame of the page belong to none.
 * Marks and blanks stand at the ends of a paragraph as nodes of their own; what is between them is its text.
 */
export function toBlock(node: Paragraph, source: string, page: number): Block {
  const content = node.children.filter(({type}) => type !== 'WhiteSpaceNode' && type !== 'SourceNode')
  const start = offsetOf(content[0] ?? node, 'start')
  const end = content.length > 0 ? offsetOf(content[content.length - 1] ?? node, 'end') : start
  return {page, start, end, text: source.slice(start, end), role: node.role ?? 'body', node}
}

/** A part of a block as a span of the page, by offsets in the text of the block. */
export const spanIn = ({page, start}: Pick<Block, 'page' | 'start'>, from: number, to: number): Span => ({
  page,
  start: start + from,
  end: start + to
})

function offsetOf(node: {readonly position?: Paragraph['position']}, edge: 'start' | 'end'): number {
  const offset = node.position?.[edge].offset
  if (offset === undefined) throw new TypeError('The tree has a node without an offset: parse it with copyParser')
  return offset
}
