import type {Beginnings, Characters} from 'copylint'
import {beginnings, pairsOf, standsAt} from 'copylint'

/** Groups of words that name one thing. */
export interface Words {
  readonly words: readonly Word[]
  readonly begin: Beginnings
}

export interface Word {
  readonly word: string
  /** Which group it is of. */
  readonly group: number
}

/** A word on a page, by its place in `codes`. */
export interface Hit {
  readonly word: string
  readonly place: number
}

/** @param source groups of words, one a line */
export function toWords(source: string): Words {
  const words = source
    .trim()
    .split('\n')
    .flatMap((line, group) => line.split(' ').map((word): Word => ({word, group})))
  return {words, begin: beginnings(pairsOf(words.map(({word}) => word)))}
}

/** By group the words on some pages, in their order; of those that begin in one place the longest. Only groups that have two words there. */
export function* groupsOn(page: Characters, {words, begin}: Words): Generator<readonly Hit[]> {
  const groups = new Map<number, Hit[]>()
  begin(page, (index, place) => {
    const {word, group} = words[index] as Word
    if (!standsAt(page, word, place)) return
    const hits = groups.get(group)
    if (hits) hits.push({word, place})
    else groups.set(group, [{word, place}])
  })
  for (const hits of groups.values()) {
    if (isOne(hits)) continue
    hits.sort((a, b) => a.place - b.place || b.word.length - a.word.length)
    yield hits.filter(({place}, n) => place !== hits[n - 1]?.place)
  }
}

/** Whether all are the same word: then there is nothing to compare. */
export const isOne = (hits: readonly {readonly word: string}[]): boolean =>
  hits.every(({word}) => word === hits[0]?.word)
