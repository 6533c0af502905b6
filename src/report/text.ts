import pc from 'picocolors'
import {reporter} from 'vfile-reporter'
import type {Severity} from '../rule/finding.ts'
import type {Language} from '../rule/rule.ts'
import type {PageReport} from './message.ts'
import {prettyTexts} from './pretty/texts.ts'
import {acceptedOn, type ByPage, type Reporter, type ReportOptions} from './reporter.ts'
import {toVFile} from './vfile.ts'
import {orderless, visible} from './visible.ts'
import {commonWidth} from './width.ts'

/** vfile-reporter's report, one line a message and its notes below: for terminals of engineers and for logs. */
export const text: Reporter = async (pages, options) => {
  const {page, end} = textByPage(options)
  return pages.map(page).join('') + (await end())
}

/** The same, page by page: the columns of each page are its own, and what is said of all comes last. */
export function textByPage(options: ReportOptions): ByPage {
  const told = {error: 0, warning: 0, info: 0}
  /** Of each page what is told at the end. */
  const rest: PageReport[] = []
  let printed = false
  /** Behind messages there is an empty line, if anything follows. */
  let open = false
  return {
    page: (page) => {
      const {failures, messages, score} = page
      rest.push({...page, copy: '', stories: [], blocks: [], messages: score ? messages : []})
      const own = withoutShared(page)
      // a page whose config is wrong was not looked at: “no issues found” would not be true
      if (own.failures.length + messages.length === 0 && failures.length > 0) return ''
      const shown = options.quiet ? messages.filter(({severity}) => severity === 'error') : messages
      for (const {severity} of shown) told[severity]++
      told.error += own.failures.length
      const block = withoutSum(
        reporter([toVFile(own, options.language)], {color: options.color, verbose: true, silent: options.quiet}),
        own.failures.length + shown.filter(({severity}) => severity !== 'info').length
      )
      if (block === '') return ''
      const gap = open ? '\n' : ''
      open = own.failures.length + shown.length > 0
      printed = true
      return `${gap}${orderless(block)}\n`
    },
    end: async () => {
      const account = options.score === true ? await accountsOf(rest, options) : ''
      const parts = [sumOf(told, options), acceptedLine(rest, options), account, sharedFailures(rest, options.language)]
      const said = parts.filter((it) => it !== '').join('\n\n')
      return said === '' ? '' : `${printed ? '\n' : ''}${orderless(said)}\n`
    }
  }
}

/** A page's part of the report; its sum, in the last line, is not that of the report. */
function withoutSum(report: string, grave: number): string {
  return grave > 0 ? report.slice(0, report.lastIndexOf('\n\n')) : report
}

/** The sum of all pages, in vfile-reporter's words; as there, none where all is info. */
function sumOf({error, warning, info}: Readonly<Record<Severity, number>>, {color}: ReportOptions): string {
  if (error + warning === 0) return ''
  const {red, yellow} = pc.createColors(color)
  const part = (count: number, sign: string, word: string) =>
    count === 0 ? [] : [`${sign} ${count} ${word}${count === 1 ? '' : 's'}`]
  const sum = [...part(error, red('✖'), 'error'), ...part(warning, yellow('⚠'), 'warning')].join(', ')
  const total = error + warning + info
  return total === error || total === warning ? sum : `${total} messages (${sum})`
}

/** The report tells of findings; that there are others, which the desk has accepted, is told once below. */
function acceptedLine(pages: readonly PageReport[], {language, quiet}: ReportOptions): string {
  const accepted = quiet ? 0 : acceptedOn(pages)
  const {accepted: told, stop} = prettyTexts[language]
  return accepted > 0 ? told(accepted) + stop : ''
}

const withoutShared = (page: PageReport): PageReport => ({
  ...page,
  failures: page.failures.filter(({shared}) => !shared)
})

/** What is wrong with the config or the word lists, once a run and in the order of the file: they are no errors of a page. */
function sharedFailures(pages: readonly PageReport[], language: Language): string {
  const kept = pages.filter(({failures}) => failures.some(({shared}) => shared))
  if (kept.length === 0) return ''
  const reasons = new Set(
    kept.flatMap(({failures}) => failures.flatMap(({reason, shared}) => (shared ? [reason] : [])))
  )
  const {failed, files} = prettyTexts[language]
  return [`✖ ${failed}${files(kept.length)}`, ...[...reasons].map((it) => `  ${visible(it)}`)].join('\n')
}

async function accountsOf(pages: readonly PageReport[], options: ReportOptions): Promise<string> {
  const [{drawScores}, {createStyle}] = await Promise.all([import('./score/draw.ts'), import('./pretty/style.ts')])
  return drawScores(pages, options, createStyle(options.color, options.width, commonWidth))
    .join('\n')
    .trimEnd()
}
