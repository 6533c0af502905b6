import type {Comment, Element, ElementContent, Root, RootContent, Text} from 'hast'
import {isHan} from '../../parse/chars.ts'
import {align} from '../markup/align.ts'
import {createGatherer, type Extract, type Gatherer, type LineKind} from '../markup/extract.ts'
import {isData, isSentence} from './tables.ts'
import {blocks, objects, silent, unseen} from './tags.ts'

type Node = Root | RootContent | ElementContent

/** What holds where the walk is. */
interface Context {
  readonly kind: LineKind
  readonly heading?: boolean
  /** In a table of data. */
  readonly data?: boolean
  /** In `article`, `main` or `section`: a header there is the story's. */
  readonly inside?: boolean
}

/** Where the walk stands: a blank that waits for the next word. */
interface State {
  readonly source: string
  readonly out: Gatherer
  /** Whether the page says itself where its copy is. */
  readonly framed: boolean
  blank: {readonly from: number; readonly to: number; readonly lineEnd: boolean} | undefined
  /** The last character of the line. */
  last: number
}

/** The copy of a tree: its words as a browser shows them. */
export function gather(tree: Root, source: string): Extract {
  const out = createGatherer()
  const state: State = {source, out, framed: hasFrame(tree), blank: undefined, last: 0}
  walk(tree, {kind: {}}, state)
  return out.done(false)
}

function walk(node: Node, context: Context, state: State): void {
  if (node.type === 'text') words(node, context, state)
  else if (node.type === 'comment') comment(node, state)
  else if (node.type === 'root') for (const child of node.children) walk(child, context, state)
  else if (node.type === 'element') element(node, context, state)
}

function element(node: Element, context: Context, state: State): void {
  const {tagName: name} = node
  if (unseen.has(name) || isHidden(node)) return
  const {start, end} = offsets(node)
  if (name === 'br') {
    if (context.heading) blank(state, start, end, false)
    else endLine(state, 1)
  } else if (objects.has(name)) {
    // it parts words as a blank does
    state.blank = undefined
    state.last = 0
    if (start < end) state.out.object(start, end)
  } else if (name === 'sup' && isMark(node, state)) return
  else if (!blocks.has(name)) {
    for (const child of node.children) walk(child, context, state)
  } else block(node, context, state)
}

function block(node: Element, context: Context, state: State): void {
  const {out} = state
  endLine(state, 2)
  if (silent.has(node.tagName) || isFrame(node, context, state)) {
    comments(node, state)
    return
  }
  const first = out.count()
  const inner = within(node, context)
  for (const child of node.children) walk(child, inner, state)
  const {start, end} = offsets(node)
  // its only line: the element goes when the line goes
  if (out.count() === first + 1 && start < end) {
    const [, tag = ''] = /<\/([a-z\d]+)\s*>$/i.exec(state.source.slice(Math.max(start, end - 64), end)) ?? []
    out.own(first, start, end, tag.toLowerCase() === node.tagName ? '' : `</${node.tagName}>`)
  }
  if (inner.data && /^t[dh]$/.test(node.tagName) && !isSentence(node)) {
    for (let line = first; line < out.count(); line++) out.name(line, {role: 'note'})
  }
  endLine(state, 2)
}

function within(node: Element, context: Context): Context {
  const {tagName: name} = node
  if (/^h[1-6]$/.test(name)) return {...context, kind: {level: Number(name[1])}, heading: true}
  if (name === 'figcaption' || name === 'caption') return {...context, kind: {role: 'caption'}}
  // an item of a list is no head, however short
  if (name === 'li') return {...context, kind: {role: 'body'}}
  if (context.kind.role === 'body' && /^(?:article|blockquote|div|figure|section)$/.test(name))
    return {...context, kind: {}}
  if (name === 'table') return {...context, data: isData(node)}
  if (/^(?:article|main|section)$/.test(name) || node.properties.role === 'main') return {...context, inside: true}
  return context
}

/** Menus, and what stands around the copy of a page that says where its copy is. */
function isFrame(node: Element, {inside}: Context, {framed}: State): boolean {
  const role = String(node.properties.role ?? '')
  if (role === 'navigation' || role === 'search') return true
  const around = /^(?:header|footer|aside)$/.test(node.tagName) || /^(?:banner|contentinfo|complementary)$/.test(role)
  return framed && around && !inside && !has(node, isCopy)
}

