import {resolve} from 'node:path'
import {noRule} from '../config/check.ts'
import type {MendLevel} from '../fix/mend.ts'
import {type Failure, lint, type Result} from '../lint.ts'
import {describe, failureTexts} from '../report/describe.ts'
import {chooseLanguage, localeLanguage} from '../report/language.ts'
import type {PageReport} from '../report/message.ts'
import type {Severity} from '../rule/finding.ts'
import type {AnyRule, Language, Texts} from '../rule/rule.ts'
import {Complaint, located} from './complaint.ts'
import type {Encoding} from './decode.ts'
import {findFiles, type Input, type InputFile} from './files.ts'
import type {MendedIssue} from './mend-pages.ts'
import {decodePage, type ReadPage, readPage, type UnreadPage} from './pages.ts'
import {createSettings, type Settings, type SettingsFinder} from './settings.ts'

/** How files are linted. */
export interface LintOptions {
  /** Absolute; where patterns and the names in reports start. */
  readonly cwd: string
  readonly builtin: readonly AnyRule[]
  /** The files are the pages of one issue; the config of the first holds for all. */
  readonly issue?: boolean
  /** A config's absolute path; `false` for none: the recommended rules. */
  readonly config?: string | false
  /** Levels that outrank the config. */
  readonly rules?: readonly {readonly rule: string; readonly level: Severity | 'off'}[]
  readonly language?: Language
  /** `zh_CN.UTF-8`, as the environment says. */
  readonly locale?: string
  readonly encoding?: Encoding
  /** For `-`: what was read from standard input, and the name it goes by. */
  readonly stdin?: {readonly bytes: Uint8Array; readonly name: string}
  readonly mend?: {readonly level: MendLevel /** Writes nothing. */; readonly dry: boolean}
}

/** What came of a run. */
export interface Run {
  /** In the order given. */
  readonly pages: readonly PageReport[]
  /** That of the report. */
  readonly language: Language
  /** How many mends were made, in how many files. */
  readonly mended: {readonly mends: number; readonly files: number}
  /** What mending would change, a unified diff a file; only of a dry run. */
  readonly diffs: readonly string[]
  /** All failures, each once, with the file that it concerns before it. */
  readonly complaints: readonly string[]
  /** Milliseconds by step, in the order in which they came. */
  readonly timings: ReadonlyMap<string, number>
}

/** A page's report, its failures in both languages until the report's is known. */
interface Draft extends Omit<PageReport, 'failures'> {
  /** Of its config: many pages share them. */
  readonly shared: readonly Texts[]
  readonly own: readonly Texts[]
}

/**
 * Lints files, one issue after the other. What cannot be read, found or loaded is a failure of the page that it concerns;
 * the others are linted all the same.
 *
 * @param patterns files, folders, globs, `-` for standard input
 * @throws Complaint for a rule in `rules` that nobody has
 */
export async function lintFiles(patterns: readonly string[], options: LintOptions): Promise<Run> {
  const clock = createClock()
  const finder = createSettings(options)
  const inputs = await clock.timed('find', () => inputsOf(patterns, options, finder))
  const issues = options.issue ? [inputs] : inputs.map((input) => [input])
  await refuseUnknownRules(inputs, options, finder)

  const drafts: Draft[] = []
  const diffs: string[] = []
  const mended = {mends: 0, files: 0}
  let language = options.language
  for (const issue of issues) {
    const done = await lintIssue(issue, options, finder, clock)
    language ??= done.language
    drafts.push(...done.pages)
    diffs.push(...(done.mended?.diffs ?? []))
    mended.mends += done.mended?.count ?? 0
    mended.files += done.mended?.files ?? 0
  }
  const spoken = language ?? chooseLanguage({...(options.locale !== undefined && {locale: options.locale})})
  const pages = drafts.map(({shared, own, ...page}) => ({
    ...page,
    failures: [...shared, ...own].map((texts) => ({reason: texts[spoken]}))
  }))
  const complaints = drafts.flatMap(({path, shared, own}) => [...shared, ...own.map((texts) => located(path, texts))])
  return {
    pages,
    language: spoken,
    mended,
    diffs,
    complaints: [...new Set(complaints.map((texts) => texts[spoken]))],
    timings: clock.timings
  }
}

async function inputsOf(patterns: readonly string[], options: LintOptions, finder: SettingsFinder): Promise<Input[]> {
  const inputs: Input[] = []
  const named = patterns.filter((it) => it !== '-')
  const files = named.length > 0 ? await findFiles(named, options.cwd, finder.ignores) : []
  // standard input stands where it was named, when it is the first or the only one
  if (patterns.includes('-') && options.stdin) inputs.push(stdinFile(options.stdin.name, options.cwd))
  return patterns[0] === '-' ? [...inputs, ...files] : [...files, ...inputs]
}

const stdinFile = (name: string, cwd: string): InputFile => ({path: name, absolute: resolve(cwd, name), stdin: true})

