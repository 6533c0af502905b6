import * as v from 'valibot'
import type {AnyRule, Texts} from '../rule/rule.ts'
import {pathOf, sayIssue} from './issue.ts'
import type {Options} from './layers.ts'

/** Whether `options` of a rule can be a schema: a strict object of valibot, that answers at once. */
export function isSchema(options: unknown): boolean {
  const {async, entries, '~run': run} = (options ?? {}) as Readonly<Record<string, unknown>>
  return typeof run === 'function' && typeof entries === 'object' && entries !== null && async !== true
}

/**
 * Why a rule cannot run with these options, nor with the defaults of its own schema; nothing where it can.
 *
 * @param of the plugin that has the rule
 */
export function unfit({name, options: schema}: AnyRule, options: Options = {}, of?: string): Texts | undefined {
  const rule =
    of === undefined
      ? {zh: `规则 ${name}`, en: `the rule ${name}`}
      : {zh: `${of} 的规则 ${name}`, en: `the rule ${name} of ${of}`}
  try {
    if (!schema || v.safeParse(schema, options).success) return undefined
    const why = refusal(v.safeParse(schema, {}).issues)
    return (
      why && {
        zh: `${rule.zh} 没有选项就不能用（${why.zh}）：请给每个选项一个合格的默认值，v.optional(…, 默认值)`,
        en: `${rule.en} cannot run without options (${why.en}): give every option a default that fits, v.optional(…, default)`
      }
    )
  } catch (error) {
    // a schema may ask functions of its own
    const said = error instanceof Error ? error.message : String(error)
    return {zh: `${rule.zh} 读选项时出错：${said}`, en: `${rule.en} failed while it read its options: ${said}`}
  }
}

function refusal([issue]: readonly v.BaseIssue<unknown>[] = []): Texts | undefined {
  const name = issue ? pathOf(issue).join('.') : ''
  if (!issue || name === '' || issue.received !== 'undefined') return issue && sayIssue(issue)
  return {zh: `必须给出 ${name}`, en: `${name} is required`}
}
