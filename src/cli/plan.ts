import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {builtin} from '../builtin.ts'
import {nearest} from '../config/nearest.ts'
import type {Store} from '../node/cache/store.ts'
import {Complaint} from '../node/complaint.ts'
import type {MendRequest} from '../node/mend-pages.ts'
import type {LintOptions} from '../node/run.ts'
import {isForTerminals, isLean} from '../report/index.ts'
import type {Reporter, ReportOptions} from '../report/reporter.ts'
import type {Language} from '../rule/rule.ts'
import {baselineOf} from './baseline.ts'
import {commands} from './options.ts'
import {checkOutputs, isStdout} from './outputs.ts'
import type {Parsed} from './parse.ts'
import {foldersOf, loadReporter} from './reporters.ts'
import {readStdin} from './stdin.ts'
import {columns, localeOf, wantsColor} from './terminal.ts'
import {
  choice,
  encodingOf,
  languageOf,
  maxScoreOf,
  maxWarningsOf,
  mendOf,
  reportsOf,
  rulesOf,
  workersOf
} from './values.ts'

type Options = Parsed['options']

/** A command line that lints, understood. */
export interface Plan {
  readonly operands: readonly string[]
  /** How to lint; what follows the run while it goes on is added for each. */
  readonly lint: LintOptions
  /** The main report: its form, and where it goes (`-` for standard output). */
  readonly format: string
  readonly reporter: Reporter
  readonly output: string
  /** The reports beside it. */
  readonly reports: readonly {readonly name: string; readonly file: string; readonly reporter: Reporter}[]
  /** The Word file with comments. */
  readonly annotate: string | undefined
  /** All that is to be written. */
  readonly outputs: readonly string[]
  /** @param elsewhere it goes to a file, not to the terminal */
  readonly reportOptions: (language: Language, elsewhere: boolean) => ReportOptions
  /** A diff takes the place of the main report. */
  readonly dry: boolean
  readonly maxWarnings: number | undefined
  readonly maxScore: number | undefined
  /** Says what was thrown, too. */
  readonly debug: boolean
  readonly timing: boolean
  readonly watch: boolean
}

/**
 * Understands the command line, before anything is done.
 *
 * @throws Complaint for what cannot be meant
 */
export async function planOf({operands, options}: Parsed): Promise<Plan> {
  if (operands.length === 0) {
    throw new Complaint({
      zh: '没有给出文件，例如：copylint issue.txt；用 copylint --help 看说明',
      en: 'no files given, for example: copylint issue.txt; see copylint --help'
    })
  }
  const asked = textOf(options.format)
  const format = asked ?? (process.stdout.isTTY ? 'pretty' : 'text')
  const folders = foldersOf(operands, options)
  const reporter = await loadReporter(format, '--format', folders)
  const reports = await Promise.all(
    reportsOf(options).map(async (it) => ({...it, reporter: await loadReporter(it.name, '--report', folders)}))
  )
  const maxWarnings = maxWarningsOf(options)
  const maxScore = maxScoreOf(options)
  const kind = choice(options, 'scoreKind', '--score-kind', ['newspaper', 'periodical'])
  const score = options.score === true || kind !== undefined
  const sort = choice(options, 'sort', '--sort', ['place', 'severity']) ?? 'place'
  const quiet = options.quiet === true
  const mend = mendOf(options)
  const annotate = textOf(options.annotate)
  if (mend?.dry) refuseBesideDiff(asked, annotate)
  refuseMistypedCommand(operands)
  const baseline = baselineOf(operands, options)
  const output = textOf(options.output) ?? '-'
  const outputs = [output, ...reports.map(({file}) => file), ...(annotate === undefined ? [] : [annotate])]
  checkOutputs(outputs)
  const pages = await pagesOf(operands, options, mend)
  const workers = workersOf(options)
  if (options.watch === true) refuseUnwatched(operands, mend !== undefined || baseline?.task !== undefined)
  const cache = await cacheOf(options)

  return {
    operands,
    lint: {
      ...pages,
      workers,
      outputs: outputs.filter((it) => !isStdout(it)),
      lean: [format, ...reports.map(({name}) => name)].every(isLean) && annotate === undefined,
      ...(mend && {mend}),
      ...(baseline && {baseline}),
      ...((score || maxScore !== undefined) && {score: {...(kind && {kind})}}),
      ...(cache && {cache}),
      ...(annotate !== undefined && {annotate: {file: annotate, quiet}})
    },
    format,
    reporter,
    output,
    reports,
    annotate,
    outputs,
    reportOptions: (language, elsewhere) => {
      const width = elsewhere && options.color !== true ? 80 : columns()
      return {language, color: wantsColor(options, elsewhere), width, sort, quiet, score}
    },
    dry: mend?.dry === true,
    maxWarnings,
    maxScore,
    debug: options.debug === true || process.env.COPYLINT_DEBUG === '1',
    timing: options.timing === true,
    watch: options.watch === true
  }
}

