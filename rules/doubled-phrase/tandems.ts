import type {Characters} from 'copylint'
import {longest} from './found.ts'

/** Of a ring that holds the last places, so many are kept: more than `longest`, and a power of two. */
const ring = 64

/** Slots for pairs; of the pairs of so few places hardly two share one. */
const bits = 12

/**
 * Visits where a stretch of two units or more stands twice in a row, by its second print, the shortest first. One pass: most pairs of
 * units have not stood within the longest stretch before, and cost one look.
 *
 * @param visit gives the place from which on the next may begin
 */
export function eachTandem({codes}: Characters, visit: (start: number, length: number) => number): void {
  const last = new Int32Array(2 ** bits).fill(-ring)
  const before = new Int32Array(ring)
  let from = 0
  for (let i = 0; i + 1 < codes.length; i++) {
    const slot = Math.imul(((codes[i] as number) << 16) | (codes[i + 1] as number), 0x9e3779b1) >>> (32 - bits)
    let start = last[slot] as number
    last[slot] = i
    before[i % ring] = start
    for (; start >= from && i - start <= longest; start = before[start % ring] as number) {
      if (!isTwice(codes, start, i)) continue
      from = visit(start, i - start)
      break
    }
  }
}

/** Whether what stands from one place to another stands there again, in the same paragraph. */
function isTwice(codes: Uint16Array, start: number, second: number): boolean {
  const length = second - start
  // 天天: a word that begins so is not printed twice by mistake, and a line of one letter would cost its square
  if (length < 2 || codes[start] === codes[start + 1]) return false
  for (let i = start; i < second; i++) if (codes[i] !== codes[i + length] || codes[i] === 0) return false
  return true
}
