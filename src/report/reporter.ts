import type {Severity} from '../rule/finding.ts'
import {severities} from '../rule/finding.ts'
import type {AnyRule, Language} from '../rule/rule.ts'
import type {Message, PageReport} from './message.ts'

/** How a report is to look. */
export interface ReportOptions {
  readonly language: Language
  /** ANSI colours. */
  readonly color: boolean
  /** The terminal's columns. */
  readonly width: number
  readonly sort: 'place' | 'severity'
  /** Shows findings at error level only; what is hidden still counts. */
  readonly quiet: boolean
  /** Shows the account of the error rate, where pages have it. */
  readonly score?: boolean
  /** The rules that may have found something, each once, in the order of their names: for reports that tell what a rule is. */
  readonly rules?: readonly RuleInfo[]
  /** copylint's, `1.2.3`. */
  readonly version?: string
  /** The page of the project, where it has one. */
  readonly homepage?: string
}

/** What a report may tell of a rule. */
export type RuleInfo = Pick<AnyRule, 'name' | 'severity' | 'summary' | 'url'>

/** Makes a report, with a line end behind it, of pages in the order given. */
export type Reporter = (pages: readonly PageReport[], options: ReportOptions) => string | Promise<string>

/** A report that is written while the pages are linted: what it gives, in the order of the pages, is the report. */
export interface ByPage {
  readonly page: (page: PageReport) => string
  readonly end: () => string | Promise<string>
}

/** The messages of a page that are to be shown, in the order asked for. */
export function shown(messages: readonly Message[], {sort, quiet}: Pick<ReportOptions, 'sort' | 'quiet'>): Message[] {
  const all = quiet ? messages.filter(({severity}) => severity === 'error') : [...messages]
  // the sort is stable: within a severity, place decides
  if (sort === 'severity') all.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
  return all
}

/** How many findings there are of each severity, hidden ones too. */
export function count(pages: readonly PageReport[]): Record<Severity, number> {
  const counts = {error: 0, warning: 0, info: 0}
  for (const {messages} of pages) for (const {severity} of messages) counts[severity]++
  return counts
}

/** How many findings of the pages are accepted, and none of their messages. */
export const acceptedOn = (pages: readonly PageReport[]): number =>
  pages.reduce((total, {accepted = 0}) => total + accepted, 0)
