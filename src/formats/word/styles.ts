import type {Role} from '../../tree/nodes.ts'
import {attributeOf, childOf, elementsOf, isOn, localName, type XmlElement} from './xml.ts'

/** What a style, or a paragraph itself, says of the words. */
export interface Style {
  /** The level of a heading, 1 the highest. */
  readonly level?: number
  readonly role?: Role
  /** `Title`, the head of all. */
  readonly title?: true
  /** Whether the words are not shown. */
  readonly hidden?: boolean
}

export interface Styles {
  /** The style of paragraphs that have none. */
  readonly base?: string
  /** @param id as paragraphs and runs name it; none: what holds without */
  of(id: string | undefined): Style
}

/** What newsrooms, Word and WPS call the styles of a page: the first that fits. Names are compared in small letters, without blanks. */
const names: readonly {readonly is: RegExp; readonly style: Style}[] = [
  {is: /^(?:toc|目录)/, style: {role: 'furniture'}},
  {is: /引题|肩题|眉题|^kicker/, style: {role: 'kicker', level: 2}},
  {is: /副题|副标题|子题|^(?:deck|subtitle)/, style: {role: 'deck', level: 2}},
  {is: /小标题|插题|^subhead/, style: {role: 'subhead', level: 3}},
  {is: /(?:主标题|大标题)\d*$|^(?:主题|headline)\d*$/, style: {role: 'headline', level: 1}},
  {is: /图片说明|图说|图注|题注|^caption/, style: {role: 'caption'}},
  {is: /^(?:作者|署名|记者|byline|author)/, style: {role: 'byline'}},
  {is: /^(?:footnotetext|endnotetext|脚注文本|尾注文本)/, style: {role: 'note'}},
  {is: /^(?:header|footer|页眉|页脚)$/, style: {role: 'furniture'}},
  {is: /^(?:title|标题)$/, style: {title: true, level: 1}}
]

/** Word itself allows so many styles to be based on one another. */
const longestChain = 11

/** The styles of a file; of one that has none, all are plain. */
export function readStyles(root: XmlElement | undefined): Styles {
  const byId = new Map<string, XmlElement>()
  let base: string | undefined
  for (const element of root ? elementsOf(root) : []) {
    const id = attributeOf(element, 'styleId')
    if (localName(element.name) !== 'style' || id === undefined) continue
    byId.set(id, element)
    if (attributeOf(element, 'type') === 'paragraph' && attributeOf(element, 'default') === '1') base = id
  }
  const known = new Map<string, Style>()
  const of = (id: string | undefined): Style => {
    const key = id ?? base ?? ''
    const style = known.get(key) ?? inherited(key, byId)
    known.set(key, style)
    return style
  }
  return {...(base !== undefined && {base}), of}
}

/** A style says what those say that it is based on, unless it says so itself. */
function inherited(id: string, byId: ReadonlyMap<string, XmlElement>): Style {
  const chain: XmlElement[] = []
  // styles that are based on one another would go on for ever
  for (let next: string | undefined = id; next !== undefined && chain.length < longestChain; ) {
    const element = byId.get(next)
    if (!element) break
    chain.push(element)
    next = attributeOf(childOf(element, 'basedOn'), 'val')
  }
  let style: Style = chain.length === 0 ? named(id) : {}
  for (const element of chain.reverse()) style = {...style, ...own(element)}
  return style
}

function own(element: XmlElement): Style {
  const hidden = isOn(childOf(element, 'rPr'), 'vanish')
  const name = named(attributeOf(childOf(element, 'name'), 'val') ?? '')
  const known =
    name.level !== undefined || name.role !== undefined ? name : named(attributeOf(element, 'styleId') ?? '')
  const level = outlineLevel(childOf(element, 'pPr'))
  return {
    ...(level !== undefined && known.role === undefined && {level}),
    ...known,
    ...(hidden !== undefined && {hidden})
  }
}

function named(name: string): Style {
  const words = name.toLowerCase().replace(/\s/g, '')
  const heading = /^(?:heading|标题)([1-9])$/.exec(words)
  if (heading) return {level: Number(heading[1])}
  return names.find(({is}) => is.test(words))?.style ?? {}
}

/** The outline level of a paragraph or style, from 1; 9 in the file is none. */
export function outlineLevel(properties: XmlElement | undefined): number | undefined {
  const value = attributeOf(childOf(properties, 'outlineLvl'), 'val')
  return value !== undefined && /^[0-8]$/.test(value) ? Number(value) + 1 : undefined
}
