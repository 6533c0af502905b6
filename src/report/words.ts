import type {Severity} from '../rule/finding.ts'
import type {Language} from '../rule/rule.ts'

/** What a copy editor calls the severities. */
export const severityWords: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  zh: {error: '错误', warning: '疑点', info: '提示'},
  en: {error: 'error', warning: 'warning', info: 'query'}
}

/** The signs of the severities. */
export const signs: Readonly<Record<Severity, string>> = {error: '✖', warning: '▲', info: '●'}
