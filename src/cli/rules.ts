import {builtin} from '../builtin.ts'
import {columnsOf, commonWidth, padEnd} from '../report/width.ts'
import {severityWords} from '../report/words.ts'
import {wrap} from '../report/wrap.ts'
import {severities} from '../rule/finding.ts'
import type {AnyRule, Language, Scope, Texts} from '../rule/rule.ts'
import {type Parsed, refuseExtra} from './parse.ts'
import {columns} from './terminal.ts'
import {choice} from './values.ts'

const scopes: Readonly<Record<Scope, Texts>> = {
  article: {zh: '逐篇', en: 'article'},
  issue: {zh: '全期', en: 'issue'},
  archive: {zh: '往期', en: 'archive'}
}

/** `copylint rules`: the rules that copylint brings, as a table, gravest first, or as JSON, by name. */
export function rules(parsed: Parsed, language: Language): number {
  refuseExtra(parsed, 0)
  const format = choice(parsed.options, 'format', 'rules --format', ['json'])
  process.stdout.write(format === 'json' ? toJson() : toTable(language))
  return 0
}

function toJson(): string {
  return `${JSON.stringify(
    builtin.map(({name, scope, severity, counts, summary}) => ({name, severity, scope, counts, summary})),
    null,
    2
  )}\n`
}

function toTable(language: Language): string {
  const gravestFirst = [...builtin].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
  const rows = gravestFirst.map((rule: AnyRule) => [
    rule.name,
    severityWords[language][rule.severity],
    scopes[rule.scope as Scope][language],
    rule.summary[language]
  ])
  const widthOf = (column: number) => Math.max(...rows.map((row) => columnsOf(row[column] ?? '', commonWidth))) + 2
  const [first, second, third] = [widthOf(0), widthOf(1), widthOf(2)]
  return rows
    .flatMap(([name = '', severity = '', scope = '', summary = '']) => {
      const indent = first + second + third
      const [line = '', ...more] = wrap(summary, Math.max(columns() - indent, 20), commonWidth)
      const head =
        padEnd(name, first, commonWidth) +
        padEnd(severity, second, commonWidth) +
        padEnd(scope, third, commonWidth) +
        line
      return [head, ...more.map((it) => ' '.repeat(indent) + it)]
    })
    .map((line) => `${line}\n`)
    .join('')
}
