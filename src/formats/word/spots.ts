import type {Edit} from '../../rule/finding.ts'
import type {Stretch} from '../format.ts'
import {chainTo, holderIn, isLast, outermost, parentOf, type Side} from './chains.ts'
import {createFinder} from './finder.ts'
import {type Line, type Piece, rawAt, type WordModel} from './model.ts'
import {attributeOf, behindTag, childOf, elementsOf, localName, type XmlElement} from './xml.ts'

/** A place between the words of the body where marks may stand: `at` in its XML, with the tags to close before and to open behind them. */
export interface Spot {
  readonly at: number
  readonly close: string
  readonly open: string
  /** What the tags around need, so that no blank is lost between the two halves of a text. */
  readonly also: readonly Edit[]
}

/** From where to where marks for a stretch of the copy go. */
export interface Anchor {
  readonly start: Spot
  readonly end: Spot
  /** The words themselves stand elsewhere, where Word allows no comments: the marks are at what shows them. */
  readonly away?: 'box' | 'note'
}

/**
 * Gives where comments on stretches of the copy are anchored. A stretch without words (a missing stop) is anchored at the character before it.
 *
 * @param root the body's part, with the offsets that its XML has in the model
 */
export function createAnchors(model: WordModel, main: string, root: XmlElement): (at: Stretch) => Anchor | undefined {
  const xml = model.parts.get(main) ?? ''
  const {pieces, firstAfter, lineOf, wordsAt} = createFinder(model)
  let references: Map<string, XmlElement> | undefined

  return (at) => {
    const words = wordsAt(at)
    if (!words) return lineAt(at)
    const {first, last} = words
    const starts = spotOf(first.piece, first.at, 'start')
    const ends = spotOf(last.piece, last.at, 'end')
    if (!starts || !ends) return undefined
    const away = awayOf(lineOf(first.piece.start))
    if (starts.at <= ends.at) return {start: starts, end: ends, ...(away && {away})}
    // the words of a text box stand behind their paragraph in the copy, and within it in the XML
    const rest = pieces[firstAfter((lineOf(first.piece.start)?.end ?? 0) - 1)] ?? first.piece
    const start = spotOf(last.piece, last.piece.start, 'start')
    const end = spotOf(rest, rest.end, 'end')
    return start && end && {start, end, ...(away && {away})}
  }

  /** For a line without words: in its paragraph. */
  function lineAt({start}: Stretch): Anchor | undefined {
    const line = lineOf(start)
    const paragraph = line?.paragraphs[0]
    if (!line || !paragraph) return undefined
    const away = awayOf(line)
    const spots = away
      ? [around(line, paragraph.start, 'start'), around(line, paragraph.start, 'end')]
      : [inEmpty(paragraph), inEmpty(paragraph)]
    const [from, to] = spots
    return from && to && {start: from, end: to, ...(away && {away})}
  }

  function inEmpty(paragraph: XmlElement): Spot {
    const properties = childOf(paragraph, 'pPr')
    if (properties) return plain(properties.end)
    const behind = behindTag(xml, paragraph.start + 1)
    if (xml.charAt(behind - 2) !== '/') return plain(behind)
    const slash = behind - 2
    return {at: slash, close: '>', open: `</${paragraph.name}>`, also: [{start: slash, end: behind, text: ''}]}
  }

  /** The spot before or behind a character of the copy. */
  function spotOf(piece: Piece, offset: number, side: Side): Spot | undefined {
    const line = lineOf(piece.start)
    if (!line) return undefined
    if (awayOf(line)) return around(line, piece.element.start, side)
    const chain = chainTo(root, piece.element.start)
    const from = holderIn(chain)
    const run = chain[from]
    const child = chain[from + 1]
    const isOwn = child !== undefined && child.start === piece.element.start && localName(run?.name ?? '') === 'r'
    const isInside = isOwn && piece.kind === 'text' && isWithinText(piece, offset)
    return isInside ? inText(run as XmlElement, child, piece, offset) : atEdge(run, child, side)
  }

  /** Words in text boxes and notes: the spot before or behind what shows them in the body. */
  function around(line: Line, offset: number, side: Side): Spot | undefined {
    const shown = line.part === main ? offset : referenceOf(line)?.start
    if (shown === undefined) return undefined
    const chain = chainTo(root, shown)
    const from = holderIn(chain)
    return atEdge(chain[from], chain[from + 1], side)
  }

  /** Where the body refers to the note of a line. */
  function referenceOf({paragraphs: [paragraph]}: Line): XmlElement | undefined {
    references ??= referencesIn(root)
    let note: XmlElement | undefined = paragraph
    while (note && !/^(?:foot|end)note$/.test(localName(note.name))) note = parentOf(note)
    return note && references.get(`${localName(note.name)}Reference ${attributeOf(note, 'id')}`)
  }

  /** Whether words of the same `w:t` stand on both sides. */
  function isWithinText(piece: Piece, offset: number): boolean {
    const index = firstAfter(piece.start)
    if (offset === piece.start) return isSame(pieces[index - 1], piece)
    return offset < piece.end || isSame(pieces[index + 1], piece)
  }

  function inText(run: XmlElement, text: XmlElement, piece: Piece, offset: number): Spot {
    const at = rawAt(piece, offset)
    const isCdata = text.children.some(({type, start, end}) => type === 'cdata' && start < at && at < end)
    const tag = xml.slice(text.start, behindTag(xml, text.start + 1))
    const close = `${isCdata ? ']]>' : ''}</${text.name}></${run.name}>`
    const behind = isCdata ? '<![CDATA[' : ''
    if (piece.keepsBlanks) return {at, close, open: openingOf(run) + tag + behind, also: []}
    // a blank where it is cut would be lost; those at its ends are not shown, and must not be shown now
    const kept = keeping(tag)
    const also = [{start: text.start, end: text.start + tag.length, text: kept}, ...unshownIn(piece)]
    return {at, close, open: openingOf(run) + kept + behind, also}
  }

  /** The deletions of blanks at the ends of a `w:t`, of which a piece is all or a part. */
  function unshownIn(piece: Piece): Edit[] {
    const edits: Edit[] = []
    const index = firstAfter(piece.start)
    for (const step of [-1, 1]) {
      for (let i = index; isSame(pieces[i], piece); i += step) {
        const {raw, content} = pieces[i] as Piece
        edits.push({start: content.start, end: raw.start, text: ''}, {start: raw.end, end: content.end, text: ''})
      }
    }
    return edits.filter(({start, end}) => start < end)
  }

  /** Before or behind a child of a run, or before or behind what is no run. */
  function atEdge(holder: XmlElement | undefined, child: XmlElement | undefined, side: Side): Spot | undefined {
    if (!holder) return undefined
    if (localName(holder.name) !== 'r' || !child || isLast(child, side)) return plain(outermost(holder, side)[side])
    return {at: child[side], close: `</${holder.name}>`, open: openingOf(holder), also: []}
  }

  function openingOf(run: XmlElement): string {
    const properties = childOf(run, 'rPr')
    const tag = xml.slice(run.start, behindTag(xml, run.start + 1))
    return tag + (properties ? xml.slice(properties.start, properties.end) : '')
  }
}

const plain = (at: number): Spot => ({at, close: '', open: '', also: []})

function awayOf(line: Line | undefined): Anchor['away'] {
  return line && line.place.in !== 'body' ? line.place.in : undefined
}

/** Whether two pieces are in one `w:t`. */
const isSame = (one: Piece | undefined, other: Piece): boolean =>
  one?.element.start === other.element.start && one.part === other.part

/** `<w:t>` → `<w:t xml:space="preserve">` */
const keeping = (tag: string): string =>
  `${tag
    .slice(0, -1)
    .replace(/\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')/, '')
    .trimEnd()} xml:space="preserve">`

function referencesIn(root: XmlElement): Map<string, XmlElement> {
  const found = new Map<string, XmlElement>()
  const look = (parent: XmlElement): void => {
    for (const element of elementsOf(parent)) {
      const name = localName(element.name)
      const key = `${name} ${attributeOf(element, 'id')}`
      if (/^(?:foot|end)noteReference$/.test(name) && !found.has(key)) found.set(key, element)
      look(element)
    }
  }
  look(root)
  return found
}
