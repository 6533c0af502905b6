import type {Stretch} from '../format.ts'
import type {XmlElement} from './xml.ts'

/** What breaks a line in a paragraph (Shift+Enter) in the copy. For the parser it ends a paragraph, but in a head; lines are not counted by it. */
export const lineBreak = '\u2028'

/** A Word file as copy. Offsets `start` and `end` are of the copy; `Stretch`es are of the XML of a part, as it stands in the file. */
export interface WordModel {
  readonly copy: string
  /** The lines of the copy, in its order. */
  readonly lines: readonly Line[]
  /** The XML of the parts that the copy is in, by their names. */
  readonly parts: ReadonlyMap<string, string>
}

/** A line of the copy: a paragraph, without its U+000A. Several `w:p` where the marks between them were deleted (tracked). */
export interface Line {
  readonly start: number
  readonly end: number
  readonly part: string
  readonly paragraphs: readonly XmlElement[]
  readonly pieces: readonly Piece[]
  /** Where it stands, which tells what role its words have. */
  readonly place: Place
}

export interface Place {
  readonly in: 'body' | 'note' | 'box'
  /** The cell, and whether others stand beside it. */
  readonly cell?: {readonly element: XmlElement; readonly alone: boolean}
}

/** Words of a line that stand together in the XML. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly part: string
  /** What makes the words: characters of a `w:t` (its content, without tags), or an element such as `w:tab`, whole. */
  readonly kind: 'text' | 'element'
  readonly raw: Stretch
  /** All between the tags of the `w:t`: `raw`, and blanks at its ends that are not shown. Of an element, `raw`. */
  readonly content: Stretch
  /** The `w:t`, or the element. */
  readonly element: Stretch
  readonly run: Stretch
  readonly paragraph: Stretch
  /** Where each character begins in the XML, and where the last ends: absent where a character is a character. */
  readonly map?: readonly number[]
  /** Words that are made by Word (a date), or stand in the file twice: they are not to be changed. */
  readonly fixed: boolean
  /** Whether blanks at the ends of the `w:t` count: `xml:space="preserve"`. */
  readonly keepsBlanks: boolean
}

/** Where a character of a piece lies in the XML, by its place in the copy; the end of the last where it is the piece's end. */
export function rawAt(piece: Piece, offset: number): number {
  if (piece.kind === 'element') return offset > piece.start ? piece.raw.end : piece.raw.start
  return piece.map ? (piece.map[offset - piece.start] as number) : piece.raw.start + offset - piece.start
}
