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
  if (!source.includes('\r')) {
    for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1)
    return starts
  }
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i)
    // CR and LF together are one end of a line, told at the LF
    if (code === 0x0a || (code === 0x0d && source.charCodeAt(i + 1) !== 0x0a)) starts.push(i + 1)
  }
  return starts
}
