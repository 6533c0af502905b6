import {reporter} from 'vfile-reporter'
import type {PageReport} from './message.ts'
import type {Reporter, ReportOptions} from './reporter.ts'
import {toVFile} from './vfile.ts'
import {commonWidth} from './width.ts'

/** vfile-reporter's report, one line a message and its notes below: for terminals of engineers and for logs. */
export const text: Reporter = async (pages, options) => {
  const files = pages.map((page) => toVFile(page, options.language))
  const report = reporter(files, {color: options.color, verbose: true, silent: options.quiet})
  const account = options.score === true ? await accountsOf(pages, options) : ''
  const parts = [report, account].filter((it) => it !== '')
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`
}

async function accountsOf(pages: readonly PageReport[], options: ReportOptions): Promise<string> {
  const [{drawScores}, {createStyle}] = await Promise.all([import('./score/draw.ts'), import('./pretty/style.ts')])
  return drawScores(pages, options, createStyle(options.color, options.width, commonWidth))
    .join('\n')
    .trimEnd()
}