const isCopy = (node: Element): boolean =>
  node.tagName === 'main' || node.tagName === 'article' || node.properties.role === 'main'

const hasFrame = (tree: Root): boolean => has(tree, isCopy)

function has(node: Root | Element, is: (node: Element) => boolean): boolean {
  return node.children.some((child) => child.type === 'element' && (is(child) || has(child, is)))
}

function isHidden({tagName, properties}: Element): boolean {
  if (properties.hidden !== undefined && properties.hidden !== null && properties.hidden !== false) return true
  if (tagName === 'dialog' && (properties.open === undefined || properties.open === null)) return true
  return typeof properties.style === 'string' && /(?:^|;)\s*display\s*:\s*none/i.test(properties.style)
}

/** `<sup>[1]</sup>`, `<sup><a>1</a></sup>` behind a Han word; not that of `m<sup>2</sup>`. */
function isMark(node: Element, {last}: State): boolean {
  const text = textOf(node).trim()
  if (has(node, (it) => it.tagName === 'a') || /^[[［〔(（*†‡①-⑳]/.test(text)) return true
  return /^\d{1,3}$/.test(text) && !/[a-z\d)）]/i.test(String.fromCharCode(last))
}

function textOf(node: Element): string {
  return node.children.map((it) => (it.type === 'text' ? it.value : it.type === 'element' ? textOf(it) : '')).join('')
}

/** Words of a text node; blanks are one, and none at the ends of a line, or where a line of Han copy is broken. */
function words(node: Text, {kind}: Context, state: State): void {
  const {start, end} = offsets(node)
  for (const {text, from, to, same} of align(state.source, node.value, start, end, 'html')) {
    for (let i = 0; i < text.length; ) {
      let next = i
      const width = widthOf(text.charCodeAt(i))
      while (next < text.length && widthOf(text.charCodeAt(next)) === width) next++
      const [left, right] = same ? [from + i, from + next] : [from, to]
      if (width === 'blank') blank(state, left, right, /[\r\n]/.test(text.slice(i, next)))
      else if (width === 'word') {
        settle(state, text.charCodeAt(i))
        state.out.add(text.slice(i, next), left, right, same, kind)
        state.last = text.charCodeAt(next - 1)
      }
      i = next
    }
  }
}

function blank(state: State, from: number, to: number, lineEnd: boolean): void {
  state.blank = {from: state.blank?.from ?? from, to, lineEnd: lineEnd || (state.blank?.lineEnd ?? false)}
}

/** Puts the blank that waits, if it shows. */
function settle(state: State, next = 0): void {
  const {blank: it, out, last, source} = state
  state.blank = undefined
  if (!it || !out.isOpen() || (it.lineEnd && isWide(last) && isWide(next))) return
  const same = it.to - it.from === 1 && source.charAt(it.from) === ' '
  out.add(' ', it.from, it.to, same, {})
  state.last = 0x20
}

function endLine(state: State, gap: 1 | 2): void {
  state.blank = undefined
  state.last = 0
  state.out.end(gap)
}

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c

/** Editors put characters without width beside the cursor, into links, between the letters of an address: nobody sees them. */
const widthOf = (code: number): 'blank' | 'none' | 'word' =>
  isSpace(code) ? 'blank' : code === 0x200b || code === 0x2060 || code === 0xfeff || code === 0xad ? 'none' : 'word'

/** Characters that have no blank between them where a line ends. */
const isWide = (code: number): boolean =>
  isHan(code) ||
  (code >= 0x3000 && code <= 0x303f) ||
  (code >= 0xff01 && code <= 0xff60) ||
  (code >= 0x2018 && code <= 0x2026)

function comment(node: Comment, {out}: State): void {
  const {start, end} = offsets(node)
  const text = node.value.trim()
  if (text.startsWith('copylint-')) out.directive({start, end}, text)
}

/** Comments in what is no copy hold for what is below it. */
function comments(node: Element, state: State): void {
  for (const child of node.children) {
    if (child.type === 'comment') comment(child, state)
    else if (child.type === 'element') comments(child, state)
  }
}

function offsets({position}: Node): {start: number; end: number} {
  const start = position?.start.offset ?? 0
  return {start, end: position?.end.offset ?? start}
}
