import type {Outline} from './parse/outline.ts'
import {parsePage} from './parse/parse.ts'
import {oneEach} from './precedence.ts'
import type {Archive} from './rule/archive.ts'
import {
  labelled,
  listed,
  requireFinding,
  requirePlace,
  severityOf,
  sound,
  type Tell,
  wholeCharacters
} from './rule/checked.ts'
import {fault} from './rule/fault.ts'
import type {Finding, Fix, Severity, Span} from './rule/finding.ts'
import type {AnyRule, Context, Units} from './rule/rule.ts'
import {createUse} from './rule/use.ts'
import type {Issue} from './tree/issue.ts'
import {toIssue} from './tree/issue.ts'

/** A rule as the config has it: its severity, and its options checked and completed by its schema. */
export interface ActiveRule {
  readonly rule: AnyRule
  readonly severity: Severity
  readonly options: Readonly<Record<string, unknown>>
  /** The folder of the config that set the options: files that they name are looked for there. */
  readonly folder?: string
  /** What the rule's `lists` gave: see `createLists`. */
  readonly lists?: unknown
}

/** A finding as the engine gives it on: whose it is, how grave, every span with its page. Plain data. */
export interface Found extends Finding {
  readonly ruleId: string
  readonly severity: Severity
  readonly at: Required<Span>
  readonly wrong?: readonly Required<Span>[]
  /** The words of a retext plugin, which has chosen them already. */
  readonly said?: {readonly reason: string; readonly note?: string; readonly url?: string}
}

/** What could not be done: the rest was. `page` is absent where it concerns the whole issue. */
export interface Failure {
  readonly reason: string
  /** The reason in Chinese, where the engine itself gives it. */
  readonly zh?: string
  readonly rule?: string
  readonly page?: number
  /** The rule came to its end: something is wrong with what it found, the first such thing is told. */
  readonly finished?: true
  /** What the rule threw; no plain data. */
  readonly cause?: unknown
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
 * @param pages paths, for the reports, and the copy: of plain text the file’s, of other formats a document’s `copy` and `outline`
 * @param rules in any order: none sees another's findings; those with word lists have them (`createLists`)
 * @param archive what was printed before; rules of the archive are silent without it
 * @param now the time in milliseconds, for `timings`
 */
export function lint(
  pages: readonly {readonly path: string; readonly source: string; readonly outline?: Outline | undefined}[],
  rules: readonly ActiveRule[],
  archive?: Archive,
  now: () => number = () => performance.now()
): Result {
  const timings = new Map<string, number>()
  const timed = <T>(name: string, step: () => T): T => {
    const start = now()
    try {
      return step()
    } finally {
      timings.set(name, (timings.get(name) ?? 0) + now() - start)
    }
  }
  const issue = timed('parse', () =>
    toIssue(pages.map(({path, source, outline}) => ({path, source, tree: parsePage(source, outline)})))
  )
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
    const context: Context<unknown> = {options: active.options, lists: active.lists, use, text}
    const rule = active.rule.name
    if (active.rule.lists && !('lists' in active)) {
      failures.push({
        rule,
        reason: 'its word lists are not loaded: give lint what createLists gives',
        zh: '词表没有载入：请把 createLists 的结果交给 lint'
      })
      continue
    }
    let slip: Failure | undefined
    const tell = (page: number, zh: string, reason: string) => {
      slip ??= {rule, page, reason, zh, finished: true}
    }
    timed(rule, () => {
      for (const {unit, page} of unitsOf(active.rule, issue, archive)) {
        try {
          for (const finding of listed(active.rule.check(unit, context))) {
            findings.push(complete(finding, active, issue, tell, page))
          }
        } catch (error) {
          failures.push({rule, ...(page !== undefined && {page}), ...reasonOf(error), cause: error})
          // the same fault would be told for every story
          break
        }
      }
    })
    if (slip) failures.push(slip)
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
function complete(
  finding: Finding,
  {rule, severity}: ActiveRule,
  issue: Issue,
  tellOn: (page: number, ...texts: Parameters<Tell>) => void,
  home = 0
): Found {
  requireFinding(finding, rule)
  // a rule may give a block for a span: only the span is plain data
  const placed = (span: Span): Required<Span> => {
    requirePlace(span, finding.id)
    const page = span.page ?? home
    const length = issue.pages[page]?.source.length ?? -1
    if (!(span.start >= 0 && span.start <= span.end && span.end <= length)) {
      const place = `${span.start}–${span.end}`
      throw fault(
        `它报的位置不在版面上：${place}，page ${page}`,
        `it reported a place that is not on the page: ${place}, page ${page}`
      )
    }
    return {page, start: span.start, end: span.end}
  }
  const shown = (span: Span): Required<Span> => {
    const place = placed(span)
    return {...place, ...wholeCharacters(place, issue.pages[place.page]?.source ?? '')}
  }
  const archived = (span: Span): Span => {
    requirePlace(span, finding.id)
    return {start: span.start, end: span.end}
  }
  const {wrong, ...own} = finding
  const at = shown(finding.at)
  const tell: Tell = (zh, en) => tellOn(at.page, zh, en)
  return {
    ...own,
    ruleId: rule.name,
    severity: severityOf(finding, severity, tell),
    at,
    ...(finding.related && {
      // a place in the archive is not on a page of the issue
      related: finding.related.map((it) => ({
        ...it,
        label: labelled(it.label, rule, tell),
        at: it.path === undefined ? shown(it.at) : archived(it.at)
      }))
    }),
    ...(wrong && {wrong: wrong.map(shown)}),
    ...(finding.fixes && {
      fixes: finding.fixes.map((fix) => sound(fix, rule, placed, tell)).filter((fix): fix is Fix => fix !== undefined)
    })
  }
}

function byPlace(a: Found, b: Found): number {
  return (
    a.at.page - b.at.page ||
    a.at.start - b.at.start ||
    a.at.end - b.at.end ||
    (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)
  )
}

function reasonOf(error: unknown): Pick<Failure, 'reason' | 'zh'> {
  const message: unknown = error instanceof Error ? error.message : error
  // a rule may throw anything, even what has no string
  if (typeof message !== 'string' || message === '') {
    return {reason: 'it threw something that is no error', zh: '它抛出的不是错误（Error）'}
  }
  const zh: unknown = error instanceof TypeError && 'zh' in error && error.zh
  return {reason: message, ...(typeof zh === 'string' && {zh})}
}
