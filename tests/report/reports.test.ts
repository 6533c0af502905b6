import {describe, expect, test} from 'vitest'
import type {Found} from '../../src/lint.ts'
import {parsePage} from '../../src/parse/parse.ts'
import {describe as describeResult} from '../../src/report/describe.ts'
import {json} from '../../src/report/json.ts'
import type {PageReport} from '../../src/report/message.ts'
import {pretty} from '../../src/report/pretty/index.ts'
import type {ReportOptions} from '../../src/report/reporter.ts'
import {text} from '../../src/report/text.ts'
import {toVFile} from '../../src/report/vfile.ts'
import {defineRule} from '../../src/rule/rule.ts'
import {toIssue} from '../../src/tree/issue.ts'

const closing = '为全镇高质量发展作出应有贡献。'
const pages = {
  'a.txt': `# 海棠镇修缮老石桥\n\n本报讯 海棠镇的老石桥昨天开始修缮，${closing.replace('应有', '了应有')}\n\n镇里请来石匠，一块一块起下桥面的石板编号，修好以后照原样铺回去，${closing}\n`,
  'b.txt': `# 柳溪村分发新种子\n\n本报讯 柳溪村昨天分发了新的种子，${closing}\n`
}

const rule = defineRule({
  name: 'same-closing',
  scope: 'issue',
  severity: 'error',
  summary: {zh: '结尾相同', en: 'the same closing'},
  messages: {
    again: {
      zh: {what: '“{quote}”在{other}用过（第{line}行，{word}）', why: '读者会看到两次。', how: '改写一处。'},
      en: {what: '“{quote}” closes {other} (line {line}, {word})', why: 'Readers see it twice.', how: 'Reword one.'}
    }
  },
  labels: {first: {zh: '先排在这里', en: 'printed first here'}, drop: {zh: '删去', en: 'Delete it'}},
  url: 'https://example.com/same-closing',
  *check() {}
})

function reports(language: 'zh' | 'en', findings: readonly Partial<Found>[]): PageReport[] {
  const issue = toIssue(Object.entries(pages).map(([path, source]) => ({path, source, tree: parsePage(source)})))
  const full = findings.map((it) => ({id: 'again', ruleId: 'same-closing', severity: 'error', ...it}) as Found)
  return describeResult({issue, findings: full, failures: []}, language, [rule])
}

function span(page: 0 | 1, words: string, nth = 0) {
  const source = Object.values(pages)[page] ?? ''
  let start = source.indexOf(words)
  for (let index = 0; index < nth; index++) start = source.indexOf(words, start + 1)
  return {page, start, end: start + words.length}
}

const first = span(0, closing.replace('应有', '了应有'))
const again = span(0, closing)
const across = span(1, closing)
const options: ReportOptions = {language: 'zh', color: false, width: 80, sort: 'place', quiet: false}

const pair: Partial<Found> = {
  at: again,
  data: {word: '结尾\n一样'},
  related: [{at: first, label: 'first', compare: true}],
  fixes: [{title: 'drop', safety: 'safe', edits: [{...again, text: ''}]}]
}

