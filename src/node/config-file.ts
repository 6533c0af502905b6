import {readFileSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {checkRules, type KnownRules} from '../config/check.ts'
import {type Entry, type Layer, type Merged, presetLayer, rulesLayer, toEntry} from '../config/layers.ts'
import {meant} from '../config/nearest.ts'
import {type ReadConfig, readConfig} from '../config/read.ts'
import type {Setting} from '../config/schema.ts'
import {scoreLines} from '../config/score.ts'
import {unfit} from '../config/unfit.ts'
import {isPreset, presets} from '../presets.ts'
import type {AnyRule, Language, Texts} from '../rule/rule.ts'
import type {ScoreConfig} from '../score/options.ts'
import {Complaint, located, toTexts} from './complaint.ts'
import {toMatcher} from './globs.ts'
import {isPath, loadPlugin, type Plugin, presetOf, splitSpecifier} from './plugins.ts'
import {reasonOf} from './reasons.ts'

/** A config with all that it extends, loaded and checked. */
export interface ConfigFile {
  /** What it and those it extends say, the weakest first. */
  readonly layers: readonly Layer[]
  readonly plugins: readonly Plugin[]
  readonly known: KnownRules
  /** Whether a file (absolute path) is not to be linted when it comes out of a folder or a pattern. */
  readonly ignores: (file: string) => boolean
  /** What is wrong with it: nothing can be linted by it. */
  readonly errors: readonly Texts[]
  /** Plugins that could not be loaded: the rest holds. */
  readonly failures: readonly Texts[]
  /** Rules of plugins that are set and cannot run: the others do. */
  readonly unfit: (states: Merged['rules']) => Texts[]
}

/** How a config is loaded. */
export interface LoadContext {
  readonly builtin: readonly AnyRule[]
  /** A path as messages show it. */
  readonly show: (path: string) => string
}

/** What is gathered while a config is loaded. */
interface Draft {
  readonly layers: Layer[]
  readonly plugins: Plugin[]
  readonly known: Map<string, AnyRule | null>
  readonly ignores: ((file: string) => boolean)[]
  readonly errors: Texts[]
  readonly failures: Texts[]
}

/** Loads a config and what it extends and names. Never throws: what is wrong is in `errors` and `failures`. */
export async function loadConfigFile(path: string, context: LoadContext): Promise<ConfigFile> {
  const draft: Draft = {
    layers: [],
    plugins: [],
    known: new Map(context.builtin.map((rule) => [rule.name, rule])),
    ignores: [],
    errors: [],
    failures: []
  }
  await addFile(path, draft, context, [])
  return {
    ...draft,
    ignores: (file) => draft.ignores.some((it) => it(file)),
    unfit: (states) => [...unfitRules(draft.plugins, states)]
  }
}

/** Each at the place that sets it. */
function* unfitRules(plugins: readonly Plugin[], states: Merged['rules']): Generator<Texts> {
  for (const {specifier, rules} of plugins) {
    for (const rule of rules) {
      const state = states.get(rule.name)
      if (!state || state.level === 'off') continue
      const texts = unfit(rule, state.options, specifier)
      if (texts) yield located(state.from, texts)
    }
  }
}

/**
 * @param chain the configs that have led to this one, the first of them first
 * @param place where the last of them names it
 */
async function addFile(
  path: string,
  draft: Draft,
  context: LoadContext,
  chain: readonly string[],
  place?: string
): Promise<void> {
  const name = context.show(path)
  let config: ReadConfig
  try {
    config = readConfig(readText(path))
  } catch (error) {
    const {zh, en} = reasonOf(error)
    const texts = {zh: `读不了配置文件 ${name}（${zh}）`, en: `cannot read the config ${name} (${en})`}
    draft.errors.push(place === undefined ? texts : located(place, texts))
    return
  }
  const where = (keys: readonly (string | number)[], part?: 'key' | 'value'): string => {
    const {line, column} = config.placeOf(keys, part)
    return `${name}:${line}:${column}`
  }
  for (const {line, column, texts} of config.errors) draft.errors.push(located(`${name}:${line}:${column}`, texts))
  if (config.errors.length > 0) return

  const {value} = config
  const folder = dirname(path)
  const failuresBefore = draft.failures.length
  const bases =
    typeof value.extends === 'string' ? [value.extends] : (value.extends ?? (chain.length === 0 ? ['recommended'] : []))
  for (const [index, base] of bases.entries()) {
    const place =
      value.extends === undefined ? name : where(typeof value.extends === 'string' ? ['extends'] : ['extends', index])
    await addBase(base, folder, place, draft, context, [...chain, path])
  }
  for (const [index, entry] of (value.plugins ?? []).entries()) {
    const [specifier, options] = typeof entry === 'string' ? [entry, undefined] : entry
    const plugin = await addPlugin(specifier, options, folder, where(['plugins', index]), draft)
    // the weakest of all: presets of the same package outrank it
    if (plugin) draft.layers.unshift(rulesLayer(plugin.rules, where(['plugins', index])))
  }

  const complete = draft.failures.length === failuresBefore
  const check = (rules: Readonly<Record<string, Setting>>, keys: readonly (string | number)[]): Entry[] => {
    for (const {line, column, texts} of checkRules(rules, keys, draft.known, config.placeOf, complete)) {
      draft.errors.push(located(`${name}:${line}:${column}`, texts))
    }
    return Object.entries(rules).map(([rule, setting]) => toEntry(rule, setting, where([...keys, rule], 'key')))
  }
  const entries = check(value.rules ?? {}, ['rules'])
  const scoreAt = (score: typeof value.score = {}, keys: readonly (string | number)[] = ['score']) =>
    // what is optional may be absent, never undefined: it comes out of JSON
    scoreLines(score as ScoreConfig, (path) => where([...keys, ...path], 'key'))
  draft.layers.push({
    entries,
    folder,
    score: scoreAt(value.score),
    ...(value.lang && {lang: {value: value.lang, from: where(['lang'], 'key')}})
  })
  for (const [index, {files, rules = {}, score}] of (value.overrides ?? []).entries()) {
    const covers = toMatcher(typeof files === 'string' ? [files] : files, folder)
    const own = check(rules, ['overrides', index, 'rules'])
    draft.layers.push({entries: own, score: scoreAt(score, ['overrides', index, 'score']), folder, covers})
  }
  if (value.ignore && value.ignore.length > 0) draft.ignores.push(toMatcher(value.ignore, folder))
}

/** What `lang` of a config says, for what is not linted: one that cannot be read says nothing. */
export function languageIn(path: string): Language | undefined {
  try {
    return readConfig(readText(path)).value.lang
  } catch {
    return undefined
  }
}

/** @throws Complaint for what is not UTF-8 */
function readText(path: string): string {
  const bytes = readFileSync(path)
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    throw new Complaint({zh: '不是 UTF-8 编码，请另存为 UTF-8', en: 'it is not UTF-8; save it as UTF-8'})
  }
}

