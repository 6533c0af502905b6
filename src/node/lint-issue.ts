import {toScoreConfig} from '../config/score.ts'
import type {Format} from '../formats/format.ts'
import {describe} from '../report/describe.ts'
import {chooseLanguage, localeLanguage} from '../report/language.ts'
import type {PageReport} from '../report/message.ts'
import type {Language, Texts} from '../rule/rule.ts'
import {scoreOptions} from '../score/options.ts'
import type {PageAcceptance} from './accepting.ts'
import type {Baseline} from './baseline.ts'
import {type Checked, check} from './check.ts'
import type {Input} from './files.ts'
import type {MendedIssue} from './mend-pages.ts'
import type {Tools} from './outcomes.ts'
import {openPage, type ReadPage, readPage, type UnreadPage} from './pages.ts'
import type {LintOptions} from './run.ts'
import type {Settings} from './settings.ts'

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
  {finder, baselines: {baselineOf}, lists, clock}: Tools
): Promise<{pages: Draft[]; language?: Language; mended?: MendedIssue; digests?: (string | undefined)[]}> {
  const home = inputs.find((input) => 'absolute' in input)
  const settings = home && (await clock.timed('config', () => finder.settingsOf(home.absolute)))
  const formats = settings?.formats ?? []
  const read = await clock.timed('read', () => Promise.all(inputs.map((input) => open(input, options, formats))))
  const pages = read.filter((page) => 'bytes' in page)
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
