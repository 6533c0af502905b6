import type {AnyRule} from '../rule/rule.ts'
import {completeOptions, type Merged} from './layers.ts'
import type {ScoreLine} from './score.ts'

/**
 * What holds for a file, as JSON with comments that say where each line comes from. Reads as a config again.
 *
 * @param width the columns of a text, for aligning the comments
 */
export function printSettings(
  {rules, lang, score}: Merged,
  known: ReadonlyMap<string, AnyRule | null>,
  width: (text: string) => number
): string {
  const names = [...rules.keys()].sort()
  const rows: Row[] = names.map((name, index): Row => {
    const state = rules.get(name)
    const rule = known.get(name)
    const options = (rule?.options && completeOptions(rule, state?.options)) ?? {}
    const level = JSON.stringify(state?.level ?? 'off')
    const setting = Object.keys(options).length > 0 ? `[${level}, ${inline(options)}]` : level
    const comma = index < names.length - 1 ? ',' : ''
    const own = state?.optionsFrom !== undefined && state.optionsFrom !== state.from
    const from = `${state?.from}${own ? `; options: ${state.optionsFrom}` : ''}`
    return [`    ${JSON.stringify(name)}: ${setting}${comma}`, from]
  })
  const head: Row[] = lang ? [[`  "lang": ${JSON.stringify(lang.value)},`, lang.from]] : []
  const counting = scoreRows([...score.values()])
  const column = Math.min(Math.max(0, ...[...head, ...counting, ...rows].map(([text]) => width(text))), 72) + 2
  const line = ([text, from]: Row) =>
    from === undefined ? text : `${text}${' '.repeat(Math.max(2, column - width(text)))}// ${from}`
  return ['{', ...[...head, ...counting].map(line), '  "rules": {', ...rows.map(line), '  }', '}', ''].join('\n')
}

/** A line, and where it comes from; braces come from nowhere. */
type Row = readonly [text: string, from?: string]

/** What is said of counting errors, weights last. */
function scoreRows(lines: readonly ScoreLine[]): Row[] {
  if (lines.length === 0) return []
  const rowsOf = (own: readonly ScoreLine[], indent: string, last: boolean) =>
    own.map(({path, value, from}, index): Row => {
      const comma = last && index === own.length - 1 ? '' : ','
      return [`${indent}${JSON.stringify(path[path.length - 1])}: ${inline(value)}${comma}`, from]
    })
  const weights = lines.filter(({path}) => path.length > 1)
  const plain = lines.filter(({path}) => path.length === 1)
  const inner: Row[] = weights.length > 0 ? [['    "weights": {'], ...rowsOf(weights, '      ', true), ['    }']] : []
  return [['  "score": {'], ...rowsOf(plain, '    ', weights.length === 0), ...inner, ['  },']]
}

/** JSON on one line, with blanks that make it readable. */
function inline(value: unknown): string {
  return JSON.stringify(value, null, 1)
    .replace(/\n\s*/g, ' ')
    .replace(/([[{]) | ([\]}])/g, '$1$2')
}
