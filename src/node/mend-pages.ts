import {lineEndOf, type MendLevel, mend} from '../fix/mend.ts'
import type {Result} from '../lint.ts'
import {quote} from '../report/quote.ts'
import type {Texts} from '../rule/rule.ts'
import {canEncode, createEncoder, encodePieces} from './encode.ts'
import type {ReadPage} from './pages.ts'
import {replaceFiles} from './write.ts'

/** A file, and how many mends were made in it. */
export interface MendedFile {
  readonly path: string
  readonly mends: number
}

/** What came of mending an issue. */
export interface MendedIssue {
  /** What was found on the pages as the files are now: after a dry run, or where they could not be written, as they were. */
  readonly result: Result
  /** The files that were written, or would be, and how many mends touch each. */
  readonly files: readonly MendedFile[]
  /** Unified diffs, of a dry run. */
  readonly diffs: readonly string[]
  readonly failures: readonly {readonly page: number; readonly texts: Texts}[]
}

/** Mends the pages of an issue and writes the files, or, on a dry run, says what would change. */
export async function mendPages(
  pages: readonly ReadPage[],
  lint: (sources: readonly string[]) => Result,
  {level, dry}: {readonly level: MendLevel; readonly dry: boolean}
): Promise<MendedIssue> {
  const sources = pages.map(({decoded}) => decoded.text)
  const encoders = await Promise.all(pages.map(({decoded}) => createEncoder(decoded.encoding)))
  const accepts = (page: number, text: string): boolean => {
    const encoding = pages[page]?.decoded.encoding
    const encode = encoders[page]
    return encoding !== undefined && encode !== undefined && canEncode(text, encoding, encode)
  }
  const done = mend(sources, lint, {level, accepts, lineEnds: sources.map(lineEndOf)})
  const failures = [
    ...done.refused.map(({ruleId, page, text}) => ({page, texts: notEncodable(ruleId, text, pages[page])})),
    ...done.circling.map((ruleId) => ({page: 0, texts: circling(ruleId)}))
  ]
  const changed = pages.map((_, page) => page).filter((page) => done.sources[page] !== sources[page])
  const files = changed.map((page) => ({path: pages[page]?.path ?? '', mends: done.counts[page] ?? 0}))
  if (dry) {
    const {unifiedDiff} = await import('../fix/diff.ts')
    const diffs = changed.map((page) =>
      unifiedDiff(pages[page]?.path ?? '', sources[page] ?? '', done.sources[page] ?? '')
    )
    return {result: changed.length > 0 ? lint(sources) : done.result, files, diffs, failures}
  }
  const failed = replaceFiles(
    changed.map((page) => {
      const {absolute, bytes, decoded} = pages[page] as ReadPage
      const encode = encoders[page] as (typeof encoders)[number]
      return {path: absolute, before: bytes, after: encodePieces(bytes, decoded, done.pieces[page] ?? [], encode)}
    })
  )
  if (!failed) return {result: done.result, files, diffs: [], failures}
  failures.push({page: changed[failed.index] ?? 0, texts: failed.texts})
  return {result: lint(sources), files: [], diffs: [], failures}
}

function notEncodable(ruleId: string, text: string, page: ReadPage | undefined): Texts {
  const name = page?.decoded.encoding.toUpperCase() ?? ''
  return {
    zh: `规则 ${ruleId} 的改动“${quote(text)}”里有 ${name} 写不了的字，没有改，请手工改`,
    en: `a mend of ${ruleId} (“${quote(text)}”) has characters that ${name} cannot hold and was not made; make it by hand`
  }
}

function circling(ruleId: string): Texts {
  return {
    zh: `规则 ${ruleId} 的改动没完没了（改了又要改），都没有做，请手工改`,
    en: `the mends of ${ruleId} never come to an end and were not made; make them by hand`
  }
}
