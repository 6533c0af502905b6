import {isLink, trackFields} from './fields.ts'
import {insideOf} from './inside.ts'
import type {Line, Piece, Place} from './model.ts'
import {lineBreak} from './model.ts'
import {embeds} from './refusals.ts'
import type {Styles} from './styles.ts'
import {symbolOf, textsOf} from './texts.ts'
import {attributeOf, childOf, elementsOf, isOn, localName, type XmlElement} from './xml.ts'

/** The copy as it grows, part by part. */
export interface Copy {
  readonly texts: string[]
  readonly lines: Line[]
  length: number
}

/** A part whose words are wanted. */
export interface Source {
  readonly part: string
  readonly xml: string
  /** What stands before the names of its elements: `w:`. */
  readonly prefix: string
  readonly styles: Styles
}

/** Notes that the words refer to, in their order. */
export interface References {
  readonly footnotes: string[]
  readonly endnotes: string[]
}

/** What is known on the way down to a word. */
interface Way {
  readonly place: Place
  /** The words are not to be changed. */
  readonly fixed: boolean
  readonly hidden: boolean
  readonly keepsBlanks: boolean
}

interface OpenLine {
  readonly start: number
  readonly place: Place
  readonly paragraphs: XmlElement[]
  readonly pieces: Piece[]
}

interface Box {
  readonly content: XmlElement
  readonly fixed: boolean
}

const note: Place = {in: 'note'}
const body: Place = {in: 'body'}

/** What is in a paragraph and is no words of it. */
const silent = new Set(
  'pPr rPr del moveFrom instrText delText delInstrText proofErr rubyPr rt sdtPr sdtEndPr sectPr tblPr tblGrid trPr tcPr softHyphen lastRenderedPageBreak'.split(
    ' '
  )
)

/**
 * Adds the words of an element of a part to the copy, a line a paragraph: as they are shown with all tracked changes accepted.
 * Words of text boxes stand behind the paragraph that they are anchored in.
 */
export function addLines(copy: Copy, source: Source, root: XmlElement, isNote: boolean): References {
  const before = {texts: copy.texts.length, lines: copy.lines.length, length: copy.length}
  const first = walkPart(copy, source, root, isNote ? note : body, new Set())
  if (first.open.length === 0) return first.references
  // a field that never ends is none: what it would hide is shown
  copy.texts.length = before.texts
  copy.lines.length = before.lines
  copy.length = before.length
  return walkPart(copy, source, root, isNote ? note : body, new Set(first.open)).references
}

