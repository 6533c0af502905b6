import {toObject} from './page-object.ts'
import type {ByPage, Reporter, ReportOptions} from './reporter.ts'
import {toJson} from './to-json.ts'

/** The report for programs: one object a page, as documented; stable. */
export const json: Reporter = async (pages, options) => {
  const {page, end} = jsonByPage(options)
  return pages.map(page).join('') + (await end())
}

/** The same, page by page: the text of the whole is never in memory. */
export function jsonByPage(options: ReportOptions): ByPage {
  let before = '['
  return {
    page: (page) => {
      const text = before + toJson([toObject(page, options)]).slice(1, -2)
      before = ','
      return text
    },
    end: () => (before === '[' ? '[]\n' : '\n]\n')
  }
}