const textOf = (value: Options[string]): string | undefined => (typeof value === 'string' ? value : undefined)

/** What is to be linted, and by which rules. */
async function pagesOf(
  operands: readonly string[],
  options: Options,
  mend: MendRequest | undefined
): Promise<LintOptions> {
  const language = languageOf(options)
  const encoding = encodingOf(options)
  const locale = localeOf(process.env)
  const rules = rulesOf(options)
  const fromStdin = operands.includes('-')
  if (fromStdin && mend && !mend.dry) {
    throw new Complaint({
      zh: '标准输入没有文件可以写回，请用 --fix-dry-run 看会怎么改',
      en: 'standard input has no file to write to; see what would be mended with --fix-dry-run'
    })
  }
  return {
    cwd: process.cwd(),
    builtin,
    issue: options.issue === true,
    rules,
    ...(typeof options.config === 'string' && {config: resolve(options.config)}),
    ...(options.config === false && {config: false as const}),
    ...(language && {language}),
    ...(encoding && {encoding}),
    ...(locale !== undefined && {locale}),
    ...(fromStdin && {stdin: {bytes: await readStdin(), name: textOf(options.stdinFilename) ?? '<stdin>'}})
  }
}

async function cacheOf({cache, cacheLocation, watch}: Options): Promise<Store | undefined> {
  if (cache === true) {
    const {createFolderStore} = await import('../node/cache/folder.ts')
    return createFolderStore(resolve(textOf(cacheLocation) ?? '.copylint-cache'))
  }
  if (cacheLocation !== undefined) {
    throw new Complaint({
      zh: '--cache-location 要和 --cache 一起用',
      en: '--cache-location goes with --cache'
    })
  }
  return watch === true ? (await import('../node/cache/store.ts')).createMemoryStore() : undefined
}

/** With `--fix-dry-run`. */
function refuseBesideDiff(format: string | undefined, annotate: string | undefined): void {
  if (format !== undefined && !isForTerminals(format)) {
    throw new Complaint({
      zh: `--fix-dry-run 输出的是改动对照（diff），不能同时用 --format ${format}`,
      en: `--fix-dry-run prints a diff: it cannot be used with --format ${format}`
    })
  }
  if (annotate !== undefined) {
    throw new Complaint({
      zh: '--fix-dry-run 什么文件都不写，不能同时用 --annotate',
      en: '--fix-dry-run writes nothing: it cannot be used with --annotate'
    })
  }
}

function refuseUnwatched(operands: readonly string[], changes: boolean): void {
  if (operands.includes('-')) {
    throw new Complaint({
      zh: '标准输入（-）读完就没有了，不能用 --watch 等它改动',
      en: 'standard input (-) does not change: --watch cannot wait for it'
    })
  }
  if (changes) {
    throw new Complaint({
      zh: '--watch 只检查，不改稿也不改基线，不能和 --fix、--update-baseline 这类选项一起用',
      en: '--watch only checks: it cannot be used with --fix, --update-baseline and their like'
    })
  }
}

/** `copylint explian …`: a file that is not there, by a name that is nearly a command's. */
function refuseMistypedCommand([first = '']: readonly string[]): void {
  const meant = /^[a-z-]{3,}$/i.test(first) && !existsSync(first) ? nearest(first, Object.keys(commands)) : undefined
  if (meant === undefined) return
  throw new Complaint({
    zh: `找不到 ${first} 这个文件，是不是命令 copylint ${meant}？`,
    en: `there is no file ${first}; did you mean the command copylint ${meant}?`
  })
}
