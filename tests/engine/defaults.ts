import {type ActiveRule, createLists} from 'copylint'
import * as v from 'valibot'
import {builtin} from '../../src/builtin.ts'

/** All built-in rules, with the options that they have where a config says nothing, and their word lists. */
export const {rules: defaults} = await createLists()(
  builtin.map((rule): ActiveRule => {
    const options = rule.options ? (v.parse(rule.options, {}) as Record<string, unknown>) : {}
    return {rule, severity: rule.severity, options}
  })
)
