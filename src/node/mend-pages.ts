import {lineEndOf, type Mended, type MendLevel, mend, type Refused} from '../fix/mend.ts'
import type {Document} from '../formats/format.ts'
import type {Result} from '../lint.ts'
import {quote} from '../report/quote.ts'
import type {Texts} from '../rule/rule.ts'
import {canEncode, createEncoder, type Encoder, encodePieces} from './encode.ts'
import type {ReadPage} from './pages.ts'
import {replaceFiles} from './write.ts'

/** A file, and how many mends were made in it. */
export interface MendedFile {
  readonly path: string
  readonly mends: number
}

/** What is to be mended, and how. */
export interface MendRequest {
  readonly level: MendLevel
  /** Writes nothing. */
  readonly dry: boolean
  /** The rules whose mends are made; all where absent. */
  readonly rules?: ReadonlySet<string>
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
  lint: (documents: readonly Document[]) => Result,
  {level, dry, rules}: MendRequest
): Promise<MendedIssue> {
  const documents = pages.map(({document}) => document)
  const encoders = await Promise.all(pages.map(({decoded}) => decoded && createEncoder(decoded.encoding)))
  const accepts = (page: number, text: string): boolean => {
    const encoding = pages[page]?.decoded?.encoding
    const encode = encoders[page]
    return encoding === undefined || encode === undefined || canEncode(text, encoding, encode)
  }
  const lineEnds = documents.map(({source}) => lineEndOf(source))
  const done = mend(documents, lint, {level, accepts, lineEnds, ...(rules && {rules})})
  const failures = [
    ...done.refused.map((refused) => ({page: refused.page, texts: notMade(refused, pages[refused.page])})),
    ...done.circling.map((ruleId) => ({page: 0, texts: circling(ruleId)}))
  ]
  const changed = pages.map((_, page) => page).filter((page) => done.documents[page]?.copy !== documents[page]?.copy)
  const files = changed.map((page) => ({path: pages[page]?.path ?? '', mends: done.counts[page] ?? 0}))
  if (dry) {
    const {unifiedDiff} = await import('../fix/diff.ts')
    const diffs = changed.map((page) =>
      unifiedDiff(pages[page]?.path ?? '', documents[page]?.source ?? '', done.documents[page]?.source ?? '')
    )
    return {result: changed.length > 0 ? lint(documents) : done.result, files, diffs, failures}
  }
  const failed = replaceFiles(
    changed.map((page) => {
      const {absolute, bytes} = pages[page] as ReadPage
      return {path: absolute, before: bytes, after: bytesOf(pages[page] as ReadPage, page, done, encoders[page])}
    })
  )
  if (!failed) return {result: done.result, files, diffs: [], failures}
  failures.push({page: changed[failed.index] ?? 0, texts: failed.texts})
  return {result: lint(documents), files: [], diffs: [], failures}
}

/** The file after mending: of a text only what is new is encoded, all else keeps its bytes. */
function bytesOf(
  {bytes, decoded}: ReadPage,
  page: number,
  {documents, pieces}: Mended<unknown>,
  encode: Encoder | undefined
): Uint8Array {
  if (decoded && encode) return encodePieces(bytes, decoded, pieces[page] ?? [], encode)
  return documents[page]?.toBytes?.() ?? bytes
}

function notMade({ruleId, text, because}: Refused, page: ReadPage | undefined): Texts {
  if (because === 'markup') {
    return {
      zh: `规则 ${ruleId} 要改的地方夹着图片或格式标记，没有改，请手工改`,
      en: `a picture or markup stands within a mend of ${ruleId}; it was not made; make it by hand`
    }
  }
  const name = page?.decoded?.encoding.toUpperCase() ?? ''
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