function walkPart(copy: Copy, source: Source, root: XmlElement, start: Place, ignored: ReadonlySet<XmlElement>) {
  const {part, xml, prefix, styles} = source
  const fields = trackFields(ignored)
  const references: References = {footnotes: [], endnotes: []}
  const nameOf = (element: XmlElement): string =>
    element.name.startsWith(prefix) && !element.name.includes(':', prefix.length)
      ? element.name.slice(prefix.length)
      : `:${localName(element.name)}`

  let line: OpenLine | undefined
  let boxes: Box[] = []
  let paragraph: XmlElement
  let run: XmlElement

  const blocks = (parent: XmlElement, way: Way): void => {
    for (const element of elementsOf(parent)) {
      const name = nameOf(element)
      if (silent.has(name)) continue
      if (name === 'altChunk') throw embeds()
      if (name === 'p') paragraphOf(element, way)
      else if (name === 'tbl') {
        closeLine()
        rows(element, way)
      } else descend(element, name, way, blocks)
    }
  }

  const rows = (parent: XmlElement, way: Way): void => {
    for (const element of elementsOf(parent)) {
      const name = nameOf(element)
      if (silent.has(name)) continue
      if (name !== 'tr') descend(element, name, way, rows)
      else if (!childOf(childOf(element, 'trPr'), 'del')) {
        const count = elementsOf(element).filter((it) => ['tc', 'sdt'].includes(nameOf(it))).length
        cells(element, way, count === 1)
      }
    }
  }

  const cells = (parent: XmlElement, way: Way, alone: boolean): void => {
    for (const element of elementsOf(parent)) {
      const name = nameOf(element)
      if (silent.has(name)) continue
      if (name !== 'tc') descend(element, name, way, (inner, on) => cells(inner, on, alone))
      else if (!childOf(childOf(element, 'tcPr'), 'cellDel')) {
        blocks(element, {...way, place: {...way.place, cell: {element, alone}}})
        closeLine()
      }
    }
  }

  const paragraphOf = (element: XmlElement, way: Way): void => {
    const properties = childOf(element, 'pPr')
    const mark = childOf(properties, 'rPr')
    line ??= {start: copy.length, place: way.place, paragraphs: [], pieces: []}
    line.paragraphs.push(element)
    paragraph = element
    run = element
    const hidden = styles.of(attributeOf(childOf(properties, 'pStyle'), 'val')).hidden ?? false
    inline(element, {...way, hidden})
    const isJoined = childOf(mark, 'del') ?? childOf(mark, 'moveFrom')
    if (!isJoined && !isOn(mark, 'vanish')) closeLine()
  }

  /** Ends the line; what is in its text boxes follows. */
  const closeLine = (): void => {
    if (!line) return
    const {start: from, place, paragraphs, pieces} = line
    copy.lines.push({start: from, end: copy.length, part, paragraphs, pieces, place})
    copy.texts.push('\n')
    copy.length++
    line = undefined
    const queued = boxes
    boxes = []
    for (const {content, fixed} of queued) {
      const place: Place = {in: 'box', cell: {element: content, alone: false}}
      blocks(content, {place, fixed, hidden: false, keepsBlanks: false})
      closeLine()
    }
  }

  const inline = (parent: XmlElement, way: Way): void => {
    for (const element of elementsOf(parent)) {
      const name = nameOf(element)
      switch (name) {
        case 'r':
          run = element
          inline(element, inRun(element, way))
          break
        case 't':
          words(element, way)
          break
        case 'tab':
        case 'ptab':
          add(element, '\t', way)
          break
        case 'br':
        case 'cr':
          add(element, lineBreak, way)
          break
        case 'noBreakHyphen':
          add(element, '-', way)
          break
        case 'sym':
          add(element, symbolOf(element), {...way, fixed: true})
          break
        case 'fldChar':
          fields.mark(element)
          break
        case 'instrText':
          fields.code(element.text)
          break
        case 'fldSimple':
          inline(element, {...way, fixed: way.fixed || !isLink(attributeOf(element, 'instr') ?? '')})
          break
        case 'footnoteReference':
        case 'endnoteReference':
          if (isShown(way))
            references[name === 'footnoteReference' ? 'footnotes' : 'endnotes'].push(attributeOf(element, 'id') ?? '')
          break
        case 'txbxContent':
          if (isShown(way)) boxes.push({content: element, fixed: way.fixed})
          break
        default:
          // formulas
          if (element.name === 'm:r') run = element
          if (element.name === 'm:t') words(element, {...way, fixed: true})
          else if (!silent.has(name)) descend(element, name, way, inline)
      }
    }
  }

  const inRun = (element: XmlElement, way: Way): Way => {
    const properties = childOf(element, 'rPr')
    const style = attributeOf(childOf(properties, 'rStyle'), 'val')
    const hidden =
      isOn(properties, 'vanish') ?? (style === undefined ? undefined : styles.of(style).hidden) ?? way.hidden
    return keeping(element, hidden === way.hidden ? way : {...way, hidden})
  }

  const words = (element: XmlElement, way: Way): void => {
    for (const {text, fixed, ...raw} of textsOf(element, xml, keeping(element, way).keepsBlanks)) {
      push(element, text, way, 'text', raw, way.fixed || fixed)
    }
  }

  const add = (element: XmlElement, text: string, way: Way): void => {
    const raw = {start: element.start, end: element.end}
    push(element, text, way, 'element', {raw, content: raw, keepsBlanks: true}, way.fixed)
  }

  const push = (
    element: XmlElement,
    text: string,
    way: Way,
    kind: Piece['kind'],
    raw: Pick<Piece, 'raw' | 'content' | 'map' | 'keepsBlanks'>,
    fixed: boolean
  ): void => {
    if (!isShown(way) || !line || text === '') return
    line.pieces.push({
      start: copy.length,
      end: copy.length + text.length,
      part,
      kind,
      ...raw,
      element: {start: element.start, end: element.end},
      run: {start: run.start, end: run.end},
      paragraph: {start: paragraph.start, end: paragraph.end},
      fixed: fixed || fields.makes()
    })
    copy.texts.push(text)
    copy.length += text.length
  }

  const isShown = (way: Way): boolean => !way.hidden && fields.shows()

  /** Goes on into what only holds other elements. */
  const descend = (element: XmlElement, name: string, way: Way, into: (parent: XmlElement, way: Way) => void): void => {
    const inside = element.children.length > 0 ? insideOf(element, name) : undefined
    if (inside) into(inside.parent, inside.fixed ? {...way, fixed: true} : way)
  }

  blocks(root, keeping(root, {place: start, fixed: false, hidden: false, keepsBlanks: false}))
  closeLine()
  return {references, open: fields.open()}
}

/** `xml:space` holds for all that is in an element. */
function keeping(element: XmlElement, way: Way): Way {
  const space = element.attributes['xml:space']
  return space === undefined ? way : {...way, keepsBlanks: space === 'preserve'}
}
