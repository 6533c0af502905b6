import {mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import type {AnyRule} from 'copylint'
import {readExamples, testRule} from 'copylint/testing'
import {afterAll, afterEach, beforeAll, beforeEach, expect, test, vi} from 'vitest'
import {main} from '../../scripts/new-rule.ts'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'copylint-'))
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction')
})
afterAll(() => rmSync(root, {recursive: true, force: true}))

beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue(undefined)
  vi.spyOn(console, 'error').mockReturnValue(undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
})

test('a rule that is begun can be loaded, and its examples pass', async () => {
  expect(await main(['question-run'], undefined, join(root, 'rules'))).toBe(0)
  const folder = join(root, 'rules', 'question-run')
  const {default: rule} = (await import(join(folder, 'index.ts'))) as {default: AnyRule}
  const [english, chinese] = ['README.md', 'README.zh-CN.md'].map((name) => readFileSync(join(folder, name), 'utf8'))
  for (const readme of [english, chinese]) for (const {run} of testRule(rule, readme ?? '')) await run()
  expect(readExamples(chinese ?? '')).toHaveLength(readExamples(english ?? '').length)
})

test.each([
  [[], 'Give the new rule a name: npm run new-rule NAME'],
  [['a-b', 'c'], 'Give the new rule one name: npm run new-rule NAME'],
  [['Repeated'], /^“Repeated” is no name for a rule/],
  [['../evil-name'], /^“\.\.\/evil-name” is no name for a rule/],
  [['no-repeats'], /^“no-repeats” is an order/],
  [['question-run'], 'There is a rule question-run already']
])('refuses %j in one sentence', async (args, sentence) => {
  expect(await main(args, undefined, join(root, 'rules'))).toBe(2)
  expect(vi.mocked(console.error).mock.calls).toEqual([
    [typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)]
  ])
  expect(readdirSync(join(root, 'rules'))).toEqual(['question-run'])
})
