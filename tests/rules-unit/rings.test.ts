import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {findRings} from '../../rules/swapped-headline/rings.ts'

/** How well each head fits each story, head by head; the diagonal is its own. */
function ringsOf(table: readonly (readonly number[])[], mean = 0.05) {
  const own = Float64Array.from(table, (row, head) => row[head] ?? 0)
  const better = table.map(
    (row, head) => new Map([...row.entries()].filter(([story, fit]) => story !== head && fit > (own[head] ?? 0)))
  )
  return findRings({own, better}, mean)
}

const storiesOf = (table: readonly (readonly number[])[], mean?: number) =>
  ringsOf(table, mean).map(({stories}) => stories)

/** A ring of all: each head fits the next story. */
const ringOf = (size: number) => ({
  own: new Float64Array(size),
  better: Array.from({length: size}, (_, head) => new Map([[(head + 1) % size, 0.5]]))
})

describe('findRings', () => {
  test('nothing where every head fits its own story best', () => {
    expect(
      storiesOf([
        [0.9, 0.2, 0.1],
        [0.3, 0.6, 0.2],
        [0, 0, 0.1]
      ])
    ).toEqual([])
    expect(storiesOf([])).toEqual([])
  })

  test('two heads that fit each other’s stories are a ring of two', () => {
    expect(
      ringsOf([
        [0.1, 0.7, 0],
        [0.5, 0.1, 0],
        [0, 0.2, 0.8]
      ])
    ).toEqual([{stories: [0, 1], gained: expect.closeTo(0.5)}])
  })

  test('three that have moved on by one are a ring of three: each head belongs over the story behind it', () => {
    expect(
      storiesOf([
        [0.1, 0, 0.7],
        [0.6, 0.1, 0],
        [0, 0.8, 0.1]
      ])
    ).toEqual([[0, 2, 1]])
  })

  test('two pairs are two rings, also where one head of each fits the other pair a little', () => {
    expect(
      storiesOf([
        [0.1, 0.7, 0.2, 0],
        [0.6, 0.1, 0, 0.2],
        [0.2, 0, 0.1, 0.8],
        [0, 0.2, 0.5, 0.1]
      ])
    ).toEqual([
      [0, 1],
      [2, 3]
    ])
  })

  test('a head that fits another’s story, whose head stays, is no exchange', () => {
    expect(
      storiesOf([
        [0.1, 0.7],
        [0.1, 0.6]
      ])
    ).toEqual([])
  })

  test('one head that would gain much does not pay for another that would lose', () => {
    expect(
      storiesOf([
        [0, 1],
        [0.4, 0.5]
      ])
    ).toEqual([])
  })

  test('the heads must gain so much on the average', () => {
    const table = [
      [0.5, 0.54],
      [0.6, 0.5]
    ]
    expect(ringsOf(table, 0.06)).toEqual([{stories: [0, 1], gained: expect.closeTo(0.07)}])
    expect(ringsOf(table, 0.08)).toEqual([])
  })

  const tables = (most: number) =>
    fc
      .integer({min: 1, max: most})
      .map((n) => ({minLength: n, maxLength: n}))
      .chain((size) => fc.array(fc.array(fc.integer({min: 0, max: 20}), size), size))
      .map((table) => table.map((row) => row.map((fit) => fit / 20)))

  test('rings have no story in common, no head loses, and each gains what is said', () => {
    fc.assert(
      fc.property(tables(6), (table) => {
        const rings = ringsOf(table)
        const stories = rings.flatMap((ring) => ring.stories)
        expect(new Set(stories).size).toBe(stories.length)
        for (const {stories, gained} of rings) {
          expect(stories.length).toBeGreaterThan(1)
          const gains = stories.map(
            (head, k) => (table[head]?.[stories[(k + 1) % stories.length] ?? -1] ?? 0) - (table[head]?.[head] ?? 0)
          )
          for (const gain of gains) expect(gain).toBeGreaterThan(0)
          expect(gained).toBeCloseTo(gains.reduce((sum, it) => sum + it, 0) / gains.length)
          expect(gained).toBeGreaterThanOrEqual(0.05)
        }
      }),
      {numRuns: 500}
    )
  })

  test('of all moves in which no head loses, that which gains most in all is taken', () => {
    fc.assert(
      fc.property(tables(6), (table) => {
        const total = ringsOf(table, 0).reduce((sum, {stories, gained}) => sum + gained * stories.length, 0)
        expect(total).toBeCloseTo(mostGained(table))
      }),
      {numRuns: 1000}
    )
  })

  test('sixty heads are assigned together; of more each has its favourite', () => {
    for (const size of [59, 60, 61, 200]) {
      const [ring, ...others] = findRings(ringOf(size), 0.05)
      expect(others).toEqual([])
      expect(ring?.stories).toEqual(Array.from({length: size}, (_, i) => i))
    }
  })

  test('in a larger group only those whose favourites make a ring are told of', () => {
    // a ring of 100 in which 10 and 20 fit each other best: the ring is broken there
    const {own, better} = ringOf(100)
    better[10]?.set(20, 0.9)
    better[20]?.set(10, 0.9)
    expect(findRings({own, better}, 0.05)).toEqual([{stories: [10, 20], gained: expect.closeTo(0.9)}])
  })

  test('ten thousand heads in one group are no matrix of ten thousand by ten thousand', () => {
    let asked = 0
    const size = 10_000
    const {own, better} = ringOf(size)
    const counted = better.map(
      (row) =>
        new (class extends Map<number, number> {
          override get(story: number) {
            asked++
            return super.get(story)
          }
        })(row)
    )
    expect(findRings({own, better: counted}, 0.05)[0]?.stories).toHaveLength(size)
    expect(asked).toBeLessThan(10 * size)
  })
})

/** By trying all: every head stays or moves to a story that it fits better, no two to one. */
function mostGained(table: readonly (readonly number[])[], head = 0, taken: readonly number[] = []): number {
  const row = table[head]
  if (!row) return 0
  const fit = row[head] ?? 0
  let most = Number.NEGATIVE_INFINITY
  for (const [story, there] of row.entries()) {
    if (taken.includes(story) || (story !== head && there <= fit)) continue
    most = Math.max(most, there - fit + mostGained(table, head + 1, [...taken, story]))
  }
  return most
}
