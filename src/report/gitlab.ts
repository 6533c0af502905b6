import {toFailurePrint, toFingerprints} from './fingerprint.ts'
import {toSlashes} from './paths.ts'
import {type Reporter, shown} from './reporter.ts'
import {toSentence} from './sentences.ts'
import {toStrictJson} from './to-json.ts'

/** What GitLab calls the severities; `blocker` is left for what could not be done. */
const severities = {error: 'major', warning: 'minor', info: 'info'} as const

/** A code quality report of GitLab: a list of findings, each with a name that stays when lines move. */
export const gitlab: Reporter = (pages, options) => {
  const entries = pages.flatMap((page) => {
    const path = toSlashes(page.path)
    // of all findings, hidden ones too: names may not hang on what is shown
    const names = new Map(toFingerprints(page, page.messages).map((name, index) => [page.messages[index], name]))
    const failures = page.failures.map(({reason}) => ({
      description: reason,
      check_name: 'copylint',
      fingerprint: toFailurePrint(page.path, reason),
      severity: 'blocker',
      location: {path, lines: {begin: 1}}
    }))
    const findings = shown(page.messages, options).map((message) => ({
      description: toSentence(message, options.language),
      check_name: message.ruleId,
      fingerprint: names.get(message),
      severity: severities[message.severity],
      location: {path, lines: {begin: message.place.start.line, end: message.place.end.line}}
    }))
    return [...failures, ...findings]
  })
  return `${toStrictJson(entries)}\n`
}
