import {nodeOf, stretchesOf, unreadParagraphs} from '../parse/build.ts'
import type {Draft} from '../parse/drafts.ts'
import type {Span} from '../rule/finding.ts'
import type {ArticleNode, Paragraph, Role, Root} from './nodes.ts'

/** One input file, its source never normalised, with the tree that it was parsed to. */
export interface ParsedPage {
  readonly path: string
  readonly source: string
  readonly tree: Root
}

/** A page of the paper. */
export interface Page extends ParsedPage {
  /** Its stories, and the paragraphs that are in none, in the order of the page. */
  readonly parts: readonly (Article | Block)[]
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
  /** Of a heading, 1 the highest; 0: it is none. */
  readonly level: number
  /** Whether words have spaces between them (English copy). */
  readonly latin: boolean
  /** Made when it is asked for; `page.tree` has the same. */
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
export function toIssue(given: readonly ParsedPage[]): Issue {
  const pages = given.map((it, page) => ({...it, parts: partsOf(it, page)}))
  return {pages, articles: pages.flatMap(({parts}) => parts.filter(isArticle))}
}

/** Whether a part of a page is a story. */
export const isArticle = (part: Article | Block): part is Article => 'blocks' in part

function partsOf({tree, source}: ParsedPage, page: number): (Article | Block)[] {
  const drafts = unreadParagraphs(tree)
  if (drafts) return outlined(drafts, tree, source, page)
  return tree.children.flatMap((node): (Article | Block)[] => {
    if (node.type === 'ParagraphNode') return [toBlock(node, source, page)]
    if (node.type !== 'ArticleNode') return []
    const paragraphs = node.children.filter((child) => child.type === 'ParagraphNode')
    const blocks = paragraphs.map((it) => toBlock(it, source, page))
    return [new Story(page, blocks, () => node)]
  })
}

/** The parts of a page of which nobody has asked for the nodes. */
function outlined(drafts: readonly Draft[], tree: Root, source: string, page: number): (Article | Block)[] {
  const parts: (Article | Block)[] = []
  let stories = 0
  for (const stretch of stretchesOf(drafts)) {
    const blocks: Block[] = []
    for (const draft of stretch.drafts) if (!draft.source) blocks.push(new Line(page, source, draft))
    const story = stories
    if (stretch.isStory) parts.push(new Story(page, blocks, () => articleNodes(tree)[story] as ArticleNode))
    else for (const block of blocks) parts.push(block)
    if (stretch.isStory) stories++
  }
  return parts
}

const articleNodes = ({children}: Root): ArticleNode[] => children.filter((node) => node.type === 'ArticleNode')

/**
 * A block whose node is made when somebody asks for it. A class, as `Story` is: objects with accessors of their own would each cost
 * V8 more than their paragraphs.
 */
class Line implements Block {
  readonly page: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly role: Role
  readonly level: number
  readonly latin: boolean
  readonly #source: string
  readonly #draft: Draft

  constructor(page: number, source: string, draft: Draft) {
    this.page = page
    this.start = draft.textStart
    this.end = draft.textEnd
    this.text = source.slice(draft.textStart, draft.textEnd)
    this.role = draft.role
    this.level = draft.level
    this.latin = draft.latin
    this.#source = source
    this.#draft = draft
  }

  get node(): Paragraph {
    return nodeOf(this.#draft, this.#source)
  }
}

class Story implements Article {
  readonly page: number
  readonly kickers: readonly Block[]
  readonly headline?: Block
  readonly decks: readonly Block[]
  readonly body: readonly Block[]
  readonly blocks: readonly Block[]
  readonly #node: () => ArticleNode

  constructor(page: number, blocks: readonly Block[], node: () => ArticleNode) {
    const headline = blocks.find(({role}) => role === 'headline')
    this.page = page
    this.kickers = blocks.filter(({role}) => role === 'kicker')
    if (headline) this.headline = headline
    this.decks = blocks.filter(({role}) => role === 'deck')
    this.body = blocks.filter(({role}) => role === 'body')
    this.blocks = blocks
    this.#node = node
  }

  get node(): ArticleNode {
    return this.#node()
  }
}

/**
 * What marks a heading as one: `##` with their place, before the words; in a file whose format marks it otherwise, as Word does, the
 * words themselves. Nothing where it is no marked heading, as on a page without marks.
 */
export function headingMarks(block: Block): Span | undefined {
  if (block.level === 0) return undefined
  const mark = block.node.children.find(({type}) => type !== 'WhiteSpaceNode')
  if (mark?.type !== 'SourceNode') {
    return {page: block.page, start: block.start, end: block.end}
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
  return {
    page,
    start,
    end,
    text: source.slice(start, end),
    role: node.role ?? 'body',
    level: node.level ?? 0,
    latin: isLatin(node),
    node
  }
}

/** Only sentences in Latin script have words below them. */
function isLatin({children}: Paragraph): boolean {
  const sentence = children.find(({type}) => type === 'SentenceNode')
  return sentence?.type === 'SentenceNode' && sentence.children[0]?.type !== 'TextNode'
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
