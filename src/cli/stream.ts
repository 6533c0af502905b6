import {byPage, isByPage} from '../report/index.ts'
import type {PageReport} from '../report/message.ts'
import type {ByPage, ReportOptions} from '../report/reporter.ts'
import type {Language} from '../rule/rule.ts'

/** A report that is written to standard output as the pages come. */
export interface Stream {
  readonly add: (page: PageReport, language: Language) => Promise<void>
  /** What is left to be written. */
  readonly end: (language: Language) => string | Promise<string>
}

/**
 * Begins such a report, in the language that is known with the first page; nothing where its form needs all pages at once.
 *
 * @param giveUp when nobody reads on the work is done: there is no other
 */
export async function createStream(
  format: string,
  how: (language: Language) => ReportOptions,
  giveUp: boolean
): Promise<Stream | undefined> {
  if (!isByPage(format)) return undefined
  const create = await byPage[format]()
  let report: ByPage | undefined
  let unread = false
  const begun = (language: Language): ByPage => {
    report ??= create(how(language))
    return report
  }
  return {
    add: async (page, language) => {
      if (unread && giveUp) process.exit(2)
      const text = begun(language).page(page)
      // what is not taken yet is waited for: a slow reader must not fill the memory
      await new Promise<void>((done) => {
        process.stdout.write(text, (error) => {
          unread ||= error !== null && error !== undefined
          done()
        })
      })
    },
    end: (language) => begun(language).end()
  }
}
