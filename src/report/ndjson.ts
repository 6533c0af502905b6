import {toObject} from './page-object.ts'
import type {ByPage, Reporter, ReportOptions} from './reporter.ts'
import {toJson} from './to-json.ts'

/** The report for pipes: what `json` says of a page, on one line a page. That of one page can be written as soon as the page is done. */
export const ndjson: Reporter = (pages, options) => pages.map(ndjsonByPage(options).page).join('')

export function ndjsonByPage(options: ReportOptions): ByPage {
  return {page: (page) => `${toJson(toObject(page, options), 0)}\n`, end: () => ''}
}
