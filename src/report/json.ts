import {toObject} from './page-object.ts'
import type {Reporter} from './reporter.ts'
import {toJson} from './to-json.ts'

/** The report for programs: one object a page, as documented; stable. */
export const json: Reporter = (pages, options) => `${toJson(pages.map((page) => toObject(page, options)))}\n`
