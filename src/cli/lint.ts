import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {builtin} from '../builtin.ts'
import {nearest} from '../config/nearest.ts'
import type {Store} from '../node/cache/store.ts'
import {Complaint} from '../node/complaint.ts'
import {overScore, statusOf, unjudged} from '../node/index.ts'
import type {MendRequest} from '../node/mend-pages.ts'
import {type LintOptions, lintFiles, type Run} from '../node/run.ts'
import {byPage, isByPage, isForTerminals, isLean} from '../report/index.ts'
import {chooseLanguage} from '../report/language.ts'
import type {PageReport} from '../report/message.ts'
import {type ByPage, count, type Reporter, type ReportOptions} from '../report/reporter.ts'
import {orderless, visible, visibleLines} from '../report/visible.ts'
import type {Language} from '../rule/rule.ts'
import {baselineOf, tellBaselines} from './baseline.ts'
import {mendedTexts} from './mended.ts'
import {commands} from './options.ts'
import {checkOutputs, isStdout, writeOutput} from './outputs.ts'
import {packageInfo} from './package.ts'
import type {Parsed} from './parse.ts'
import {createProgress, type Progress, wantsProgress} from './progress.ts'
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

/** `copylint FILE…`: lints, mends, reports. Gives the exit status. */
export async function lintCommand({operands, options}: Parsed): Promise<number> {
  if (operands.length === 0) {
    throw new Complaint({
      zh: '没有给出文件，例如：copylint issue.txt；用 copylint --help 看说明',
      en: 'no files given, for example: copylint issue.txt; see copylint --help'
    })
  }
  // everything is understood before anything is done
  const asked = typeof options.format === 'string' ? options.format : undefined
  const format = asked ?? (process.stdout.isTTY ? 'pretty' : 'text')
  const folders = foldersOf(operands, options)
  const reporter = await loadReporter(format, '--format', folders)
  const reports = await Promise.all(
    reportsOf(options).map(async ({name, file}) => ({
      name,
      file,
      reporter: await loadReporter(name, '--report', folders)
    }))
  )
  const maxWarnings = maxWarningsOf(options)
  const maxScore = maxScoreOf(options)
  const kind = choice(options, 'scoreKind', '--score-kind', ['newspaper', 'periodical'])
  const score = options.score === true || kind !== undefined
  const sort = choice(options, 'sort', '--sort', ['place', 'severity']) ?? 'place'
  const mend = mendOf(options)
  const dry = mend?.dry === true
  if (dry && asked !== undefined && !isForTerminals(asked)) {
    throw new Complaint({
      zh: `--fix-dry-run 输出的是改动对照（diff），不能同时用 --format ${asked}`,
      en: `--fix-dry-run prints a diff: it cannot be used with --format ${asked}`
    })
  }
  refuseMistypedCommand(operands)
  const baseline = baselineOf(operands, options)
  const output = typeof options.output === 'string' ? options.output : '-'
  const annotate = typeof options.annotate === 'string' ? options.annotate : undefined
  if (annotate !== undefined && dry) {
    throw new Complaint({
      zh: '--fix-dry-run 什么文件都不写，不能同时用 --annotate',
      en: '--fix-dry-run writes nothing: it cannot be used with --annotate'
    })
  }
  const outputs = [output, ...reports.map(({file}) => file), ...(annotate === undefined ? [] : [annotate])]
  checkOutputs(outputs)
  const lintOptions = await toLintOptions(operands, options, mend)
  const workers = workersOf(options)
  if (options.watch === true) refuseUnwatched(operands, mend !== undefined || baseline?.task !== undefined)
  const cache = await cacheOf(options)
  const names = [format, ...reports.map(({name}) => name)]
  const toFile = !isStdout(output)
  const toReportOptions = (language: Language, elsewhere: boolean): ReportOptions => {
    const width = elsewhere && options.color !== true ? 80 : columns()
    return {language, color: wantsColor(options, elsewhere), width, sort, quiet: options.quiet === true, score}
  }

  /** Lints once, and writes what goes into files; with `stream`, the report as its pages come. */
  const once = async (stream: boolean): Promise<Linted> => {
    const stacks = options.debug === true || process.env.COPYLINT_DEBUG === '1' ? new Set<string>() : undefined
    const progress = progressOf(options, stream && process.stdout.isTTY === true)
    const giveUp = reports.length === 0 && annotate === undefined && !lintOptions.mend
    const pages = stream ? await createStream(format, (it) => toReportOptions(it, false), giveUp) : undefined
    const run = await lintFiles(operands, {
      ...lintOptions,
      ...(baseline && {baseline}),
      ...((score || maxScore !== undefined) && {score: {...(kind && {kind})}}),
      lean: names.every(isLean) && annotate === undefined,
      workers,
      ...(cache && {cache}),
      ...(pages && {onPage: pages.add, passing: reports.length === 0 && annotate === undefined}),
      ...(annotate !== undefined && {annotate: {file: annotate, quiet: options.quiet === true}}),
      ...(progress && {onProgress: progress.show}),
      // what is thrown keeps the page in memory
      ...(stacks && {onThrown: (it) => it instanceof Error && it.stack !== undefined && stacks.add(it.stack)}),
      outputs: outputs.filter((it) => !isStdout(it))
    })
    progress?.erase()

    const start = performance.now()
    const {language} = run
    const make = async (by: Reporter, elsewhere: boolean): Promise<string> =>
      by(run.pages, {...toReportOptions(language, elsewhere), rules: run.rules, ...packageInfo()})
    const main = async () => (dry ? run.diffs.join('') : make(reporter, toFile))
    let text = ''
    const failed = [
      await made(async () => {
        if (pages) text = await pages.end(language)
        else if (toFile) writeOutput(output, await main())
        else text = await main()
      }, language),
      ...(await Promise.all(
        reports.map(({reporter: it, file}) => made(async () => writeOutput(file, await make(it, true)), language))
      ))
    ].some((ok) => !ok)
    const annotated =
      annotate === undefined ? undefined : (await import('./annotated.ts')).writeAnnotated(run, annotate)
    return {
      text,
      language,
      sources: run.sources,
      status: failed || annotated?.done === false ? 2 : statusOf(run, maxWarnings, maxScore),
      tellRest: () => {
        tellComplaints(run, format, dry || toFile)
        for (const stack of stacks ?? []) process.stderr.write(`${visibleLines(stack)}\n`)
        for (const {zh, en} of mend ? mendedTexts(run, mend) : []) tell(language, zh, en)
        tellBaselines(run, baseline?.task)
        if (options.timing === true) tellTimings(run, performance.now() - start)
        if (annotated) tell(language, annotated.texts.zh, annotated.texts.en)
        tellTooMany(run, maxWarnings)
        tellTooHigh(run, maxScore)
        const trouble = cache?.trouble()
        if (trouble) tell(language, trouble.zh, trouble.en)
      }
    }
  }

  if (options.watch === true) return (await import('./watch.ts')).watch(operands, outputs, () => once(false))
  const linted = await once(!dry && !toFile && isByPage(format))
  process.stdout.write(linted.text)
  linted.tellRest()
  return linted.status
}

