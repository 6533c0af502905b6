import {builtin} from '../builtin.ts'
import {padEnd} from '../report/width.ts'
import {severityWords} from '../report/words.ts'
import {wrap} from '../report/wrap.ts'
import type {AnyRule, Language, Scope, Texts} from '../rule/rule.ts'
import type {Parsed} from './parse.ts'
import {columns} from './terminal.ts'
import {choice} from './values.ts'

const scopes: Readonly<Record<Scope, Texts>> = {
  article: {zh: '单篇', en: 'article'},
  issue: {zh: '全期', en: 'issue'},
  archive: {zh: '往期', en: 'archive'}
}

/** `copylint rules`: the rules that copylint brings, as a table or as JSON. */
export function rules({options}: Parsed, language: Language): number {
  const format = choice(options, 'format', '--format', ['pretty', 'text', 'json'])
  process.stdout.write(format === 'json' ? toJson() : toTable(language))
  return 0
}

function toJson(): string {
  return `${JSON.stringify(
    builtin.map(({name, scope, severity, summary}) => ({name, severity, scope, summary})),
    null,
    2
  )}\n`
}

function toTable(language: Language): string {
  const rows = builtin.map((rule: AnyRule) => [
    rule.name,
    severityWords[language][rule.severity],
    scopes[rule.scope as Scope][language],
    rule.summary[language]
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => padEnd(row[column] ?? '', 0).length)) + 2)
  const [first = 0, second = 0, third = 0] = [
    Math.max(...rows.map(([name = '']) => name.length)) + 2,
    Math.max((widths[1] ?? 0) + 2, 8),
    Math.max((widths[2] ?? 0) + 2, 8)
  ]
  return rows
    .flatMap(([name = '', severity = '', scope = '', summary = '']) => {
      const indent = first + second + third
      const [line = '', ...more] = wrap(summary, Math.max(columns() - indent, 20))
      const head = padEnd(name, first) + padEnd(severity, second) + padEnd(scope, third) + line
      return [head, ...more.map((it) => ' '.repeat(indent) + it)]
    })
    .map((line) => `${line}\n`)
    .join('')
}
