import {closeSync, existsSync, lstatSync, openSync, readdirSync, readSync} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'
import {meant} from '../config/nearest.ts'
import type {Format} from '../formats/format.ts'
import {extensionOf, formats} from '../formats/registry.ts'
import type {Texts} from '../rule/rule.ts'
import {kindAt, realPath, refusals, type Walked, walk} from './walk.ts'

/** A file to lint. */
export interface InputFile {
  /** As the report names it: as given, or below the folder that was given. */
  readonly path: string
  readonly absolute: string
  /** It has been read already, from standard input; `absolute` is where its config is looked for. */
  readonly stdin?: boolean
  /** It was named itself, and not found in a folder or by a pattern. */
  readonly named?: boolean
}

/** A file, or what was asked for in vain. */
export type Input = InputFile | {readonly path: string; readonly missing: Texts}

/** What decides which of the files that are found are pages. */
export interface FindOptions {
  /** Whether the config leaves a file out; not asked of files that are named. */
  ignores(absolute: string): Promise<boolean>
  /** The formats there are for a file. */
  formatsOf(absolute: string): Promise<readonly Format[]>
  /** Real paths of the reports that this run writes: where those of an earlier run lie there, they are no pages. */
  readonly outputs?: ReadonlySet<string>
}

/** What Word puts beside a file that is open in it: `~$page.docx`. */
const lockName = /(?:^|[\\/])~\$[^\\/]*$/

/** A shell's `*.docx` names it, too. */
const lock: Texts = {
  zh: '这是 Word 打开稿件时放在旁边的文件，里面没有稿件；请在 Word 里关掉那篇稿件，或者不要给出它',
  en: 'Word keeps this file beside a page that is open, and it holds no copy; close the page in Word, or leave the file out'
}

/** Of old Word, WPS and other writers: a page in them is refused, with the way out, not passed over. Some are another format under this name. */
const unreadable: ReadonlySet<string> = new Set(['.doc', '.dot', '.wps', '.rtf', '.odt'])
const builtin: ReadonlySet<string> = new Set(formats.flatMap((format) => format.extensions))

/**
 * The files that the arguments of the command mean, in their order, each once, by whatever links it is reached: files as they
 * are named; of folders all that a format is known for, sorted; patterns. What is hidden, `node_modules`, and reports of copylint
 * are left out.
 */
export async function findFiles(patterns: readonly string[], cwd: string, options: FindOptions): Promise<Input[]> {
  const inputs: Input[] = []
  const seen = new Set<string>()
  for (const pattern of patterns) {
    const found = await expand(pattern, cwd, options)
    if (!Array.isArray(found)) {
      inputs.push(found)
      continue
    }
    let kept = 0
    let reports = 0
    for (const file of found) {
      if ('missing' in file) {
        inputs.push(file)
        continue
      }
      const real = realPath(file.absolute)
      if (!file.named && (await options.ignores(file.absolute))) continue
      if (!file.named && (isHtmlReport(real) || (options.outputs?.has(real) && isReport(real)))) {
        reports++
        continue
      }
      kept++
      if (seen.has(real)) continue
      seen.add(real)
      inputs.push(file)
    }
    if (kept === 0 && !found.some((it) => 'missing' in it))
      inputs.push({path: pattern, missing: none(found.length, reports)})
  }
  return inputs
}

async function expand(pattern: string, cwd: string, options: FindOptions): Promise<Input[] | Input> {
  if (pattern === '') return {path: '""', missing: {zh: '文件名是空的', en: 'the name is empty'}}
  const absolute = resolve(cwd, pattern)
  if (lstatSync(absolute, {throwIfNoEntry: false})) {
    const kind = kindAt(absolute)
    if (kind === 'file' && lockName.test(pattern)) return {path: pattern, missing: lock}
    if (kind === 'file') return [{path: pattern, absolute, named: true}]
    if (kind !== 'folder') return {path: pattern, missing: refusals[kind]}
    return ofFormats(walk(pattern === '.' ? '' : pattern, absolute, {wants: (path) => !lockName.test(path)}), options)
  }
  if (!/[*?[\]{}!()]/.test(pattern)) return {path: pattern, missing: noFile(absolute)}
  const files = await matching(pattern.split('\\').join('/'), cwd)
  return files.length > 0
    ? files
    : {path: pattern, missing: {zh: '没有文件合乎这个写法', en: 'no file matches this pattern'}}
}

/** Those that a format is known for: a built-in one, or one that the config of their folder has. */
async function ofFormats(found: readonly Walked[], {formatsOf}: FindOptions): Promise<Input[]> {
  const folders = new Map<string, Promise<ReadonlySet<string>>>()
  const knownIn = (absolute: string) => {
    const folder = dirname(absolute)
    const known =
      folders.get(folder) ?? formatsOf(absolute).then((its) => new Set(its.flatMap((format) => format.extensions)))
    folders.set(folder, known)
    return known
  }
  const inputs: Input[] = []
  for (const it of found) {
    const extension = extensionOf(it.path)
    const isFolder = it.refused !== undefined && kindAt(it.absolute) === 'folder'
    const known = builtin.has(extension) || unreadable.has(extension)
    if (known || isFolder || (extension !== '' && (await knownIn(it.absolute)).has(extension))) {
      inputs.push(toInput(it))
    }
  }
  return inputs
}

/** How many bytes of a file are looked at for what made it. */
const head = 2048

/** `<meta name="generator" content="copylint">`. */
const htmlSign = /<meta\s+name="?generator"?\s+content="?copylint\b/i
/** `1:1-1:14  error …`, `a.txt: no issues found`, a story's or a rule's line: what reports for people begin with. */
const textSign =
  /^[^\S\n\r\u2028\u2029]*\d+:\d+(?:-\d+:\d+)?\s+(?:error|warning|info)\s|: no issues found$|^▌|^✓ |^(?:规则|rule) {2}/m

/** Whether a file is a report for a chief editor: no page, wherever it is found. */
const isHtmlReport = (path: string): boolean => /\.html?$/i.test(path) && htmlSign.test(beginningOf(path) ?? '')

/** Whether a file may be replaced by a report: it is one, or empty. A page of the same name must not be lost. */
function isReport(path: string): boolean {
  const text = beginningOf(path)
  return text === '' || (text !== undefined && (htmlSign.test(text) || textSign.test(text)))
}

function beginningOf(path: string): string | undefined {
  try {
    const file = openSync(path, 'r')
    try {
      const bytes = new Uint8Array(head)
      const read = readSync(file, bytes, 0, head, 0)
      return new TextDecoder().decode(bytes.subarray(0, read))
    } finally {
      closeSync(file)
    }
  } catch {
    // who reads it says why it cannot be read
    return undefined
  }
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

function none(found: number, reports: number): Texts {
  if (reports > 0)
    return {zh: '这里只有 copylint 写的报告，没有稿件', en: 'there are only reports of copylint here, no pages'}
  return found > 0
    ? {
        zh: '这里的稿件都被配置里的 ignore 或 .copylintignore 排除了',
        en: 'the config or .copylintignore leaves out all pages here'
      }
    : {zh: `文件夹里没有稿件（${names('、')}）`, en: `the folder has no pages (${names(', ')})`}
}

const names = (comma: string): string => [...builtin].map((extension) => `*${extension}`).join(comma)
