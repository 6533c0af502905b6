import {readExamples} from 'copylint/testing'
import {expect, test} from 'vitest'

const page = (info: string, text: string) => `\`\`\`${info}\n${text}\n\`\`\`\n`

test('reads what fails, what passes, options and mends', () => {
  const examples = readExamples(
    [
      '# a-rule\n',
      page('page fail {"least": 3}', '# 头\n\n⟦甲甲⟧'),
      'After `--fix`:\n',
      page('page fixed', '# 头\n\n甲'),
      page('page fixed unsafe', '# 头\n'),
      page('page pass', '甲'),
      page('json', '{}')
    ].join('\n')
  )
  expect(examples).toMatchObject([
    {
      kind: 'fail',
      line: 3,
      options: {least: 3},
      pages: [{path: 'page.txt', source: '# 头\n\n甲甲\n'}],
      expected: [{spans: [{page: 0, start: 5, end: 7}]}],
      fixed: [{source: '# 头\n\n甲\n'}],
      fixedUnsafe: [{source: '# 头\n\n'}]
    },
    {kind: 'pass', options: {}, pages: [{source: '甲\n'}], expected: []}
  ])
})

test('a line divides the pages of an issue, and a finding may have its ends on two', () => {
  const [example] = readExamples(page('page fail', '--- page: 1.txt ---\n⟦#1|甲⟧\n--- page: 2.txt ---\n乙⟦#1|甲⟧'))
  expect(example).toMatchObject({
    pages: [
      {path: '1.txt', source: '甲\n'},
      {path: '2.txt', source: '乙甲\n'}
    ],
    expected: [
      {
        id: '1',
        spans: [
          {page: 0, start: 0, end: 1},
          {page: 1, start: 1, end: 2}
        ]
      }
    ]
  })
})

test('a block in a block is text, and a page may hold fences', () => {
  expect(readExamples(`\`\`\`\`markdown\n${page('page pass', '甲')}\`\`\`\`\n`)).toEqual([])
  expect(readExamples(`~~~page pass\n\`\`\`\n~~~\n`)).toMatchObject([{pages: [{source: '```\n'}]}])
})

test.each([
  ['page fial', '甲', 'Line 1: “page fial”: write page fail, page pass, page fixed or page fixed unsafe'],
  ['page fail', '甲', 'Line 1: a “page fail” that marks nothing with ⟦…⟧'],
  ['page pass', '⟦甲⟧', 'Line 1: a “page pass” with marks'],
  ['page fail {least}', '⟦甲⟧', 'Line 1: the options are not JSON: {least}'],
  ['page fixed', '甲', 'Line 1: “page fixed” without a “page fail” before it'],
  ['page pass', '⟦甲', 'Line 2: “⟦” without its “⟧”']
])('refuses %s', (info, text, complaint) => {
  expect(() => readExamples(page(info, text))).toThrow(complaint)
})

test('refuses a block that is not closed', () => {
  expect(() => readExamples('```page pass\n甲\n')).toThrow('Line 1: a block that is not closed')
})