/** A rule named on the command line may be of any config's plugins. */
async function refuseUnknownRules(
  inputs: readonly Input[],
  {builtin, rules = []}: LintOptions,
  finder: SettingsFinder
) {
  const names = new Set(builtin.map((rule) => rule.name))
  const asked = () => rules.find(({rule}) => !names.has(rule))
  if (!asked()) return
  for (const input of inputs) {
    if ('missing' in input) continue
    const settings = await finder.settingsOf(input.absolute)
    for (const name of settings.known.keys()) names.add(name)
    // a plugin that could not be loaded may have it
    if (settings.failures.length > 0 || settings.errors.length > 0) return
  }
  const unknown = asked()
  if (unknown) throw new Complaint(noRule(unknown.rule, names))
}

async function lintIssue(
  inputs: readonly Input[],
  options: LintOptions,
  finder: SettingsFinder,
  clock: Clock
): Promise<{pages: Draft[]; language?: Language; mended?: MendedIssue}> {
  const read = clock.sync('read', () => inputs.map((input) => open(input, options)))
  const pages = read.filter((page) => 'bytes' in page)
  const home = inputs.find((input) => 'absolute' in input)
  const settings = home && (await clock.timed('config', () => finder.settingsOf(home.absolute)))
  const usable = settings?.errors.length === 0 ? pages : []
  const done = settings && usable.length > 0 ? await check(usable, settings, options, clock) : undefined

  const hints = {
    ...(options.language && {asked: options.language}),
    ...(settings?.lang && {config: settings.lang.value}),
    ...(options.locale !== undefined && {locale: options.locale})
  }
  const copy = pages.map(({decoded}) => decoded.text)
  const known = options.language ?? settings?.lang?.value ?? localeLanguage(options.locale)
  const language = known ?? (copy.length > 0 ? chooseLanguage({...hints, copy}) : undefined)
  const rules = [...(settings?.known.values() ?? [])].filter((rule) => rule !== null)
  const reports = done ? clock.sync('describe', () => describe(done.result, language ?? 'en', rules)) : []
  const drafts = read.map((page): Draft => {
    if ('unread' in page) return {...empty(page.path), own: [page.unread]}
    const index = usable.indexOf(page)
    const report = reports[index]
    if (!report || !done) return {...empty(page.path), shared: settings?.errors ?? []}
    const own = done.failures.filter((it) => (it.page ?? 0) === index).map(({texts}) => texts)
    return {...report, shared: settings?.failures ?? [], own}
  })
  return {pages: drafts, ...(language && {language}), ...(done?.mended && {mended: done.mended})}
}

function open(input: Input, {encoding, stdin}: LintOptions): ReadPage | UnreadPage {
  if ('missing' in input) return {path: input.path, unread: input.missing}
  return stdin && input.stdin ? decodePage(input, stdin.bytes, encoding) : readPage(input, encoding)
}

const empty = (path: string): Draft => ({path, source: '', stories: [], messages: [], shared: [], own: []})

interface PageFailure {
  readonly page?: number
  readonly texts: Texts
}

async function check(
  pages: readonly ReadPage[],
  {active, plugins, states}: Settings,
  options: LintOptions,
  clock: Clock
): Promise<{result: Result; failures: PageFailure[]; mended?: MendedIssue}> {
  const lintSources = (sources: readonly string[]): Result => {
    const result = lint(
      pages.map(({path}, index) => ({path, source: sources[index] ?? ''})),
      active
    )
    for (const [step, time] of result.timings) clock.add(step, time)
    return result
  }
  let result: Result
  let mended: MendedIssue | undefined
  if (options.mend) {
    const {mendPages} = await import('./mend-pages.ts')
    mended = await mendPages(pages, lintSources, options.mend)
    result = mended.result
  } else result = lintSources(pages.map(({decoded}) => decoded.text))

  const failures: PageFailure[] = [...(mended?.failures ?? []), ...result.failures.map(toFailure)]
  if (!plugins.some(({retext}) => retext !== undefined)) {
    return {result, failures, ...(mended && {mended})}
  }
  const {runRetext} = await import('./retext.ts')
  const findings = [...result.findings]
  for (const [index, page] of result.issue.pages.entries()) {
    const own = await clock.timed('retext', () => runRetext(plugins, page, index, states))
    findings.push(...own.findings)
    failures.push(...own.failures.map(toFailure))
  }
  findings.sort(
    (a, b) => a.at.page - b.at.page || a.at.start - b.at.start || a.at.end - b.at.end || compareCode(a.ruleId, b.ruleId)
  )
  return {result: {...result, findings}, failures, ...(mended && {mended})}
}

const compareCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function toFailure(failure: Failure): PageFailure {
  return {...(failure.page !== undefined && {page: failure.page}), texts: failureTexts(failure)}
}

interface Clock {
  readonly timings: ReadonlyMap<string, number>
  add(step: string, time: number): void
  sync<T>(step: string, work: () => T): T
  timed<T>(step: string, work: () => Promise<T>): Promise<T>
}

function createClock(): Clock {
  const timings = new Map<string, number>()
  const add = (step: string, time: number) => void timings.set(step, (timings.get(step) ?? 0) + time)
  return {
    timings,
    add,
    sync: (step, work) => {
      const start = performance.now()
      const result = work()
      add(step, performance.now() - start)
      return result
    },
    timed: async (step, work) => {
      const start = performance.now()
      const result = await work()
      add(step, performance.now() - start)
      return result
    }
  }
}
