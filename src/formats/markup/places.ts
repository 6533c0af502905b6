import type {Stretch} from '../format.ts'
import type {Line, Piece} from './extract.ts'

/** The index of the last stretch that begins at the offset or before it; -1: none. By halving. */
export function lastAt(list: readonly Pick<Stretch, 'start'>[], offset: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as Pick<Stretch, 'start'>).start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The line that an offset of the copy lies in, its end included; undefined between lines. */
export function lineAt(lines: readonly Line[], offset: number): number | undefined {
  const index = lastAt(lines, offset)
  const line = lines[index]
  return line && offset <= line.end ? index : undefined
}

/** Where a stretch of the copy lies in the file. */
export function locate(pieces: readonly Piece[], {start, end}: Stretch): Stretch {
  if (start >= end) {
    const at = insertion(pieces, start)
    return {start: at, end: at}
  }
  const from = startOf(pieces, start)
  const to = endOf(pieces, end)
  // text that stood in a table's rows is shown before the table: its end may lie above its beginning
  return to >= from
    ? {start: from, end: to}
    : {start: from, end: Math.max(from, pieces[lastAt(pieces, start)]?.to ?? from)}
}

/** Where new words go: behind those before them. */
export function insertion(pieces: readonly Piece[], offset: number): number {
  const index = lastAt(pieces, offset)
  const here = pieces[index]
  const before = pieces[index - 1]
  if (here?.start === offset && before && before.end === offset) return before.to
  return startOf(pieces, offset)
}

function startOf(pieces: readonly Piece[], offset: number): number {
  const piece = pieces[lastAt(pieces, offset)]
  if (!piece) return pieces[0]?.from ?? 0
  if (offset >= piece.end) return piece.to
  return piece.same ? piece.from + offset - piece.start : piece.from
}

function endOf(pieces: readonly Piece[], offset: number): number {
  const index = lastAt(pieces, offset - 1)
  const piece = pieces[index]
  if (!piece) return pieces[0]?.from ?? 0
  if (offset <= piece.end) return piece.same ? piece.from + offset - piece.start : piece.to
  const next = pieces[index + 1]
  return next?.start === offset ? next.from : piece.to
}
