import {type Severity, severities} from '../rule/finding.ts'
import type {PageReport} from './message.ts'
import {type ReportOptions, shown} from './reporter.ts'

/** How many findings, and how many of them `--fix` or, after a look, `--fix-unsafe` mends. */
interface Counts {
  readonly count: number
  readonly safe: number
  readonly unsafe: number
}

/** The findings that are shown, rule by rule. */
export interface Tally {
  /** Most findings first; with `--sort severity` the gravest. A rule that finds with two severities is told twice. */
  readonly rules: readonly (Counts & {readonly ruleId: string; readonly severity: Severity; readonly files: number})[]
  readonly all: Counts
  /** The files that have any. */
  readonly files: number
}

export function tally(pages: readonly PageReport[], options: Pick<ReportOptions, 'sort' | 'quiet'>): Tally {
  const rows = new Map<string, Row>()
  let files = 0
  for (const page of pages) {
    const messages = shown(page.messages, options)
    if (messages.length > 0) files++
    for (const {ruleId, severity, fixes} of messages) {
      const key = `${severity} ${ruleId}`
      const row = rows.get(key) ?? {ruleId, severity, count: 0, safe: 0, unsafe: 0, files: 0}
      rows.set(key, row)
      row.count++
      if (fixes.some(({safety}) => safety === 'safe')) row.safe++
      else if (fixes.length > 0) row.unsafe++
      if (row.last !== page) row.files++
      row.last = page
    }
  }
  const rules = [...rows.values()].map(({last: _, ...row}) => row)
  const graver = (a: Row, b: Row) => severities.indexOf(a.severity) - severities.indexOf(b.severity)
  const more = (a: Row, b: Row) => b.count - a.count
  const named = (a: Row, b: Row) => (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)
  rules.sort((a, b) => (options.sort === 'severity' ? graver(a, b) : 0) || more(a, b) || graver(a, b) || named(a, b))
  const sum = (of: 'count' | 'safe' | 'unsafe') => rules.reduce((total, row) => total + row[of], 0)
  return {rules, all: {count: sum('count'), safe: sum('safe'), unsafe: sum('unsafe')}, files}
}

interface Row {
  readonly ruleId: string
  readonly severity: Severity
  count: number
  safe: number
  unsafe: number
  files: number
  /** The page that was counted last. */
  last?: PageReport
}
