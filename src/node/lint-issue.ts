import {toScoreConfig} from '../config/score.ts'
import type {Document, Format} from '../formats/format.ts'
import {type ActiveRule, type Failure, type Found, lint, type Result} from '../lint.ts'
import type {createLists} from '../lists.ts'
import {describe, failureTexts} from '../report/describe.ts'
import {chooseLanguage, localeLanguage} from '../report/language.ts'
import type {PageReport} from '../report/message.ts'
import type {Language, Texts} from '../rule/rule.ts'
import {scoreOptions} from '../score/options.ts'
import type {Accepted, Accepter, PageAcceptance} from './accepting.ts'
import type {Baseline, BaselineFinder} from './baseline.ts'
import type {Clock} from './clock.ts'
import type {Input} from './files.ts'
import type {MendedIssue} from './mend-pages.ts'
import {openPage, type ReadPage, readPage, type UnreadPage} from './pages.ts'
import type {LintOptions} from './run.ts'
import type {Settings, SettingsFinder} from './settings.ts'

/** A page's report, its failures in both languages until the report's is known. */
export interface Draft extends Omit<PageReport, 'failures'> {
  /** Of its config and its word lists: many pages share them. */
  readonly shared: readonly Texts[]
  readonly own: readonly Texts[]
  /** What its baseline is to hold, where it is to be written. */
  readonly acceptance?: PageAcceptance
}

/**
 * Lints the pages of one issue, mends them where that was asked for, and runs the retext plugins of their config: that of the
 * first page holds for all. What goes wrong is a failure of the page.
 */
export async function lintIssue(
  inputs: readonly Input[],
  options: LintOptions,
  finder: SettingsFinder,
  baselineFinder: BaselineFinder,
  lists: ReturnType<typeof createLists>,
  clock: Clock
): Promise<{pages: Draft[]; language?: Language; mended?: MendedIssue; digests?: (string | undefined)[]}> {
  const home = inputs.find((input) => 'absolute' in input)
  const settings = home && (await clock.timed('config', () => finder.settingsOf(home.absolute)))
  const formats = settings?.formats ?? []
  const read = await clock.timed('read', () => Promise.all(inputs.map((input) => open(input, options, formats))))
  const pages = read.filter((page) => 'bytes' in page)
  const {baselineOf} = baselineFinder
  const baselines = await clock.timed('baseline', () => Promise.all(pages.map(({absolute}) => baselineOf(absolute))))
  const errors = [...(settings?.errors ?? []), ...baselines.flatMap((it) => it?.errors ?? [])]
  const usable = settings && errors.length === 0 ? pages : []
  const listed = settings && usable.length > 0 ? await clock.timed('lists', () => lists(settings.active)) : undefined
  const accepts =
    settings && usable.length > 0 && needsAccepter(usable, baselines, options)
      ? await (await import('./accepting.ts')).createAccepter(
          usable,
          baselines,
          {...settings, active: listed?.rules ?? []},
          options.baseline?.task
        )
      : undefined
  const done = settings && listed && (await check(usable, listed.rules, settings, options, clock, accepts))

  const hints = {
    ...(options.language && {asked: options.language}),
    ...(settings?.lang && {config: settings.lang.value}),
    ...(options.locale !== undefined && {locale: options.locale})
  }
  const copy = pages.map(({document}) => document.copy)
  const known = options.language ?? settings?.lang?.value ?? localeLanguage(options.locale)
  const language = known ?? (copy.length > 0 ? chooseLanguage({...hints, copy}) : undefined)
  const {documents = []} = done ?? {}
  const rules = [...(settings?.known.values() ?? [])].filter((rule) => rule !== null)
  const described = done
    ? clock.sync('describe', () => describe(done.result, language ?? 'en', rules, {documents}))
    : []
  const reports =
    done && settings && options.score
      ? await clock.timed('score', () => counted(described, done, settings, options.score))
      : described
  const told =
    done?.accepted && accepts
      ? (await import('./accepting.ts')).withAccepted(reports, done.accepted, documents, language ?? 'en')
      : reports
  const drafts = read.map((page): Draft => {
    if ('unread' in page) return {...empty(page.path), own: [page.unread]}
    const index = usable.indexOf(page)
    const report = told[index]
    if (!report || !done) return {...empty(page.path), shared: errors}
    const own = done.failures.filter((it) => (it.page ?? 0) === index).map(({texts}) => texts)
    const acceptance = done.accepted?.pages[index]?.acceptance
    const shared = [...(settings?.failures ?? []), ...(listed?.failures ?? [])]
    return {...report, shared, own, ...(acceptance && {acceptance})}
  })
  const {digestOf} = options
  return {
    pages: drafts,
    ...(language && {language}),
    ...(done?.mended && {mended: done.mended}),
    ...(digestOf && {digests: read.map((page) => ('bytes' in page ? digestOf(page.bytes) : undefined))})
  }
}

