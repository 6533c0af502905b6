import type {Severity} from '../rule/finding.ts'
import type {Language} from '../rule/rule.ts'
import type {PageReport} from './message.ts'

/** What a copy editor calls the severities. */
export const severityWords: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  zh: {error: '错误', warning: '疑点', info: '提示'},
  en: {error: 'error', warning: 'warning', info: 'query'}
}

/** Where something is: 第39行, line 39; in a Word file, whose lines are paragraphs, 第39段; in another file 〈b.txt〉第39行. */
export function placeWords(line: number, counts: Counts, language: Language, path?: string): string {
  const word = lineWord(counts, language)
  if (language === 'zh') return `${path === undefined ? '' : `〈${path}〉`}第${line}${word}`
  return `${word} ${line}${path === undefined ? '' : ` of ${path}`}`
}

/** What the lines of a file are. */
export type Counts = 'paragraphs' | undefined

/** What one of them is called. */
export function lineWord(counts: Counts, language: Language): string {
  if (language === 'zh') return counts ? '段' : '行'
  return counts ? 'paragraph' : 'line'
}

/** What the lines of a page are. */
export const countsOf = ({binary}: Pick<PageReport, 'binary'>): Counts => (binary ? 'paragraphs' : undefined)

/** The signs of the severities. */
export const signs: Readonly<Record<Severity, string>> = {error: '✖', warning: '▲', info: '●'}