/** What came of linting once. */
export interface Linted {
  /** What is left to be written to standard output. */
  readonly text: string
  readonly language: Language
  /** The files that it depends on beside the pages. */
  readonly sources: readonly string[]
  readonly status: number
  /** Tells what goes to standard error. */
  readonly tellRest: () => void
}

/**
 * A report that is written as the pages come, in the language that is known with the first.
 *
 * @param giveUp when nobody reads on the work is done: there is no other
 */
async function createStream(format: string, how: (language: Language) => ReportOptions, giveUp: boolean) {
  if (!isByPage(format)) return undefined
  const create = await byPage[format]()
  let report: ByPage | undefined
  let unread = false
  const begun = (language: Language): ByPage => {
    report ??= create(how(language))
    return report
  }
  return {
    add: async (page: PageReport, language: Language) => {
      if (unread && giveUp) process.exit(2)
      const text = begun(language).page(page)
      // what is not taken yet is waited for: a slow reader must not fill the memory
      await new Promise<void>((done) => {
        process.stdout.write(text, (error) => {
          unread ||= error !== null && error !== undefined
          done()
        })
      })
    },
    end: (language: Language) => begun(language).end()
  }
}

/** Makes a report, or says why it cannot be written. */
async function made(report: () => Promise<void>, language: Language): Promise<boolean> {
  try {
    await report()
    return true
  } catch (error) {
    if (!(error instanceof Complaint)) throw error
    tell(language, error.texts.zh, error.texts.en)
    return false
  }
}

