import fc from 'fast-check'
import {expect, test} from 'vitest'
import {assign} from '../../rules/swapped-headline/assignment.ts'

const sumOf = (gain: readonly (readonly number[])[], columns: readonly number[]) =>
  columns.reduce((sum, column, row) => sum + (gain[row]?.[column] ?? Number.NaN), 0)

/** All orders of the numbers below n. */
function* orders(n: number, taken: readonly number[] = []): Generator<readonly number[]> {
  if (taken.length === n) yield taken
  for (let i = 0; i < n; i++) if (!taken.includes(i)) yield* orders(n, [...taken, i])
}

const bestSum = (gain: readonly (readonly number[])[]) =>
  Math.max(...[...orders(gain.length)].map((columns) => sumOf(gain, columns)))

const matrices = (cell: fc.Arbitrary<number>) =>
  fc
    .integer({min: 1, max: 6})
    .chain((n) => fc.array(fc.array(cell, {minLength: n, maxLength: n}), {minLength: n, maxLength: n}))

test('each row has a column of its own, with the greatest sum', () => {
  expect(assign([])).toEqual([])
  expect(assign([[7]])).toEqual([0])
  // the greatest cell is not in the greatest sum
  expect(
    assign([
      [9, 8],
      [8, 1]
    ])
  ).toEqual([1, 0])
  expect(
    assign([
      [0, 5, 1],
      [1, 0, 5],
      [5, 1, 0]
    ])
  ).toEqual([1, 2, 0])
})

test.each([
  ['whole numbers, many of them equal', fc.integer({min: -3, max: 3})],
  ['shares', fc.double({min: -1, max: 1, noNaN: true})]
])('no other assignment has a greater sum: %s', (_, cell) => {
  fc.assert(
    fc.property(matrices(cell), (gain) => {
      const columns = assign(gain)
      expect([...columns].sort()).toEqual(gain.map((_, i) => i))
      expect(sumOf(gain, columns)).toBeCloseTo(bestSum(gain), 9)
    }),
    {numRuns: 300}
  )
})

test('a group of sixty, the largest that is asked for, where one order is best', () => {
  const n = 60
  const gain = Array.from({length: n}, (_, row) =>
    Array.from({length: n}, (_, column) => (column === (row * 7 + 3) % n ? 1 : ((row * 31 + column * 17) % 10) / 100))
  )
  expect(assign(gain)).toEqual(Array.from({length: n}, (_, row) => (row * 7 + 3) % n))
})
