import type {Line} from './model.ts'
import {attributeOf, childOf, elementsOf, localName, XmlElement} from './xml.ts'

/** What may go with a paragraph: words, their looks, traces of programs. Pictures, notes, sections, comments and tracked changes may not. */
const removable = new Set(
  'r t tab br cr noBreakHyphen softHyphen sym proofErr lastRenderedPageBreak hyperlink smartTag bookmarkStart bookmarkEnd'.split(
    ' '
  )
)

/** Whether a line is one paragraph that may be taken out, with all that is in it. */
export function isRemovable(line: Line): boolean {
  const [paragraph] = line.paragraphs
  if (!isWhole(line) || !paragraph || line.pieces.some(({fixed}) => fixed)) return false
  const open = new Set<string>()
  return hasOnly(paragraph, open) && open.size === 0
}

/** Whether a line is one paragraph that neither ends a section nor has a tracked mark. */
export function isWhole({paragraphs}: Line): boolean {
  const properties = childOf(paragraphs[0], 'pPr')
  const mark = childOf(properties, 'rPr')
  return (
    paragraphs.length === 1 &&
    !childOf(properties, 'sectPr') &&
    !['ins', 'del', 'moveTo', 'moveFrom'].some((it) => childOf(mark, it))
  )
}

/**
 * Whether a line is the last of a cell, a box or a note, or stands before a table: Word wants a paragraph there. The last of a part may go.
 *
 * @param next the line behind it
 */
export function closes({part, paragraphs}: Line, next: Line | undefined): boolean {
  const parent = paragraphs[0]?.parent
  if (next?.part === part) return next.paragraphs[0]?.parent !== parent
  return !(parent instanceof XmlElement) || localName(parent.name) !== 'body'
}

/** @param open marks of bookmarks that began in the paragraph and have not ended */
function hasOnly(parent: XmlElement, open: Set<string>): boolean {
  for (const element of elementsOf(parent)) {
    const name = localName(element.name)
    if (name === 'pPr' || name === 'rPr') continue
    if (!removable.has(name)) return false
    const id = attributeOf(element, 'id') ?? ''
    if (name === 'bookmarkStart') open.add(id)
    if (name === 'bookmarkEnd' && !open.delete(id)) return false
    if (!hasOnly(element, open)) return false
  }
  return true
}
