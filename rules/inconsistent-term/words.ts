import type {Beginnings, Characters} from 'copylint'
import {beginnings, pairsOf, standsAt} from 'copylint'

/** Groups of words that name one thing. */
export interface Words {
  /** Longer ones first. */
  readonly words: readonly Word[]
  readonly begin: Beginnings
}

export interface Word {
  readonly word: string
  /** Which group it is of. */
  readonly group: number
}

/** A word of a group on a page, by its place in `codes`. */
export interface Hit extends Word {
  readonly place: number
}

/** @param source groups of words, one a line */
export function toWords(source: string): Words {
  const words = source
    .trim()
    .split('\n')
    .flatMap((line, group) => line.split(' ').map((word): Word => ({word, group})))
    .sort((a, b) => b.word.length - a.word.length)
  return {words, begin: beginnings(pairsOf(words.map(({word}) => word)))}
}

/** The words on some pages in their order, the longest of those that begin in one place. */
export function wordsOn(page: Characters, {words, begin}: Words): Hit[] {
  const hits: number[] = []
  begin(page, (index, place) => {
    if (standsAt(page, (words[index] as Word).word, place)) hits.push(place * words.length + index)
  })
  return Array.from(Float64Array.from(hits).sort(), (hit): Hit => {
    const index = hit % words.length
    return {...(words[index] as Word), place: (hit - index) / words.length}
  }).filter(({place}, n, all) => place !== all[n - 1]?.place)
}
