import {parseXml, XmlElement, XmlText} from '@rgrove/parse-xml'
import {expect} from 'vitest'
import {partsOf} from './file.ts'

/** A comment as a word processor sees it. */
export interface Seen {
  readonly author: string
  /** The words between its marks. */
  readonly words: string
  /** Its paragraphs. */
  readonly text: readonly string[]
}

/** What is no word that anybody sees. */
const unseen = new Set('del moveFrom instrText delText rPr pPr sdtPr Fallback rt rubyPr txbxContent'.split(' '))
/** What may stand in a run of text, of what the tests have. */
const inRun = new Set(
  'rPr t tab br fldChar instrText delText ruby AlternateContent footnoteReference commentReference annotationRef footnoteRef pict'.split(
    ' '
  )
)
const holders = new Set('p hyperlink ins moveTo del moveFrom smartTag sdtContent fldSimple rt rubyBase'.split(' '))

const local = (name: string): string => name.slice(name.indexOf(':') + 1)
const attribute = (element: XmlElement, name: string): string | undefined =>
  Object.entries(element.attributes).find(([key]) => local(key) === name)?.[1]

/** The comments of a Word file, in the order in which they end, by nothing that copylint has: and whether all is as the standard has it. */
export function commentsIn(bytes: Uint8Array): Seen[] {
  const parts = partsOf(bytes)
  const texts = new Map<string, {author: string; text: string[]}>()
  const part = parts['word/comments.xml']
  if (part !== undefined) {
    for (const comment of children(parseXml(part).root)) {
      const id = attribute(comment, 'id') ?? ''
      expect(texts.has(id), `comment ${id} twice`).toBe(false)
      texts.set(id, {author: attribute(comment, 'author') ?? '', text: children(comment).map(({text}) => text)})
    }
  }
  const open = new Map<string, string>()
  const ended = new Map<string, string>()
  const referred: string[] = []
  const bookmarks = {open: new Set<string>(), ids: new Set<string>(), names: new Set<string>()}
  const add = (text: string): void => {
    for (const [id, words] of open) open.set(id, words + text)
  }
  const look = (element: XmlElement, parent: XmlElement | undefined): void => {
    const name = local(element.name)
    const id = attribute(element, 'id') ?? ''
    if (name === 'r') checkRun(element, parent as XmlElement)
    if (/^(?:comment|bookmark)/.test(name) && name !== 'commentReference') {
      expect([...holders, 'body'], `${name} in ${parent?.name}`).toContain(local(parent?.name ?? ''))
    }
    if (name === 'commentRangeStart') {
      expect(texts.has(id) && !open.has(id) && !ended.has(id), `comment ${id} begins`).toBe(true)
      open.set(id, '')
    } else if (name === 'commentRangeEnd') {
      expect(open.has(id), `comment ${id} ends`).toBe(true)
      ended.set(id, open.get(id) as string)
      open.delete(id)
    } else if (name === 'commentReference') {
      expect(ended.has(id) && !referred.includes(id), `comment ${id} has its sign behind it`).toBe(true)
      referred.push(id)
    } else if (name === 'bookmarkStart') {
      const title = attribute(element, 'name') ?? ''
      expect(bookmarks.ids.has(id) || bookmarks.names.has(title), `bookmark ${id} ${title} twice`).toBe(false)
      for (const set of [bookmarks.open, bookmarks.ids]) set.add(id)
      bookmarks.names.add(title)
    } else if (name === 'bookmarkEnd') expect(bookmarks.open.delete(id), `bookmark ${id} ends`).toBe(true)
    else if (name === 'tab') add('\t')
    else if (name === 'br') add('\u2028')
    else if (name === 't') add(wordsOf(element))
    else if (!unseen.has(name)) for (const child of children(element)) look(child, element)
  }
  look(parseXml(parts['word/document.xml'] ?? '').root as XmlElement, undefined)
  expect([...open.keys(), ...bookmarks.open]).toEqual([])
  expect(referred.toSorted()).toEqual([...texts.keys()].toSorted())
  for (const [, anchor = ''] of part?.matchAll(/anchor="([^"]*)"/g) ?? []) expect(bookmarks.names).toContain(anchor)
  return referred.map((id) => ({
    words: ended.get(id) as string,
    ...(texts.get(id) as {author: string; text: string[]})
  }))
}

const children = (element: XmlElement | null): XmlElement[] =>
  element?.children.filter((it) => it instanceof XmlElement) ?? []

/** Blanks at its ends are shown only where that is said. */
function wordsOf(element: XmlElement): string {
  const text = element.children.map((it) => (it instanceof XmlText ? it.text : '')).join('')
  return attribute(element, 'space') === 'preserve' ? text : text.replace(/^[ \t]+|[ \t]+$/g, '')
}

function checkRun(run: XmlElement, parent: XmlElement): void {
  const names = children(run).map((it) => local(it.name))
  expect([...holders, 'Choice', 'Fallback'], `a run in ${parent.name}`).toContain(local(parent.name))
  expect(names.indexOf('rPr')).toBeLessThan(1)
  for (const name of names) expect(inRun).toContain(name)
}