/** Whether anything may be accepted: else nothing is loaded for it. */
const needsAccepter = (
  pages: readonly ReadPage[],
  baselines: readonly (Baseline | undefined)[],
  {baseline}: LintOptions
): boolean =>
  baseline?.task !== undefined ||
  baselines.some((it) => it && it.files.size > 0) ||
  pages.some(({document}) => (document.directives ?? []).length > 0)

/** What only `--score` needs is loaded for it. */
async function counted(
  reports: readonly PageReport[],
  {result, documents}: Checked,
  {known, score}: Settings,
  {kind}: NonNullable<LintOptions['score']> = {}
): Promise<PageReport[]> {
  const {withScore} = await import('../report/score/with-score.ts')
  const rules = [...known.values()].filter((rule) => rule !== null)
  return withScore(reports, result, rules, scoreOptions(toScoreConfig(score.values()), kind), documents)
}

async function open(
  input: Input,
  {encoding, stdin}: LintOptions,
  formats: readonly Format[]
): Promise<ReadPage | UnreadPage> {
  if ('missing' in input) return {path: input.path, unread: input.missing}
  const how = {...(encoding && {encoding}), formats}
  return stdin && input.stdin ? openPage(input, stdin.bytes, how) : readPage(input, how)
}

const empty = (path: string): Draft => ({path, copy: '', stories: [], blocks: [], messages: [], shared: [], own: []})

interface PageFailure {
  readonly page?: number
  readonly texts: Texts
}

/** What came of checking: the findings lie on the copies of the documents. */
interface Checked {
  readonly result: Result
  readonly documents: readonly Document[]
  readonly failures: PageFailure[]
  readonly mended?: MendedIssue
  readonly accepted?: Accepted
}

async function check(
  pages: readonly ReadPage[],
  active: readonly ActiveRule[],
  {plugins, states}: Settings,
  options: LintOptions,
  clock: Clock,
  accepts: Accepter | undefined
): Promise<Checked> {
  // what was found last, and the pages it was found on: after mending, those that lie in the files now
  let documents = pages.map(({document}): Document => document)
  let all: readonly Found[] = []
  const lintDocuments = (now: readonly Document[]): Result => {
    documents = [...now]
    const result = lint(
      pages.map(({path}, index) => {
        const {copy = '', outline} = now[index] ?? {}
        return {path, source: copy, ...(outline && {outline})}
      }),
      active
    )
    for (const [step, time] of result.timings) clock.add(step, time)
    all = result.findings
    // what is accepted is not mended
    return accepts && options.mend ? {...result, findings: accepts(result, documents).findings} : result
  }
  let result: Result
  let mended: MendedIssue | undefined
  if (options.mend) {
    const {mendPages} = await import('./mend-pages.ts')
    mended = await mendPages(pages, lintDocuments, options.mend)
    result = mended.result
  } else result = lintDocuments(documents)

  const own = result.failures.length > 0 ? await told(result.failures, plugins, options) : []
  const failures: PageFailure[] = [...(mended?.failures ?? []), ...own.map(toFailure)]
  const findings = [...all]
  const before = failures.length
  if (plugins.some(({retext}) => retext !== undefined)) {
    const {runRetext} = await import('./retext.ts')
    for (const [index, page] of result.issue.pages.entries()) {
      const own = await clock.timed('retext', () => runRetext(plugins, page, index, states))
      findings.push(...own.findings)
      failures.push(...own.failures)
    }
    findings.sort(
      (a, b) =>
        a.at.page - b.at.page || a.at.start - b.at.start || a.at.end - b.at.end || compareCode(a.ruleId, b.ruleId)
    )
  }
  const whole = {...result, findings}
  const accepted = accepts && clock.sync('accept', () => accepts(whole, documents, failures.length === before))
  return {
    result: accepted ? {...whole, findings: accepted.findings} : whole,
    documents,
    failures,
    ...(mended && {mended}),
    ...(accepted && {accepted})
  }
}

const compareCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Failures with their lines; what was thrown goes to whoever asked for it. */
async function told(
  failures: readonly Failure[],
  plugins: Settings['plugins'],
  {cwd, onThrown}: LintOptions
): Promise<Failure[]> {
  const {withLine} = await import('./thrown.ts')
  for (const {cause} of failures) if (cause !== undefined) onThrown?.(cause)
  return failures.map((it) => withLine(it, plugins, cwd))
}

function toFailure(failure: Failure): PageFailure {
  return {...(failure.page !== undefined && {page: failure.page}), texts: failureTexts(failure)}
}
