import {describe, expect, test} from 'vitest'
import {changedUnits, countCharacters, wrongUnits} from '../../src/score/units.ts'

describe('characters that are printed', () => {
  test.each([
    ['', 0],
    ['青溪县的桥', 5],
    ['青溪县，松岭镇。', 8],
    ['  全角　空格\t和\n换行  ', 7],
    ['2024年', 5],
    ['a bridge, old', 11],
    ['𠮷野家', 3],
    ['\ufeff零\u200b宽', 2]
  ])('%j: %i', (text, count) => {
    expect(countCharacters(text)).toBe(count)
  })
})

describe('characters that a mend changes', () => {
  test.each([
    ['再接再励', '再接再厉', 1],
    ['按步就班', '按部就班', 1],
    ['了', '', 1],
    ['和松岭镇', '', 4],
    ['', '的', 1],
    ['成完', '完成', 1],
    ['任务完成', '完成任务', 1],
    ['林岗', '何苗', 2],
    ['1356', '1365', 1],
    ['the the', 'the', 1],
    ['，，', '，', 0],
    ['相同', '相同', 0]
  ])('%s → %s: %i', (before, after, count) => {
    expect(changedUnits(before, after)).toBe(count)
  })
})

describe('how many characters of a finding are wrong', () => {
  const page = '青溪县传达了学习了文件，松岭镇的桥。'
  const textOf = ({start, end}: {start: number; end: number}) => page.slice(start, end)
  const at = {start: 3, end: 9}

  test('what it marks', () => {
    expect(wrongUnits({at}, textOf)).toBe(6)
  })

  test('what its mend takes away', () => {
    const fixes = [{title: 'cut', safety: 'safe' as const, edits: [{start: 5, end: 6, text: ''}]}]
    expect(wrongUnits({at, fixes}, textOf)).toBe(1)
  })

  test('never none', () => {
    expect(wrongUnits({at: {start: 11, end: 12}}, textOf)).toBe(1)
  })

  test('a long text takes no longer than it is long', () => {
    const long = '桥'.repeat(1_000_000)
    expect(changedUnits(long, `${long}上`)).toBe(1)
  })
})
