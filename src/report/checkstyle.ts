import type {Reporter} from './reporter.ts'
import {shown} from './reporter.ts'
import {toSentence} from './sentences.ts'
import {element, xmlDocument} from './xml.ts'

/** The report that Checkstyle writes, which many build servers read: a file an element, clean ones too. */
export const checkstyle: Reporter = (pages, options) => {
  const files = pages.map((page) => {
    const failures = page.failures.map(({reason}) =>
      element('error', {line: 1, severity: 'error', message: reason, source: 'copylint'})
    )
    const errors = shown(page.messages, options).map((message) => {
      const {line, column} = message.place.start
      const said = toSentence(message, options.language)
      return element('error', {
        line,
        column,
        severity: message.severity,
        message: said,
        source: `copylint.${message.ruleId}`
      })
    })
    return element('file', {name: page.path}, [...failures, ...errors])
  })
  return xmlDocument(element('checkstyle', {version: '4.3'}, files))
}
