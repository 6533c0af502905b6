import {builtin} from '../builtin.ts'
import {createLists} from '../lists.ts'
import type {Language} from '../rule/rule.ts'
import {type BaselineFinder, createBaselines} from './baseline.ts'
import type {Cache} from './cache/cache.ts'
import {type Clock, createClock} from './clock.ts'
import type {Input} from './files.ts'
import {type Draft, lintIssue} from './lint-issue.ts'
import {listReader} from './list-file.ts'
import type {MendedIssue} from './mend-pages.ts'
import type {LintOptions} from './run.ts'
import {createSettings, type Settings, type SettingsFinder} from './settings.ts'

/** What came of an issue, wherever it was linted. Plain data. */
export interface Outcome {
  readonly pages: readonly Draft[]
  readonly language?: Language
  readonly mended?: Pick<MendedIssue, 'files' | 'diffs'>
  /** Of the bytes of each page, where a cache wants them. */
  readonly digests?: readonly (string | undefined)[]
  /** The files of the house that the run has read so far. */
  readonly reads?: readonly string[]
}

/** What linting takes. */
export interface Tools {
  readonly finder: SettingsFinder
  readonly baselines: BaselineFinder
  readonly lists: ReturnType<typeof createLists>
  readonly clock: Clock
  /** The files of the house that `lists` has read. */
  readonly reads: ReadonlySet<string>
}

/** Each thread has its own: what one has read another reads again. */
export function createTools(options: LintOptions): Tools {
  const reads = new Set<string>()
  return {
    finder: createSettings(options),
    baselines: createBaselines({
      cwd: options.cwd,
      ...(options.baseline?.file !== undefined && {file: options.baseline.file}),
      isNew: options.baseline?.task === 'update' || options.baseline?.task === 'accept'
    }),
    lists: createLists(listReader(options.cwd, reads)),
    clock: createClock(),
    reads
  }
}

/** From so many files on that are to be linted, threads pay. */
const many = 50

/**
 * What came of each issue, in the order given: of what was kept, or linted here, or in other threads.
 * None of this shows in what is given.
 */
export async function* outcomesOf(
  issues: readonly (readonly Input[])[],
  options: LintOptions,
  tools: Tools
): AsyncGenerator<Outcome> {
  const cache = await openCache(options, tools.baselines)
  const {finder, clock} = tools
  const {lean = false} = options
  const asked = cache ? {...options, digestOf: cache.digestOf} : options
  let whole = false
  const settings: (Settings | undefined)[] = []
  await clock.timed('config', async () => {
    for (const issue of issues) settings.push(await settingsOf(issue, finder))
  })
  const kept: (string | undefined)[] = []
  if (cache) {
    await clock.timed('cache', async () => {
      for (const [at, issue] of issues.entries()) kept.push(await cache.find(issue, settings[at]))
    })
  }
  const todo = issues.flatMap((issue, at) => (kept[at] === undefined && !issue.some(isHere) ? [at] : []))
  const threads = threadsFor(todo.length, options)
  const tidy = todo.length > many ? (await import('./tidy-memory.ts')).createTidier() : undefined
  const here = async (issue: readonly Input[]): Promise<Outcome> => {
    const outcome = await lintHere(issue, asked, tools)
    tidy?.()
    return outcome
  }
  // what is cut out of a text keeps the text in memory
  const light = (outcome: Outcome) =>
    lean && issues.length > 1 ? structuredClone(trimmed(outcome, lean)) : trimmed(outcome, lean)
  const pool =
    threads > 1
      ? (await import('./pool.ts')).createPool(
          todo.map((at) => issues[at]?.[0] as Input),
          options,
          {
            threads: threads - 1,
            keep: cache !== undefined,
            // what is kept is kept whole
            lintHere: async (place) => {
              const outcome = await here(issues[todo[place] as number] ?? [])
              return cache ? outcome : light(outcome)
            }
          }
        )
      : undefined
  const places = new Map(todo.map((at, place) => [at, place]))
  try {
    for (const [at, issue] of issues.entries()) {
      const key = kept[at]
      const hit = key === undefined ? undefined : clock.sync('cache', () => cache?.get(key, issue))
      if (hit) {
        yield hit
        continue
      }
      const place = places.get(at)
      const there = place === undefined ? undefined : await pool?.take(place, tools, settings[at])
      const outcome = there ?? (await here(issue))
      const own = settings[at]
      if (own && cache) await clock.timed('cache', () => cache.put(issue, own, outcome))
      yield there ? trimmed(outcome, lean) : light(outcome)
    }
    whole = true
  } finally {
    if (!whole) pool?.end()
  }
}

/** What lean reports do without. */
export const trimmed = (outcome: Outcome, lean: boolean): Outcome =>
  lean ? {...outcome, pages: outcome.pages.map(({source: _, ...page}) => ({...page, copy: '', blocks: []}))} : outcome

/** Lints an issue in this thread. */
export async function lintHere(issue: readonly Input[], options: LintOptions, tools: Tools): Promise<Outcome> {
  const {pages, language, mended, digests} = await lintIssue(issue, options, tools)
  return {
    pages,
    ...(language && {language}),
    ...(mended && {mended: {files: mended.files, diffs: mended.diffs}}),
    ...(digests && {digests, reads: [...tools.reads]})
  }
}

/** That of the first page holds for all. */
export async function settingsOf(issue: readonly Input[], finder: SettingsFinder): Promise<Settings | undefined> {
  const home = issue.find((input) => 'absolute' in input)
  return home && finder.settingsOf(home.absolute)
}

/** What writes files does all of its work: nothing of it is kept. */
async function openCache(options: LintOptions, baselines: BaselineFinder): Promise<Cache | undefined> {
  if (!options.cache || options.mend || options.baseline?.task || options.builtin !== builtin) return undefined
  return (await import('./cache/cache.ts')).createCache(options.cache, options, baselines)
}

/** What only this thread knows: that a file is missing, and what stands on standard input. */
const isHere = (input: Input): boolean => 'missing' in input || input.stdin === true

/** Files are written by one thread only: what goes wrong there must be seen whole. */
function threadsFor(files: number, {workers = 1, issue, mend, builtin: rules}: LintOptions): number {
  if (files < many || issue || rules !== builtin || (mend && !mend.dry)) return 1
  return Math.min(workers, Math.ceil(files / (many / 2)))
}
