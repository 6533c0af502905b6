import type {Stretch} from '../format.ts'
import type {Line, Piece, WordModel} from './model.ts'

/** A place among the words: a piece, and an offset of the copy in it or at its end. */
export interface WordPlace {
  readonly piece: Piece
  readonly at: number
}

/** Finds pieces and lines of a copy by its offsets. */
export function createFinder(model: WordModel) {
  const pieces: readonly Piece[] = model.lines.flatMap((line) => line.pieces)
  return {pieces, firstAfter, lineOf, wordsAt}

  /** The first and the last word of a stretch; of one without words, the character before it or behind it. */
  function wordsAt({start, end}: Stretch): {readonly first: WordPlace; readonly last: WordPlace} | undefined {
    const from = firstAfter(start)
    const until = firstAfter(end - 1)
    const first = pieces[from]
    const last = until < pieces.length && (pieces[until] as Piece).start < end ? pieces[until] : pieces[until - 1]
    if (first && last && start < end && first.start < end && last.end > start) {
      return {
        first: {piece: first, at: whole(Math.max(start, first.start), -1)},
        last: {piece: last, at: whole(Math.min(end, last.end), 1)}
      }
    }
    const line = lineOf(start)
    const before = pieces[firstAfter(start) - (isWithin(pieces[firstAfter(start)], start) ? 0 : 1)]
    if (before && line && before.start >= line.start) {
      const at = Math.min(start, before.end)
      return {first: {piece: before, at: whole(at - 1, -1)}, last: {piece: before, at: whole(at, 1)}}
    }
    if (!first || !line || first.start > line.end) return undefined
    return {first: {piece: first, at: first.start}, last: {piece: first, at: whole(first.start + 1, 1)}}
  }

  function isWithin(piece: Piece | undefined, offset: number): boolean {
    return piece !== undefined && piece.start < offset && offset < piece.end
  }

  /** The index of the first piece that ends behind an offset. */
  function firstAfter(offset: number): number {
    let low = 0
    let high = pieces.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pieces[middle] as Piece).end > offset) high = middle
      else low = middle + 1
    }
    return low
  }

  function lineOf(offset: number): Line | undefined {
    let low = 0
    let high = model.lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((model.lines[middle] as Line).start <= offset) low = middle
      else high = middle - 1
    }
    return model.lines[low]
  }

  /** Not between the two halves of a character. */
  function whole(offset: number, step: 1 | -1): number {
    const isHalved =
      /[\ud800-\udbff]/.test(model.copy.charAt(offset - 1)) && /[\udc00-\udfff]/.test(model.copy.charAt(offset))
    return isHalved ? offset + step : offset
  }
}
