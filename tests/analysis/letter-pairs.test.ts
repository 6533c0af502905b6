import fc from 'fast-check'
import {expect, test} from 'vitest'
import {toLetterPairs} from '../../src/analysis/letter-pairs.ts'
import {codesOf} from './pages.ts'

test('every pair of the stretches has a number of its own, and no other pair has one', () => {
  const stretch = fc.tuple(fc.nat(3000), fc.nat(300)).map(([start, length]) => ({start, end: start + length}))
  const text = fc.string({unit: fc.constantFrom(...'春夏秋冬山川湖海松竹梅兰桃李杏桑麦稻粟豆abc12'), maxLength: 3000})
  fc.assert(
    fc.property(text, fc.array(stretch, {maxLength: 8}), (letters, stretches) => {
      const codes = codesOf(letters)
      const inside = stretches.map(({start, end}) => ({
        start: Math.min(start, codes.length),
        end: Math.min(end, codes.length)
      }))
      const known = new Set<string>()
      for (const {start, end} of inside) for (let i = start + 1; i < end; i++) known.add(letters.slice(i - 1, i + 1))
      const {size, find} = toLetterPairs(codes, inside)
      expect(size).toBe(known.size)
      const numbers = new Set<number>()
      for (let i = 1; i < letters.length; i++) {
        const found = find(codes[i - 1] ?? 0, codes[i] ?? 0)
        expect(found >= 0).toBe(known.has(letters.slice(i - 1, i + 1)))
        if (found >= 0) numbers.add(found)
      }
      expect([...numbers].every((it) => it < size)).toBe(true)
      expect(numbers.size).toBe(known.size)
    }),
    {numRuns: 60}
  )
})

test('a table that has grown many times still knows the first pairs', () => {
  const codes = Uint16Array.from({length: 60_000}, (_, i) => 0x4e00 + ((i * 7919) % 20_000))
  const {size, find} = toLetterPairs(codes, [{start: 0, end: codes.length}])
  expect(size).toBe(20_000)
  expect(find(codes[0] ?? 0, codes[1] ?? 0)).toBe(0)
  expect(find(0x4e00, 0x4e00)).toBe(-1)
})
