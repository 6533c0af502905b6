import {describe, expect, test} from 'vitest'
import {clean, copylint, doubled, folder} from './command.ts'

/** A paragraph printed twice among some hundred characters: 4 points. */
const points = 4

interface Score {
  readonly [key: string]: unknown
  readonly items: readonly {readonly [key: string]: unknown}[]
}
const scoresOf = (out: string): Score[] => JSON.parse(out).map(({score}: {score: Score}) => score)

async function score(files: Readonly<Record<string, string>>, ...args: string[]) {
  const {root} = folder(files)
  const pages = Object.keys(files).filter((it) => it.endsWith('.txt'))
  return copylint(root, [...pages, '--format', 'json', '--lang', 'en', '--score', ...args])
}

describe('--score', () => {
  test('json: the account of each page, as documented', async () => {
    const {status, out, err} = await score({'a.txt': doubled})
    expect({status, err}).toEqual({status: 1, err: ''})
    const characters = doubled.replace(/[\s#]/g, '').length
    const rate = Math.round((points * 1e6) / characters) / 100
    const sum = {points, rate, passed: false}
    expect(scoresOf(out)).toEqual([
      {
        kind: 'newspaper',
        limit: 3,
        severities: ['error'],
        characters,
        ...sum,
        likely: sum,
        items: [
          {
            ruleId: 'repeated-paragraph',
            severity: 'error',
            place: JSON.parse(out)[0].messages[0].place,
            counts: 'character',
            certain: true,
            characters: expect.any(Number),
            weight: 4,
            points
          }
        ],
        uncounted: []
      }
    ])
  })

  test('is not there unless it is asked for', async () => {
    const {root} = folder({'a.txt': doubled})
    for (const args of [
      ['--format', 'json'],
      ['--format', 'json', '--max-score', '3'],
      ['--format', 'pretty']
    ]) {
      expect((await copylint(root, ['a.txt', ...args, '--lang', 'en'])).out).not.toMatch(/score|Error rate/)
    }
  })

  test('what --quiet hides counts all the same', async () => {
    const {out} = await score({'a.txt': doubled}, '--quiet', '--rule', 'repeated-paragraph:warning')
    expect(JSON.parse(out)[0].messages).toEqual([])
    expect(scoresOf(out)).toMatchObject([{points: 0, passed: true, likely: {points, passed: false}}])
  })

  test('pages of an issue have their sums and the issue’s', async () => {
    const {out} = await score({'a.txt': doubled, 'b.txt': clean}, '--issue')
    const [first, second] = scoresOf(out)
    expect([first?.points, second?.points]).toEqual([points, 0])
    expect(first?.issue).toMatchObject({pages: 2, points, passed: false})
    expect(second?.issue).toEqual(first?.issue)
    const apart = scoresOf((await score({'a.txt': doubled, 'b.txt': clean})).out)
    expect(apart.map(({issue}) => issue)).toEqual([undefined, undefined])
  })

  test('a file that cannot be read has no account, the others have', async () => {
    const {root} = folder({'a.txt': clean})
    const {status, out} = await copylint(root, ['gone.txt', 'a.txt', '--format', 'json', '--score'])
    expect(status).toBe(2)
    expect(scoresOf(out).map((it) => it?.points)).toEqual([undefined, 0])
  })

  test('--fix: of the page as it is now', async () => {
    const {root} = folder({'a.txt': doubled})
    const {out, status} = await copylint(root, ['a.txt', '--format', 'json', '--score', '--fix'])
    expect(status).toBe(0)
    expect(scoresOf(out)).toMatchObject([{points: 0, items: []}])
  })

  test.each(['pretty', 'text'])('%s: the account in words, in both languages', async (format) => {
    const {root} = folder({'a.txt': doubled, 'b.txt': clean})
    const say = (lang: string) => copylint(root, ['a.txt', 'b.txt', '--format', format, '--score', '--lang', lang])
    const zh = (await say('zh')).out
    expect(zh).toContain('差错率（报纸，合格线 3/10000）：a.txt')
    expect(zh).toMatch(/^ +7 +4 {2}\S/m)
    expect(zh).toContain('每处计 4')
    expect(zh).toMatch(/本版：\d+ 字，计差错 4 个，差错率 [\d.]+\/10000，超过 3\/10000，不合格/)
    expect(zh).toContain('没有可以确定的差错')
    expect(zh).toMatch(/2 个文件合计：\d+ 字，计差错 4 个/)
    expect(zh).toContain('docs/scoring.zh-CN.md')
    const en = (await say('en')).out
    expect(en).toContain('Error rate (newspaper, at most 3 in 10,000 characters): a.txt')
    expect(en).toContain('No certain errors')
    expect(en).toContain('docs/scoring.md')
  })

  test('an issue passes or does not as a whole', async () => {
    const {root} = folder({'a.txt': doubled, 'b.txt': clean})
    const {out} = await copylint(root, ['--issue', 'a.txt', 'b.txt', '--score', '--format', 'text', '--lang', 'zh'])
    expect(out.match(/全期 2 个版：.*不合格/g)).toHaveLength(1)
    expect(out.match(/本版：.*/g)).toHaveLength(2)
    expect(out).not.toMatch(/本版：.*合格/)
    expect(out).not.toContain('个文件合计')
  })

  test('what is likely has a sum of its own', async () => {
    const {root} = folder({'a.txt': doubled})
    const args = ['a.txt', '--score', '--format', 'text', '--lang', 'zh', '--rule', 'repeated-paragraph:warning']
    const {out, status} = await copylint(root, args)
    expect(status).toBe(0)
    expect(out).toContain('疑点（核实后也要计的）')
    expect(out).toMatch(/本版：.*\n?.*合格\n/)
    expect(out).toMatch(/连疑点一起算：计差错 4 个.*不合格/)
  })

  test('controls of a page do not reach the terminal', async () => {
    const page = doubled.replaceAll('邱三水', '邱\u001b[31m三水')
    const {root} = folder({'a.txt': page})
    expect((await copylint(root, ['a.txt', '--score', '--format', 'text'])).out).not.toContain('\u001b')
  })
})

describe('a page without text', () => {
  test.each(['', '\n\n \u3000\n'])('%j is not judged', async (empty) => {
    const {root} = folder({'a.txt': empty})
    for (const [lang, sentence] of [
      ['zh', '本版：没有文字，不能算'],
      ['en', 'This page: no text, there is nothing to judge']
    ] as const) {
      const {status, out} = await copylint(root, ['a.txt', '--score', '--format', 'text', '--lang', lang])
      expect(status).toBe(0)
      expect(out).toContain(sentence)
      expect(out).not.toMatch(/合格$|passed|没有可以确定的差错|No certain errors/m)
    }
    const {out} = await score({'a.txt': empty})
    expect(scoresOf(out)).toMatchObject([{characters: 0, passed: null, likely: {passed: null}}])
  })

  test('--max-score does not let it pass, alone or in an issue', async () => {
    const {root} = folder({'a.txt': '', 'b.txt': clean})
    const sentence = 'copylint: there is no text in a.txt: --max-score has nothing to judge; was the page exported?\n'
    for (const args of [['a.txt'], ['a.txt', 'b.txt'], ['--issue', 'a.txt', 'b.txt']]) {
      const {status, err} = await copylint(root, [...args, '--max-score', '3', '--lang', 'en'])
      expect({status, err}).toEqual({status: 2, err: sentence})
    }
  })
})

describe('--score-kind', () => {
  test('a periodical may have two, and its heads are not double', async () => {
    const {out} = await score({'a.txt': doubled}, '--score-kind', 'periodical')
    expect(scoresOf(out)).toMatchObject([{kind: 'periodical', limit: 2}])
  })

  test('asks for the account by itself', async () => {
    const {root} = folder({'a.txt': clean})
    const {out} = await copylint(root, ['a.txt', '--score-kind', 'newspaper', '--format', 'text', '--lang', 'en'])
    expect(out).toContain('Error rate (newspaper')
  })

  test('another word is refused, the nearest is named', async () => {
    const {root} = folder({'a.txt': clean})
    const {status, err} = await copylint(root, ['a.txt', '--score-kind', 'newspapr', '--lang', 'en'])
    expect(status).toBe(2)
    expect(err).toContain('newspaper')
  })
})

describe('--max-score', () => {
  const run = async (most: string, ...args: string[]) => {
    const {root} = folder({'a.txt': doubled, 'b.txt': clean})
    return copylint(root, ['a.txt', 'b.txt', '--max-score', most, '--format', 'json', '--lang', 'en', ...args])
  }
  const likely = ['--rule', 'repeated-paragraph:warning']
  const counted = {'.lintrc.json': '{"score": {"severities": ["error", "warning"]}}'}

  test('status 1 for a higher rate, and why', async () => {
    const {status, err} = await run('3')
    expect(status).toBe(1)
    expect(err).toMatch(/^copylint: the error rate of a.txt is [\d.]+ in 10,000, more than --max-score allows \(3\)\n$/)
  })

  test('status as it was for a lower one', async () => {
    expect(await run('9999', ...likely)).toMatchObject({status: 0, err: ''})
  })

  test('what is likely fails where the config counts it', async () => {
    expect((await run('3', ...likely)).status).toBe(0)
    const {root} = folder({'a.txt': doubled, ...counted})
    const args = ['a.txt', '--max-score', '3', ...likely]
    expect((await copylint(root, args)).status).toBe(1)
    expect((await copylint(root, [...args.slice(0, 2), '9999', ...likely])).status).toBe(0)
  })

  test('one issue is judged as one', async () => {
    const {root} = folder({'a.txt': doubled, 'b.txt': clean, ...counted})
    const args = ['--issue', 'a.txt', 'b.txt', '--max-score', '3', '--lang', 'zh', ...likely]
    const {status, err} = await copylint(root, args)
    expect(status).toBe(1)
    expect(err).toMatch(/^copylint: 这一期的差错率是 [\d.]+\/10000，高于 --max-score 允许的 3\/10000\n$/)
  })

  test.each(['0', '0.0003', '-1', 'three', '', '1e3', 'Infinity'])('%j is refused', async (most) => {
    const {status, err} = await run(most)
    expect(status).toBe(2)
    expect(err).toContain('--max-score must be a number, at least 0.1')
  })
})

describe('in the config', () => {
  const inConfig = async (config: unknown, ...args: string[]) =>
    score({'a.txt': doubled, '.lintrc.json': typeof config === 'string' ? config : JSON.stringify(config)}, ...args)

  test('kind, limit, severities and weights', async () => {
    const {out} = await inConfig({
      score: {kind: 'periodical', limit: 500, severities: ['error', 'warning'], weights: {passage: 2.5}}
    })
    expect(scoresOf(out)).toMatchObject([
      {kind: 'periodical', limit: 500, severities: ['error', 'warning'], points: 2.5, passed: true}
    ])
  })

  test('errors count whatever the severities are', async () => {
    const {out} = await inConfig({score: {severities: ['warning']}})
    expect(scoresOf(out)).toMatchObject([{severities: ['error', 'warning'], points, passed: false}])
  })

  test.each([
    ['{"score": {"limit": 0.0003}}', '“limit”应当不小于 0.1，现在是 0.0003；这里写每万字的差错数，万分之三写 3'],
    ['{"score": {"severities": []}}', '“severities”应当至少有 1 项，现在是 0 项'],
    ['{"score": {"weights": {"fact": -1}}}', '“fact”应当不小于 0，现在是 -1'],
    ['{"rules": {"banned-term": ["error", {"add": [{"term": ""}]}]}}', '“term”应当至少有 1 个字，现在是 0 个字']
  ])('in Chinese: %s', async (config, reason) => {
    expect((await inConfig(config, '--lang', 'zh')).err).toContain(`: ${reason}\n`)
  })

  test('--score-kind outranks it, and has its own limit', async () => {
    const {out} = await inConfig({score: {limit: 500}}, '--score-kind', 'periodical')
    expect(scoresOf(out)).toMatchObject([{kind: 'periodical', limit: 2}])
  })

  test('each key outranks the one below it; overrides hold for their files', async () => {
    const {root} = folder({
      'a.txt': doubled,
      'b.txt': doubled,
      'base.json': '{"score": {"limit": 5, "weights": {"passage": 3, "layout": 0.1}}}',
      '.lintrc.json': JSON.stringify({
        extends: ['recommended', './base.json'],
        score: {weights: {layout: 0.2}},
        overrides: [{files: 'b.txt', score: {kind: 'periodical', weights: {passage: 1}}}]
      })
    })
    const {out} = await copylint(root, ['a.txt', 'b.txt', '--score', '--format', 'json'])
    expect(scoresOf(out)).toMatchObject([
      {kind: 'newspaper', limit: 5, points: 3},
      {kind: 'periodical', limit: 5, points: 1}
    ])
    const shown = (await copylint(root, ['print-config', 'b.txt'])).out
    expect(shown).toMatch(/"limit": 5, +\/\/ base\.json:1:12/)
    expect(shown).toMatch(/"kind": "periodical", +\/\/ \.lintrc\.json:1:\d+/)
    expect(shown).toMatch(/"layout": 0\.2 +\/\/ \.lintrc\.json:1:\d+/)
    const again = folder({'a.txt': doubled, '.lintrc.json': shown})
    const {out: same} = await copylint(again.root, ['a.txt', '--score', '--format', 'json'])
    expect(scoresOf(same)).toMatchObject([{kind: 'periodical', limit: 5, points: 1}])
  })

  test.each([
    ['{"score": {"kind": "paper"}}', '.lintrc.json:1:20: “kind” must be "newspaper" or "periodical", not "paper"'],
    ['{"score": {"limt": 3}}', '.lintrc.json:1:12: there is no key “limt”; did you mean limit?'],
    [
      '{"score": {"limit": 0}}',
      '.lintrc.json:1:21: “limit” must be at least 0.1, not 0; errors in ten thousand characters are asked for: 3'
    ],
    ['{"score": {"limit": "3"}}', '.lintrc.json:1:21: “limit” must be a number, not "3"'],
    ['{"score": {"severities": []}}', '.lintrc.json:1:26: “severities” must have at least 1 item, not 0'],
    ['{"score": {"weights": {"fakt": 1}}}', '.lintrc.json:1:24: there is no key “fakt”; did you mean fact?'],
    ['{"score": {"weights": {"fact": -1}}}', '.lintrc.json:1:32: “fact” must be at least 0, not -1'],
    ['{"score": []}', '.lintrc.json:1:11: this must be an object {…}, not a list'],
    ['{"score": {"weights": []}}', '.lintrc.json:1:23: this must be an object {…}, not a list'],
    [
      '{"overrides": [{"files": "b", "score": {"kid": 1}}]}',
      '.lintrc.json:1:41: there is no key “kid”; did you mean kind?'
    ],
    ['{"overrides": [{"files": "b", "scor": {}}]}', '.lintrc.json:1:31: there is no key “scor”; did you mean score?']
  ])('%s', async (config, reason) => {
    const {status, err} = await inConfig(config)
    expect(status).toBe(2)
    expect(err).toBe(`${reason}\n`)
  })
})

test('a stranger’s rule says what it counts as, or is named as not counted', async () => {
  const plugin = (counts: string) => `
    export const rules = [{
      name: 'desk-bridge', scope: 'article', severity: 'error', ${counts}
      summary: {zh: '查桥', en: 'finds bridges'},
      messages: {found: {zh: {what: '桥', why: '桥', how: '桥'}, en: {what: 'A bridge', why: 'It is.', how: 'Leave it.'}}},
      *check(article) {
        const [block] = article.body
        yield {id: 'found', at: {start: block.start, end: block.start + 2}}
      }
    }]`
  const run = (counts: string) =>
    score({'a.txt': clean, '.lintrc.json': '{"plugins": ["./desk.js"]}', 'desk.js': plugin(counts)})
  expect(scoresOf((await run("counts: 'fact',")).out)).toMatchObject([{points: 1, uncounted: []}])
  expect(scoresOf((await run('')).out)).toMatchObject([
    {points: 0, uncounted: [{ruleId: 'desk-bridge', findings: 1, why: 'unclassed'}]}
  ])
  const {status, err} = await run("counts: 'facts',")
  expect(status).toBe(2)
  expect(err).toContain('counts')
})
