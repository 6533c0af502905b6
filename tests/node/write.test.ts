import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {lintFiles} from '../../src/node/index.ts'
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

/** Stands where the new text of the second file would be written: the system refuses it even to root. */
const inTheWay = (root: string) => mkdirSync(join(root, 'B', `.copylint-${process.pid}-1`))
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
  expect(run).toMatchObject({status: 2, mended: [], complaints: [expect.stringMatching(/^B\/1\.txt: 写不了这个文件/)]})
  expect(run.pages[0]?.messages.length).toBeGreaterThan(0)
})
