import type {Severity} from '../rule/finding.ts'
import type {Language} from '../rule/rule.ts'

/** What a copy editor calls the severities. */
export const severityWords: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  zh: {error: '错误', warning: '疑点', info: '提示'},
  en: {error: 'error', warning: 'warning', info: 'query'}
}

/** Where something is: 第39行, line 39; in a Word file, whose lines are paragraphs, 第39段. */
export function placeWords(line: number, counts: 'paragraphs' | undefined, language: Language): string {
  if (language === 'zh') return `第${line}${counts ? '段' : '行'}`
  return `${counts ? 'paragraph' : 'line'} ${line}`
}

/** The signs of the severities. */
export const signs: Readonly<Record<Severity, string>> = {error: '✖', warning: '▲', info: '●'}
