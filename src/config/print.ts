import type {AnyRule} from '../rule/rule.ts'
import {completeOptions, type Merged} from './layers.ts'

/**
 * What holds for a file, as JSON with comments that say where each line comes from. Reads as a config again.
 *
 * @param width the columns of a text, for aligning the comments
 */
export function printSettings(
  {rules, lang}: Merged,
  known: ReadonlyMap<string, AnyRule | null>,
  width: (text: string) => number
): string {
  const names = [...rules.keys()].sort()
  const rows: [string, string][] = names.map((name, index) => {
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
  const head: [string, string][] = lang ? [[`  "lang": ${JSON.stringify(lang.value)},`, lang.from]] : []
  const column = Math.min(Math.max(0, ...[...head, ...rows].map(([text]) => width(text))), 72) + 2
  const line = ([text, from]: [string, string]) => `${text}${' '.repeat(Math.max(2, column - width(text)))}// ${from}`
  return ['{', ...head.map(line), '  "rules": {', ...rows.map(line), '  }', '}', ''].join('\n')
}

/** JSON on one line, with blanks that make it readable. */
function inline(value: unknown): string {
  return JSON.stringify(value, null, 1)
    .replace(/\n\s*/g, ' ')
    .replace(/([[{]) | ([\]}])/g, '$1$2')
}
