import {writeFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {builtin} from '../builtin.ts'
import {Complaint} from '../node/complaint.ts'
import {statusOf} from '../node/index.ts'
import {type LintOptions, lintFiles, type Run} from '../node/run.ts'
import {type ReporterName, reporterNames, reporters} from '../report/index.ts'
import {visible} from '../report/visible.ts'
import type {Language} from '../rule/rule.ts'
import type {Parsed} from './parse.ts'
import {readStdin} from './stdin.ts'
import {columns, localeOf, wantsColor} from './terminal.ts'
import {choice, encodingOf, languageOf, maxWarningsOf, reportsOf, rulesOf} from './values.ts'

/** `copylint FILE…`: lints, mends, reports. Gives the exit status. */
export async function lintCommand({operands, options}: Parsed): Promise<number> {
  if (operands.length === 0) {
    throw new Complaint({
      zh: '没有给出文件，例如：copylint issue.txt；用 copylint --help 看说明',
      en: 'no files given, for example: copylint issue.txt; see copylint --help'
    })
  }
  // everything is understood before anything is done
  const format = choice(options, 'format', '--format', reporterNames) ?? (process.stdout.isTTY ? 'pretty' : 'text')
  const reports = reportsOf(options, reporterNames)
  const maxWarnings = maxWarningsOf(options)
  const sort = choice(options, 'sort', '--sort', ['place', 'severity']) ?? 'place'
  const dry = options.fixDryRun === true
  const run = await lintFiles(operands, await toLintOptions(operands, options, dry))

  const start = performance.now()
  const make = async (name: ReporterName, toFile: boolean): Promise<string> => {
    const reporter = await reporters[name]()
    const width = toFile && options.color !== true ? 80 : columns()
    const color = wantsColor(options, toFile) && name !== 'json'
    return reporter(run.pages, {language: run.language, color, width, sort, quiet: options.quiet === true})
  }
  const failed = [
    ...(dry ? [] : [await deliver(await make(format, options.output !== undefined), options.output)]),
    ...(await Promise.all(reports.map(async ({name, file}) => deliver(await make(name, true), file))))
  ].some((ok) => !ok)
  if (dry) process.stdout.write(run.diffs.join(''))

  tellComplaints(run, format, options)
  if (options.fix === true || options.fixUnsafe === true || dry) tellMended(run, dry)
  if (options.timing === true) tellTimings(run, performance.now() - start)
  return failed ? 2 : statusOf(run, maxWarnings)

  /** Gives a report to standard output or into a file. */
  async function deliver(report: string, file: string | boolean | readonly string[] | undefined): Promise<boolean> {
    if (typeof file !== 'string') {
      process.stdout.write(report)
      return true
    }
    try {
      writeFileSync(file, report)
      return true
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      tell(run.language, `报告写不进 ${file}（${code}）`, `the report cannot be written to ${file} (${code})`)
      return false
    }
  }
}

async function toLintOptions(
  operands: readonly string[],
  options: Parsed['options'],
  dry: boolean
): Promise<LintOptions> {
  const language = languageOf(options)
  const encoding = encodingOf(options)
  const locale = localeOf(process.env)
  const level = options.fixUnsafe === true ? 'unsafe' : options.fix === true || dry ? 'safe' : undefined
  const rules = rulesOf(options)
  const fromStdin = operands.includes('-')
  if (fromStdin && level !== undefined && !dry) {
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
    ...(level && {mend: {level, dry}})
  }
}

/** On one terminal the report has told them already. */
function tellComplaints({complaints}: Run, format: ReporterName, {output, fixDryRun}: Parsed['options']): void {
  const told = format === 'pretty' && output === undefined && fixDryRun !== true
  if (told && process.stdout.isTTY && process.stderr.isTTY) return
  for (const complaint of complaints) process.stderr.write(`${visible(complaint)}\n`)
}

function tellMended({mended: {mends, files}, language}: Run, dry: boolean): void {
  if (mends === 0) tell(language, '没有可以自动改的', 'nothing to mend')
  else if (dry)
    tell(
      language,
      `可改 ${mends} 处（${files} 个文件），没有写文件`,
      `${mends} to mend in ${files} files; nothing was written`
    )
  else tell(language, `改了 ${mends} 处（${files} 个文件）`, `${mends} mended in ${files} files`)
}

function tellTimings({timings}: Run, report: number): void {
  for (const [step, time] of [...timings, ['report', report] as const]) {
    process.stderr.write(`${time.toFixed(1).padStart(9)} ms  ${step}\n`)
  }
}

function tell(language: Language, zh: string, en: string): void {
  process.stderr.write(`copylint: ${visible(language === 'zh' ? zh : en)}\n`)
}
