import {linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {besideOf} from '../../src/node/beside.ts'
import {lintFiles} from '../../src/node/index.ts'
import {tidy} from '../../src/node/tidy.ts'
import {replaceFiles} from '../../src/node/write.ts'
import {doubled} from '../cli/command.ts'

function two(text = 'old') {
  const root = mkdtempSync(join(tmpdir(), 'copylint-'))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  for (const name of ['A', 'B']) {
    mkdirSync(join(root, name))
    writeFileSync(join(root, name, '1.txt'), text)
  }
  const paths = ['A', 'B'].map((name) => join(root, name, '1.txt'))
  return {root, paths, read: () => paths.map((path) => readFileSync(path, 'utf8'))}
}

/** The second file has another name, under which it would stay as it was: refused, to root too. */
const inTheWay = (root: string) => linkSync(join(root, 'B', '1.txt'), join(root, 'B', 'also.txt'))
const files = (paths: readonly string[]) =>
  paths.map((path) => ({path, before: Buffer.from('old'), after: Buffer.from('new')}))

test('all files are replaced, and nothing is left beside them', () => {
  const {root, paths, read} = two()
  expect(replaceFiles(files(paths))).toBeUndefined()
  expect(read()).toEqual(['new', 'new'])
  expect(readdirSync(join(root, 'A'))).toEqual(['1.txt'])
})

test('none is replaced where one cannot be', () => {
  const {root, paths, read} = two()
  inTheWay(root)
  expect(replaceFiles(files(paths))).toMatchObject({index: 1, texts: {zh: expect.stringContaining('没有改动')}})
  expect(read()).toEqual(['old', 'old'])
  expect(readdirSync(join(root, 'A'))).toEqual(['1.txt'])
})

test('one that was changed meanwhile keeps the others as they are', () => {
  const {paths, read} = two()
  writeFileSync(paths[1] ?? '', 'newer')
  expect(replaceFiles(files(paths))?.index).toBe(1)
  expect(read()).toEqual(['old', 'newer'])
})

test('an issue that could not be written is reported as it is on disk', async () => {
  const {root, read} = two(doubled)
  inTheWay(root)
  const run = await lintFiles(['A/1.txt', 'B/1.txt'], {
    cwd: root,
    issue: true,
    language: 'zh',
    mend: {level: 'safe', dry: false}
  })
  expect(read()).toEqual([doubled, doubled])
  expect(run).toMatchObject({
    status: 2,
    mended: [],
    complaints: [expect.stringMatching(/^B\/1\.txt: 这个文件还有 1 个别的名字（硬链接）/)]
  })
  expect(run.pages[0]?.messages.length).toBeGreaterThan(0)
})

test('what a killed run has left is tidied away; what another may be writing is not', () => {
  const {root, paths} = two()
  const beside = (pid: number) => besideOf(paths[0] ?? '').replace(`-${process.pid}-`, `-${pid}-`)
  // no system gives a process so high a number
  const dead = beside(2 ** 30)
  const alive = beside(process.pid)
  const elsewhere = dead.replace(/\.copylint-[^-]+/, '.copylint-000000')
  const longAgo = alive.replace(/\.copylint-[^-]+/, '.copylint-000001')
  const notOurs = join(root, 'A', '.copylint-notes')
  for (const path of [dead, alive, elsewhere, longAgo, notOurs]) writeFileSync(path, 'half')
  utimesSync(longAgo, 0, 0)
  tidy(join(root, 'A'))
  const left = readdirSync(join(root, 'A')).map((name) => join(root, 'A', name))
  expect(left.sort()).toEqual([paths[0], alive, elsewhere, notOurs].sort())
  tidy(join(root, 'nowhere'))
})
