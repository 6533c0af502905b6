import type {Starts} from './starts.ts'
import {noteStart, toStarts} from './starts.ts'

/** Groups of words that name one thing. */
export interface Words {
  readonly starts: Starts
  /** The words by their first letter, longer ones first. */
  readonly byLetter: ReadonlyMap<number, readonly Word[]>
}

export interface Word {
  readonly word: string
  /** Which group it is of. */
  readonly group: number
}

/** @param source groups of words, one a line */
export function toWords(source: string): Words {
  const starts = toStarts()
  const byLetter = new Map<number, Word[]>()
  for (const [group, line] of source.trim().split('\n').entries()) {
    for (const word of line.split(' ')) {
      const first = word.charCodeAt(0)
      noteStart(starts, first, word.charCodeAt(1))
      const known = byLetter.get(first)
      if (known) known.push({word, group})
      else byLetter.set(first, [{word, group}])
    }
  }
  for (const words of byLetter.values()) words.sort((a, b) => b.word.length - a.word.length)
  return {starts, byLetter}
}
