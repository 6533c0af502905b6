import type {Language} from '../rule/rule.ts'
import type {Message, PageReport} from './message.ts'
import {type Reporter, type ReportOptions, shown} from './reporter.ts'
import {toSentences} from './sentences.ts'
import {severityWords} from './words.ts'
import {element, xmlDocument} from './xml.ts'

const texts = {
  zh: {clean: '没有发现问题', cleanOfErrors: '没有错误', failed: '没有查完'},
  en: {clean: 'nothing found', cleanOfErrors: 'no errors', failed: 'not finished'}
} as const

/**
 * The report of test runs: a suite a file, a test a finding. Errors fail. A build server turns red for a failed test, and copylint ends well
 * with warnings: they, and queries, are skipped tests, which are shown with their words and fail nothing. What could not be done is an error,
 * a file without findings a test that passed.
 */
export const junit: Reporter = (pages, options) => {
  const suites = pages.map((page) => ({page, messages: shown(page.messages, options)}))
  const sum = (of: (suite: Suite) => number) => suites.reduce((total, it) => total + of(it), 0)
  const totals = {tests: sum(testsOf), failures: sum(failuresOf), errors: sum(errorsOf)}
  const elements = suites.map((suite) => toSuite(suite, options))
  return xmlDocument(element('testsuites', {name: 'copylint', ...totals}, elements))
}

interface Suite {
  readonly page: PageReport
  /** Those that are shown. */
  readonly messages: readonly Message[]
}

const errorsOf = ({page}: Suite): number => page.failures.length
const failuresOf = ({messages}: Suite): number => messages.filter(({severity}) => severity === 'error').length
const testsOf = (suite: Suite): number => Math.max(errorsOf(suite) + suite.messages.length, 1)

function toSuite(suite: Suite, {language, quiet, score}: ReportOptions): string {
  const {page, messages} = suite
  const {path, failures} = page
  const say = texts[language]
  const test = (name: string, outcome: readonly string[]) => element('testcase', {classname: path, name}, outcome)
  const tests = [
    ...failures.map(({reason}) => test(say.failed, [element('error', {type: 'failure', message: reason}, reason)])),
    ...messages.map((message) => test(nameOf(message), [outcomeOf(message, language)]))
  ]
  const clean = test(quiet ? say.cleanOfErrors : say.clean, [])
  return element(
    'testsuite',
    {
      name: path,
      file: path,
      tests: testsOf(suite),
      failures: failuresOf(suite),
      errors: errorsOf(suite),
      skipped: messages.length - failuresOf(suite)
    },
    [...(score === true ? propertiesOf(page) : []), ...(tests.length > 0 ? tests : [clean])]
  )
}

/** What is read in the list of tests, and tells two of one rule apart. */
const nameOf = ({place, ruleId, reason}: Message): string =>
  `${place.start.line}:${place.start.column} ${reason} (${ruleId})`

function outcomeOf(message: Message, language: Language): string {
  const {severity, reason, ruleId, url, place} = message
  const more = [toSentences(message, language), `${place.start.line}:${place.start.column} ${ruleId}`, url ?? '']
  const text = more.filter((it) => it !== '').join('\n')
  if (severity === 'error') return element('failure', {type: ruleId, message: reason}, text)
  const word = severityWords[language][severity]
  return element('skipped', {type: ruleId, message: `${word}${language === 'zh' ? '：' : ': '}${reason}`}, text)
}

/** The account of the error rate, in short. */
function propertiesOf({score}: PageReport): string[] {
  if (!score) return []
  const property = (name: string, value: string | number) => element('property', {name: `copylint.${name}`, value})
  const {rate, characters, points, passed} = score
  return [
    element('properties', {}, [
      property('rate', rate),
      property('points', points),
      property('characters', characters),
      property('passed', String(passed))
    ])
  ]
}
