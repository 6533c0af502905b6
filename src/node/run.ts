import {dirname, resolve} from 'node:path'
import {noRule} from '../config/check.ts'
import {createLists} from '../lists.ts'
import {chooseLanguage} from '../report/language.ts'
import type {PageReport} from '../report/message.ts'
import type {Severity} from '../rule/finding.ts'
import type {AnyRule, Language} from '../rule/rule.ts'
import type {ScoreKind} from '../score/options.ts'
import type {BaselineTask, PageAcceptance} from './accepting.ts'
import type {AnnotatedFile, AnnotateRequest} from './annotate.ts'
import {type BaselineFinder, createBaselines, type WrittenBaseline, writeBaseline} from './baseline.ts'
import {createClock} from './clock.ts'
import {Complaint, located} from './complaint.ts'
import type {Encoding} from './decode.ts'
import {type FindOptions, findFiles, type Input, type InputFile} from './files.ts'
import {type Draft, lintIssue} from './lint-issue.ts'
import {listReader} from './list-file.ts'
import type {MendedFile, MendRequest} from './mend-pages.ts'
import {createSettings, type SettingsFinder} from './settings.ts'
import {realPath} from './walk.ts'

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
  /** What is accepted: from the file given (absolute), from none (`false`), or from the nearest; and what is to become of it. */
  readonly baseline?: {readonly file?: string | false; readonly task?: BaselineTask}
  /** Is given the pages as they end, in the order of the run's, in the language of its report. */
  readonly onPage?: (page: PageReport, language: Language) => void | Promise<void>
  /** Is given what rules throw. */
  readonly onThrown?: (thrown: unknown) => void
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
  /** Milliseconds by step, in the order in which they came. */
  readonly timings: ReadonlyMap<string, number>
}

/**
 * Lints files, one issue after the other. What cannot be read, found or loaded is a failure of the page that it concerns;
 * the others are linted all the same.
 *
 * @param patterns files, folders, globs, `-` for standard input
 * @throws Complaint for a rule in `rules` or `mend.rules` that nobody has, a report that would replace a page, or no Word file to annotate
 */
export async function lintFiles(patterns: readonly string[], options: LintOptions): Promise<Run> {
  const clock = createClock()
  const finder = createSettings(options)
  const baselines = createBaselines({
    cwd: options.cwd,
    ...(options.baseline?.file !== undefined && {file: options.baseline.file}),
    isNew: options.baseline?.task === 'update' || options.baseline?.task === 'accept'
  })
  const lists = createLists(listReader(options.cwd))
  const inputs = await clock.timed('find', () => inputsOf(patterns, options, finder))
  refuseOverwriting(inputs, options)
  const annotating = options.annotate && (await import('./annotate.ts'))
  const word = options.annotate && annotating?.wordFileIn(inputs, options.annotate, options.stdin)
  const issues = options.issue ? [inputs] : inputs.map((input) => [input])
  await refuseUnknownRules(inputs, options, finder)
  if (options.mend && !options.mend.dry) await tidyFolders(inputs)

  const drafts: Draft[] = []
  const rules = new Map<string, AnyRule>()
  const diffs: string[] = []
  const mended: MendedFile[] = []
  const pages: PageReport[] = []
  let language = options.language
  // pages whose failures no language is known for wait for one
  const tell = async (spoken: Language) => {
    for (const draft of drafts.slice(pages.length)) {
      const page = toReport(draft, spoken)
      pages.push(page)
      await options.onPage?.(page, spoken)
    }
  }
  for (const issue of issues) {
    const done = await lintIssue(issue, options, finder, baselines, lists, clock)
    language ??= done.language
    drafts.push(...done.pages)
    diffs.push(...(done.mended?.diffs ?? []))
    mended.push(...(done.mended?.files ?? []))
    for (const rule of done.rules) rules.set(rule.name, rule)
    if (language !== undefined) await tell(language)
  }
  const spoken = language ?? chooseLanguage({...(options.locale !== undefined && {locale: options.locale})})
  await tell(spoken)
  const page = word && pages[inputs.indexOf(word)]
  const annotated =
    options.annotate && page && annotating?.annotatePage(word, page, spoken, options.annotate, options.stdin)
  const complaints = drafts.flatMap(({path, shared, own}) => [...shared, ...own.map((texts) => located(path, texts))])
  return {
    pages,
    language: spoken,
    mended,
    diffs,
    ...(annotated && {annotated}),
    baselines: await writeBaselines(drafts, options, baselines),
    acceptances: drafts.map(({acceptance}) => acceptance),
    rules: [...rules.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    complaints: [...new Set(complaints.map((texts) => texts[spoken]))],
    timings: clock.timings
  }
}

/** Once all pages are linted: what one baseline holds of them is written at once. */
async function writeBaselines(
  drafts: readonly Draft[],
  {cwd, baseline}: LintOptions,
  finder: BaselineFinder
): Promise<readonly WrittenBaseline[]> {
  const task = baseline?.task
  if (task !== 'update' && task !== 'prune') return []
  const byPath = new Map<string, PageAcceptance[]>()
  for (const {acceptance} of drafts) {
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
  const pages = new Set(inputs.flatMap((it) => ('absolute' in it && !it.stdin ? [realPath(it.absolute)] : [])))
  const output = outputs.find((it) => pages.has(realPath(resolve(cwd, it))))
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
