import type {Edit} from '../../rule/finding.ts'
import type {Stretch} from '../format.ts'
import type {Line, Piece, WordModel} from './model.ts'
import {rawAt} from './model.ts'
import {closes, isRemovable, isWhole} from './removable.ts'
import {toXml} from './words.ts'
import {childOf, elementsOf, type XmlElement} from './xml.ts'

/** What an edit of the copy is in the XML of a part: edits that are apart from one another. */
export interface XmlEdits {
  readonly part: string
  readonly edits: readonly Edit[]
}

/**
 * How an edit of the copy is made in the XML: words take the looks of those they stand with, paragraphs that are cut out go with all they
 * have, and where two are joined the first lends its looks.
 *
 * @returns undefined where it cannot be made: it would split a paragraph, take a picture or a section with it, or change words that Word makes
 */
export function toXmlEdits(model: WordModel, edit: Edit): XmlEdits | undefined {
  const {copy, lines} = model
  const {start, end, text} = trimmed(copy, edit)
  if (cutsPair(copy, start) || cutsPair(copy, end)) return undefined
  const first = lineAt(lines, start)
  const last = lineAt(lines, end, first)
  const [above, below] = [lines[first], lines[last]]
  if (!above || !below || above.part !== below.part) return undefined
  const {part} = above
  const xml = model.parts.get(part) ?? ''
  // the line end of the last line goes only with the line
  if (end > below.end)
    return start === above.start && text === '' ? combined(part, removed(lines, first, last + 1)) : undefined
  if (first === last) return combined(part, inLine(above, {start, end, text}, xml))
  if (text.includes('\n')) return byLine(model, first, last, {start, end, text})

  const inAbove = {start, end: above.end, text}
  const inBelow = {start: below.start, end, text: ''}
  // the paragraph below stays, and keeps its looks
  if (start === above.start && (text === '' || above.start === above.end)) {
    return combined(part, removed(lines, first, last), inLine(below, {...inBelow, text}, xml))
  }
  if (end === below.end) return combined(part, inLine(above, inAbove, xml), removed(lines, first + 1, last + 1))
  return combined(
    part,
    inLine(above, inAbove, xml),
    inLine(below, inBelow, xml),
    joined(above, below, lines.slice(first + 1, last), xml)
  )
}

/** All of some edits, sorted; undefined where one of them cannot be made. */
function combined(part: string, ...parts: readonly (readonly Edit[] | undefined)[]): XmlEdits | undefined {
  if (parts.includes(undefined)) return undefined
  return {part, edits: parts.flatMap((it) => it ?? []).sort((a, b) => a.start - b.start || a.end - b.end)}
}

/** An edit without what it leaves as it is, at its ends. */
function trimmed(copy: string, {start, end, text}: Edit): Edit {
  let before = 0
  while (start + before < end && before < text.length && copy[start + before] === text[before]) before++
  if (before > 0 && isHighHalf(text, before - 1)) before--
  let after = 0
  const most = Math.min(end - start, text.length) - before
  while (after < most && copy[end - 1 - after] === text[text.length - 1 - after]) after++
  if (after > 0 && isHighHalf(text, text.length - after - 1)) after--
  return {start: start + before, end: end - after, text: text.slice(before, text.length - after)}
}

/** Whether a place is between the halves of a pair. */
const cutsPair = (text: string, at: number): boolean => at > 0 && isHighHalf(text, at - 1) && at < text.length

const isHighHalf = (text: string, index: number): boolean => /[\ud800-\udbff]/.test(text.charAt(index))

/** The line that holds an offset, its line end included: the last that begins there or before. */
function lineAt(lines: readonly Line[], offset: number, from = 0): number {
  let low = from
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle] as Line).start <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Lines changed one by one, where there are as many after as before: heads that change places. */
function byLine(model: WordModel, first: number, last: number, {start, end, text}: Edit): XmlEdits | undefined {
  const texts = text.split('\n')
  if (texts.length !== last - first + 1) return undefined
  const part = model.lines[first]?.part ?? ''
  const xml = model.parts.get(part) ?? ''
  const edits: Edit[] = []
  for (const [i, words] of texts.entries()) {
    const line = model.lines[first + i] as Line
    const made = inLine(line, {start: Math.max(start, line.start), end: Math.min(end, line.end), text: words}, xml)
    if (!made || line.part !== part) return undefined
    edits.push(...made)
  }
  return {part, edits: edits.sort((a, b) => a.start - b.start || a.end - b.end)}
}

/** Changes words of one line, in the looks of the word where the change begins. */
function inLine(line: Line, {start, end, text}: Edit, xml: string): Edit[] | undefined {
  if (end > line.end) return undefined
  if (text.includes('\n')) return start === line.end ? behind(line, text, xml) : undefined
  const pieces = piecesAt(line.pieces, start, end)
  const touched = pieces.filter((it) => it.start < end && it.end > start)
  if (touched.some(({fixed}) => fixed)) return undefined
  const edits: Edit[] = []
  const home = text === '' ? undefined : (touched.find(isText) ?? beside(pieces, start) ?? beside(pieces, end))
  if (text !== '' && !home) return undefined
  for (const piece of home && !touched.includes(home) ? [...touched, home] : touched) {
    const made = inPiece(piece, {start, end, text: piece === home ? text : ''}, xml)
    if (!made) return undefined
    edits.push(...made)
  }
  return edits
}

