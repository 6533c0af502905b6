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

/** The nodes of a page whose paragraphs have their roles and stories. */
export function toTree({drafts, lastLine, lastLineStart}: Drafts, source: string): Root {
  const end = at(lastLine, lastLineStart, source.length)
  const children: Root['children'] = []
  let article: ArticleNode | undefined
  let story = -1
  // Where the last paragraph ended: all between two paragraphs is white space.
  let last = at(1, 0, 0)
  for (const draft of drafts) {
    const start = at(draft.line, draft.lineStart, draft.start)
    const gap = last.offset < draft.start ? whiteSpace(source, last, start) : undefined
    const node = draft.source ? sourceNode(source, start, endOf(draft)) : paragraph(draft, source)
    if (draft.story >= 0 && draft.story === story && article) {
      if (gap) article.children.push(gap)
      article.children.push(node)
      article.position = {start: (article.position as {start: Point}).start, end: endOf(draft)}
    } else {
      if (gap) children.push(gap)
      if (draft.story >= 0) {
        article = {type: 'ArticleNode', children: [node], position: {start, end: endOf(draft)}}
        children.push(article)
      } else {
        article = undefined
        children.push(node)
      }
      story = draft.story
    }
    last = endOf(draft)
  }
  if (last.offset < source.length) children.push(whiteSpace(source, last, end))
  return {type: 'RootNode', children, position: {start: at(1, 0, 0), end}}
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
