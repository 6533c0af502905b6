import {describe, expect, test} from 'vitest'
import {readMarkdown} from '../../src/formats/markdown/read.ts'

describe('the copy of Markdown', () => {
  test.each([
    ['heads with their marks', '# 新桥 #\n\n##   通车\n', '# 新桥\n\n## 通车'],
    [
      'a line a paragraph, as newsrooms write',
      '本报讯 新桥通车。\n林岚到场。\n\n何苗也到。',
      '本报讯 新桥通车。\n林岚到场。\n\n何苗也到。'
    ],
    ['emphasis without its marks', '新**桥**_通车_~~了~~', '新桥通车了'],
    ['escapes and entities decoded', '\\*新桥\\* &amp; A&#66;', '*新桥* & AB'],
    ['words of links, not their addresses', '[新桥](https://x.example/的 "题")和[路][a]\n\n[a]: u', '新桥和路'],
    ['images and code keep words apart', '新的`的`的桥![的](u)通', '新的\ufffc的桥\ufffc通'],
    ['no front matter', '---\ntitle: 题\n---\n\n新桥', '新桥'],
    ['nor that of TOML', '+++\ntitle = "题"\n+++\n\n新桥', '新桥'],
    [
      'no code, no HTML, no tables',
      '新\n\n```\n甲\n```\n\n<div>\n乙\n</div>\n\n| 丙 | 丁 |\n|---|---|\n| 戊 | 己 |\n\n桥',
      '新\n\n桥'
    ],
    [
      'paragraphs that are indented like code, where they are copy',
      '# 头\n\n    本报讯 新桥通车。\n\n\t何苗也到。',
      '# 头\n\n本报讯 新桥通车。\n\n何苗也到。'
    ],
    ['but no code', '# 头\n\n    const a = 1\n', '# 头'],
    ['items, their numbers as written', '1. 甲\n3. 乙\n', '1. 甲\n3. 乙'],
    ['numbers that Markdown counts are none', '1. 甲\n1. 乙\n', '甲\n乙'],
    ['items without numbers', '- 甲\n* 乙\n  + 丙', '甲\n乙\n丙'],
    ['quotations', '> 新桥\n> 通车\n>\n> 何苗', '新桥\n通车\n\n何苗'],
    ['notes', '新桥[^1]通车\n\n[^1]: 去年动工。', '新桥通车\n\n去年动工。'],
    ['a line that only parts', '新桥\n\n---\n\n通车', '新桥\n\n通车'],
    ['inline tags without their words', '新<b>桥</b><br>通车<!-- 注 -->了', '新桥\n通车了'],
    ['hard line ends', '新桥  \n通车\\\n了', '新桥\n通车\n了'],
    ['line ends of Windows', '# 新桥\r\n\r\n通车。\r\n何苗。\r\n', '# 新桥\n\n通车。\n何苗。'],
    ['addresses', '见 https://x.example/a 和 a@b.example', '见 https://x.example/a 和 a@b.example'],
    ['nothing', '', '']
  ])('%s', (_, markdown, copy) => {
    expect(readMarkdown(markdown).copy).toBe(copy)
  })

  test('what it says of lines', () => {
    const {copy, outline} = readMarkdown(
      '新桥\n===\n\n一段。\n---\n\n\\# 非头\n\n- 项\n\n[原文](u)\n\n新[^1]\n\n[^1]: 注'
    )
    const said = outline?.lines.map(({start, whole, ...it}) => [copy.slice(start).split('\n')[0], it])
    expect(said).toEqual([
      ['新桥', {level: 1}],
      ['一段。', {}],
      ['# 非头', {level: 0}],
      ['项', {role: 'body'}],
      ['原文', {role: 'furniture'}],
      ['新', {}],
      ['注', {role: 'note'}]
    ])
    expect(outline?.marks).toBe(true)
  })

  test('comments that accept findings, and the line below', () => {
    const {copy, directives = []} = readMarkdown(
      '甲\n\n<!-- copylint-disable-next-line doubled-phrase -- 原话 -->\n\n新桥\n\n乙'
    )
    expect(directives.map(({text, covers}) => [text, copy.slice(covers.start, covers.end)])).toEqual([
      ['copylint-disable-next-line doubled-phrase -- 原话', '新桥']
    ])
  })
})