/** Paragraphs put behind one, with its looks and those of its last words; line ends without words between them are empty paragraphs. */
function behind(line: Line, text: string, xml: string): Edit[] | undefined {
  const [paragraph] = line.paragraphs
  const home = line.pieces.filter(isText).pop()
  if (!text.startsWith('\n') || !paragraph || !home || !isWhole(line)) return undefined
  if (line.pieces.some(({fixed}) => fixed)) return undefined
  const prefix = prefixOf(xml, home)
  const ofParagraph = looksOf(childOf(paragraph, 'pPr'), 'pPrChange', xml)
  const ofRun = looksOf(childOf(elementAt(paragraph, home.run.start), 'rPr'), 'rPrChange', xml)
  const made = text
    .slice(1)
    .split('\n')
    .map((it) => {
      const words = toXml(it, prefix)
      const run = it && `<${prefix}r>${ofRun}<${prefix}t xml:space="preserve">${words}</${prefix}t></${prefix}r>`
      return words === undefined ? undefined : `<${prefix}p>${ofParagraph}${run}</${prefix}p>`
    })
  if (made.includes(undefined)) return undefined
  return [{start: paragraph.end, end: paragraph.end, text: made.join('')}]
}

/** The XML of properties, without what they were before a tracked change. */
function looksOf(properties: XmlElement | undefined, change: string, xml: string): string {
  if (!properties) return ''
  const {start, end} = childOf(properties, change) ?? {start: properties.end, end: properties.end}
  return xml.slice(properties.start, start) + xml.slice(end, properties.end)
}

/** The element that begins there. */
function elementAt(parent: XmlElement, start: number): XmlElement | undefined {
  const around = elementsOf(parent).find((it) => it.start <= start && it.end > start)
  return around && around.start < start ? elementAt(around, start) : around
}

/** The pieces that a stretch touches, at its ends too. */
function piecesAt(pieces: readonly Piece[], start: number, end: number): Piece[] {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle] as Piece).end < start) low = middle + 1
    else high = middle
  }
  const found: Piece[] = []
  for (let i = low; i < pieces.length && (pieces[i] as Piece).start <= end; i++) found.push(pieces[i] as Piece)
  return found
}

const isText = ({kind}: Piece): boolean => kind === 'text'

/** The words that new ones are put to: those before a place, else those behind it. */
const beside = (pieces: readonly Piece[], offset: number): Piece | undefined =>
  pieces.find((it) => isText(it) && !it.fixed && it.start <= offset && it.end >= offset)

function inPiece(piece: Piece, {start, end, text}: Edit, xml: string): Edit[] | undefined {
  if (piece.kind === 'element') return [{...piece.raw, text: ''}]
  const from = rawAt(piece, Math.min(Math.max(start, piece.start), piece.end))
  const to = rawAt(piece, Math.max(Math.min(end, piece.end), piece.start))
  const prefix = prefixOf(xml, piece)
  const words = toXml(text, prefix)
  if (words === undefined) return undefined
  const edit = {start: from, end: to, text: words}
  return piece.keepsBlanks ? [edit] : [keepBlanks(piece, prefix, xml), ...withoutBlanks(piece, edit)]
}

/** What a `w:t` has before its name: `w:`. */
const prefixOf = (xml: string, {element}: Piece): string =>
  /^<((?:[^\s:/>]+:)?)/.exec(xml.slice(element.start, element.start + 80))?.[1] ?? ''

/** Told to keep the blanks at its ends: there may be some now. */
function keepBlanks({element, content}: Piece, prefix: string, xml: string): Edit {
  const told = /xml:space\s*=\s*(?:"default"|'default')/.exec(xml.slice(element.start, content.start))
  const at = element.start + (told ? told.index : `<${prefix}t`.length)
  return {start: at, end: at + (told ? told[0].length : 0), text: `${told ? '' : ' '}xml:space="preserve"`}
}

/** Blanks that were not shown are not to be shown now. */
function withoutBlanks({content, raw}: Piece, edit: Edit): Edit[] {
  const ends = [
    {start: content.start, end: raw.start, text: ''},
    {start: raw.end, end: content.end, text: ''}
  ]
  return [edit, ...ends.filter(({start, end}) => start < end)]
}

/** Takes whole paragraphs out: the lines from one to before another. */
function removed(lines: readonly Line[], from: number, to: number): Edit[] | undefined {
  const gone = lines.slice(from, to)
  if (!gone.every((it, i) => isRemovable(it) && !closes(it, lines[from + i + 1]))) return undefined
  return gone.flatMap(({paragraphs}) => paragraphs.map(({start, end}) => ({start, end, text: ''})))
}

/** Makes one paragraph of two that stand beside one another, but for paragraphs that go; the first lends its looks. */
function joined(above: Line, below: Line, between: readonly Line[], xml: string): Edit[] | undefined {
  const [first, second] = [above.paragraphs[0], below.paragraphs[0]] as [XmlElement, XmlElement]
  if (!isWhole(above) || !isWhole(below) || first.parent !== second.parent) return undefined
  if (!between.every((it) => isRemovable(it) && it.paragraphs[0]?.parent === first.parent)) return undefined
  const gap = tagsBetween(first, second, between, xml)
  return gap && [{...gap, text: ''}]
}

/** From the end tag of a paragraph to behind the properties of another; undefined where more than paragraphs that go stands between. */
function tagsBetween(
  first: XmlElement,
  second: XmlElement,
  between: readonly Line[],
  xml: string
): Stretch | undefined {
  const gone = new Set(between.map(({paragraphs}) => paragraphs[0]))
  const siblings = first.parent?.children ?? []
  const inner = siblings.slice(siblings.indexOf(first as never) + 1, siblings.indexOf(second as never))
  const isFree = inner.every((it) => it.type === 'text' || gone.has(it as XmlElement))
  const firstInner = second.children.find((it) => it.type === 'element' && !(it as XmlElement).name.endsWith('pPr'))
  return isFree && firstInner ? {start: xml.lastIndexOf('<', first.end - 1), end: firstInner.start} : undefined
}
