import * as v from 'valibot'
import {builtin} from '../src/builtin.ts'
import type {ActiveRule} from '../src/index.ts'
import {createLists} from '../src/index.ts'

/** The built-in rules as they run where no config says otherwise, with their word lists; those named, or all. */
export async function activeRules(names: readonly string[] = []): Promise<readonly ActiveRule[]> {
  const chosen = builtin.filter(({name}) => names.length === 0 || names.includes(name))
  const {rules} = await createLists()(
    chosen.map((rule) => ({rule, severity: rule.severity, options: rule.options ? v.parse(rule.options, {}) : {}}))
  )
  return rules
}
