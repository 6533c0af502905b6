import type {Code, Html, List, ListItem, Nodes, Paragraph, PhrasingContent, Root} from 'mdast'
import {isBlank, isHan, isSpacedLetter} from '../../parse/chars.ts'
import type {Stretch} from '../format.ts'
import {align, type Part} from '../markup/align.ts'
import {createGatherer, type Extract, type Gatherer, type LineKind} from '../markup/extract.ts'
import {looseOf, partsOf} from './loose.ts'

/** Setext heads are not longer: `---` below a paragraph parts it from the next. */
const longestUnderlined = 60

interface State {
  readonly source: string
  readonly out: Gatherer
  /** Where the block ended that was read last. */
  end: number
  /** The mark that the next line begins with, where the copy has it: `##`, `1.` */
  lead: Stretch | undefined
  /** Marks of this paragraph that the parser takes for words. */
  loose: ReadonlySet<string>
}

/** What holds where the walk is. */
interface Context {
  readonly kind: LineKind
  /** The item of a list that begins here, with its marker. */
  readonly item?: {readonly start: number; readonly numbered: boolean}
}

/** The copy of a tree: its words without their marks. */
export function gather(tree: Root, source: string): Extract {
  const out = createGatherer()
  children(tree, {kind: {}}, {source, out, end: 0, lead: undefined, loose: new Set()})
  return out.done(true)
}

function children(node: Parent, context: Context, state: State): void {
  for (const [i, child] of node.children.entries()) block(child, i === 0 ? context : {kind: context.kind}, state)
}

interface Parent {
  readonly children: readonly Nodes[]
}

function block(node: Nodes, context: Context, state: State): void {
  const [start, end] = offsets(node)
  if (node.type === 'heading') {
    const isMarked = /^#{1,6}(?:[ \t\r\n]|$)/.test(state.source.slice(start, start + 7))
    if (isMarked) state.lead = markAt(start, /^#{1,6}/, state)
    if (!isMarked && isTitle(state.source.slice(start, end))) {
      lines(node.children, [start, end], {...context, kind: {level: node.depth}}, state)
    } else lines(node.children, [start, end], context, state)
  } else if (node.type === 'paragraph') {
    if (/^\[toc\]$/i.test(state.source.slice(start, end))) return
    const kind = isLinkAlone(node) ? {role: 'furniture' as const} : context.kind
    lines(node.children, [start, end], {...context, kind}, state)
  } else if (node.type === 'blockquote') children(node, context, state)
  else if (node.type === 'footnoteDefinition') children(node, {kind: {role: 'note'}}, state)
  else if (node.type === 'list') list(node, context, state)
  else if (node.type === 'code') code(node, start, end, state)
  else if (node.type === 'html') directives(node, state)
}

/** The numbers of a list are read as the copy has them: who looks for 2. behind 1. and 3. finds none. Where all are one, Markdown counts. */
function list(node: List, context: Context, state: State): void {
  const markers = node.children.map((item) => markerOf(item, state.source))
  const counted = node.ordered === true && !(markers.length > 1 && new Set(markers).size === 1)
  for (const item of node.children) {
    const [start] = offsets(item)
    // an item without a number is no head, however short
    children(item, {kind: counted ? context.kind : {role: 'body'}, item: {start, numbered: counted}}, state)
  }
}

const markerOf = (item: ListItem, source: string): string =>
  /^\s*\d{1,9}[.)]/.exec(source.slice(offsets(item)[0], offsets(item)[0] + 12))?.[0].trim() ?? ''

