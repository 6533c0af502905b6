/** Groups of words that name one thing. */
export interface Words {
  /** By letter: whether it begins a word, whether it is the second letter of one. */
  readonly kinds: Uint8Array
  /** The words by their first letter, longer ones first. */
  readonly byLetter: ReadonlyMap<number, readonly Word[]>
}

export interface Word {
  readonly word: string
  /** Which group it is of. */
  readonly group: number
}

const [firstBit, secondBit] = [1, 2]

/** Notes the first two letters of a word. */
export function noteKinds(kinds: Uint8Array, word: string): void {
  const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)]
  kinds[first] = (kinds[first] ?? 0) | firstBit
  kinds[second] = (kinds[second] ?? 0) | secondBit
}

/** Whether a word may begin with two letters: it is so of two in a hundred. */
export const mayBegin = (kinds: Uint8Array, first: number, second: number): boolean =>
  ((kinds[first] as number) & firstBit) !== 0 && ((kinds[second] as number) & secondBit) !== 0

/** @param source groups of words, one a line */
export function toWords(source: string): Words {
  const kinds = new Uint8Array(0x10000)
  const byLetter = new Map<number, Word[]>()
  for (const [group, line] of source.trim().split('\n').entries()) {
    for (const word of line.split(' ')) {
      noteKinds(kinds, word)
      const first = word.charCodeAt(0)
      const known = byLetter.get(first)
      if (known) known.push({word, group})
      else byLetter.set(first, [{word, group}])
    }
  }
  for (const words of byLetter.values()) words.sort((a, b) => b.word.length - a.word.length)
  return {kinds, byLetter}
}
