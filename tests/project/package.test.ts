import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {copylint, folder} from '../cli/command.ts'
import {trackedFiles} from './files.ts'

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
const readmes = ['README.md', 'README.zh-CN.md']

interface Manifest {
  readonly files: readonly string[]
  readonly scripts: Readonly<Record<string, string>>
  readonly bin: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>
}

test('generated files are fresh', () => {
  execFileSync(process.execPath, ['scripts/run.mjs', 'generate', '--check'], {encoding: 'utf8'})
})

test('everything that the package names is built', () => {
  const targets = Object.values(manifest.exports).flatMap((it) => (typeof it === 'string' ? [it] : Object.values(it)))
  expect([...targets, ...Object.values(manifest.bin)].filter((path) => !existsSync(path))).toEqual([])
})

test('no package needs a script when it is installed', () => {
  const {packages} = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {packages: Record<string, object>}
  expect(Object.keys(packages).filter((path) => 'hasInstallScript' in (packages[path] ?? {}))).toEqual([])
})

test('the lock file names every package of every system, so that npm ci installs on all of them', () => {
  const {packages} = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {packages: Record<string, Locked>}
  const missing = Object.entries(packages).flatMap(([path, {optionalDependencies = {}}]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages)
    )
  )
  expect(missing).toEqual([])
})

test('no file names a place on the machine that it was written on', () => {
  const wrong = trackedFiles()
    .filter((path) => existsSync(path) && !/^(package-lock\.json|fixtures\/)/.test(path))
    .filter((path) => /(^|[\s"'`(=])\/(work|home|Users|root)\//.test(readFileSync(path, 'utf8')))
    // this file must name them
    .filter((path) => !path.endsWith('package.test.ts'))
  expect(wrong).toEqual([])
})

describe.each(readmes)('%s', (readme) => {
  const text = existsSync(readme) ? readFileSync(readme, 'utf8') : ''

  test('names only npm scripts that exist', () => {
    const named = [...text.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([])
  })

  test('names only files that exist', () => {
    const named = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path)
    const shown = [...text.matchAll(/npx copylint (fixtures\/\S+)/g)].map(([, path = '']) => path)
    expect([...named, ...shown].filter((path) => !existsSync(path))).toEqual([])
  })

  test('links only to files that the package has: its readers have no copy of the repository', () => {
    const named = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path)
    const shipped = (path: string) =>
      /^README|^LICENSE/.test(path) ||
      manifest.files.some((it) => path === it || path.startsWith(`${it}/`) || matches(path, it))
    expect(named.filter((path) => !shipped(path))).toEqual([])
  })

  test('what it says of its first page is so', async () => {
    const [, page = ''] = /`issue\.txt`[:：]\n\n```text\n([\s\S]*?)```/.exec(text) ?? []
    const {root, read} = folder({'issue.txt': page})
    const {status, out} = await copylint(root, ['issue.txt', '--format', 'json'])
    expect(status).toBe(1)
    expect(JSON.parse(out)[0].messages.map(({ruleId}: {ruleId: string}) => ruleId)).toEqual(['duplicate-closing'])
    await copylint(root, ['--fix', 'issue.txt'])
    expect(read('issue.txt').match(/邱三水/g)).toHaveLength(1)
  })

  test('begins with the two commands, word for word', () => {
    expect(text).toMatch(/npm ci && npx copylint fixtures\/\S+/)
    expect(text).toContain('npm ci && npm test')
  })
})

// whether a pattern of `files` names a path: rules/*/README.md
function matches(path: string, pattern: string): boolean {
  const [before = '', behind] = pattern.split('*')
  return behind !== undefined && path.startsWith(before) && path.endsWith(behind)
}

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
