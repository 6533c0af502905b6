import {severities} from '../rule/finding.ts'
import type {Message, PageReport} from './message.ts'
import {toSlashes} from './paths.ts'
import {type Reporter, type ReportOptions, shown} from './reporter.ts'
import {toSentences} from './sentences.ts'
import {visible, visibleLines} from './visible.ts'

/** What GitHub calls the severities. */
const commands = {error: 'error', warning: 'warning', info: 'notice'} as const

/**
 * Workflow commands of GitHub Actions, which it shows at the lines of a pull request. It shows ten of each kind a step: what could not be
 * done stands first, then the gravest of all files. The other end of a pair is named in the words, that it may not use up one of the ten.
 */
export const github: Reporter = (pages, options) => {
  const failures = pages.flatMap(({path, failures: own}) =>
    own.map(({reason, shared}) =>
      command('error', {...(!shared && {file: toSlashes(path)}), title: 'copylint'}, reason)
    )
  )
  const all = pages.flatMap((page) => shown(page.messages, options).map((message) => ({page, message})))
  const findings = severities.flatMap((severity) =>
    all.filter(({message}) => message.severity === severity).map((it) => toCommand(it.page, it.message, options))
  )
  return [...new Set(failures), ...findings].map((line) => `${line}\n`).join('')
}

function toCommand({path}: PageReport, message: Message, {language}: ReportOptions): string {
  const {start, end} = message.place
  const properties = {
    file: toSlashes(path),
    line: start.line,
    endLine: end.line,
    // columns are told of one line only: GitHub refuses others
    ...(start.line === end.line && {col: start.column, endColumn: end.column}),
    title: message.ruleId
  }
  return command(commands[message.severity], properties, toSentences(message, language))
}

/** `::error file=a.txt,line=3::words`, escaped as GitHub takes it apart. */
function command(name: string, properties: Readonly<Record<string, string | number>>, text: string): string {
  const told = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(visible(String(value)))}`)
  return `::${name} ${told.join(',')}::${escapeData(visibleLines(text))}`
}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
