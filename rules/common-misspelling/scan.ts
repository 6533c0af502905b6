/** What two characters may be, by hash of them, as bits: most places of a page are none of these. */
export type PairTable = Uint8Array<ArrayBuffer>

/** They are the first half of a set phrase, or the last. */
export const bits = {first: 1, last: 2} as const

/** Where a text has such pairs: offsets of their first characters. */
export interface Pairs {
  readonly firsts: readonly number[]
  readonly lasts: readonly number[]
}

const size = 0x40000

export const emptyTable = (): PairTable => new Uint8Array(size)

export function enter(table: PairTable, pair: number, bit: number): void {
  const place = placeOf(pair)
  table[place] = (table[place] as number) | bit
}

export const toPair = (a: number, b: number): number => Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)

/** The one pass over all of a text. */
export function scan(text: string, table: PairTable): Pairs {
  const firsts: number[] = []
  const lasts: number[] = []
  let code = text.charCodeAt(0)
  for (let i = 1; i < text.length; i++) {
    const before = code
    code = text.charCodeAt(i)
    const kind = table[placeOf(toPair(before, code))] as number
    if (kind === 0) continue
    if (kind & bits.first) firsts.push(i - 1)
    if (kind & bits.last) lasts.push(i - 1)
  }
  return {firsts, lasts}
}

const placeOf = (pair: number): number => (pair >>> 6) & (size - 1)
