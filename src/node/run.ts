import {dirname, resolve} from 'node:path'
import {noRule} from '../config/check.ts'
import {chooseLanguage} from '../report/language.ts'
import type {Message, PageReport} from '../report/message.ts'
import type {Severity} from '../rule/finding.ts'
import type {AnyRule, Language} from '../rule/rule.ts'
import type {ScoreKind} from '../score/options.ts'
import type {BaselineTask, PageAcceptance} from './accepting.ts'
import type {AnnotatedFile, AnnotateRequest} from './annotate.ts'
import {type BaselineFinder, type WrittenBaseline, writeBaseline} from './baseline.ts'
import type {Store} from './cache/store.ts'
import {Complaint, located} from './complaint.ts'
import type {Encoding} from './decode.ts'
import {type FindOptions, findFiles, type Input, type InputFile} from './files.ts'
import type {Draft} from './lint-issue.ts'
import type {MendedFile, MendRequest} from './mend-pages.ts'
import {createTools, outcomesOf, settingsOf} from './outcomes.ts'
import type {SettingsFinder} from './settings.ts'
import {identityOf, realPath} from './walk.ts'

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
  /** Files that the report will replace: none of them may be one that is linted. */
  readonly outputs?: readonly string[]
  /** Counts the errors of each issue as the regulation does; `kind` outranks the config's. */
  readonly score?: {readonly kind?: ScoreKind}
  readonly mend?: MendRequest
  /** The one Word file among the files comes back with a comment for each finding. */
  readonly annotate?: AnnotateRequest
  /** The reports that will be made need neither `copy` nor `blocks` of pages: they are empty, and many pages take little memory. */
  readonly lean?: boolean
  /** Only `onPage` needs the pages: those of the run have of each finding the severity alone. */
  readonly passing?: boolean
  /** How many threads may lint; without it, or where there are few files, all is done in this one. */
  readonly workers?: number
  /** Where findings are kept for the next run; not asked where pages are mended. */
  readonly cache?: Store
  /** What is accepted: from the file given (absolute), from none (`false`), or from the nearest; and what is to become of it. */
  readonly baseline?: {readonly file?: string | false; readonly task?: BaselineTask}
  /** Is given what rules throw. */
  readonly onThrown?: (thrown: unknown) => void
  /** Is given each page of the report, in its order and language, as soon as it is known. */
  readonly onPage?: (page: PageReport, language: Language) => void | Promise<void>
  /** Is told how many of all files are done. */
  readonly onProgress?: (done: number, all: number) => void
  /** @internal Tells contents apart, where a cache wants to know what was read. */
  readonly digestOf?: (bytes: Uint8Array) => string
}

/** What came of a run. */
export interface Run {
  /** In the order given. */
  readonly pages: readonly PageReport[]
  /** That of the report. */
  readonly language: Language
  /** The files that were mended, or would be, and how many mends touch each. */
  readonly mended: readonly MendedFile[]
  /** What mending would change, a unified diff a file; only of a dry run. */
  readonly diffs: readonly string[]
  /** The Word file with comments, only where that was asked for; as it is after mending. */
  readonly annotated?: AnnotatedFile
  /** All failures, each once, with the file that it concerns before it. */
  readonly complaints: readonly string[]
  /** The baselines that were to be written, and what is new in them, or why they could not be. */
  readonly baselines: readonly WrittenBaseline[]
  /** By page, with the task `accept`: what its baseline holds, and what would accept each finding. */
  readonly acceptances: readonly (PageAcceptance | undefined)[]
  /** The rules there are by the configs of the pages, in the order of their names. */
  readonly rules: readonly AnyRule[]
  /** Milliseconds by step, in the order in which they came; of all threads together. */
  readonly timings: ReadonlyMap<string, number>
  /** The files beside the pages that the report depends on: configs, ignore files, word lists of the house. Absolute paths. */
  readonly sources: readonly string[]
}

/**
 * Lints files, one issue after the other. What cannot be read, found or loaded is a failure of the page that it concerns;
 * the others are linted all the same.
 *
 * @param patterns files, folders, globs, `-` for standard input
 * @throws Complaint for a rule in `rules` or `mend.rules` that nobody has, a report that would replace a page, or no Word file to annotate
 */