test.each([
  ['words', '新**桥**通车', '新⟦桥⟧通车', '路', '新**路**通车'],
  ['words that would be markup', '新桥', '新⟦⟧桥', '*a*', '新\\*a\\*桥'],
  ['marks that mean nothing here stay plain', '新桥', '新⟦⟧桥', '（1.5）', '新（1.5）桥'],
  ['emphasis that holds nothing else', '的**的**桥', '的⟦的⟧桥', '', '的桥'],
  ['a paragraph', '甲\n\n**乙**\n\n丙', '甲⟦\n\n乙⟧\n\n丙', '', '甲\n\n丙'],
  ['a line', '甲\n乙\n丙', '甲⟦\n乙⟧\n丙', '', '甲\n丙'],
  ['an item', '- 甲\n- 乙\n- 丙', '甲⟦\n乙⟧\n丙', '', '- 甲\n- 丙'],
  ['a line of a quotation', '> 甲\n> 乙\n> 丙', '甲⟦\n乙⟧\n丙', '', '> 甲\n> 丙'],
  ['two paragraphs joined', '新\n\n桥', '新⟦\n\n⟧桥', '', '新桥'],
  ['two lines of a quotation joined', '> 新\n> 桥', '新⟦\n⟧桥', '', '> 新桥'],
  ['a picture between stays', '甲\n\n![图](a.jpg)\n\n乙', '甲⟦\n\n乙⟧', '', '甲\n\n![图](a.jpg)'],
  ['a table between stays', '甲\n\n| a |\n|---|\n\n乙\n\n丙', '甲⟦\n\n乙⟧\n\n丙', '', '甲\n\n| a |\n|---|\n\n丙'],
  ['a rule between stays', '甲\n\n---\n\n乙', '甲⟦\n\n乙⟧', '', '甲\n\n---'],
  ['not what has a picture', '甲\n\n乙![图](a.jpg)', '甲⟦\n\n乙⟧', '', undefined],
  ['words before a picture, and not the picture', '甲乙![图](a.jpg)', '甲⟦乙⟧', '', '甲![图](a.jpg)'],
  ['no joining over a picture', '新\n\n![图](a.jpg)\n\n桥', '新⟦\n\n⟧桥', '', undefined],
  ['no joining over a rule', '新\n\n***\n\n桥', '新⟦\n\n⟧桥', '', undefined],
  ['two in emphasis joined', '**新**\n\n**桥**', '新⟦\n\n⟧桥', '', '**新桥**'],
  ['a paragraph put in', '甲\n\n乙', '甲⟦⟧\n\n乙', '\n\n丙', '甲\n\n丙\n\n乙'],
  ['a head', '# 甲 #\n\n乙', '# ⟦甲⟧\n\n乙', '丙', '# 丙 #\n\n乙'],
  [
    'a note that is used elsewhere leaves its mark',
    '甲\n\n[^1]: 乙\n\n丙[^1]',
    '甲⟦\n\n乙⟧\n\n丙',
    '',
    '甲\n\n[^1]:\n\n丙[^1]'
  ]
])('a mend: %s', (_, markdown, marked, text, result) => {
  const document = readMarkdown(markdown)
  expect(document.copy).toBe(marked.replace(/[⟦⟧]/g, ''))
  const edit = {start: marked.indexOf('⟦'), end: marked.indexOf('⟧') - 1, text}
  expect(document.toSource(edit) && document.edited([edit]).source).toBe(result)
})

test.each([
  ['one line', '新桥通车了。'.repeat(160_000)],
  ['stars', '*'.repeat(100_000)],
  ['stars and words', '*新 '.repeat(100_000)],
  ['brackets that never close', '['.repeat(100_000)],
  ['links', '[a]('.repeat(50_000)],
  ['quotations in quotations', '> '.repeat(50_000)],
  ['lists in lists', Array.from({length: 900}, (_, i) => `${' '.repeat(2 * i)}- 甲`).join('\n')],
  ['lines under lines', '甲\n---\n'.repeat(20_000)],
  ['quotations of many depths', Array.from({length: 9000}, (_, i) => `${'> '.repeat(i % 20)}甲`).join('\n')]
])('%s take seconds at most', (_, markdown) => {
  const start = performance.now()
  expect(readMarkdown(markdown).copy.length).toBeGreaterThan(0)
  expect(performance.now() - start).toBeLessThan(8000)
})