describe('describe', () => {
  test('fills the slots, in both languages', () => {
    const [zh] = reports('zh', [pair])
    expect(zh?.messages[0]).toMatchObject({
      reason: `“为全镇高质…应有贡献。”在第3行用过（第5行，结尾 一样）`,
      why: '读者会看到两次。',
      url: 'https://example.com/same-closing',
      text: closing,
      related: [{label: '先排在这里', compare: true}],
      fixes: [{title: '删去', edits: [{start: again.start, end: again.end, text: ''}]}]
    })
    expect(reports('en', [pair])[0]?.messages[0]?.reason).toContain('closes line 3 (line 5')
  })

  test('a finding belongs to the page of its `at`; the other end names its file', () => {
    const found = {
      ...pair,
      at: across,
      fixes: [{title: 'drop', safety: 'safe' as const, edits: [{...first, text: ''}]}]
    }
    const [a, b] = reports('zh', [found])
    expect(a?.messages).toEqual([])
    expect(b?.messages[0]?.reason).toContain('〈a.txt〉第3行')
    expect(b?.messages[0]?.related[0]?.path).toBe('a.txt')
    expect(b?.messages[0]?.fixes[0]?.edits[0]?.path).toBe('a.txt')
    expect(reports('en', [found])[1]?.messages[0]?.reason).toContain('line 3 of a.txt')
  })

  test('a plugin’s words stand as they are', () => {
    const [page] = reports('zh', [
      {at: again, said: {reason: 'Unexpected `x`', note: 'why', url: 'https://example.com'}}
    ])
    expect(page?.messages[0]).toMatchObject({reason: 'Unexpected `x`', why: 'why', url: 'https://example.com'})
  })

  test('failures: of a page, of the whole issue', () => {
    const issue = toIssue(Object.entries(pages).map(([path, source]) => ({path, source, tree: parsePage(source)})))
    const failures = [
      {rule: 'x', reason: 'oh', page: 1},
      {rule: 'y', reason: 'no'}
    ]
    const [a, b] = describeResult({issue, findings: [], failures}, 'en', [])
    expect(a?.failures).toEqual([{reason: 'the rule y failed and could not finish its work: no'}])
    expect(b?.failures).toEqual([{reason: 'the rule x failed and could not finish its work: oh'}])
  })
})

describe('a finding of many places', () => {
  // eight of them on line 5, one in the other file
  const source = pages['a.txt']
  const start = source.indexOf('镇里请来')
  const places = Array.from({length: 8}, (_, index) => ({page: 0, start: start + index, end: start + index + 1}))
  const many: Partial<Found> = {
    at: first,
    data: {word: '结尾'},
    related: [...places, across].map((at) => ({at, label: 'first'}))
  }

  test.each(['zh', 'en'] as const)(
    'text and pretty show five and name the lines of the others, in %s',
    async (language) => {
      const rest = language === 'zh' ? '另有 4 处：第5行 3 处、〈b.txt〉第3行' : '4 more: line 5 (3), line 3 of b.txt'
      for (const reporter of [text, pretty]) {
        expect(await reporter(reports(language, [many]), {...options, language})).toContain(rest)
      }
    }
  )

  test('json has them all', async () => {
    const [page] = JSON.parse(await json(reports('zh', [many]), options))
    expect(page.messages[0].related).toHaveLength(9)
  })
})

describe('json', () => {
  test('the documented form, with the difference in the note', async () => {
    const [page] = JSON.parse(await json(reports('zh', [pair]), options))
    expect(page.messages[0]).toEqual({
      ruleId: 'same-closing',
      severity: 'error',
      reason: expect.any(String),
      note: '读者会看到两次。改写一处。\n与第3行的差别（[-第3行的-]，{+此处的+}）：为全镇高质量发展作出[-了-]应有贡献。',
      url: 'https://example.com/same-closing',
      place: {
        start: {line: 5, column: again.start - pages['a.txt'].indexOf('镇里') + 1, offset: again.start},
        end: expect.anything()
      },
      related: [{label: '先排在这里', place: expect.anything()}],
      fixes: [{title: '删去', safety: 'safe', edits: [{start: again.start, end: again.end, text: ''}]}]
    })
  })

  test('controls are escaped', async () => {
    const [page] = reports('zh', [pair])
    const report = await json([{...(page as PageReport), path: 'a\u009b\u202e\u001b.txt'}], options)
    expect(report).toContain('a\\u009b\\u202e\\u001b.txt')
    expect(JSON.parse(report)[0].path).toBe('a\u009b\u202e\u001b.txt')
  })
})

