import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {folder} from '../cli/command.ts'

/** Runs vitest on one file of tests, and counts as CI does. */
function counted(tests: string, env: Record<string, string> = {}) {
  const {root} = folder({
    'a.test.ts': `import {test} from 'vitest'\nimport {needs} from '${join(import.meta.dirname, '../tools.ts')}'\n${tests}`
  })
  const report = join(root, 'report.json')
  const vitest = join('node_modules', 'vitest', 'vitest.mjs')
  const args = [vitest, 'run', '--root', root, '--reporter', 'json', '--outputFile', report]
  const plain = {PATH: process.env.PATH ?? '', ...env}
  spawnSync(process.execPath, args, {env: plain})
  const {stdout, stderr} = spawnSync(process.execPath, ['scripts/count-tests.mjs', report], {encoding: 'utf8'})
  return {out: stdout.trim(), err: stderr.trim()}
}

const one = "needs('soffice', () => test('a', () => {}))\ntest('b', () => {})"

test('a test whose tool is missing is left out with a word', () => {
  expect(counted(one, {PATH: ''})).toEqual({
    out: '1 0',
    err: '1 left out: soffice is missing (apt-get install libreoffice-writer-nogui)'
  })
})

test('where CI has installed the tools a missing one is a failure', () => {
  const {out, err} = counted(one, {PATH: '', CI_TOOLS: '1'})
  expect(out).toBe('1 1')
  expect(err).toContain('has the tool that the tests need: soffice')
})

test('what the machine itself forbids is left out in CI too', () => {
  const {out} = counted("needs('unshare', () => test('a', () => {}))\ntest('b', () => {})", {PATH: '', CI_TOOLS: '1'})
  expect(out).toBe('1 0')
})

test('any other test that is skipped is a failure, and so is a file that cannot be loaded', () => {
  expect(counted("test.skip('a', () => {})\ntest('left out: b', () => {})").out).toBe('1 1')
  expect(counted("needs('git', () => test.skip('a', () => {}))\ntest('b', () => {})").out).toBe('1 1')
  expect(counted("import 'nowhere'\ntest('b', () => {})").out).toBe('0 1')
})
