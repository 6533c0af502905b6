import {builtin} from '../src/builtin.ts'
import {type ReporterName, reporterNames, reporters} from '../src/report/index.ts'
import type {PageReport} from '../src/report/message.ts'
import type {ReportOptions} from '../src/report/reporter.ts'
import {readCommands} from '../tests/report/github-commands.ts'
import {harmIn} from '../tests/report/harmless.ts'
import {faultsOf, schemaOf} from '../tests/report/schemas.ts'
import {all, faultsBy, readXml} from '../tests/report/xml.ts'

const options: ReportOptions = {
  language: 'zh',
  color: false,
  width: 80,
  sort: 'place',
  quiet: false,
  rules: builtin,
  version: '1.2.3'
}

const first = (faults: readonly string[]): string | undefined => faults[0]
const equal = (what: string, is: number, should: number): string | undefined =>
  is === should ? undefined : `${is} ${what} instead of ${should}`

/** What is wrong with a report, if anything: it must be what those who read it take, and tell of all messages. */
type Check = (report: string, messages: number) => string | undefined

/** Of reports for people it is enough that they harm nobody. */
function checks(): Partial<Record<ReporterName, Check>> {
  const [sarif, gitlab, rdjson] = ['sarif-2.1.0.json', 'gitlab-code-quality.json', 'rdjson.json'].map(schemaOf) as [
    object,
    object,
    object
  ]
  return {
    json: (report, messages) => equal('messages', JSON.parse(report)[0].messages.length, messages),
    ndjson: (report, messages) => equal('messages', JSON.parse(report).messages.length, messages),
    html: (report) => equal('scripts', report.match(/<script/gi)?.length ?? 0, 1),
    sarif: (report, messages) => {
      const log = JSON.parse(report)
      return first(faultsOf(sarif, log)) ?? equal('results', log.runs[0].results.length, messages)
    },
    gitlab: (report, messages) => {
      const entries: object[] = JSON.parse(report)
      return entries.flatMap((it) => faultsOf(gitlab, it))[0] ?? equal('entries', entries.length, messages)
    },
    rdjson: (report, messages) => {
      const result = JSON.parse(report)
      return first(faultsOf(rdjson, result)) ?? equal('diagnostics', result.diagnostics.length, messages)
    },
    junit: (report) => first(faultsBy('junit-10.xsd', readXml(report))),
    checkstyle: (report, messages) => equal('errors', all(readXml(report), 'error').length, messages),
    github: (report, messages) =>
      equal('commands', readCommands(report).length, messages) ??
      equal('lines', report === '' ? 0 : report.trimEnd().split('\n').length, messages)
  }
}

/** Makes every report of a page in both languages, and says what is wrong with each. */
export function createReportChecks(): (pages: Readonly<Record<'zh' | 'en', PageReport>>) => Promise<string[]> {
  const known = checks()
  return async (pages) => {
    const faults: string[] = []
    for (const name of reporterNames) {
      const reporter = await reporters[name]()
      for (const language of ['zh', 'en'] as const) {
        const page = pages[language]
        const report = await reporter([page], {...options, language})
        const fault = harmIn(name, report) ?? known[name]?.(report, page.messages.length)
        if (fault !== undefined) faults.push(`${name}, ${language}: ${fault}`)
      }
    }
    return faults
  }
}
