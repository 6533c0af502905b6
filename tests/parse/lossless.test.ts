import fc from 'fast-check'
import {toString as textOf} from 'nlcst-to-string'
import {describe, expect, it} from 'vitest'
import type {Outline} from '../../src/parse/outline.ts'
import {parsePage} from '../../src/parse/parse.ts'
import {lineStarts} from '../../src/report/lines.ts'
import type {Role} from '../../src/tree/nodes.ts'

interface AnyNode {
  type: string
  value?: string
  children?: AnyNode[]
  position?: {
    start: {line: number; column: number; offset?: number}
    end: {line: number; column: number; offset?: number}
  }
}

const awkward = [
  '',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\u3000',
  '\ufeff',
  '\0',
  '\u2028',
  '\u2029',
  '\u0085',
  '\ud800',
  '\udc00',
  '\u200b'
]
const pieces = [
  ...awkward,
  '# ',
  '## ',
  '### ',
  '＃ ',
  '#',
  '####### ',
  '一、',
  '（二）',
  '新桥今日通车',
  '林州县水务公司',
  '攻坚季 冲刺全年',
  '本报讯（记者林岚）',
  '据新华社林州3月2日电',
  '□何苗',
  '图为新桥。林岚 摄',
  '扫一扫 关注我们',
  '下转第三版',
  '“好。”他说。',
  '他说：“走！',
  '”',
  '《怎么办？》',
  '（完。',
  '）',
  '……',
  '。',
  '！？',
  '3.5',
  '.',
  'v1.2',
  'LONDON, March 3 — ',
  'The council met. It said no.',
  'By Jane Doe',
  'a.b',
  '<!-- x -->',
  '---',
  '，',
  '、',
  ' '
]
const page = fc.array(fc.constantFrom(...pieces, '\n', '\n\n', '\r\n'), {maxLength: 60}).map((parts) => parts.join(''))

/** Lines end at \n, \r\n and a lone \r. */
function pointAt(source: string, offset: number): {line: number; column: number; offset: number} {
  let line = 1
  let start = 0
  for (let i = 0; i < offset; i++) {
    const ends = source[i] === '\n' || (source[i] === '\r' && source[i + 1] !== '\n')
    if (ends) {
      line++
      start = i + 1
    }
  }
  return {line, column: offset - start + 1, offset}
}

/** Throws where a node has no position, a wrong one, or children that do not tile it. */
function check(node: AnyNode, source: string): void {
  const start = node.position?.start.offset ?? Number.NaN
  const end = node.position?.end.offset ?? Number.NaN
  expect(node.position).toEqual({start: pointAt(source, start), end: pointAt(source, end)})
  if (node.value !== undefined) {
    expect(node.value).toBe(source.slice(start, end))
    expect(end, 'no empty leaf').toBeGreaterThan(start)
  }
  let at = start
  for (const child of node.children ?? []) {
    expect(child.position?.start.offset).toBe(at)
    check(child, source)
    at = child.position?.end.offset ?? Number.NaN
  }
  if (node.children && (node.children.length > 0 || node.type !== 'RootNode')) expect(at).toBe(end)
}

const roles: readonly Role[] = [
  'section',
  'kicker',
  'headline',
  'deck',
  'subhead',
  'byline',
  'body',
  'caption',
  'furniture',
  'note'
]

function checkPage(source: string, outline?: Outline): void {
  const tree = parsePage(source, outline)
  expect(textOf(tree)).toBe(source)
  expect([tree.position?.start.offset, tree.position?.end.offset]).toEqual([0, source.length])
  check(tree as AnyNode, source)
  for (const child of tree.children) {
    expect(['ArticleNode', 'ParagraphNode', 'WhiteSpaceNode', 'SourceNode']).toContain(child.type)
    if (child.type === 'ParagraphNode') expect(['section', 'furniture', 'note']).toContain(child.role)
    if (child.type !== 'ArticleNode') continue
    expect(child.children[0]?.type).not.toBe('WhiteSpaceNode')
    expect(child.children.at(-1)?.type).not.toBe('WhiteSpaceNode')
    for (const it of child.children) expect(['ParagraphNode', 'WhiteSpaceNode', 'SourceNode']).toContain(it.type)
  }
}

describe('the tree loses nothing', () => {
  it.each(awkward)('not of %j', (source) => checkPage(source))

  it('nor of a page with marks, CRLF and no final line end', () => {
    checkPage(
      '\ufeff# 新桥今日通车\r\n\r\n\u3000\u3000本报讯（记者林岚）新桥今天通车。 \r\n　　“真方便。”何大妈说。\r何苗 摄'
    )
  })

  it('nor of English copy that parse-latin is given in parts', () => {
    checkPage(`By Jane Doe\n\n${'It said no,\nand left. '.repeat(300)}`)
    checkPage('no\r\n'.repeat(1500))
    checkPage(`It. ${'a'.repeat(6000)} b`)
  })

  it('whatever the characters', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 200}), (source) => checkPage(source)),
      {numRuns: 300}
    )
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 0xffff})), (units) => checkPage(String.fromCharCode(...units)))
    )
  })

  it('whatever the page', () => {
    fc.assert(
      fc.property(page, (source) => checkPage(source)),
      {numRuns: 600}
    )
  })

  it('whatever a format says of its lines', () => {
    const said = fc.record(
      {level: fc.integer({min: 1, max: 9}), role: fc.constantFrom(...roles), whole: fc.constant(true as const)},
      {requiredKeys: []}
    )
    fc.assert(
      fc.property(page, fc.array(said, {maxLength: 12}), fc.boolean(), (source, lines, marks) => {
        const starts = lineStarts(source)
        checkPage(source, {
          marks,
          lines: lines.slice(0, starts.length).map((it, i) => ({start: starts[i] ?? 0, ...it}))
        })
      }),
      {numRuns: 400}
    )
  })

  it('and takes time in proportion to the length', () => {
    for (const piece of ['# 头\n', '“好。', '（', '…', '新桥今日通车\n\n', 'a.b-c ', '\r']) {
      const source = piece.repeat(40_000)
      const start = performance.now()
      expect(parsePage(source).position?.end.offset).toBe(source.length)
      expect(performance.now() - start).toBeLessThan(3000)
    }
  })
})
