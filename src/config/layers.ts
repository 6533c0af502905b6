import * as v from 'valibot'
import type {ActiveRule} from '../lint.ts'
import {type PresetName, presets} from '../presets.ts'
import type {Severity} from '../rule/finding.ts'
import type {AnyRule, Language} from '../rule/rule.ts'
import type {Level, Setting} from './schema.ts'
import type {ScoreLine} from './score.ts'

export type Options = Readonly<Record<string, unknown>>

/** One line of a config that sets a rule. */
export interface Entry {
  readonly rule: string
  readonly level: Level
  /** Absent where the line sets the level only: options set below it stay. */
  readonly options?: Options
  /** Where it is written: `.lintrc.json:5:5`, `recommended`, `--rule`. */
  readonly from: string
}

/** What one preset, config, override or command line says; later layers outrank those before. */
export interface Layer {
  readonly entries: readonly Entry[]
  readonly lang?: {readonly value: Language; readonly from: string}
  /** How errors are counted. */
  readonly score?: readonly ScoreLine[]
  /** Of its config, where files that options name are looked for. */
  readonly folder?: string
  /** Absent where it holds for every file. Takes an absolute path. */
  readonly covers?: (file: string) => boolean
}

/** What holds for a rule in the end, and who says so. */
export interface RuleState {
  readonly level: Level
  readonly from: string
  readonly options?: Options
  readonly optionsFrom?: string
  /** Of the config that set the options. */
  readonly folder?: string
}

export interface Merged {
  /** In the order in which the layers named them. */
  readonly rules: ReadonlyMap<string, RuleState>
  readonly lang?: Layer['lang']
  /** By the key that each line sets: `weights.layout`. */
  readonly score: ReadonlyMap<string, ScoreLine>
}

/** Reads a setting as it is written: `"error"` or `["warning", {…}]`. */
export function toEntry(rule: string, setting: Setting, from: string): Entry {
  if (typeof setting === 'string') return {rule, level: setting, from}
  const [level, options] = setting
  return {rule, level, ...(options && {options}), from}
}

/** A set of copylint's own as a layer. */
export function presetLayer(name: PresetName, rules: Iterable<AnyRule>): Layer {
  return rulesLayer(rules, name, presets[name])
}

/** Rules at a level each, as a layer; those without a level are left out. */
export function rulesLayer(
  rules: Iterable<AnyRule>,
  from: string,
  levelOf: (rule: AnyRule) => Severity | undefined = ({severity}) => severity
): Layer {
  const entries = [...rules].flatMap((rule): Entry[] => {
    const level = levelOf(rule)
    return level === undefined ? [] : [{rule: rule.name, level, from}]
  })
  return {entries}
}

/** What the layers say together of a file. */
export function mergeLayers(layers: readonly Layer[], file: string): Merged {
  const rules = new Map<string, RuleState>()
  const score = new Map<string, ScoreLine>()
  let lang: Layer['lang']
  for (const layer of layers) {
    if (layer.covers && !layer.covers(file)) continue
    lang = layer.lang ?? lang
    for (const line of layer.score ?? []) score.set(line.path.join('.'), line)
    for (const {rule, level, options, from} of layer.entries) {
      const below = rules.get(rule)
      rules.set(rule, {...below, level, from, ...(options && {options, optionsFrom: from, ...of(layer)})})
    }
  }
  return {rules, score, ...(lang && {lang})}
}

const of = ({folder}: Layer) => folder !== undefined && {folder}

/**
 * The rules that are to run, their options completed by their schemas.
 *
 * @param known the rules there are; names that are none of them (of retext plugins) are passed over, and so are rules that
 *   cannot run
 */
export function toActive(states: Merged['rules'], known: ReadonlyMap<string, AnyRule | null>): ActiveRule[] {
  return [...states].flatMap(([name, {level, options, folder}]): ActiveRule[] => {
    const rule = known.get(name)
    if (!rule || level === 'off') return []
    const complete = completeOptions(rule, options)
    return complete ? [{rule, severity: level, options: complete, ...(folder !== undefined && {folder})}] : []
  })
}

/**
 * Options with the defaults of the rule's schema. Options that the schema refuses were told of before; they give the defaults.
 * Nothing where it refuses those too: the rule cannot run (see `unfit`).
 */
export function completeOptions(rule: AnyRule, options: Options = {}): Options | undefined {
  if (!rule.options) return {}
  try {
    const parsed = v.safeParse(rule.options, options)
    return (parsed.success ? parsed.output : v.parse(rule.options, {})) as Options
  } catch {
    return undefined
  }
}
