/** copylint on Node: files, folders, configs and plugins. What the command is made of, for programs. */
import {builtin} from '../builtin.ts'
import {count} from '../report/reporter.ts'
import type {LintOptions, Run} from './run.ts'
import {lintFiles as run} from './run.ts'

export type {ReporterName} from '../report/index.ts'
export {reporters} from '../report/index.ts'
export type {
  FixMessage,
  Message,
  PageReport,
  PageScore,
  Place,
  Point,
  RelatedMessage,
  ScoreItem,
  Story
} from '../report/message.ts'
export type {Reporter, ReportOptions} from '../report/reporter.ts'
export type {BaselineTask, PageAcceptance} from './accepting.ts'
export type {AnnotatedFile, AnnotateRequest} from './annotate.ts'
export {Complaint} from './complaint.ts'
export type {Decoded, Encoding} from './decode.ts'
export {decode, encodings} from './decode.ts'
export type {LintOptions, Run} from './run.ts'
export type {WrittenBaseline} from './write-baseline.ts'

/** What the command ends with: 0 nothing grave, 1 findings, 2 the work could not all be done. */
export type Status = 0 | 1 | 2

/**
 * Lints files as the command does.
 *
 * @param patterns files, folders, globs
 * @param options `cwd` is the folder of the process unless it is given
 * @returns the report's pages, and the exit status that the command would end with
 * @throws Complaint for options that make no sense
 */
export async function lintFiles(
  patterns: readonly string[],
  options: Partial<LintOptions> & {readonly maxWarnings?: number; readonly maxScore?: number} = {}
): Promise<Run & {readonly status: Status}> {
  const {maxWarnings, maxScore, ...rest} = options
  const done = await run(patterns, {
    cwd: process.cwd(),
    builtin,
    ...(maxScore !== undefined && {score: {}}),
    ...rest
  })
  return {...done, status: statusOf(done, maxWarnings, maxScore)}
}

/** The exit status of a run: what could not be done outranks what was found. */
export function statusOf(
  {pages, baselines = []}: Pick<Run, 'pages'> & Partial<Pick<Run, 'baselines'>>,
  maxWarnings = Number.POSITIVE_INFINITY,
  maxScore?: number
): Status {
  if (pages.length === 0 || pages.some(({failures}) => failures.length > 0)) return 2
  if (unjudged(pages, maxScore).length > 0 || baselines.some(({failure}) => failure)) return 2
  const {error, warning} = count(pages)
  return error > 0 || warning > maxWarnings || overScore(pages, maxScore).length > 0 ? 1 : 0
}

/** The pages that have no text where a rate is asked for: an export that failed must not pass. */
export function unjudged(pages: Run['pages'], most?: number): string[] {
  return most === undefined ? [] : pages.filter(({score}) => score?.characters === 0).map(({path}) => path)
}

/** The issues whose error rate is higher than allowed, each by its first page. */
export function overScore(
  pages: Run['pages'],
  most = Number.POSITIVE_INFINITY
): {readonly path: string; readonly rate: number; readonly issue: boolean}[] {
  const seen = new Set<unknown>()
  return pages.flatMap(({path, score}) => {
    const total = score?.issue ?? score
    if (!total || seen.has(total)) return []
    seen.add(total)
    return total.rate > most ? [{path, rate: total.rate, issue: score?.issue !== undefined}] : []
  })
}
