import {matcher} from 'copylint'
import type {TermMatch} from 'copylint'

/** The words of the groups, and what finds them. */
export interface Words {
  readonly find: (text: string) => Iterable<TermMatch>
  readonly words: readonly string[]
  /** The group of each word. */
  readonly groups: Uint16Array
}

/** @param source groups of words, one a line */
export function toWords(source: string): Words {
  const lines = source.trim().split('\n')
  const words = lines.flatMap((line) => line.split(' '))
  const groups = Uint16Array.from(lines.flatMap((line, group) => line.split(' ').map(() => group)))
  return {find: matcher(words), words, groups}
}