/** Lines that are indented like code, and are copy: newsrooms indent paragraphs. */
function code(node: Code, start: number, end: number, state: State): void {
  if (/[`~]/.test(state.source.charAt(start)) || !isHanCopy(node.value)) return
  for (let from = start; from < end; ) {
    const feed = state.source.indexOf('\n', from)
    const to = feed < 0 || feed > end ? end : feed
    let [first, last] = [from, to]
    while (first < last && isBlank(state.source.charCodeAt(first))) first++
    while (last > first && isBlank(state.source.charCodeAt(last - 1))) last--
    if (first < last) {
      begin(first, state)
      state.out.add(state.source.slice(first, last), first, last, true, {})
      // with its indent, which is what makes it code: there are no escapes in it
      state.out.own(state.out.count() - 1, state.source.lastIndexOf('\n', first) + 1, last)
      state.end = last
    }
    from = to + 1
  }
}

function isHanCopy(text: string): boolean {
  let han = 0
  let letters = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (isHan(unit)) han++
    else if (isSpacedLetter(unit)) letters++
  }
  return han > letters
}

/** The lines of a heading or a paragraph. */
function lines(
  nodes: readonly PhrasingContent[],
  [start, end]: [number, number],
  context: Context,
  state: State
): void {
  const {out, source} = state
  begin(context.item?.start ?? start, state)
  const first = out.count()
  state.loose = looseOf(source.slice(start, end))
  if (context.item?.numbered) state.lead = markAt(context.item.start, /^\d{1,9}[.)]/, state)
  inline(nodes, context.kind, state)
  state.lead = undefined
  state.end = end
  for (let line = first; line < out.count(); line++) out.own(line, ...ownOf(line))

  /** A line of the file, as far as it is the block's; the first with its `#` or the marker of its item. */
  function ownOf(line: number): [number, number] {
    const {from, to} = out.place(line)
    const above =
      line === first ? (context.item?.start ?? start) : Math.max(start, source.lastIndexOf('\n', from - 1) + 1)
    const feed = source.indexOf('\n', to)
    const below = line === out.count() - 1 || feed < 0 || feed > end ? end : feed
    let last = below
    while (last > to && ' \t\r'.includes(source.charAt(last - 1))) last--
    return [above, last]
  }
}

/** Whether a blank line, or more, is above decides whether the copy has one. */
function begin(start: number, {source, out, end}: State): void {
  out.end(/\n[ \t>]*\r?\n/.test(source.slice(end, start)) ? 2 : 1)
}

function markAt(start: number, mark: RegExp, {source}: State): Stretch | undefined {
  const [found] = mark.exec(source.slice(start, start + 12)) ?? []
  return found === undefined ? undefined : {start, end: start + found.length}
}

/** Words, behind the mark that their line begins with. */
function add(text: string, from: number, to: number, same: boolean, kind: LineKind, state: State): void {
  const {source, out, lead} = state
  state.lead = undefined
  if (lead && !out.isOpen()) {
    out.add(source.slice(lead.start, lead.end), lead.start, lead.end, true, kind)
    const width = /^[ \t]*(?:\r?\n[ \t]*)?/.exec(source.slice(lead.end, lead.end + 64))?.[0].length ?? 0
    out.add(' ', lead.end, lead.end + width, width === 1 && source.charAt(lead.end) === ' ', kind)
  }
  out.add(text, from, to, same, kind)
}

function inline(nodes: readonly PhrasingContent[], kind: LineKind, state: State): void {
  const {out} = state
  for (const node of nodes) {
    const [start, end] = offsets(node)
    if (node.type === 'text') words(node.value, start, end, kind, state)
    else if (node.type === 'break') out.end(1)
    else if (node.type === 'inlineCode' || node.type === 'image' || node.type === 'imageReference')
      out.object(start, end)
    else if (node.type === 'html') html(node, start, end, state)
    else if ('children' in node) inline(node.children, kind, state)
  }
}

function html(node: Html, start: number, end: number, state: State): void {
  const [, name = ''] = /^<\/?([a-z\d]+)/i.exec(node.value) ?? []
  if (/^br$/i.test(name)) state.out.end(1)
  else if (/^(?:audio|embed|iframe|img|input|object|svg|video)$/i.test(name)) state.out.object(start, end)
  else directives(node, state)
}

function directives(node: Html, {out}: State): void {
  const [start] = offsets(node)
  for (const {0: comment, 1: text = '', index} of node.value.matchAll(/<!--([\s\S]*?)-->/g)) {
    if (!text.trim().startsWith('copylint-')) continue
    out.directive({start: start + index, end: start + index + comment.length}, text.trim())
  }
}

/** Words, line by line: who writes a line a paragraph means it so. */
function words(value: string, start: number, end: number, kind: LineKind, state: State): void {
  const {source, out} = state
  for (const {text, from, to, same} of align(source, value, start, end, 'markdown')) {
    if (same) loosely({text, from, to, same}, kind, state)
    else {
      // an escaped mark is none: `\# 头`
      const first = !out.isOpen() && /^[#＃]/.test(text) ? {...kind, level: 0} : kind
      for (const line of text.split(/(\r\n?|\n)/)) {
        if (/^[\r\n]/.test(line)) out.end(1)
        else if (line !== '') add(line, from, to, false, first, state)
      }
    }
  }
}

/** Words with what other programs take for markup, and the parser does not. */
function loosely(part: Part, kind: LineKind, state: State): void {
  for (const {text, from, to, is} of partsOf(part, state.loose, !state.out.isOpen())) {
    if (is === 'words') add(text, from, to, true, kind, state)
    else if (is === 'object') state.out.object(from, to)
  }
}

/** `标题` over `====`: one line, and no sentence. */
function isTitle(text: string): boolean {
  const [first = '', ...rest] = text.trim().split(/\r?\n/)
  return rest.length === 1 && first.length <= longestUnderlined && !/[。；;]\s*$/.test(first)
}

/** `*[原文](https://…)*`, as below a story that was fetched. */
function isLinkAlone({children: nodes}: Paragraph): boolean {
  const [only] = nodes
  if (nodes.length !== 1 || !only) return false
  if (only.type === 'emphasis' || only.type === 'strong') return isLinkAlone(only as unknown as Paragraph)
  if (only.type !== 'link') return false
  const [text] = only.children
  return only.children.length === 1 && text?.type === 'text' && text.value.length <= 30
}

function offsets({position}: Nodes): [number, number] {
  const start = position?.start.offset ?? 0
  return [start, position?.end.offset ?? start]
}