describe('vfile', () => {
  test('severity, words, mends, notes in the fields that unified tools know', () => {
    const [page] = reports('zh', [pair, {...pair, severity: 'warning'}, {...pair, severity: 'info'}]) as [PageReport]
    const {messages} = toVFile({...page, failures: [{reason: 'oh'}]}, 'zh')
    expect(messages.map((it) => it.fatal)).toEqual([true, false, undefined, true])
    expect(messages[0]).toMatchObject({
      ruleId: 'same-closing',
      source: 'copylint',
      actual: closing,
      expected: [''],
      url: 'https://example.com/same-closing'
    })
    expect(messages[0]?.note).toContain('可自动改（--fix）：删去')
  })

  test('the text report', async () => {
    expect(await text(reports('zh', [pair]), options)).toMatchSnapshot()
  })
})

describe('pretty', () => {
  test('both ends, one above the other, what differs marked without colour', async () => {
    expect(await pretty(reports('zh', [pair]), options)).toMatchSnapshot()
  })

  test('in English, narrow, an end on another page', async () => {
    const found = {...pair, at: across, related: [{at: again, label: 'first' as const, compare: true}]}
    expect(await pretty(reports('en', [found]), {...options, language: 'en', width: 60})).toMatchSnapshot()
  })

  test('with colour the marks are colours', async () => {
    const report = await pretty(reports('zh', [pair]), {...options, color: true})
    expect(report).not.toContain('﹏')
    expect(report).toContain('\u001b[7m')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are written with it
    expect(report.replace(/\u001b\[\d+m/g, '')).toContain('作出了应有贡献')
  })

  test('gravest first, when asked for; --quiet shows errors and counts all', async () => {
    const found = [
      {...pair, severity: 'info' as const},
      {...pair, at: span(0, '海棠镇的老石桥'), related: [], fixes: []}
    ]
    const graveFirst = await pretty(reports('zh', found), {...options, sort: 'severity'})
    expect(graveFirst.indexOf('✖ 错误')).toBeLessThan(graveFirst.indexOf('● 提示'))
    const quiet = await pretty(reports('zh', found), {...options, quiet: true})
    expect(quiet).not.toContain('● 提示')
    expect(quiet).toContain('1 处错误、1 处提示。（--quiet：只显示错误）')
  })

  test('no line is wider than the terminal', async () => {
    const {default: stringWidth} = await import('string-width')
    for (const width of [60, 80, 120]) {
      const report = await pretty(reports('zh', [pair, {at: span(0, pages['a.txt'].slice(12, 90))}]), {
        ...options,
        width
      })
      for (const line of report.split('\n')) expect([line, stringWidth(line) <= width]).toEqual([line, true])
    }
  })

  test('nothing found, nothing read', async () => {
    expect(await pretty(reports('zh', []), options)).toBe('✓ 2 个文件、2 篇稿件，没有发现问题。\n')
    const unread = {
      path: 'x\u001b.txt',
      copy: '',
      stories: [],
      blocks: [],
      messages: [],
      failures: [{reason: '找不到\u001b这个文件'}]
    }
    expect(await pretty([unread], options)).toBe(
      ' ✖ 没有查完\n    x␛.txt：找不到␛这个文件\n\n1 个文件没有查完，见上。\n'
    )
    // what holds for several files names them, but for a rule that fails on all of two thousand
    const both = ['y.txt', 'z.txt'].map((path) => ({...unread, path, failures: [{reason: '找不到这个文件'}]}))
    expect(await pretty(both, options)).toContain('    y.txt、z.txt：找不到这个文件\n')
    const many = Array.from({length: 30}, (_, i) => ({...unread, path: `${i}.txt`}))
    expect((await pretty(many, options)).replace(/\n */g, '')).toContain('18.txt、19.txt等 30 个文件：找不到')
    // no tick while something was not looked at
    expect(await pretty([...reports('zh', []), unread], options)).toMatch(
      /\n2 个文件、2 篇稿件，没有发现问题。\n1 个文件没有查完，见上。\n$/
    )
  })
})
