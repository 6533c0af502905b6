import type {Characters} from './characters.ts'
import {charactersOf, pairOf} from './name-words.ts'

/** Where pairs of Chinese characters stand, by their numbers, see `pairOf`: places in `codes`, ascending. */
export type PairPlaces = (pair: number) => readonly number[]

const none: readonly number[] = []

/** Pairs side by side. What has been asked once is known. */
export function pairFinder({eachPair}: Characters): PairPlaces {
  const known = new Map<number, readonly number[]>()
  return (pair) => {
    let places = known.get(pair)
    if (places === undefined) {
      places = placesOf(eachPair, pair)
      known.set(pair, places)
    }
    return places
  }
}

function placesOf(eachPair: Characters['eachPair'], pair: number): readonly number[] {
  if (pair < 0) return none
  const places: number[] = []
  const [first, second] = charactersOf(pair)
  eachPair(first, second, (place) => places.push(place))
  return places
}

/** Pairs with one character between them: each place of the first ones is looked at once, however many pairs begin so. */
export function findApart({codes, at}: Characters, pairs: Iterable<number>): PairPlaces {
  const found = new Map<number, number[]>()
  for (const pair of pairs) found.set(pair, [])
  for (const first of new Set(Array.from(found.keys(), (pair) => charactersOf(pair)[0])))
    for (const place of at(first)) found.get(pairOf(first, codes[place + 2] ?? 0))?.push(place)
  return (pair) => found.get(pair) ?? none
}
