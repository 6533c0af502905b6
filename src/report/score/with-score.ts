import type {Document} from '../../formats/format.ts'
import {readPlain} from '../../formats/plain.ts'
import type {Found} from '../../lint.ts'
import type {AnyRule} from '../../rule/rule.ts'
import type {Account} from '../../score/account.ts'
import {accountOf} from '../../score/account.ts'
import type {ScoreOptions} from '../../score/options.ts'
import type {Issue} from '../../tree/issue.ts'
import type {Message, PageReport, PageScore} from '../message.ts'
import {type Sheet, toSheet} from '../sheet.ts'

/**
 * Counts the errors of an issue and adds the account to the reports of its pages.
 *
 * @param reports the pages as `describe` gives them: their messages are the findings, page by page
 * @param rules those that may have found something
 */
export function withScore(
  reports: readonly PageReport[],
  {issue, findings}: {readonly issue: Issue; readonly findings: readonly Found[]},
  rules: Iterable<AnyRule>,
  options: ScoreOptions,
  documents: readonly Document[] = []
): PageReport[] {
  const classes = new Map([...rules].map((rule) => [rule.name, rule.counts]))
  const account = accountOf(issue, findings, (ruleId) => classes.get(ruleId), options)
  const ahead = reports.map(({messages}) => messages.values())
  // a page's messages are its findings, in their order
  const messages = findings.map(({at}): Message | undefined => ahead[at.page]?.next().value)
  // one object for all pages: they are one issue by it
  const whole = reports.length > 1 ? {pages: reports.length, ...account.whole} : undefined
  return reports.map((report, page) => ({
    ...report,
    score: {
      ...toScore(account, page, toSheet(report.path, documents[page] ?? readPlain(report.copy)), messages),
      ...(whole && {issue: whole})
    }
  }))
}

function toScore(
  {options, items, pages, whole, uncounted}: Account,
  page: number,
  {place, document}: Sheet,
  messages: readonly (Message | undefined)[]
): PageScore {
  const own = items.filter(({at}) => at.page === page).sort((a, b) => a.at.start - b.at.start)
  return {
    kind: options.kind,
    limit: options.limit,
    severities: options.severities,
    ...(pages[page] ?? whole),
    items: own.map(({finding, at, ...item}) => ({
      ...item,
      place: place(at),
      text: document.copy.slice(at.start, at.end),
      severity: messages[finding]?.severity ?? 'error',
      reason: messages[finding]?.reason ?? item.ruleId
    })),
    uncounted: uncounted[page] ?? []
  }
}
