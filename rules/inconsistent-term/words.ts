import {pairOf, toSieve} from './letter-pairs.ts'

/** Groups of words that name one thing. */
export interface Words {
  /** Which pairs of letters may begin a word. */
  readonly sieve: Uint8Array
  /** The words by the pair that they begin with, longer ones first. */
  readonly byPair: ReadonlyMap<number, readonly Word[]>
}

export interface Word {
  readonly word: string
  /** Which group it is of. */
  readonly group: number
}

/** @param source groups of words, one a line */
export function toWords(source: string): Words {
  const byPair = new Map<number, Word[]>()
  for (const [group, line] of source.trim().split('\n').entries()) {
    for (const word of line.split(' ')) {
      const pair = pairOf(word.charCodeAt(0), word.charCodeAt(1))
      const others = byPair.get(pair)
      if (!others) byPair.set(pair, [{word, group}])
      else {
        others.push({word, group})
        others.sort((a, b) => b.word.length - a.word.length)
      }
    }
  }
  return {sieve: toSieve(byPair.keys()), byPair}
}
