import {randomOf} from '../bench/generate.ts'

/** Chance by a seed: the same seed throws the same. */
export interface Dice {
  /** A whole number from 0, less than `limit`. */
  readonly below: (limit: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  /** Whether something that comes once in `times` comes now. */
  readonly once: (times: number) => boolean
  /** Several, each drawn by itself. */
  readonly several: (list: readonly string[], most: number) => string
}

export function diceOf(seed: number): Dice {
  const random = randomOf(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('An empty list')
    return list[below(list.length)] as T
  }
  return {
    below,
    pick,
    once: (times) => below(times) === 0,
    several: (list, most) => Array.from({length: 1 + below(most)}, () => pick(list)).join('')
  }
}
