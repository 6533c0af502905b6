import type {Outline, OutlineLine} from '../../parse/outline.ts'
import {type Line, lineBreak} from './model.ts'
import {outlineLevel, type Style, type Styles} from './styles.ts'
import {attributeOf, childOf, type XmlElement} from './xml.ts'

/** A line with a stop at its end that is at least this long is a sentence of copy: no head, whatever its style says. */
const shortestBody = 40
const stop = /[。！？!?…；;.]["”’」』）)\]]*\s*$/

/** What the styles of a Word file, and the places of its lines, say of them. */
export function toOutline(copy: string, lines: readonly Line[], styles: Styles): Outline {
  const texts = lines.map(({start, end}) => copy.slice(start, end))
  const looks = lines.map((line, i) => styleOf(line, texts[i] as string, styles))
  const spoken = new Set<XmlElement>()
  for (const [i, {place}] of lines.entries())
    if (place.cell && isSentence(texts[i] as string)) spoken.add(place.cell.element)
  const heads = looks.filter(({level}, i) => level !== undefined && (texts[i] as string).trim() !== '')
  const hasTitle = heads.some(({title}) => title)
  const hasOthers = lines.some(({place}, i) => !place.cell && place.in === 'body' && isSentence(texts[i] as string))

  // text that was pasted from a mail or a terminal: a paragraph for each of its lines, and an empty one between two of its paragraphs
  const full = texts.map((it) => it.trim() !== '')
  const isSpaced = full.slice(full.indexOf(true), full.lastIndexOf(true)).includes(false)

  const outlined = lines.flatMap((line, i): OutlineLine[] => {
    const {level, role, title} = looks[i] as Style
    const isNote =
      line.place.in === 'note' || (level === undefined && role === undefined && isLabel(line, spoken, hasOthers))
    const rank = level !== undefined && hasTitle && !title && role === undefined ? level + 1 : level
    const said: Omit<OutlineLine, 'start'> = {
      ...(!isSpaced && {whole: true}),
      ...(rank !== undefined && !isNote && {level: rank}),
      ...(isNote ? {role: 'note'} : role !== undefined && {role})
    }
    // what is behind a break is a line of its own, but in a head
    const starts = said.level === undefined ? startsOf(texts[i] as string) : [0]
    return starts.map((start) => ({start: line.start + start, ...said}))
  })
  return {lines: outlined, marks: heads.length === 0}
}

/** Where the lines of a paragraph begin that are ended by Shift+Enter. */
function startsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf(lineBreak); at >= 0; at = text.indexOf(lineBreak, at + 1)) starts.push(at + 1)
  return starts
}

function styleOf({paragraphs}: Line, text: string, styles: Styles): Style {
  // words of several paragraphs whose marks were deleted look as the last of them does
  const properties = childOf(paragraphs[paragraphs.length - 1], 'pPr')
  const style = styles.of(attributeOf(childOf(properties, 'pStyle'), 'val'))
  const level = style.level ?? outlineLevel(properties)
  if (level === undefined || isSentence(text)) return style.level === undefined ? style : {}
  return {...style, level}
}

/** Words in a table or a text box without any sentence in it: a form, a table of figures. A page laid out in a table has sentences. */
function isLabel({place}: Line, spoken: ReadonlySet<XmlElement>, hasOthers: boolean): boolean {
  const {cell} = place
  if (!cell || spoken.has(cell.element)) return false
  return place.in === 'box' ? hasOthers : !cell.alone
}

const isSentence = (text: string): boolean => text.length >= shortestBody && stop.test(text)
