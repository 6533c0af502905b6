import type {Found} from '../lint.ts'
import type {AnyRule} from '../rule/rule.ts'
import type {Issue} from '../tree/issue.ts'
import type {Account} from '../score/account.ts'
import {accountOf} from '../score/account.ts'
import type {ScoreOptions} from '../score/options.ts'
import {toLines} from './lines.ts'
import type {PageReport, PageScore} from './message.ts'

/**
 * Counts the errors of an issue and adds the account to the reports of its pages.
 *
 * @param reports the pages as `describe` gives them: their messages are the findings, page by page
 */
export function withScore(
  reports: readonly PageReport[],
  {issue, findings}: {readonly issue: Issue; readonly findings: readonly Found[]},
  rules: Iterable<AnyRule>,
  options: ScoreOptions
): PageReport[] {
  const classes = new Map([...rules].map((rule) => [rule.name, rule.counts]))
  const account = accountOf(issue, findings, (ruleId) => classes.get(ruleId), options)
  const next = reports.map(() => 0)
  // a page's messages are its findings, in their order
  const messages = findings.map(({at}) => reports[at.page]?.messages[next[at.page]++ as number])
  return reports.map((report, page) => ({...report, score: toScore(account, page, report, messages)}))
}

function toScore(
  {options, items, pages, whole, unclassed}: Account,
  page: number,
  {source}: PageReport,
  messages: readonly (PageReport['messages'][number] | undefined)[]
): PageScore {
  const point = toLines(source)
  const own = items.filter(({at}) => at.page === page)
  return {
    kind: options.kind,
    limit: options.limit,
    ...(pages[page] as Account['whole']),
    items: own
      .sort((a, b) => a.at.start - b.at.start)
      .map(({finding, at, ...item}) => ({
        ...item,
        place: {start: point(at.start), end: point(at.end)},
        severity: messages[finding]?.severity ?? 'error',
        reason: messages[finding]?.reason ?? item.ruleId
      })),
    unclassed: [...(unclassed[page] ?? [])].map(([ruleId, count]) => ({ruleId, findings: count})),
    ...(pages.length > 1 && {issue: {pages: pages.length, ...whole}})
  }
}
