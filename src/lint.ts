import {parsePage} from './parse/parse.ts'
import {oneEach} from './precedence.ts'
import type {Archive} from './rule/archive.ts'
import type {Finding, Severity, Span} from './rule/finding.ts'
import {severities} from './rule/finding.ts'
import type {AnyRule, Context, Units} from './rule/rule.ts'
import {createUse} from './rule/use.ts'
import type {Issue} from './tree/issue.ts'
import {toIssue} from './tree/issue.ts'

/** A rule as the config has it: its severity, and its options checked and completed by its schema. */
export interface ActiveRule {
  readonly rule: AnyRule
  readonly severity: Severity
  readonly options: Readonly<Record<string, unknown>>
}

/** A finding as the engine gives it on: whose it is, how grave, every span with its page. Plain data. */
export interface Found extends Finding {
  readonly ruleId: string
  readonly severity: Severity
  readonly at: Required<Span>
  /** The words of a retext plugin, which has chosen them already. */
  readonly said?: {readonly reason: string; readonly note?: string; readonly url?: string}
}

/** What could not be done: the rest was. `page` is absent where it concerns the whole issue. */
export interface Failure {
  readonly reason: string
  readonly rule?: string
  readonly page?: number
}

export interface Result {
  readonly issue: Issue
  /** In the order of the pages, then of their text. */
  readonly findings: readonly Found[]
  readonly failures: readonly Failure[]
  /** Milliseconds by step: `parse`, then each rule with the analyses that it was the first to ask for. */
  readonly timings: ReadonlyMap<string, number>
}

/**
 * Lints the pages of one issue: parse, check, and keep one finding a defect.
 * Never throws for what is on the page, and a rule that throws takes no other with it.
 *
 * @param pages paths, for the reports, and decoded text
 * @param rules in any order: none sees another's findings
 * @param archive what was printed before; rules of the archive are silent without it
 */
export function lint(
  pages: readonly {readonly path: string; readonly source: string}[],
  rules: readonly ActiveRule[],
  archive?: Archive
): Result {
  const timings = new Map<string, number>()
  const timed = <T>(name: string, step: () => T): T => {
    const start = performance.now()
    try {
      return step()
    } finally {
      timings.set(name, (timings.get(name) ?? 0) + performance.now() - start)
    }
  }
  const issue = timed('parse', () => toIssue(pages.map((page) => ({...page, tree: parsePage(page.source)}))))
  return {...checkIssue(issue, rules, archive, timed), issue, timings}
}

/** Runs rules over an issue that is parsed already. */
export function checkIssue(
  issue: Issue,
  rules: readonly ActiveRule[],
  archive?: Archive,
  timed: <T>(name: string, step: () => T) => T = (_, step) => step()
): Pick<Result, 'findings' | 'failures'> {
  const use = createUse()
  const text = ({page = 0, start, end}: Span) => issue.pages[page]?.source.slice(start, end) ?? ''
  const findings: Found[] = []
  const failures: Failure[] = []
  for (const active of rules) {
    const context: Context<unknown> = {options: active.options, use, text}
    timed(active.rule.name, () => {
      for (const {unit, page} of unitsOf(active.rule, issue, archive)) {
        try {
          for (const finding of active.rule.check(unit, context)) findings.push(complete(finding, active, issue, page))
        } catch (error) {
          failures.push({rule: active.rule.name, ...(page !== undefined && {page}), reason: reasonOf(error)})
          // the same fault would be told for every story
          break
        }
      }
    })
  }
  return {findings: oneEach(findings.sort(byPlace)), failures}
}

function* unitsOf(
  rule: AnyRule,
  issue: Issue,
  archive: Archive | undefined
): Generator<{unit: Units[keyof Units]; page?: number}> {
  if (rule.scope === 'article') for (const unit of issue.articles) yield {unit, page: unit.page}
  else if (rule.scope === 'issue') yield {unit: issue}
  else if (archive !== undefined) yield {unit: {issue, archive}}
}

/** Fills in what a rule may leave out, and refuses a place that is not on the page. */
function complete(finding: Finding, {rule, severity}: ActiveRule, issue: Issue, home = 0): Found {
  // a rule may give a block for a span: only the span is plain data
  const placed = (span: Span): Required<Span> => {
    const page = span.page ?? home
    const length = issue.pages[page]?.source.length ?? -1
    if (!(span.start >= 0 && span.start <= span.end && span.end <= length)) {
      throw new RangeError(`it reported a place that is not on the page: ${span.start}–${span.end}, page ${page}`)
    }
    return {page, start: span.start, end: span.end}
  }
  if (!Object.hasOwn(rule.messages, finding.id)) throw new RangeError(`it has no message “${finding.id}”`)
  return {
    ...finding,
    ruleId: rule.name,
    severity: lower(severity, finding.severity ?? severity),
    at: placed(finding.at),
    ...(finding.related && {
      // a place in the archive is not on a page of the issue
      related: finding.related.map((it) => ({
        ...it,
        at: it.path === undefined ? placed(it.at) : {start: it.at.start, end: it.at.end}
      }))
    }),
    ...(finding.fixes && {
      fixes: finding.fixes.map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({...placed(edit), text: edit.text}))
      }))
    })
  }
}

/** The less grave of two severities. */
function lower(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) > severities.indexOf(b) ? a : b
}

function byPlace(a: Found, b: Found): number {
  return (
    a.at.page - b.at.page ||
    a.at.start - b.at.start ||
    a.at.end - b.at.end ||
    (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)
  )
}

function reasonOf(error: unknown): string {
  const message: unknown = error instanceof Error ? error.message : error
  // a rule may throw anything, even what has no string
  return typeof message === 'string' && message !== '' ? message : 'it threw something that is no error'
}
