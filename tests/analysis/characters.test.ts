import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Characters} from '../../src/index.ts'
import {characters, createUse, parsePage, spotAt, toIssue} from '../../src/index.ts'

const issueOf = (...pages: readonly string[]) =>
  toIssue(pages.map((source, n) => ({path: `${n}.txt`, source, tree: parsePage(source)})))

const read = (...pages: readonly string[]): Characters => createUse()(characters, issueOf(...pages))

const pairsOf = (index: Characters, pair: string): number[] => {
  const found: number[] = []
  index.eachPair(pair.charCodeAt(0), pair.charCodeAt(1), (place) => found.push(place))
  return found
}

test('a place leads to its paragraph, and from there to the page', () => {
  const index = read('# 松岭镇修路\n\n路修好了，，灯也亮了。\n')
  const [place = 0] = pairsOf(index, '，，')
  const paragraph = index.paragraphAt(place)
  const {block} = index.printed[paragraph] ?? expect.fail('no such paragraph')
  const start = place - (index.starts[paragraph] ?? 0)
  expect(block.text.slice(start, start + 2)).toBe('，，')
})

test('no pair goes across the end of a paragraph', () => {
  expect(pairsOf(read('青溪县的灯\n\n亮了。'), '灯亮')).toEqual([])
})

test('the index says what reading the paragraphs says', () => {
  const line = fc.string({
    unit: fc.constantFrom('一', '二', '，', '。', 'a', '\u0000', '\ud842', '\udfb7'),
    maxLength: 40
  })
  fc.assert(
    fc.property(fc.array(line, {maxLength: 8}), fc.array(line, {maxLength: 8}), (first, second) => {
      const index = read(first.join('\n'), second.join('\n'))
      const {printed, starts, codes} = index
      for (const [n, {block}] of printed.entries()) {
        const start = starts[n] ?? 0
        expect(String.fromCharCode(...codes.subarray(start, start + block.text.length))).toBe(block.text)
        expect(codes[start - 1]).toBe(0)
        expect(codes[start + block.text.length]).toBe(0)
        for (let i = 0; i < block.text.length; i++) {
          expect(index.paragraphAt(start + i)).toBe(n)
          expect(index.at(block.text.charCodeAt(i))).toContain(start + i)
          if (i > 0) expect(pairsOf(index, block.text.slice(i - 1, i + 1))).toContain(start + i - 1)
        }
      }
      const places = [...index.at('一'.charCodeAt(0))]
      expect(places).toEqual([...places].sort((a, b) => a - b))
      expect(places.every((place) => codes[place] === '一'.charCodeAt(0))).toBe(true)
    })
  )
})

test('any of some units stand in one ascending list, those that pass a test alone', () => {
  const {anyOf, codes} = read('# 松岭镇修路\n\n路（三条）修好了，灯（九盏）也亮了。\n')
  const written = (places: Int32Array) => String.fromCharCode(...places.map((place) => codes[place] ?? 0))
  expect(written(anyOf('）（，'))).toBe('（），（）')
  expect(written(anyOf('）（，', (place) => codes[place - 1] === '了'.charCodeAt(0)))).toBe('，')
  expect(anyOf('')).toHaveLength(0)
  expect(anyOf('﹖')).toHaveLength(0)
})

test('places come back by paragraph, with their offsets in its text', () => {
  const index = read('# 松岭镇修路\n\n路修好了。\n\n灯亮了。\n\n人来了。\n')
  const {anyOf, byParagraph} = index
  const found: string[] = []
  const places = anyOf('路灯人', (place) => place > 0)
  byParagraph(places, ({block, article}, offsets) => found.push(`${block.text} ${offsets} ${article !== undefined}`))
  expect(found).toEqual(['松岭镇修路 4 true', '路修好了。 0 true', '灯亮了。 0 true', '人来了。 0 true'])
  expect([...places].map((place) => spotAt(index, place)).map(({block, at}) => block.text.charAt(at))).toEqual([
    ...'路路灯人'
  ])
})

test('in a long index each unit has a slot of its own', () => {
  const every = String.fromCharCode(...Array.from({length: 0x5000}, (_, i) => 0x4e00 + i))
  const {at, codes} = read(`# 灯\n\n${`${every}\n\n`.repeat(4)}`)
  expect(codes.length).toBeGreaterThan(0x10000)
  const places = [...every].map((unit) => [...at(unit.charCodeAt(0))])
  // 灯 is the head as well
  expect(places.filter((it) => it.length !== 4).map((it) => it.length)).toEqual([5])
  expect(places.every((it, i) => it.every((place) => codes[place] === 0x4e00 + i))).toBe(true)
})
