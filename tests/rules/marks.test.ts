import {joinMarks, readMarks, writeMarks} from 'copylint/testing'
import fc from 'fast-check'
import {expect, test} from 'vitest'

const span = (start: number, end: number, page = 0) => ({page, start, end})

test('a mark is one place', () => {
  expect(readMarks('甲⟦乙丙⟧丁')).toEqual({source: '甲乙丙丁', expected: [{spans: [span(1, 3)]}]})
})

test('a mark may name its rule', () => {
  expect(readMarks('⟦doubled-phrase|和和⟧').expected).toEqual([{rule: 'doubled-phrase', spans: [span(0, 2)]}])
})

test('ends with one number are one finding', () => {
  expect(readMarks('⟦#1|甲⟧乙⟦repeated-passage#1|丙⟧⟦#1|丁⟧')).toEqual({
    source: '甲乙丙丁',
    expected: [
      {id: '1', spans: [span(0, 1), span(3, 4)]},
      {rule: 'repeated-passage', id: '1', spans: [span(2, 3)]}
    ]
  })
})

test('marks stand in one another, and may be empty', () => {
  expect(readMarks('⟦a-b|甲⟦乙⟧⟧⟦⟧')).toEqual({
    source: '甲乙',
    expected: [{rule: 'a-b', spans: [span(0, 2)]}, {spans: [span(1, 2)]}, {spans: [span(2, 2)]}]
  })
})

test('a bar in the text is text where no name stands before it', () => {
  expect(readMarks('⟦甲|乙⟧').source).toBe('甲|乙')
})

test('ends on two pages are joined', () => {
  const pages = ['⟦#1|甲⟧', '⟦#1|乙⟧'].flatMap((text, page) => readMarks(text, page).expected)
  expect(joinMarks(pages)).toEqual([{id: '1', spans: [span(0, 1, 0), span(0, 1, 1)]}])
})

test.each(['甲⟦乙', '甲⟧乙', '⟦⟦⟧'])('what does not close is refused: %s', (text) => {
  expect(() => readMarks(text)).toThrow(/^Line 1: “/)
})

test('writing and reading gives the same marks', () => {
  const mark = fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => ({spans: [span(Math.min(a, b), Math.max(a, b))]}))
  fc.assert(
    fc.property(fc.array(mark, {maxLength: 3}), (marks) => {
      const nested = marks.filter((it) => marks.every((other) => !crosses(it.spans[0], other.spans[0])))
      const sorted = joinMarks(nested)
      expect(readMarks(writeMarks('一二三四五六七八九', sorted))).toEqual({
        source: '一二三四五六七八九',
        expected: sorted
      })
    })
  )
})

/** Marks can stand in one another but not cross, and an empty one has no order beside others at its place. */
function crosses(a = span(0, 0), b = span(0, 0)): boolean {
  if (a === b) return false
  const apart = a.end < b.start || b.end < a.start
  const within = (a.start < b.start && b.end < a.end) || (b.start < a.start && a.end < b.end)
  return !(apart || within)
}
