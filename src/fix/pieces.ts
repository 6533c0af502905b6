import type {Edit} from '../rule/finding.ts'

/** A stretch of the page as it was (UTF-16 offsets, half-open), or new text. */
export type Piece = {readonly start: number; readonly end: number} | {readonly text: string}

/** A page that nobody has touched. */
export function untouched(length: number): readonly Piece[] {
  return length === 0 ? [] : [{start: 0, end: length}]
}

/**
 * The page after edits, as stretches of the page as it was at first and new text between them: so that passes can follow one
 * another, and what no mend has touched keeps its very bytes.
 *
 * @param edits sorted, apart from one another; offsets in the text that the pieces make now
 */
export function edited(pieces: readonly Piece[], edits: readonly Edit[]): readonly Piece[] {
  if (edits.length === 0) return pieces
  const result: Piece[] = []
  const cursor = {index: 0, inner: 0, at: 0}
  for (const edit of edits) {
    move(pieces, cursor, edit.start, result)
    move(pieces, cursor, edit.end)
    push(result, {text: edit.text})
  }
  move(pieces, cursor, Number.POSITIVE_INFINITY, result)
  return result
}

/** The text that pieces make of the page as it was. */
export function textOf(pieces: readonly Piece[], source: string): string {
  return pieces.map((piece) => ('text' in piece ? piece.text : source.slice(piece.start, piece.end))).join('')
}

/** Goes forward to an offset, and hands on what it passes. */
function move(
  pieces: readonly Piece[],
  cursor: {index: number; inner: number; at: number},
  to: number,
  passed?: Piece[]
): void {
  while (cursor.at < to) {
    const piece = pieces[cursor.index]
    if (!piece) return
    const take = Math.min(lengthOf(piece) - cursor.inner, to - cursor.at)
    if (passed) push(passed, slice(piece, cursor.inner, cursor.inner + take))
    cursor.at += take
    cursor.inner += take
    if (cursor.inner === lengthOf(piece)) {
      cursor.index++
      cursor.inner = 0
    }
  }
}

const lengthOf = (piece: Piece): number => ('text' in piece ? piece.text.length : piece.end - piece.start)

function slice(piece: Piece, start: number, end: number): Piece {
  return 'text' in piece ? {text: piece.text.slice(start, end)} : {start: piece.start + start, end: piece.start + end}
}

function push(pieces: Piece[], piece: Piece): void {
  if (lengthOf(piece) === 0) return
  const last = pieces[pieces.length - 1]
  if (last && 'text' in last && 'text' in piece) pieces[pieces.length - 1] = {text: last.text + piece.text}
  else if (last && 'end' in last && 'end' in piece && last.end === piece.start)
    pieces[pieces.length - 1] = {start: last.start, end: piece.end}
  else pieces.push(piece)
}
