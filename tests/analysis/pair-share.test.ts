import {pairShare} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {distinct, han} from './pages.ts'

describe('pairShare: how much of a line a text says', () => {
  test.each([
    ['白溪县通水', '白溪县今日通水', 3 / 4, 'each pair counts once'],
    ['白溪白溪', '白溪', 1 / 2, 'and only once: 白溪, 溪白'],
    ['渠', '渠水', 0, 'one letter is no pair'],
    ['', '渠水', 0, 'nor is nothing'],
    ['Ａ股“上涨”', 'a股，上涨', 1, 'widths, case and marks do not count'],
    ['林岚会见县医院院长', '林岚会见侨商', 3 / 8, 'all pairs of a line that is alike']
  ])('%s in %s: %d — %s', (line, text, share) => {
    expect(pairShare(line, text)).toBeCloseTo(share)
  })

  test('pairs of another line do not count', () => {
    expect(pairShare('林岚会见县医院院长', '林岚会见侨商', '林岚会见侨商')).toBe(0)
    expect(pairShare('林岚会见县医院院长', '县医院', '林岚会见侨商')).toBeCloseTo(2 / 5)
  })

  test('is a share: 1 of what is there in full, 0 of what shares no letter', () => {
    fc.assert(
      fc.property(han(2, 40), han(0, 20), han(0, 20), (line, before, after) => {
        expect(pairShare(line, before + line + after)).toBe(1)
        expect(pairShare(line, distinct(60, 0x8000))).toBe(0)
        const share = pairShare(line, before + after)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
      })
    )
  })
})
