import type {Point} from 'unist'
import type {ArticleNode, Paragraph, Root, Sentence, Source, Text, WhiteSpace} from '../tree/nodes.ts'
import {isBlank} from './chars.ts'
import type {Draft, Drafts} from './drafts.ts'
import {parseLatin} from './latin.ts'
import {sentenceEnds} from './sentences.ts'

declare module 'nlcst' {
  interface SentenceContentMap {
    /** A sentence in Han script: its words are not nodes. */
    text: Text
  }
}

/** What a tree has beside its nodes: its paragraphs. */
const paragraphs = Symbol('paragraphs')

/**
 * The tree of a page whose paragraphs have their roles and stories. Its nodes are made when they are asked for: rules look at
 * paragraphs, and most runs need no node at all.
 */
export function toTree(page: Drafts, source: string): Root {
  let made: Root['children'] | undefined
  const end = at(page.lastLine, page.lastLineStart, source.length)
  const root: Root = {
    type: 'RootNode',
    get children() {
      made ??= toChildren(page, source, end)
      return made
    },
    set children(given) {
      // throws where the tree is frozen
      Object.defineProperty(root, 'children', {value: given, enumerable: true, configurable: true, writable: true})
      made = given
    },
    position: {start: at(1, 0, 0), end}
  }
  return Object.defineProperty(root, paragraphs, {value: () => (made ? undefined : page.drafts)})
}

/** The paragraphs that a tree is made of; nothing where somebody had its nodes, and may have changed them, or it is no tree of ours. */
export function unreadParagraphs(tree: Root & {[paragraphs]?: () => readonly Draft[] | undefined}) {
  return tree[paragraphs]?.()
}

/** Paragraphs that stand together: all of a story, or one that is in none. */
export interface Stretch {
  readonly isStory: boolean
  readonly drafts: readonly Draft[]
}

/** A page as its stories and what stands between them, in order. */
export function stretchesOf(drafts: readonly Draft[]): Stretch[] {
  const stretches: {isStory: boolean; drafts: Draft[]}[] = []
  let story = -1
  for (const draft of drafts) {
    if (draft.story >= 0 && draft.story === story) stretches[stretches.length - 1]?.drafts.push(draft)
    else stretches.push({isStory: draft.story >= 0, drafts: [draft]})
    story = draft.story
  }
  return stretches
}

function toChildren({drafts}: Drafts, source: string, end: OffsetPoint): Root['children'] {
  const children: Root['children'] = []
  // Where the last paragraph ended: all between two paragraphs is white space.
  let last = at(1, 0, 0)
  for (const stretch of stretchesOf(drafts)) {
    const [first] = stretch.drafts as readonly [Draft]
    const start = at(first.line, first.lineStart, first.start)
    if (last.offset < first.start) children.push(whiteSpace(source, last, start))
    last = start
    const nodes: ArticleNode['children'] = []
    for (const draft of stretch.drafts) {
      const own = at(draft.line, draft.lineStart, draft.start)
      if (last.offset < draft.start) nodes.push(whiteSpace(source, last, own))
      nodes.push(draft.source ? sourceNode(source, own, endOf(draft)) : nodeOf(draft, source))
      last = endOf(draft)
    }
    if (stretch.isStory) children.push({type: 'ArticleNode', children: nodes, position: {start, end: last}})
    else for (const node of nodes) children.push(node)
  }
  if (last.offset < source.length) children.push(whiteSpace(source, last, end))
  return children
}

/** The node of a paragraph, always the same one. */
export function nodeOf(draft: Draft, source: string): Paragraph {
  draft.node ??= paragraph(draft, source)
  return draft.node
}

function paragraph(draft: Draft, source: string): Paragraph {
  const {line, lineStart, start} = draft
  const children: Paragraph['children'] = []
  const point = (offset: number) => at(line, lineStart, offset)
  if (draft.level > 0 && isMark(source, draft)) {
    let mark = start
    while (isBlank(source.charCodeAt(mark))) mark++
    if (mark > start) children.push(whiteSpace(source, point(start), point(mark)))
    children.push(sourceNode(source, point(mark), point(draft.textStart)))
  } else if (draft.textStart > start) children.push(whiteSpace(source, point(start), point(draft.textStart)))
  const end = endOf(draft)
  if (draft.latin) {
    const text = source.slice(draft.textStart, draft.textEnd)
    for (const node of parseLatin(text, point(draft.textStart))) children.push(node)
  } else pushSentences(children, draft, source)
  if (draft.textEnd < draft.end)
    children.push(whiteSpace(source, at(draft.endLine, draft.endLineStart, draft.textEnd), end))
  return {
    type: 'ParagraphNode',
    role: draft.role,
    ...(draft.level > 0 && {level: draft.level}),
    children,
    position: {start: point(start), end}
  }
}

/** Whether the words of a heading have marks before them: in other formats than plain text they have none. */
function isMark(source: string, {start, textStart}: Draft): boolean {
  for (let i = start; i < textStart; i++) if (!isBlank(source.charCodeAt(i))) return true
  return false
}

function pushSentences(children: Paragraph['children'], draft: Draft, source: string): void {
  const {line, lineStart: start} = draft
  let from = draft.textStart
  for (const end of sentenceEnds(source, from, draft.textEnd)) {
    let first = from
    while (first < end && isBlank(source.charCodeAt(first))) first++
    if (first > from) children.push(whiteSpace(source, at(line, start, from), at(line, start, first)))
    const text: Text = {
      type: 'TextNode',
      value: source.slice(first, end),
      position: {start: at(line, start, first), end: at(line, start, end)}
    }
    const sentence: Sentence = {
      type: 'SentenceNode',
      children: [text],
      position: {start: at(line, start, first), end: at(line, start, end)}
    }
    children.push(sentence)
    from = end
  }
}

function whiteSpace(source: string, start: OffsetPoint, end: OffsetPoint): WhiteSpace {
  return {
    type: 'WhiteSpaceNode',
    value: source.slice(start.offset, end.offset),
    position: {start: {...start}, end: {...end}}
  }
}

function sourceNode(source: string, start: OffsetPoint, end: OffsetPoint): Source {
  return {
    type: 'SourceNode',
    value: source.slice(start.offset, end.offset),
    position: {start: {...start}, end: {...end}}
  }
}

type OffsetPoint = Point & {offset: number}

function at(line: number, lineStart: number, offset: number): OffsetPoint {
  return {line, column: offset - lineStart + 1, offset}
}

function endOf(draft: Draft): OffsetPoint {
  return at(draft.endLine, draft.endLineStart, draft.end)
}
