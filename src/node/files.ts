import {type Dirent, existsSync, readdirSync, statSync} from 'node:fs'
import {basename, dirname, join, resolve, sep} from 'node:path'
import {meant} from '../config/nearest.ts'
import type {Texts} from '../rule/rule.ts'

/** A file to lint. */
export interface InputFile {
  /** As the report names it: as given, or below the folder that was given. */
  readonly path: string
  readonly absolute: string
  /** It has been read already, from standard input; `absolute` is where its config is looked for. */
  readonly stdin?: boolean
}

/** A file, or what was asked for in vain. */
export type Input = InputFile | {readonly path: string; readonly missing: Texts}

/** What pages are called in a folder. */
const pageName = /\.(?:txt|md)$/i

/**
 * The files that the arguments of the command mean, in their order, each once: files as they are named; of folders all
 * pages (`*.txt`, `*.md`), sorted; patterns. Folders whose names begin with a dot, and `node_modules`, are left out.
 *
 * @param ignores whether the config leaves a file out; not asked of files that are named
 */
export async function findFiles(
  patterns: readonly string[],
  cwd: string,
  ignores: (absolute: string) => Promise<boolean>
): Promise<Input[]> {
  const inputs: Input[] = []
  const seen = new Set<string>()
  for (const pattern of patterns) {
    const found = await expand(pattern, cwd)
    if (!Array.isArray(found)) {
      inputs.push(found)
      continue
    }
    let kept = 0
    for (const file of found) {
      if ('missing' in file) {
        inputs.push(file)
        continue
      }
      if (file.path !== pattern && (await ignores(file.absolute))) continue
      kept++
      if (seen.has(file.absolute)) continue
      seen.add(file.absolute)
      inputs.push(file)
    }
    if (kept === 0 && !found.some((it) => 'missing' in it)) inputs.push({path: pattern, missing: none(found.length)})
  }
  return inputs
}

async function expand(pattern: string, cwd: string): Promise<Input[] | Input> {
  if (pattern === '') return {path: pattern, missing: {zh: '文件名是空的', en: 'the name is empty'}}
  const absolute = resolve(cwd, pattern)
  if (existsSync(absolute)) {
    if (!statSync(absolute).isDirectory()) return [{path: pattern, absolute}]
    return pagesIn(pattern, absolute)
  }
  if (!/[*?[\]{}!()]/.test(pattern)) {
    return {path: pattern, missing: noFile(absolute)}
  }
  const {glob} = await import('tinyglobby')
  const paths = await glob(pattern.split('\\').join('/'), {
    cwd,
    ignore: ['**/node_modules/**'],
    expandDirectories: false
  })
  const files = paths.sort(byCode).map((path) => ({path, absolute: resolve(cwd, path)}))
  return files.length > 0
    ? files
    : {path: pattern, missing: {zh: '没有文件合乎这个写法', en: 'no file matches this pattern'}}
}

/** The file was mistyped, perhaps: says which of its folder was meant. */
function noFile(absolute: string): Texts {
  const names = entriesOf(dirname(absolute)).flatMap((it) => (typeof it === 'string' ? [] : [it.name]))
  const {zh, en} = meant(basename(absolute), names)
  return {zh: `找不到这个文件${zh}`, en: `there is no such file${en}`}
}

/** Links to folders are not followed: they may lead back. */
function pagesIn(path: string, absolute: string): Input[] {
  const files: Input[] = []
  for (const entry of entriesOf(absolute)) {
    if (typeof entry === 'string') {
      files.push({path, missing: {zh: `进不了这个文件夹（${entry}）`, en: `this folder cannot be read (${entry})`}})
      break
    }
    const inner = {path: path === '.' ? entry.name : join(path, entry.name), absolute: join(absolute, entry.name)}
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules')
        files.push(...pagesIn(inner.path, inner.absolute))
    } else if (pageName.test(entry.name) && (entry.isFile() || isFile(inner.absolute))) {
      files.push({...inner, path: inner.path.split(sep).join('/')})
    }
  }
  return files
}

/** What is in a folder, sorted; the system's code where it cannot be read. */
function entriesOf(folder: string): Dirent[] | [string] {
  try {
    return readdirSync(folder, {withFileTypes: true}).sort((a, b) => byCode(a.name, b.name))
  } catch (error) {
    return [(error as NodeJS.ErrnoException).code ?? 'error']
  }
}

function isFile(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isFile() ?? false
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function none(ignored: number): Texts {
  return ignored > 0
    ? {zh: '这里的稿件都被配置里的 ignore 排除了', en: 'the config ignores all pages here'}
    : {zh: '文件夹里没有稿件（*.txt、*.md）', en: 'the folder has no pages (*.txt, *.md)'}
}
