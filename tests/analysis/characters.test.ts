import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Characters} from '../../src/index.ts'
import {characters, createUse, parsePage, toIssue} from '../../src/index.ts'

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
