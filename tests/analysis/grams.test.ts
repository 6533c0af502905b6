import fc from 'fast-check'
import {expect, test} from 'vitest'
import {gramReader, nextGram, toGrams} from '../../src/analysis/grams.ts'
import {toPostings} from '../../src/analysis/postings.ts'
import {codesOf} from './pages.ts'

const text = fc.string({unit: fc.constantFrom(...'春夏秋冬山川湖海松竹abc12'), maxLength: 300})

/** The grams of a text as strings, in the order in which `gramReader` gives them. */
const gramsIn = (letters: string, longest: number) => [
  ...new Set([...letters].flatMap((_, i) => [1, 2, 3].slice(0, longest).map((length) => letters.slice(i, i + length))))
]

test('every gram of the texts has a number of its own, and no other gram has one', () => {
  fc.assert(
    fc.property(fc.array(text, {maxLength: 8}), text, fc.constantFrom(2, 3), (texts, other, longest) => {
      const known = new Set(texts.flatMap((it) => gramsIn(it, longest)))
      const grams = toGrams(texts.map(codesOf), longest)
      expect(grams.size).toBe(known.size)
      const found = gramReader(grams)(codesOf(other))
      expect(found.length).toBe(gramsIn(other, longest).filter((gram) => known.has(gram)).length)
      for (const gram of found) expect(gram).toBeGreaterThan(0)
    })
  )
})

test('a table that has grown many times still knows the first pairs', () => {
  const codes = Uint16Array.from({length: 60_000}, (_, i) => 0x4e00 + ((i * 7919) % 20_000))
  const grams = toGrams([codes], 2)
  expect(grams.size).toBe(40_000)
  const first = grams.letters[codes[0] ?? 0] ?? 0
  expect(first).toBe(1)
  expect(nextGram(grams, first, codes[1] ?? 0)).toBe(2)
  expect(nextGram(grams, first, 0x4e00)).toBe(0)
})

test('postings say which stories have a gram, unless too many have it', () => {
  const most = 3
  fc.assert(
    fc.property(fc.array(text, {maxLength: 4}), fc.array(fc.tuple(text, text), {maxLength: 6}), (texts, stories) => {
      const grams = toGrams(texts.map(codesOf), 3)
      const parts = stories.flatMap(([first, second], n) => {
        const start = stories.slice(0, n).flat().join('').length
        const middle = start + first.length
        return [
          {story: n, mark: 0, start, end: middle},
          {story: n, mark: 1, start: middle, end: middle + second.length}
        ]
      })
      const codes = codesOf(stories.flat().join(''))
      const {counts, starts, postings} = toPostings(codes, parts, grams, {singles: true, most})
      for (const gram of gramsIn(texts.join('\n'), 3)) {
        if (!texts.some((it) => it.includes(gram))) continue
        const number = [...gram].reduce<number>(
          (it, letter) =>
            it === 0 ? (grams.letters[letter.charCodeAt(0)] ?? 0) : nextGram(grams, it, letter.charCodeAt(0)),
          0
        )
        const having = stories.flatMap(([first, second], n) =>
          first.includes(gram) ? [n * 2] : second.includes(gram) ? [n * 2 + 1] : []
        )
        expect(counts[number]).toBe(having.length)
        expect([...postings.subarray(starts[number], starts[number + 1])]).toEqual(having.length > most ? [] : having)
      }
    })
  )
})
