import * as v from 'valibot'
import {pathOf, sayIssue} from '../config/issue.ts'
import {isSchema, unfit} from '../config/unfit.ts'
import type {ActiveRule, Failure, Found, Result} from '../lint.ts'
import {checkIssue} from '../lint.ts'
import {createLists} from '../lists.ts'
import {parsePage} from '../parse/parse.ts'
import type {AnyRule} from '../rule/rule.ts'
import {toIssue} from '../tree/issue.ts'
import type {ExamplePage} from './examples.ts'
import type {Mark} from './marks.ts'

/**
 * Runs one rule over the pages of an issue as the engine does, on a tree that nothing can change.
 *
 * @throws where the options are not the rule's, where the rule throws, changes the tree, finds other things the second
 *   time, or reports what is not plain data
 */
export async function runRule(
  rule: AnyRule,
  pages: readonly ExamplePage[],
  options: Readonly<Record<string, unknown>> = {}
): Promise<RuleResult> {
  return runActive(await activate(rule, options), pages)
}

export type RuleResult = Pick<Result, 'issue' | 'findings'>

/**
 * A rule that can check: its options complete, its word lists loaded.
 *
 * @throws where the options are not the rule's, or its lists cannot be loaded
 */
export async function activate(rule: AnyRule, options: Readonly<Record<string, unknown>> = {}): Promise<ActiveRule> {
  const active = {rule, severity: rule.severity, options: completeOptions(rule, options)}
  const {rules, failures} = await createLists()([active])
  if (!rules[0]) throw new Error(`${rule.name} failed: ${failures.map(({en}) => en).join('\n')}`)
  return rules[0]
}

/** As `runRule`, with a rule that is active already. */
export function runActive(active: ActiveRule, pages: readonly ExamplePage[]): RuleResult {
  const {rule} = active
  const check = () => {
    const issue = deepFreeze(toIssue(pages.map((page) => ({...page, tree: parsePage(page.source)}))))
    const {findings, failures} = checkIssue(issue, [active])
    for (const failure of failures) throw failed(rule, failure)
    return {issue, findings}
  }
  const result = check()
  if (JSON.stringify(result.findings) !== JSON.stringify(check().findings)) {
    throw new Error(`${rule.name} finds other things when it runs again: it keeps state between runs`)
  }
  for (const found of result.findings) requirePlain(found, rule.name)
  return result
}

/** What V8, SpiderMonkey and JavaScriptCore say of a write to what is frozen. */
const frozen =
  /read-?\s?only|not extensible|Cannot (?:add|delete|redefine) property|can't (?:define|delete) property|Unable to delete/i

function failed({name}: AnyRule, {reason, finished, cause}: Failure): Error {
  if (finished) return new Error(`${name} has a mistake: ${reason}`)
  const changes = cause instanceof TypeError && frozen.test(reason) ? 'it changes the tree: ' : ''
  return new Error(`${name} failed: ${changes}${reason}`, {cause})
}

/** A finding as marks tell it: all its places in the issue. */
export function toMark(found: Found): Mark {
  const related = (found.related ?? []).filter(({path}) => path === undefined)
  const spans = [found.at, ...related.map(({at}) => at)].map(({page = 0, start, end}) => ({page, start, end}))
  return {rule: found.ruleId, spans: spans.sort((a, b) => a.page - b.page || a.start - b.start || a.end - b.end)}
}

function completeOptions(rule: AnyRule, options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (!rule.options) {
    const [name] = Object.keys(options)
    if (name) throw new Error(`${rule.name} has no options, so none called “${name}”`)
    return {}
  }
  if (!isSchema(rule.options)) throw new Error(`The options of ${rule.name} are no schema: write v.strictObject({…})`)
  const cannot = unfit(rule)
  if (cannot) throw new Error(cannot.en)
  const result = v.safeParse(rule.options as v.GenericSchema<Record<string, unknown>>, options)
  if (result.success) return result.output
  const [issue] = result.issues
  const {en} = sayIssue(issue, pathOf(issue).length === 1 ? Object.keys(rule.options.entries) : [])
  throw new Error(`${rule.name} refuses the options: ${en}`)
}

/** Found data survives JSON and postMessage: no undefined, no NaN, no functions, no classes. */
function requirePlain(value: unknown, path: string): void {
  const type = typeof value
  if (value === null || type === 'string' || type === 'boolean' || (type === 'number' && Number.isFinite(value))) return
  const plain = Array.isArray(value) || Object.getPrototypeOf(value ?? 0) === Object.prototype
  if (type !== 'object' || !plain) throw new TypeError(`${path} is not plain data: ${String(value)}`)
  for (const [key, item] of Object.entries(value as object)) requirePlain(item, `${path}.${key}`)
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const item of Object.values(value)) deepFreeze(item)
  return value
}
