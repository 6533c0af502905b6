import {existsSync, lstatSync, readdirSync} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'
import {meant} from '../config/nearest.ts'
import type {Texts} from '../rule/rule.ts'
import {kindAt, realPath, refusals, type Walked, walk} from './walk.ts'

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
const pageName = /\.(?:txt|md|docx|docm)$/i
/** What Word puts beside a file that is open in it: `~$page.docx`. */
const lockName = /(?:^|[\\/])~\$[^\\/]*$/

/**
 * The files that the arguments of the command mean, in their order, each once, by whatever links it is reached: files as they
 * are named; of folders all pages (`*.txt`, `*.md`, `*.docx`, `*.docm`), sorted; patterns. What is hidden, `node_modules` and Word's lock files are left out.
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
      const real = realPath(file.absolute)
      if (seen.has(real)) continue
      seen.add(real)
      inputs.push(file)
    }
    if (kept === 0 && !found.some((it) => 'missing' in it)) inputs.push({path: pattern, missing: none(found.length)})
  }
  return inputs
}

async function expand(pattern: string, cwd: string): Promise<Input[] | Input> {
  if (pattern === '') return {path: '""', missing: {zh: '文件名是空的', en: 'the name is empty'}}
  const absolute = resolve(cwd, pattern)
  if (lstatSync(absolute, {throwIfNoEntry: false})) {
    const kind = kindAt(absolute)
    if (kind === 'file') return [{path: pattern, absolute}]
    if (kind !== 'folder') return {path: pattern, missing: refusals[kind]}
    return walk(pattern === '.' ? '' : pattern, absolute, {
      wants: (path) => pageName.test(path) && !lockName.test(path)
    }).map(toInput)
  }
  if (!/[*?[\]{}!()]/.test(pattern)) return {path: pattern, missing: noFile(absolute)}
  const files = await matching(pattern.split('\\').join('/'), cwd)
  return files.length > 0
    ? files
    : {path: pattern, missing: {zh: '没有文件合乎这个写法', en: 'no file matches this pattern'}}
}

/** The files of a pattern, found as those of a folder are, so that both leave out the same. */
async function matching(pattern: string, cwd: string): Promise<Input[]> {
  const {default: picomatch} = await import('picomatch')
  const scanned = picomatch.scan(pattern)
  const [base, glob] = scanned.negated ? ['', pattern] : [scanned.base, scanned.glob]
  const folder = resolve(cwd, base)
  if (kindAt(folder) !== 'folder') return []
  const matches = picomatch(base === '' ? glob : join(base, glob))
  const hidden = /(?:^|\/)\.[^./]/.test(glob)
  // folders deeper than the pattern reaches are not looked into
  const deep = glob.includes('**') || glob.includes('(') || scanned.negated
  return walk(base === '.' ? '' : base, folder, {
    wants: (path) => matches(path) && !lockName.test(path),
    hidden,
    ...(!deep && {depth: glob.split('/').length - 1})
  }).map(toInput)
}

const toInput = ({path, absolute, refused}: Walked): Input => (refused ? {path, missing: refused} : {path, absolute})

/** The file was mistyped, perhaps: says which of its folder was meant. */
export function noFile(absolute: string): Texts {
  const folder = dirname(absolute)
  const {zh, en} = meant(basename(absolute), existsSync(folder) ? namesIn(folder) : [])
  return {zh: `找不到这个文件${zh}`, en: `there is no such file${en}`}
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

function none(ignored: number): Texts {
  return ignored > 0
    ? {zh: '这里的稿件都被配置里的 ignore 排除了', en: 'the config ignores all pages here'}
    : {zh: '文件夹里没有稿件（*.txt、*.md、*.docx）', en: 'the folder has no pages (*.txt, *.md, *.docx)'}
}
