import {reporter} from 'vfile-reporter'
import type {Reporter} from './reporter.ts'
import {toVFile} from './vfile.ts'

/** vfile-reporter's report, one line a message and its notes below: for terminals of engineers and for logs. */
export const text: Reporter = (pages, options) => {
  const files = pages.map((page) => toVFile(page, options.language))
  const report = reporter(files, {color: options.color, verbose: true, silent: options.quiet})
  return report === '' ? '' : `${report}\n`
}
