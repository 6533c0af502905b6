import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {builtin} from '../builtin.ts'
import {nearest} from '../config/nearest.ts'
import {Complaint} from '../node/complaint.ts'
import {overScore, statusOf, unjudged} from '../node/index.ts'
import type {MendRequest} from '../node/mend-pages.ts'
import {type LintOptions, lintFiles, type Run} from '../node/run.ts'
import {isForTerminals} from '../report/index.ts'
import type {PageReport} from '../report/message.ts'
import {count, type Reporter, type ReportOptions} from '../report/reporter.ts'
import {visible, visibleLines} from '../report/visible.ts'
import type {Language} from '../rule/rule.ts'
import {baselineOf, tellBaselines} from './baseline.ts'
import {mendedTexts} from './mended.ts'
import {commands} from './options.ts'
import {checkOutputs, isStdout, writeOutput} from './outputs.ts'
import {packageInfo} from './package.ts'
import type {Parsed} from './parse.ts'
import {foldersOf, loadReporter} from './reporters.ts'
import {readStdin} from './stdin.ts'
import {columns, localeOf, wantsColor} from './terminal.ts'
import {choice, encodingOf, languageOf, maxScoreOf, maxWarningsOf, mendOf, reportsOf, rulesOf} from './values.ts'

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
    reportsOf(options).map(async ({name, file}) => ({file, reporter: await loadReporter(name, '--report', folders)}))
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
  const thrown: unknown[] = []
  const lintOptions = await toLintOptions(operands, options, mend)
  // a filter writes what it has; when nobody reads on, and nothing else was asked for, it is done
  const streams = format === 'ndjson' && isStdout(output)
  let unread = false
  const write = async (page: PageReport, language: Language) => {
    if (unread && reports.length === 0 && annotate === undefined && !lintOptions.mend) process.exit(2)
    const line = await reporter([page], toReportOptions(language, false))
    // what is not taken yet is waited for: a slow reader must not fill the memory
    await new Promise<void>((done) => {
      process.stdout.write(line, (error) => {
        unread ||= error !== null && error !== undefined
        done()
      })
    })
  }
  const run = await lintFiles(operands, {
    ...lintOptions,
    ...(baseline && {baseline}),
    ...((score || maxScore !== undefined) && {score: {...(kind && {kind})}}),
    ...(annotate !== undefined && {annotate: {file: annotate, quiet: options.quiet === true}}),
    ...(streams && {onPage: write}),
    onThrown: (it) => thrown.push(it),
    outputs: outputs.filter((it) => !isStdout(it))
  })

  const start = performance.now()
  const toFile = !isStdout(output)
  const failed = [
    streams || (await deliver(async () => (dry ? run.diffs.join('') : make(reporter, toFile)), output)),
    ...(await Promise.all(reports.map(({reporter: it, file}) => deliver(() => make(it, true), file))))
  ].some((ok) => !ok)

  tellComplaints(run, format, dry || toFile)
  if (options.debug === true || process.env.COPYLINT_DEBUG === '1') tellStacks(thrown)
  for (const {zh, en} of mend ? mendedTexts(run, mend) : []) tell(run.language, zh, en)
  tellBaselines(run, baseline?.task)
  if (options.timing === true) tellTimings(run, performance.now() - start)
  const isAnnotated = annotate === undefined || (await deliverAnnotated(annotate))
  tellTooMany(run, maxWarnings)
  tellTooHigh(run, maxScore)
  return failed || !isAnnotated ? 2 : statusOf(run, maxWarnings, maxScore)

  function toReportOptions(language: Language, toFile: boolean): ReportOptions {
    const width = toFile && options.color !== true ? 80 : columns()
    return {language, color: wantsColor(options, toFile), width, sort, quiet: options.quiet === true, score}
  }

  async function make(by: Reporter, toFile: boolean): Promise<string> {
    return by(run.pages, {...toReportOptions(run.language, toFile), rules: run.rules, ...packageInfo()})
  }

  /** Gives a report to standard output or into a file. */
  async function deliver(report: () => Promise<string>, file: string): Promise<boolean> {
    try {
      const text = await report()
      if (isStdout(file)) process.stdout.write(text)
      else writeOutput(file, text)
      return true
    } catch (error) {
      if (!(error instanceof Complaint)) throw error
      tell(run.language, error.texts.zh, error.texts.en)
      return false
    }
  }

  /** Writes the Word file with comments, and says so. */
  async function deliverAnnotated(file: string): Promise<boolean> {
    const {writeAnnotated} = await import('./annotated.ts')
    const {done, texts} = writeAnnotated(run, file)
    tell(run.language, texts.zh, texts.en)
    return done
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
  for (const complaint of complaints) process.stderr.write(`${visible(complaint)}\n`)
}

/** Where rules threw: for those who write them. */
function tellStacks(thrown: readonly unknown[]): void {
  const stacks = new Set(thrown.map((it) => (it instanceof Error ? it.stack : undefined)))
  for (const stack of stacks) if (stack !== undefined) process.stderr.write(`${visibleLines(stack)}\n`)
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