async function addBase(
  base: string,
  folder: string,
  place: string,
  draft: Draft,
  context: LoadContext,
  chain: readonly string[]
): Promise<void> {
  if (isPreset(base)) {
    draft.layers.push(presetLayer(base, context.builtin))
    return
  }
  if (isPath(base) && base.endsWith('.json')) {
    const path = resolve(folder, base)
    if (!chain.includes(path)) return addFile(path, draft, context, chain, place)
    const circle = [...chain.slice(chain.indexOf(path)), path].map(context.show).join(' → ')
    draft.errors.push(
      located(place, {
        zh: `配置互相继承，成了一个圈：${circle}`,
        en: `configs extend one another in a circle: ${circle}`
      })
    )
    return
  }
  const {name, rest} = isPath(base) ? {name: base, rest: ''} : splitSpecifier(base)
  const plugin = await addPlugin(name, undefined, folder, place, draft, Object.keys(presets))
  if (!plugin) return
  try {
    const preset = presetOf(plugin, rest)
    for (const inner of [preset.extends ?? []].flat()) {
      if (isPreset(inner)) draft.layers.push(presetLayer(inner, context.builtin))
    }
    const rules = Object.entries(preset.rules ?? {})
    for (const {texts} of checkRules(preset.rules ?? {}, [], draft.known, () => ({line: 1, column: 1}), true)) {
      draft.errors.push(located(`${place} (${base})`, texts))
    }
    draft.layers.push({entries: rules.map(([rule, setting]) => toEntry(rule, setting, base))})
  } catch (error) {
    draft.errors.push(located(place, toTexts(error)))
  }
}

/** A name near a preset of copylint's own is more often that, mistyped, than a package. */
function noBase(name: string, sets: readonly string[], {zh, en}: Texts): Texts {
  const own = meant(name, sets)
  return own.zh === ''
    ? {zh: `${zh}；自带的预设：${sets.join('、')}`, en: `${en}; copylint's own presets: ${sets.join(', ')}`}
    : {zh: `没有“${name}”这个预设${own.zh}`, en: `there is no preset “${name}”${own.en}`}
}

/** Loads a plugin once, and makes its rules known. */
async function addPlugin(
  specifier: string,
  options: unknown,
  folder: string,
  place: string,
  draft: Draft,
  sets: readonly string[] = []
): Promise<Plugin | undefined> {
  let plugin: Plugin
  try {
    plugin = await loadPlugin(specifier, options, folder)
  } catch (error) {
    const texts = toTexts(error)
    const missing = sets.length > 0 && !isPath(specifier) && error instanceof Complaint
    draft.failures.push(located(place, missing ? noBase(specifier, sets, texts) : texts))
    return undefined
  }
  // a config may name what its base has named, with other options
  const before = draft.plugins.findIndex(({file}) => file === plugin.file)
  if (before >= 0) {
    draft.plugins[before] = plugin
    return plugin
  }
  const names = plugin.retext === undefined ? plugin.rules.map((rule) => rule.name) : [plugin.name]
  for (const name of names) {
    const rule = plugin.rules.find((it) => it.name === name) ?? null
    const other = draft.known.get(name)
    if (other === undefined || (other === rule && rule !== null)) draft.known.set(name, rule)
    else {
      const texts = {
        zh: `插件 ${specifier} 的规则“${name}”与已有的规则重名，请改名`,
        en: `the rule “${name}” of the plugin ${specifier} has the name of another rule; rename it`
      }
      draft.errors.push(located(place, texts))
    }
  }
  draft.plugins.push(plugin)
  return plugin
}
