import {reporter} from 'vfile-reporter'
import type {Reporter} from './reporter.ts'
import {shown} from './reporter.ts'
import {toVFile} from './vfile.ts'

/** vfile-reporter's report, one line a message and its notes below: for terminals of engineers and for logs. */
export const text: Reporter = (pages, options) => {
  const files = pages.map((page) => toVFile(page, shown(page.messages, options), options.language))
  return `${reporter(files, {color: options.color, verbose: true})}\n`
}
