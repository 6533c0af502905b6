import type {Normalised} from 'copylint'

/** A number for each letter and the one behind it; other pairs may have the same. One sum for all that is looked for. */
export function toPairs({codes}: Normalised): Uint32Array {
  const pairs = new Uint32Array(codes.length)
  for (let i = 1; i < codes.length; i++) pairs[i - 1] = pairOf(codes[i - 1] as number, codes[i] as number)
  return pairs
}

export function pairOf(a: number, b: number): number {
  const mixed = Math.imul((a << 16) | b, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** Bits of the number that a sieve looks at. */
export const sieveBits = 14

/** Which of some pairs may be there. */
export function toSieve(pairs: Iterable<number>): Uint8Array {
  const sieve = new Uint8Array(2 ** sieveBits)
  for (const pair of pairs) sieve[pair >>> (32 - sieveBits)] = 1
  return sieve
}