/** Where somebody waits, and no report is written over the line meanwhile. */
function progressOf(options: Parsed['options'], writing: boolean): Progress | undefined {
  if (writing || options.watch === true || !wantsProgress(process.env)) return undefined
  const asked = languageOf(options)
  const locale = localeOf(process.env)
  return createProgress(chooseLanguage({...(asked && {asked}), ...(locale !== undefined && {locale})}))
}

async function cacheOf({cache, cacheLocation, watch}: Parsed['options']): Promise<Store | undefined> {
  if (cache === true) {
    const {createFolderStore} = await import('../node/cache/folder.ts')
    return createFolderStore(resolve(typeof cacheLocation === 'string' ? cacheLocation : '.copylint-cache'))
  }
  if (cacheLocation !== undefined) {
    throw new Complaint({
      zh: '--cache-location 要和 --cache 一起用',
      en: '--cache-location goes with --cache'
    })
  }
  return watch === true ? (await import('../node/cache/store.ts')).createMemoryStore() : undefined
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

async function toLintOptions(
  operands: readonly string[],
  options: Parsed['options'],
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
  const name = typeof options.stdinFilename === 'string' ? options.stdinFilename : '<stdin>'
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
    ...(fromStdin && {stdin: {bytes: await readStdin(), name}}),
    ...(mend && {mend})
  }
}

/** On one terminal the report has told them already. */
function tellComplaints({complaints}: Run, format: string, elsewhere: boolean): void {
  if (isForTerminals(format) && !elsewhere && process.stdout.isTTY && process.stderr.isTTY) return
  for (const complaint of complaints) process.stderr.write(`${orderless(visible(complaint))}\n`)
}

/** Without errors the report looks as if all were well: why the status is 1 must be said. */
function tellTooMany({pages, language}: Run, most = Number.POSITIVE_INFINITY): void {
  const {warning} = count(pages)
  if (warning <= most) return
  tell(
    language,
    `疑点有 ${warning} 处，多于 --max-warnings 允许的 ${most} 处`,
    `there are more warnings (${warning}) than --max-warnings allows (${most})`
  )
}

/** Each issue is judged by itself; a page without text cannot be. */
function tellTooHigh({pages, language}: Run, most: number | undefined): void {
  for (const path of unjudged(pages, most)) {
    tell(
      language,
      `${path} 没有文字，差错率不能算（--max-score），请看稿件导出来没有`,
      `there is no text in ${path}: --max-score has nothing to judge; was the page exported?`
    )
  }
  for (const {path, rate, issue} of overScore(pages, most)) {
    const what = issue ? {zh: '这一期', en: 'the issue'} : {zh: path, en: path}
    tell(
      language,
      `${what.zh}的差错率是 ${rate}/10000，高于 --max-score 允许的 ${most}/10000`,
      `the error rate of ${what.en} is ${rate} in 10,000, more than --max-score allows (${most})`
    )
  }
}

function tellTimings({timings}: Run, report: number): void {
  for (const [step, time] of [...timings, ['report', report] as const]) {
    process.stderr.write(`${time.toFixed(1).padStart(9)} ms  ${step}\n`)
  }
}

function tell(language: Language, zh: string, en: string): void {
  process.stderr.write(`copylint: ${visible(language === 'zh' ? zh : en)}\n`)
}
