/** Which pairs of letters may begin what is looked for: one byte for all pairs that fall on it, so that most of a page is passed by at once. */
export type Starts = Uint8Array

const bits = 16

export const toStarts = (): Starts => new Uint8Array(2 ** bits)

export function noteStart(starts: Starts, a: number, b: number): void {
  starts[slotOf(a, b)] = 1
}

/**
 * The places in a stretch of letters where something may begin. A loop of its own: it is run for every letter of an issue.
 *
 * @param step how far the second letter of a pair is from the first
 */
export function placesIn(
  codes: Uint16Array,
  {start, end}: {readonly start: number; readonly end: number},
  starts: Starts,
  step: number
): number[] {
  const places: number[] = []
  for (let i = start; i < end - step; i++) {
    if (starts[slotOf(codes[i] as number, codes[i + step] as number)] === 1) places.push(i)
  }
  return places
}

const slotOf = (a: number, b: number): number => Math.imul((a << 16) | b, 0x9e3779b1) >>> (32 - bits)
