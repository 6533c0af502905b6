import * as v from 'valibot'
import type {AnyRule, Texts} from '../rule/rule.ts'
import {isUnknownKey, pathOf, sayIssue} from './issue.ts'
import {meant} from './nearest.ts'
import type {ConfigError, ReadConfig} from './read.ts'
import type {Setting} from './schema.ts'

/** The rules a config may name; `null` for a retext plugin, which has no options of a rule. */
export type KnownRules = ReadonlyMap<string, AnyRule | null>

/**
 * What is wrong with the rules that a config sets: names that no rule has, options that its schema refuses.
 *
 * @param path where the rules stand in the config
 * @param complete whether all rules are known; where a plugin could not be loaded, an unknown name may be of it
 */
export function checkRules(
  rules: Readonly<Record<string, Setting>>,
  path: readonly (string | number)[],
  known: KnownRules,
  placeOf: ReadConfig['placeOf'],
  complete: boolean
): ConfigError[] {
  return Object.entries(rules).flatMap(([name, setting]): ConfigError[] => {
    const here = [...path, name]
    const rule = known.get(name)
    if (rule === undefined) return complete ? [{...placeOf(here, 'key'), texts: noRule(name, known.keys())}] : []
    if (typeof setting === 'string' || setting[1] === undefined) return []
    return checkOptions(name, rule, setting[1]).map(({keys, isKey, texts}) => ({
      ...placeOf([...here, 1, ...keys], isKey ? 'key' : 'value'),
      texts
    }))
  })
}

/** No rule has the name: says which was meant, or where else it may be. */
export function noRule(name: string, names: Iterable<string>, elsewhere: Texts = unnamedPackage): Texts {
  const {zh, en} = meant(name, names)
  return {zh: `没有“${name}”这条规则${zh || elsewhere.zh}`, en: `there is no rule “${name}”${en || elsewhere.en}`}
}

const unnamedPackage: Texts = {
  zh: '；如果它在规则包里，先把包写进 plugins',
  en: '; if it is of a package, name the package in “plugins”'
}

function checkOptions(
  name: string,
  rule: AnyRule | null,
  options: Readonly<Record<string, unknown>>
): {keys: (string | number)[]; isKey: boolean; texts: Texts}[] {
  if (!rule?.options) {
    const texts = {zh: `规则 ${name} 没有选项`, en: `the rule ${name} has no options`}
    return Object.keys(options).length === 0 ? [] : [{keys: [], isKey: false, texts}]
  }
  const names = Object.keys(rule.options.entries)
  return issuesOf(rule.options, options).map((issue) => ({
    keys: pathOf(issue),
    isKey: isUnknownKey(issue),
    texts: sayIssue(issue, pathOf(issue).length === 1 ? names : [])
  }))
}

/** A schema may ask functions of its own: what those throw is told as the rule's failure, not as the config's error. */
function issuesOf(schema: NonNullable<AnyRule['options']>, options: unknown): readonly v.BaseIssue<unknown>[] {
  try {
    return v.safeParse(schema, options).issues ?? []
  } catch {
    return []
  }
}
