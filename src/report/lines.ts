import type {Point} from './message.ts'

/**
 * A line table: gives the line and column of a UTF-16 offset, in the time of a binary search.
 * Lines end with U+000A, with U+000D or with both together, as editors count them.
 */
export function toLines(source: string): (offset: number) => Point {
  const starts = lineStarts(source)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset}
  }
}

/** The offset at which each line begins; there is always a first one. */
export function lineStarts(source: string): number[] {
  const starts = [0]
  for (const {index, 0: mark} of source.matchAll(/\r\n?|\n/g)) starts.push(index + mark.length)
  return starts
}
