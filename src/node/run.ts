import type {PageReport} from '../report/message.ts'
import type {Severity} from '../rule/finding.ts'
import type {AnyRule, Language} from '../rule/rule.ts'
import type {ScoreKind} from '../score/options.ts'
import type {BaselineTask, PageAcceptance} from './accepting.ts'
import type {AnnotatedFile, AnnotateRequest} from './annotate.ts'
import type {Store} from './cache/store.ts'
import type {Encoding} from './decode.ts'
import {createReport} from './gather.ts'
import {inputsOf, refuseOverwriting, refuseUnknownRules, tidyFolders} from './inputs.ts'
import type {MendedFile, MendRequest} from './mend-pages.ts'
import {createTools, outcomesOf, settingsOf} from './outcomes.ts'
import type {WrittenBaseline} from './write-baseline.ts'

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
  const task = options.baseline?.task
  const baselines =
    task === 'update' || task === 'prune'
      ? await (await import('./write-baseline.ts')).writeBaselines(acceptances, tools.baselines, options.cwd)
      : []
  return {
    ...reported,
    mended,
    diffs,
    ...(annotated && {annotated}),
    baselines,
    acceptances,
    rules: [...rules.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    timings: clock.timings,
    sources: [...new Set([...finder.files(), ...sources])]
  }
}
