import type {Normalised} from 'copylint'

/** A number for each letter and the one behind it; other pairs may have the same. One sum for all that is looked for. */
export function toPairs({codes}: Normalised): Int32Array {
  const pairs = new Int32Array(codes.length)
  for (let i = 1; i < codes.length; i++) pairs[i - 1] = pairOf(codes[i - 1] as number, codes[i] as number)
  return pairs
}

/** Of 30 bits: what is larger is slow as the key of a map. */
export function pairOf(a: number, b: number): number {
  const mixed = Math.imul((a << 16) | b, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) >>> 2
}

/** Which place of a sieve a number has. */
export const sieveOf = (pair: number): number => pair >>> 16

/** Which of some pairs may be there: asked before a map is. */
export function toSieve(pairs: Iterable<number>): Uint8Array {
  const sieve = new Uint8Array(2 ** 14)
  for (const pair of pairs) sieve[sieveOf(pair)] = 1
  return sieve
}
