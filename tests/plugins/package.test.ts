import {spawnSync} from 'node:child_process'
import {resolve} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {deskRules, guideConfig, typedRule, unifiedScript} from './desk-rules.ts'
import type {Paper} from './paper.ts'
import {makePaper} from './paper.ts'

const page =
  '# 白溪县茶园试种新苗\n\n本报讯（记者 安禾）白溪县茶园开春试种新苗，据传收成翻番，有人说外地客商已来订货。\n'
let paper: Paper

beforeAll(() => {
  paper = makePaper({'desk-rules': deskRules}, ['retext-repeated-words@^5.0.0'])
  paper.write('page.txt', page)
}, 300_000)
afterAll(() => paper?.remove())

/** The findings of a page of the paper, by rule and words. */
function lintPage(config: object, path: string, source: string) {
  paper.write('.lintrc.json', JSON.stringify(config))
  paper.write(path, source)
  const {status, stdout, stderr} = paper.copylint('--format', 'json', path)
  expect(stderr).toBe('')
  const [file] = JSON.parse(stdout) as {messages: {ruleId: string; severity: string; place: Place}[]}[]
  const found = file?.messages.map(({ruleId, severity, place}) => ({
    ruleId,
    severity,
    text: source.slice(place.start.offset, place.end.offset)
  }))
  return {status, found}
}

describe('the package of the guide, docs/writing-a-rule.md, installed', () => {
  test('is used as the guide says', () => {
    expect(lintPage(guideConfig, 'page.txt', page)).toEqual({
      status: 1,
      found: ['据传', '有人说'].map((text) => ({ruleId: 'unsourced-claim', severity: 'error', text}))
    })
  })

  test('its rules run as the config sets them', () => {
    const config = {plugins: ['desk-rules'], rules: {'unsourced-claim': ['error', {words: ['有人说']}]}}
    expect(lintPage(config, 'page.txt', page)).toEqual({
      status: 1,
      found: [{ruleId: 'unsourced-claim', severity: 'error', text: '有人说'}]
    })
  })

  test('its rules run at their own severity where the config says nothing of them', () => {
    expect(lintPage({plugins: ['desk-rules']}, 'page.txt', page)).toEqual({
      status: 0,
      found: [{ruleId: 'unsourced-claim', severity: 'warning', text: '据传'}]
    })
    expect(lintPage({plugins: ['desk-rules'], rules: {'unsourced-claim': 'off'}}, 'page.txt', page).found).toEqual([])
  })

  test('a path does instead of a package', () => {
    const config = {plugins: ['./node_modules/desk-rules/index.js'], rules: {'unsourced-claim': 'info'}}
    expect(lintPage(config, 'page.txt', page)).toMatchObject({status: 0, found: [{severity: 'info', text: '据传'}]})
  })

  test('its presets can be extended', () => {
    const found = (severity: string, ...texts: string[]) =>
      texts.map((text) => ({ruleId: 'unsourced-claim', severity, text}))
    expect(lintPage({extends: ['recommended', 'desk-rules'], plugins: ['desk-rules']}, 'page.txt', page)).toEqual({
      status: 0,
      found: found('warning', '据传')
    })
    expect(lintPage({extends: ['desk-rules/strict'], plugins: ['desk-rules']}, 'page.txt', page)).toEqual({
      status: 1,
      found: found('error', '据传', '有人说')
    })
  })

  test('its examples run under the test runner of Node, with copylint/testing', () => {
    const {status, stdout} = paper.node('--test', 'node_modules/desk-rules/rules.test.js')
    expect(stdout).toMatch(/^# pass [1-9]/m)
    expect(stdout).toMatch(/^# fail 0$/m)
    expect(status).toBe(0)
  })

  test('its rule runs as a plain plugin of unified', () => {
    paper.write('unified.js', unifiedScript(page))
    const {status, stdout, stderr} = paper.node('unified.js')
    expect(stderr).toBe('')
    expect(stdout).toContain("ruleId: 'unsourced-claim'")
    expect(status).toBe(0)
  })
})

describe.each([
  ['nodenext', 'nodenext'],
  ['bundler', 'esnext']
])('types, with moduleResolution %s', (moduleResolution, module) => {
  const check = (id: string) => {
    paper.write('rule.ts', typedRule(id))
    const tsc = resolve('node_modules/typescript/bin/tsc')
    const options = {moduleResolution, module, target: 'es2022', strict: true, noEmit: true, types: []}
    paper.write('tsconfig.json', JSON.stringify({compilerOptions: options, files: ['rule.ts']}))
    return spawnSync(process.execPath, [tsc, '--project', '.'], {cwd: paper.folder, encoding: 'utf8'}).stdout
  }

  test('resolve, those of libraries too', () => {
    expect(check('long')).toBe('')
  })

  test('refuse a misspelt message', () => {
    expect(check('lnog')).toContain('lnog')
  })
})

test('a plugin of retext runs on English copy', () => {
  const source =
    '# Ferry resumes on the lake\n\nThe ferry to the the northern shore resumed on Monday after a week of repairs.\n'
  const {found} = lintPage({plugins: ['retext-repeated-words']}, 'english.txt', source)
  expect(found).toEqual([
    {ruleId: expect.stringContaining('retext-repeated-words'), severity: 'warning', text: 'the the'}
  ])
})

interface Place {
  readonly start: {readonly offset: number}
  readonly end: {readonly offset: number}
}
