import {now} from '../node/clock.ts'
import {keepCompiled} from '../node/compiled/load.ts'
import {Complaint} from '../node/complaint.ts'
import {statusOf} from '../node/index.ts'
import {lintFiles, type Run} from '../node/run.ts'
import {isByPage} from '../report/index.ts'
import type {Reporter} from '../report/reporter.ts'
import {visibleLines} from '../report/visible.ts'
import type {Language} from '../rule/rule.ts'
import {tellBaselines} from './baseline.ts'
import {mendedTexts} from './mended.ts'
import {isStdout} from './outputs.ts'
import {packageInfo} from './package.ts'
import type {Parsed} from './parse.ts'
import {type Plan, planOf} from './plan.ts'
import {progressOf} from './progress.ts'
import {createStream, type Stream} from './stream.ts'
import {tell, tellComplaints, tellTimings, tellTooHigh, tellTooMany} from './tell.ts'

/** `copylint FILE…`: lints, mends, reports. Gives the exit status. */
export async function lintCommand(parsed: Parsed): Promise<number> {
  const plan = await planOf(parsed)
  const {operands, outputs, format, output} = plan
  if (plan.watch) {
    const {watch} = await import('./watch.ts')
    return watch(operands, outputs, () => lintOnce(plan, undefined, parsed.options))
  }
  const streams = !plan.dry && isStdout(output) && isByPage(format)
  const stream = streams
    ? await createStream(format, (language) => plan.reportOptions(language, false), isAlone(plan))
    : undefined
  const linted = await lintOnce(plan, stream, parsed.options)
  process.stdout.write(linted.text)
  linted.tellRest()
  // what other commands use of the program is too little to be kept
  keepCompiled()
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

/** Whether nobody but the main report wants the pages: what could not be mended is told of them, too. */
const isAlone = ({reports, annotate, lint}: Plan): boolean =>
  reports.length === 0 && annotate === undefined && !lint.mend

/** Lints, and writes what goes into files. */
async function lintOnce(plan: Plan, stream: Stream | undefined, options: Parsed['options']): Promise<Linted> {
  const stacks = plan.debug ? new Set<string>() : undefined
  const progress = progressOf(options, stream !== undefined && process.stdout.isTTY === true)
  const run = await lintFiles(plan.operands, {
    ...plan.lint,
    ...(stream && {onPage: stream.add, passing: isAlone(plan)}),
    ...(progress && {onProgress: progress.show}),
    // what is thrown keeps the page in memory
    ...(stacks && {onThrown: (it) => it instanceof Error && it.stack !== undefined && stacks.add(it.stack)})
  })
  progress?.erase()

  const start = now()
  const {text, done} = await report(plan, run, stream)
  const annotated =
    plan.annotate === undefined ? undefined : (await import('./annotated.ts')).writeAnnotated(run, plan.annotate)
  const {language} = run
  return {
    text,
    language,
    sources: run.sources,
    status: !done || annotated?.done === false ? 2 : statusOf(run, plan.maxWarnings, plan.maxScore),
    tellRest: () => {
      const {mend, baseline, cache} = plan.lint
      tellComplaints(run, plan.format, plan.dry || !isStdout(plan.output))
      for (const stack of stacks ?? []) process.stderr.write(`${visibleLines(stack)}\n`)
      for (const texts of mend ? mendedTexts(run, mend) : []) tell(language, texts)
      tellBaselines(run, baseline?.task)
      if (plan.timing) tellTimings(run, now() - start)
      if (annotated) tell(language, annotated.texts)
      tellTooMany(run, plan.maxWarnings)
      tellTooHigh(run, plan.maxScore)
      const trouble = cache?.trouble()
      if (trouble) tell(language, trouble)
    }
  }
}

/** Makes the reports: one that cannot be written keeps none of the others from being made. */
async function report(
  plan: Plan,
  run: Run,
  stream: Stream | undefined
): Promise<{readonly text: string; readonly done: boolean}> {
  const {language} = run
  const make = async (reporter: Reporter, elsewhere: boolean): Promise<string> =>
    reporter(run.pages, {...plan.reportOptions(language, elsewhere), rules: run.rules, ...packageInfo()})
  const write = async (file: string, content: string) => {
    const {writeOutput} = await import('./write-output.ts')
    writeOutput(file, content)
  }
  const main = async () => (plan.dry ? run.diffs.join('') : make(plan.reporter, !isStdout(plan.output)))
  let text = ''
  const all = [
    async () => {
      if (stream) text = await stream.end(language)
      else if (isStdout(plan.output)) text = await main()
      else await write(plan.output, await main())
    },
    ...plan.reports.map(
      ({reporter, file}) =>
        async () =>
          write(file, await make(reporter, true))
    )
  ]
  let done = true
  for (const work of all) done = (await isMade(work, language)) && done
  return {text, done}
}

/** Makes a report, or says why it cannot be written. */
async function isMade(work: () => Promise<void>, language: Language): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (!(error instanceof Complaint)) throw error
    tell(language, error.texts)
    return false
  }
}
