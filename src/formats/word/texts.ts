import type {Piece} from './model.ts'
import {toWords} from './words.ts'
import {attributeOf, type XmlElement} from './xml.ts'

/** Words of a `w:t`, and where they stand in the XML. */
export interface Text extends Pick<Piece, 'raw' | 'content' | 'map' | 'keepsBlanks'> {
  readonly text: string
  /** They stand in several pieces, or in a way that edits cannot be made in. */
  readonly fixed: boolean
}

/** The words of a `w:t`. Word leaves out blanks at its ends, unless it is told to keep them. */
export function textsOf(element: XmlElement, xml: string, keepsBlanks: boolean): Text[] {
  const nodes = element.children.filter((it) => it.type === 'text' || it.type === 'cdata')
  return nodes.map(({type, start, end}, i): Text => {
    const isCdata = type === 'cdata'
    const content = isCdata ? {start: start + '<![CDATA['.length, end: end - ']]>'.length} : {start, end}
    const {text, map} = toWords(xml, content.start, content.end, isCdata)
    let first = 0
    let last = text.length
    if (!keepsBlanks && i === 0) while (first < last && isTrimmed(text, first)) first++
    if (!keepsBlanks && i === nodes.length - 1) while (last > first && isTrimmed(text, last - 1)) last--
    const raw = map
      ? {start: map[first] as number, end: map[last] as number}
      : {start: content.start + first, end: content.start + last}
    const fixed = nodes.length > 1 || isCdata
    return {
      text: text.slice(first, last),
      raw,
      content,
      keepsBlanks,
      fixed,
      ...(map && {map: map.slice(first, last + 1)})
    }
  })
}

const isTrimmed = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t'

/** A character of a symbol font; those fonts have their own ones where others have none: a square for all of these. */
export function symbolOf(element: XmlElement): string {
  const code = Number.parseInt(attributeOf(element, 'char') ?? '', 16)
  const isChar = code >= 0x20 && code < 0xd800
  return isChar ? String.fromCharCode(code) : '□'
}
