import {readdirSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import type {Found, Span} from '../src/index.ts'
import {lint} from '../src/index.ts'
import {severities} from '../src/rule/finding.ts'
import {activeRules} from './active.ts'
import known from './known-true.json' with {type: 'json'}

/** How much of the page is shown on each side of a finding, in UTF-16 units. */
const context = 40

/**
 * What the rules say of pages that were printed, each finding with its surroundings, to be read; then how many there are by rule
 * and by million characters. What was read before and is true (known-true.json, by the name of the file) is counted apart.
 *
 *     node scripts/run.mjs bench/alarms.ts FOLDER [RULE…]
 */
export async function main([folder, ...names]: readonly string[]): Promise<number> {
  if (folder === undefined) {
    console.error('usage: node scripts/run.mjs bench/alarms.ts FOLDER [RULE…]')
    return 2
  }
  const active = await activeRules(names)
  const counts = new Map<string, Record<string, number>>()
  const pages = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.txt'))
  let characters = 0
  let pagesWithError = 0
  for (const name of pages) {
    const source = readFileSync(join(folder, name), 'utf8')
    characters += source.length
    const isKnown = ({ruleId}: Found) =>
      known.some(({id, rule}) => rule === ruleId && id.replace('/', '-') === basename(name, '.txt'))
    const {findings} = lint([{path: name, source}], active)
    for (const found of findings) {
      const level = isKnown(found) ? 'true' : found.severity
      const row = counts.get(found.ruleId) ?? {}
      counts.set(found.ruleId, {...row, [level]: (row[level] ?? 0) + 1})
      if (level !== 'true') console.log([`${level} ${found.ruleId} ${name}`, ...placesOf(found, source)].join('\n'))
    }
    if (findings.some((found) => found.severity === 'error' && !isKnown(found))) pagesWithError++
  }
  console.log(`${pages.length} pages, ${characters} characters, ${pagesWithError} pages with an error`)
  for (const [rule, row] of [...counts].sort()) {
    const untrue = severities.reduce((sum, level) => sum + (row[level] ?? 0), 0)
    const levels = [...severities, 'true'].map((level) => `${level} ${row[level] ?? 0}`).join(', ')
    console.log(`${rule}: ${levels}; ${((untrue / characters) * 1e6).toFixed(2)} a million`)
  }
  return 0
}

/** The words of a finding and of its first related places, with those around them. */
function placesOf({at, related = []}: Found, source: string): string[] {
  return [at, ...related.slice(0, 3).map((it) => it.at)].map(({start, end}: Span) => {
    const around = `${source.slice(Math.max(0, start - context), start)}⟦${source.slice(start, end)}⟧${source.slice(end, end + context)}`
    return `    ${around.replace(/\s*\n\s*/g, '⏎')}`
  })
}