export async function lintFiles(patterns: readonly string[], options: LintOptions): Promise<Run> {
  const tools = createTools(options)
  const {finder, clock} = tools
  const inputs = await clock.timed('find', () => inputsOf(patterns, options, finder))
  refuseOverwriting(inputs, options)
  const annotating = options.annotate && (await import('./annotate.ts'))
  const word = options.annotate && annotating?.wordFileIn(inputs, options.annotate, options.stdin)
  const issues = options.issue ? [inputs] : inputs.map((input) => [input])
  await refuseUnknownRules(inputs, options, finder)
  if (options.mend && !options.mend.dry) await tidyFolders(inputs)

  const report = createReport(options)
  const rules = new Map<string, AnyRule>()
  const diffs: string[] = []
  const mended: MendedFile[] = []
  const sources = new Set<string>()
  const acceptances: (PageAcceptance | undefined)[] = []
  for await (const done of outcomesOf(issues, options, tools)) {
    await report.add(done.pages, done.language)
    acceptances.push(...done.pages.map(({acceptance}) => acceptance))
    diffs.push(...(done.mended?.diffs ?? []))
    mended.push(...(done.mended?.files ?? []))
    for (const file of done.reads ?? []) sources.add(file)
    options.onProgress?.(report.size(), inputs.length)
  }
  for (const settings of new Set(await Promise.all(issues.map((issue) => settingsOf(issue, finder))))) {
    for (const rule of settings?.known.values() ?? []) if (rule) rules.set(rule.name, rule)
  }
  options.cache?.close()
  const reported = await report.end()
  const page = word && reported.pages[inputs.indexOf(word)]
  const annotated =
    options.annotate && page && annotating?.annotatePage(word, page, reported.language, options.annotate, options.stdin)
  return {
    ...reported,
    mended,
    diffs,
    ...(annotated && {annotated}),
    baselines: await writeBaselines(acceptances, options, tools.baselines),
    acceptances,
    rules: [...rules.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    timings: clock.timings,
    sources: [...new Set([...finder.files(), ...sources])]
  }
}

/** Gathers pages, and gives them out as soon as the language of the report is known: that of the first page that has one. */
function createReport({language: asked, locale, passing, onPage}: LintOptions) {
  const pages: PageReport[] = []
  const complaints = new Set<string>()
  let language = asked
  let waiting: Draft[] = []

  const give = async (draft: Draft, spoken: Language) => {
    const report = toReport(draft, spoken)
    const {path, shared, own} = draft
    for (const texts of [...shared, ...own.map((it) => located(path, it))]) complaints.add(texts[spoken])
    pages.push(passing ? {...report, stories: [], messages: report.messages.map(toCounted)} : report)
    await onPage?.(report, spoken)
  }
  const giveWaiting = async (spoken: Language) => {
    for (const draft of waiting) await give(draft, spoken)
    waiting = []
  }
  return {
    add: async (drafts: readonly Draft[], spoken: Language | undefined) => {
      language ??= spoken
      waiting.push(...drafts)
      if (language) await giveWaiting(language)
    },
    size: () => pages.length + waiting.length,
    end: async () => {
      const spoken = language ?? chooseLanguage({...(locale !== undefined && {locale})})
      await giveWaiting(spoken)
      return {pages, language: spoken, complaints: [...complaints]}
    }
  }
}

/** Once all pages are linted: what one baseline holds of them is written at once. */
async function writeBaselines(
  acceptances: Run['acceptances'],
  {cwd, baseline}: LintOptions,
  finder: BaselineFinder
): Promise<readonly WrittenBaseline[]> {
  const task = baseline?.task
  if (task !== 'update' && task !== 'prune') return []
  const byPath = new Map<string, PageAcceptance[]>()
  for (const acceptance of acceptances) {
    if (!acceptance) continue
    const pages = byPath.get(acceptance.path)
    if (pages) pages.push(acceptance)
    else byPath.set(acceptance.path, [acceptance])
  }
  const done = await Promise.all(
    [...byPath.values()].map(async (pages) => {
      const own = await finder.baselineOf(pages[0]?.page ?? '')
      return own ? writeBaseline(own, pages, {cwd}) : []
    })
  )
  return done.flat()
}

/** As much of a finding as is counted. */
const toCounted = ({severity}: Message): Message => counted[severity]

const nowhere = {line: 1, column: 1, offset: 0}
const countedAs = (severity: Severity): Message => ({
  ruleId: '',
  severity,
  reason: '',
  place: {start: nowhere, end: nowhere},
  at: {start: 0, end: 0},
  text: '',
  related: [],
  fixes: []
})
const counted = {error: countedAs('error'), warning: countedAs('warning'), info: countedAs('info')}

const toReport = ({shared, own, acceptance: _, ...page}: Draft, language: Language): PageReport => ({
  ...page,
  failures: [
    ...shared.map((texts) => ({reason: texts[language], shared: true as const})),
    ...own.map((texts) => ({reason: texts[language]}))
  ]
})

async function inputsOf(patterns: readonly string[], options: LintOptions, finder: SettingsFinder): Promise<Input[]> {
  const inputs: Input[] = []
  const named = patterns.filter((it) => it !== '-')
  const files = named.length > 0 ? await findFiles(named, options.cwd, toFindOptions(options, finder)) : []
  // standard input stands where it was named, when it is the first or the only one
  if (patterns.includes('-') && options.stdin) inputs.push(stdinFile(options.stdin.name, options.cwd))
  return patterns[0] === '-' ? [...inputs, ...files] : [...files, ...inputs]
}

/** Reports that this run writes are no pages where they are found; where one is named, the run is refused. */
function toFindOptions({cwd, outputs = []}: LintOptions, finder: SettingsFinder): FindOptions {
  return {
    ignores: finder.ignores,
    formatsOf: async (file) => (await finder.settingsOf(file)).formats,
    outputs: new Set(outputs.map((it) => realPath(resolve(cwd, it))))
  }
}

const stdinFile = (name: string, cwd: string): InputFile => ({path: name, absolute: resolve(cwd, name), stdin: true})

/** A report in the place of the copy it tells of would be the end of the copy. */
function refuseOverwriting(inputs: readonly Input[], {cwd, outputs = []}: LintOptions): void {
  if (outputs.length === 0) return
  const pages = new Set(inputs.flatMap((it) => ('absolute' in it && !it.stdin ? [identityOf(it.absolute)] : [])))
  const output = outputs.find((it) => pages.has(identityOf(resolve(cwd, it))))
  if (output === undefined) return
  throw new Complaint({
    zh: `报告不能写进要检查的文件 ${output}，会把稿件盖掉；请换一个文件名`,
    en: `the report cannot go to ${output}, which is linted: it would replace the copy; take another name`
  })
}

/** What a run that was killed while it wrote has left beside the pages. */
async function tidyFolders(inputs: readonly Input[]): Promise<void> {
  const {tidy} = await import('./beside.ts')
  const folders = inputs.flatMap((it) => ('absolute' in it && !it.stdin ? [dirname(realPath(it.absolute))] : []))
  for (const folder of new Set(folders)) tidy(folder)
}

/** A rule named on the command line may be of any config's plugins. */
async function refuseUnknownRules(
  inputs: readonly Input[],
  {builtin, rules = [], mend}: LintOptions,
  finder: SettingsFinder
) {
  const names = new Set(builtin.map((rule) => rule.name))
  const named = [...rules.map(({rule}) => rule), ...(mend?.rules ?? [])]
  const asked = () => named.find((name) => !names.has(name))
  if (asked() === undefined) return
  for (const input of inputs) {
    if ('missing' in input) continue
    const settings = await finder.settingsOf(input.absolute)
    for (const name of settings.known.keys()) names.add(name)
    // a plugin that could not be loaded may have it
    if (settings.failures.length > 0 || settings.errors.length > 0) return
  }
  const unknown = asked()
  if (unknown !== undefined) throw new Complaint(noRule(unknown, names))
}
