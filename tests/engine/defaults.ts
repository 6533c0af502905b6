import type {ActiveRule} from 'copylint'
import * as v from 'valibot'
import {builtin} from '../../src/builtin.ts'

/** All built-in rules, with the options that they have where a config says nothing. */
export const defaults: readonly ActiveRule[] = builtin.map((rule) => ({
  rule,
  severity: rule.severity,
  options: rule.options ? (v.parse(rule.options, {}) as Record<string, unknown>) : {}
}))
