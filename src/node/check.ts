import type {Document} from '../formats/format.ts'
import {type ActiveRule, type Failure, type Found, lint, type Result} from '../lint.ts'
import {failureTexts} from '../report/describe.ts'
import type {Texts} from '../rule/rule.ts'
import type {Accepted, Accepter} from './accepting.ts'
import {now, type Clock} from './clock.ts'
import type {MendedIssue} from './mend-pages.ts'
import type {ReadPage} from './pages.ts'
import type {LintOptions} from './run.ts'
import type {Settings} from './settings.ts'

/** A failure, and the page that it concerns: the first where it concerns them all. */
export interface PageFailure {
  readonly page?: number
  readonly texts: Texts
}

/** What came of checking: the findings lie on the copies of the documents. */
export interface Checked {
  readonly result: Result
  readonly documents: readonly Document[]
  readonly failures: PageFailure[]
  readonly mended?: MendedIssue
  readonly accepted?: Accepted
}

/** Finds what is wrong with the pages of an issue: mended where that was asked for, retext plugins asked, what is accepted left out. */
export async function check(
  pages: readonly ReadPage[],
  active: readonly ActiveRule[],
  {plugins, states}: Settings,
  options: LintOptions,
  clock: Clock,
  accepts: Accepter | undefined
): Promise<Checked> {
  // what was found last, and the pages it was found on: after mending, those that lie in the files now
  let documents = pages.map(({document}): Document => document)
  let all: readonly Found[] = []
  const lintDocuments = (changed: readonly Document[]): Result => {
    documents = [...changed]
    const result = lint(
      pages.map(({path}, index) => {
        const {copy = '', outline} = changed[index] ?? {}
        return {path, source: copy, ...(outline && {outline})}
      }),
      active,
      undefined,
      now
    )
    for (const [step, time] of result.timings) clock.add(step, time)
    all = result.findings
    // what is accepted is not mended
    return accepts && options.mend ? {...result, findings: accepts(result, documents).findings} : result
  }
  let result: Result
  let mended: MendedIssue | undefined
  if (options.mend) {
    const {mendPages} = await import('./mend-pages.ts')
    mended = await mendPages(pages, lintDocuments, options.mend)
    result = mended.result
  } else result = lintDocuments(documents)

  const own = result.failures.length > 0 ? await told(result.failures, plugins, options) : []
  const failures: PageFailure[] = [...(mended?.failures ?? []), ...own.map(toFailure)]
  const findings = [...all]
  const before = failures.length
  if (plugins.some(({retext}) => retext !== undefined)) {
    const {runRetext} = await import('./retext.ts')
    for (const [index, page] of result.issue.pages.entries()) {
      const own = await clock.timed('retext', () => runRetext(plugins, page, index, states))
      findings.push(...own.findings)
      failures.push(...own.failures)
    }
    findings.sort(
      (a, b) =>
        a.at.page - b.at.page || a.at.start - b.at.start || a.at.end - b.at.end || compareCode(a.ruleId, b.ruleId)
    )
  }
  const whole = {...result, findings}
  const accepted = accepts && clock.sync('accept', () => accepts(whole, documents, failures.length === before))
  return {
    result: accepted ? {...whole, findings: accepted.findings} : whole,
    documents,
    failures,
    ...(mended && {mended}),
    ...(accepted && {accepted})
  }
}

const compareCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Failures with their lines; what was thrown goes to whoever asked for it. */
async function told(
  failures: readonly Failure[],
  plugins: Settings['plugins'],
  {cwd, onThrown}: LintOptions
): Promise<Failure[]> {
  const {withLine} = await import('./thrown.ts')
  for (const {cause} of failures) if (cause !== undefined) onThrown?.(cause)
  return failures.map((it) => withLine(it, plugins, cwd))
}

function toFailure(failure: Failure): PageFailure {
  return {...(failure.page !== undefined && {page: failure.page}), texts: failureTexts(failure)}
}
