import {reporter} from 'vfile-reporter'
import type {Language} from '../rule/rule.ts'
import type {PageReport} from './message.ts'
import {prettyTexts} from './pretty/texts.ts'
import {acceptedOn, type Reporter, type ReportOptions} from './reporter.ts'
import {toVFile} from './vfile.ts'
import {visible} from './visible.ts'
import {commonWidth} from './width.ts'

/** vfile-reporter's report, one line a message and its notes below: for terminals of engineers and for logs. */
export const text: Reporter = async (pages, options) => {
  // a page whose config is wrong was not looked at: “no issues found” would not be true
  const told = pages.map(withoutShared).filter(({messages, failures}, index) => {
    return messages.length + failures.length > 0 || pages[index]?.failures.length === 0
  })
  const files = told.map((page) => toVFile(page, options.language))
  const report = reporter(files, {color: options.color, verbose: true, silent: options.quiet})
  const account = options.score === true ? await accountsOf(pages, options) : ''
  const parts = [report, acceptedLine(pages, options), account, sharedFailures(pages, options.language)].filter(
    (it) => it !== ''
  )
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`
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
