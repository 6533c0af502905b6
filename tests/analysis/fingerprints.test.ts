import {fingerprints, normalised} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {gram, window} from '../../src/analysis/fingerprints.ts'
import {createUse} from '../../src/rule/use.ts'
import {distinct, han, sentence, storyOf, wordsOf} from './pages.ts'

/** So many letters in common, and two texts share a fingerprint. */
const enough = gram + window - 1

/** The fingerprints of a story, each with the letters that it stands for. */
function printsOf(...paragraphs: readonly string[]) {
  const use = createUse()
  const issue = storyOf(paragraphs)
  const {codes, blocks} = use(normalised, issue)
  const {hashes, positions} = use(fingerprints, issue)
  return {
    hashes: [...hashes],
    positions: [...positions],
    grams: [...positions].map((at) => wordsOf(codes.subarray(at, at + gram))),
    blocks
  }
}

const paragraph = han(1, 80).map(sentence)

describe('fingerprints', () => {
  test(`two texts that share ${enough} letters share a fingerprint, whatever stands around`, () => {
    const around = han(0, 60)
    fc.assert(
      fc.property(han(enough, enough), around, around, around, around, (shared, a, b, c, d) => {
        const [first, second] = [printsOf(sentence(a + shared + b)), printsOf(sentence(c + shared + d))]
        const inShared = first.grams.filter((it) => shared.includes(it))
        expect(inShared.some((it) => second.grams.includes(it))).toBe(true)
        expect(first.hashes.some((hash) => second.hashes.includes(hash))).toBe(true)
      }),
      {numRuns: 300}
    )
  })

  test('marks, widths and datelines between the letters do not matter', () => {
    const plain = printsOf('大桥长1200米桥面宽36米可通行brt公交今天上午合龙。')
    const marked = printsOf('本报讯（记者 顾小满）“大桥”长１２００米，桥面宽３６米；可通行ＢＲＴ公交，今天上午合龙！')
    expect(marked.hashes).toEqual(plain.hashes)
    expect(plain.hashes.length).toBeGreaterThan(1)
  })

  test('the same letters give the same hashes wherever they stand', () => {
    fc.assert(
      fc.property(fc.array(paragraph, {minLength: 1, maxLength: 6}), (paragraphs) => {
        const each = paragraphs.map((it) => printsOf(it).hashes)
        expect(printsOf(...paragraphs).hashes).toEqual(each.flat())
      })
    )
  })

  test('equal letters have equal hashes, and other letters others', () => {
    fc.assert(
      fc.property(fc.array(han(8, 60, '春夏').map(sentence), {minLength: 1, maxLength: 6}), (paragraphs) => {
        const {hashes, grams} = printsOf(...paragraphs)
        const byGram = new Map(grams.map((it, i) => [it, hashes[i]]))
        expect(grams.map((it) => byGram.get(it))).toEqual(hashes)
        expect(new Set(byGram.values()).size).toBe(byGram.size)
      })
    )
  })

  test('none runs across the end of a paragraph', () => {
    fc.assert(
      fc.property(fc.array(paragraph, {minLength: 2, maxLength: 8}), (paragraphs) => {
        const {positions, blocks} = printsOf(...paragraphs)
        for (const at of positions) {
          const block = blocks.find(({start, end}) => start <= at && at < end)
          expect(at + gram).toBeLessThanOrEqual(block?.end ?? -1)
        }
      })
    )
  })

  test('a paragraph of fewer letters than a gram has none; one of a gram has one', () => {
    expect(printsOf(sentence(distinct(gram - 1))).hashes).toHaveLength(0)
    expect(printsOf(sentence(distinct(gram))).positions).toHaveLength(1)
    expect(printsOf(sentence(distinct(gram + window - 1))).positions).toHaveLength(1)
  })

  test('they stand in the order of the text, no gap wider than a window, and no more than needed', () => {
    const {positions} = printsOf(sentence(distinct(5000)))
    const gaps = positions.slice(1).map((at, i) => at - (positions[i] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThan(0)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(window)
    // of random hashes winnowing keeps 2 in window + 1
    expect(positions.length).toBeLessThan((5000 * 2.5) / (window + 1))
  })
})
