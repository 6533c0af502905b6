import fc from 'fast-check'
import {expect, test} from 'vitest'
import {gramReader, nextGram, pairReader, singleGram, toGrams, toPairs} from '../../src/analysis/grams.ts'
import {gramPostings, pairPostings} from '../../src/analysis/postings.ts'
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

test('pairs alone are numbered by both their letters', () => {
  fc.assert(
    fc.property(fc.array(text, {maxLength: 8}), text, (texts, other) => {
      const pairsIn = (letters: string) => gramsIn(letters, 2).filter(({length}) => length === 2)
      const known = new Set(texts.flatMap(pairsIn))
      const pairs = toPairs(texts.map(codesOf))
      expect(pairs.size).toBe(known.size)
      const found = pairReader(pairs)(codesOf(other))
      expect(found.length).toBe(pairsIn(other).filter((pair) => known.has(pair)).length)
      for (const pair of found) expect(pair).toBeGreaterThan(0)
    })
  )
})

test.each([1, 3000])('of %i letters each is found by itself, and one that no text had is not', (count) => {
  const codes = Uint16Array.from({length: count}, (_, i) => 0x4e00 + i * 5)
  const grams = toGrams([codes], 2)
  for (const letter of codes) {
    expect(singleGram(grams, letter)).toBe(nextGram(grams, 0, letter))
    expect(singleGram(grams, letter)).toBeGreaterThan(0)
    // as many letters further on the same slot of a small table
    for (const other of [letter + 1, letter + 2 ** 11 + 1])
      expect(singleGram(grams, other)).toBe(nextGram(grams, 0, other))
  }
})

test('a table that has grown many times still knows the first pairs', () => {
  const codes = Uint16Array.from({length: 60_000}, (_, i) => 0x4e00 + ((i * 7919) % 20_000))
  const grams = toGrams([codes], 2)
  expect(grams.size).toBe(40_000)
  const first = nextGram(grams, 0, codes[0] ?? 0)
  expect(first).toBe(1)
  expect(nextGram(grams, first, codes[1] ?? 0)).toBe(2)
  expect(nextGram(grams, first, 0x4e00)).toBe(0)
})

test('postings say which stories have a gram, unless too many have it', () => {
  const most = 3
  fc.assert(
    fc.property(fc.array(text, {maxLength: 4}), fc.array(fc.tuple(text, text), {maxLength: 6}), (texts, stories) => {
      const asked = texts.map(codesOf)
      const [grams, pairs] = [toGrams(asked, 3), toPairs(asked)]
      const parts = stories.flatMap(([first, second], n) => {
        const start = stories.slice(0, n).flat().join('').length
        const middle = start + first.length
        return [
          {story: n, mark: 0, start, end: middle},
          {story: n, mark: 1, start: middle, end: middle + second.length}
        ]
      })
      const codes = codesOf(stories.flat().join(''))
      const ofGrams = gramPostings(codes, parts, grams, most)
      const ofPairs = pairPostings(codes, parts, pairs, most)
      for (const gram of gramsIn(texts.join('\n'), 3)) {
        if (!texts.some((it) => it.includes(gram))) continue
        const letters = codesOf(gram)
        const having = stories.flatMap(([first, second], n) =>
          first.includes(gram) ? [n * 2] : second.includes(gram) ? [n * 2 + 1] : []
        )
        const answers = [{...ofGrams, number: letters.reduce((it, letter) => nextGram(grams, it, letter), 0)}]
        if (letters.length === 2) {
          answers.push({...ofPairs, number: nextGram(pairs, letters[0] as number, letters[1] as number)})
        }
        for (const {counts, starts, postings, number} of answers) {
          expect(counts[number]).toBe(having.length)
          expect([...postings.subarray(starts[number], starts[number + 1])]).toEqual(having.length > most ? [] : having)
        }
      }
    })
  )
})
