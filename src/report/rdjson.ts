import type {FixMessage, Message, PageReport, Place} from './message.ts'
import {isUri, toSlashes} from './paths.ts'
import {type Reporter, type ReportOptions, shown} from './reporter.ts'
import {toSentences} from './sentences.ts'
import {type Source, toSources} from './sources.ts'
import {toStrictJson} from './to-json.ts'

const severities = {error: 'ERROR', warning: 'WARNING', info: 'INFO'} as const

/** A suggestion over more characters is no longer read, and covers what is right: such mends are left to `--fix`. */
const longest = 500

/** Reviewdog's DiagnosticResult: places in bytes of UTF-8, mends as suggestions. What could not be done is an error of its file. */
export const rdjson: Reporter = (pages, options) => {
  const sources = toSources(pages)
  const diagnostics = pages.flatMap((page) => [
    ...page.failures.map(({reason}) => ({
      message: reason,
      location: {path: toSlashes(page.path)},
      severity: 'ERROR',
      code: {value: 'copylint'}
    })),
    ...shown(page.messages, options).map((message) => toDiagnostic(page, message, sources, options))
  ])
  const source = {name: 'copylint', ...(options.homepage !== undefined && {url: options.homepage})}
  return `${toStrictJson({source, diagnostics})}\n`
}

function toDiagnostic(
  {path}: PageReport,
  message: Message,
  sources: ReturnType<typeof toSources>,
  {language}: ReportOptions
) {
  const {severity, ruleId, url, place, related} = message
  const own = sources(path)
  const location = (it: {readonly path?: string; readonly place: Place}) => {
    const at = it.path ?? path
    return {path: toSlashes(at), range: toRange(it.place, sources(at))}
  }
  const suggestions = own ? message.fixes.flatMap((fix) => toSuggestion(fix, own) ?? []) : []
  return {
    message: toSentences(message, language),
    location: location({place}),
    severity: severities[severity],
    code: {value: ruleId, ...(url !== undefined && isUri(url) && {url})},
    ...(suggestions.length > 0 && {suggestions}),
    ...(related.length > 0 && {
      related_locations: related.map((it) => ({message: it.label, location: location(it)}))
    })
  }
}

/** Of a page whose text is not at hand only the lines are told: its bytes cannot be counted. */
function toRange({start, end}: Place, of: Source | undefined) {
  if (!of) return {start: {line: start.line}, end: {line: end.line}}
  return {
    start: {line: start.line, column: of.byteColumn(start)},
    end: {line: end.line, column: of.byteColumn(end)}
  }
}

/** A suggestion is one range and its new words: several edits of a mend are told with what lies between them. */
function toSuggestion({edits}: FixMessage, own: Source) {
  if (own.binary || edits.some(({path}) => path !== undefined)) return undefined
  const sorted = [...edits].sort((a, b) => a.start - b.start)
  const start = sorted[0]?.start ?? 0
  const end = Math.max(...sorted.map((it) => it.end))
  if (sorted.length === 0 || end - start > longest) return undefined
  let text = ''
  let at = start
  for (const edit of sorted) {
    text += own.text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return {range: toRange(own.place({start, end}), own), text}
}
