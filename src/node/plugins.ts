import {existsSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {basename, dirname, extname, isAbsolute, join, resolve} from 'node:path'
import type {Pluggable} from 'unified'
import * as v from 'valibot'
import {meant} from '../config/nearest.ts'
import {type Preset, presetSchema} from '../config/schema.ts'
import {isSchema} from '../config/unfit.ts'
import type {Format} from '../formats/format.ts'
import {severities} from '../rule/finding.ts'
import type {AnyRule, DefectClass, Texts} from '../rule/rule.ts'
import {importFile} from './compiled/import.ts'
import {Complaint} from './complaint.ts'
import {settled} from './settled.ts'

/** What a plugin brings: rules, sets of them and formats, or a plugin of retext. */
export interface Plugin {
  /** The package's name; of a file, its name without the extension. What the config calls a retext plugin's messages by. */
  readonly name: string
  /** What the config calls it: a package, or a path. */
  readonly specifier: string
  /** The file it was loaded from: who it is. */
  readonly file: string
  readonly rules: readonly AnyRule[]
  readonly presets: Readonly<Record<string, Preset>>
  /** Kinds of files that it can read. */
  readonly formats: readonly Format[]
  readonly retext?: Pluggable
}

const unsettled: Texts = {zh: '它的 await 一直没有结果', en: 'its await never settled'}

/**
 * Loads a plugin.
 *
 * @param specifier a package's name, or a path from the folder
 * @param folder that of the config which names it
 * @throws Complaint where it cannot be found or is no plugin
 */
export async function loadPlugin(specifier: string, options: unknown, folder: string): Promise<Plugin> {
  const file = locate(specifier, folder)
  let module: Readonly<Record<string, unknown>>
  try {
    module = await settled(() => importFile(file), unsettled)
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    const texts = error instanceof Complaint ? error.texts : {zh: reason, en: reason}
    throw new Complaint({
      zh: `插件 ${specifier} 装载时出错：${texts.zh}`,
      en: `the plugin ${specifier} failed to load: ${texts.en}`
    })
  }
  return toPlugin(specifier, file, module, options)
}

/** Whether a name of `plugins` or `extends` is a path. */
export function isPath(specifier: string): boolean {
  return /^\.{1,2}[\\/]/.test(specifier) || isAbsolute(specifier)
}

/** Takes `@desk/rules/strict` apart: the package, and what of it. */
export function splitSpecifier(specifier: string): {name: string; rest: string} {
  const [, name = specifier, rest = ''] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(specifier) ?? []
  return {name, rest}
}

function locate(specifier: string, folder: string): string {
  const file = findModule(specifier, folder)
  if (file !== undefined) return file
  if (isPath(specifier)) throw new Complaint({zh: `找不到插件 ${specifier}`, en: `cannot find the plugin ${specifier}`})
  const {name} = splitSpecifier(specifier)
  throw new Complaint({
    zh: `找不到插件 ${specifier}（没有安装？试试 npm install ${name}）`,
    en: `cannot find the plugin ${specifier} (is it installed? try npm install ${name})`
  })
}

/** The file that a package's name, or a path from the folder, means; nothing where there is none. */
export function findModule(specifier: string, folder: string): string | undefined {
  const path = isPath(specifier)
  try {
    return createRequire(join(folder, 'config.js')).resolve(path ? resolve(folder, specifier) : specifier)
  } catch {
    return path ? undefined : locateModule(specifier, folder)
  }
}

/** The entry of a package that can be imported but not required: `require.resolve` does not see those. */
function locateModule(specifier: string, folder: string): string | undefined {
  const {name, rest} = splitSpecifier(specifier)
  for (let at = folder; ; at = dirname(at)) {
    const root = join(at, 'node_modules', name)
    const manifest = join(root, 'package.json')
    if (existsSync(manifest)) {
      const {exports} = JSON.parse(readFileSync(manifest, 'utf8')) as {exports?: unknown}
      const entry = target(exports, rest === '' ? '.' : `./${rest}`)
      return entry === undefined ? undefined : join(root, entry)
    }
    if (dirname(at) === at) return undefined
  }
}

function target(exports: unknown, path: string): string | undefined {
  if (typeof exports === 'string') return path === '.' ? exports : undefined
  if (typeof exports !== 'object' || exports === null) return undefined
  const paths = exports as Readonly<Record<string, unknown>>
  const found = Object.keys(paths).some((key) => key.startsWith('.')) ? paths[path] : path === '.' ? paths : undefined
  return conditional(found)
}

function conditional(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return undefined
  const conditions = value as Readonly<Record<string, unknown>>
  return ['node', 'import', 'default'].map((key) => conditional(conditions[key])).find((it) => it !== undefined)
}

function toPlugin(
  specifier: string,
  file: string,
  module: Readonly<Record<string, unknown>>,
  options: unknown
): Plugin {
  const name = isPath(specifier) ? basename(specifier, extname(specifier)) : specifier
  const main = module.default
  const body = isObject(main) && parts.some((it) => it in main) ? {...main, ...module} : module
  if (parts.some((it) => body[it] !== undefined)) {
    if (options !== undefined) {
      throw new Complaint({
        zh: `插件 ${specifier} 是规则包，没有选项；选项写在 rules 里`,
        en: `the plugin ${specifier} is a package of rules and takes no options; give them to its rules`
      })
    }
    return {
      name,
      specifier,
      file,
      rules: toRules(specifier, body.rules),
      presets: toPresets(specifier, body.presets),
      formats: toFormats(specifier, body.formats)
    }
  }
  if (typeof main === 'function' || (isObject(main) && Array.isArray(main.plugins))) {
    const retext = (options === undefined ? main : [main, options]) as Pluggable
    return {name, specifier, file, rules: [], presets: {}, formats: [], retext}
  }
  throw new Complaint({
    zh: `${specifier} 不是插件：它既没有导出 rules，默认导出也不是 retext 插件`,
    en: `${specifier} is no plugin: it exports no rules, and its default export is no retext plugin`
  })
}

/** What a package of rules exports. */
const parts = ['rules', 'presets', 'formats'] as const

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function toRules(specifier: string, rules: unknown = []): AnyRule[] {
  const list = Array.isArray(rules) ? rules : isObject(rules) ? Object.values(rules) : [rules]
  for (const rule of list) {
    const fault = ruleFault(rule)
    if (fault === undefined) continue
    const name = isObject(rule) && typeof rule.name === 'string' ? rule.name : '?'
    throw new Complaint({
      zh: `插件 ${specifier} 的规则 ${name} 写得不对（${fault}），请用 defineRule 定义`,
      en: `the rule ${name} of the plugin ${specifier} is malformed (${fault}); make it with defineRule`
    })
  }
  return list as AnyRule[]
}

/** What the findings of a rule may count as. */
const classes: Readonly<Record<DefectClass, true>> = {
  fact: true,
  character: true,
  numeral: true,
  punctuation: true,
  layout: true,
  nothing: true
}

/** The field of a rule that is not as the contract has it. */
function ruleFault(rule: unknown): string | undefined {
  if (!isObject(rule)) return 'not an object'
  if (typeof rule.name !== 'string' || !/^[a-z][\w./@-]*$/i.test(rule.name)) return 'name'
  if (!['article', 'issue', 'archive'].includes(String(rule.scope))) return 'scope'
  if (!(severities as readonly unknown[]).includes(rule.severity)) return 'severity'
  if (rule.counts !== undefined && !Object.hasOwn(classes, String(rule.counts)))
    return `counts: ${Object.keys(classes).join(', ')}`
  if (!isObject(rule.summary)) return 'summary'
  if (!isObject(rule.messages)) return 'messages'
  if (typeof rule.check !== 'function') return 'check'
  if (rule.options !== undefined && !isSchema(rule.options)) return 'options ≠ v.strictObject({…})'
  return undefined
}

function toFormats(specifier: string, formats: unknown = []): Format[] {
  const list: unknown[] = Array.isArray(formats) ? formats : [formats]
  for (const format of list) {
    const fault = formatFault(format)
    if (fault === undefined) continue
    const name = isObject(format) && typeof format.name === 'string' ? format.name : '?'
    throw new Complaint({
      zh: `插件 ${specifier} 的格式 ${name} 写得不对（${fault}）`,
      en: `the format ${name} of the plugin ${specifier} is malformed (${fault})`
    })
  }
  return list as Format[]
}

/** The field of a format that is not as the contract has it. */
function formatFault(format: unknown): string | undefined {
  if (!isObject(format)) return 'not an object'
  if (typeof format.name !== 'string' || format.name === '') return 'name'
  if (!Array.isArray(format.extensions) || !format.extensions.every((it) => /^\.[^A-Z./\\]+$/.test(String(it))))
    return 'extensions: [".xyz"]'
  if (format.content !== 'text' && format.content !== 'bytes') return 'content: "text", "bytes"'
  if (format.detects !== undefined && typeof format.detects !== 'function') return 'detects'
  if (typeof format.load !== 'function') return 'load'
  return undefined
}

function toPresets(specifier: string, presets: unknown = {}): Record<string, Preset> {
  const result: Record<string, Preset> = {}
  for (const [name, preset] of Object.entries(isObject(presets) ? presets : {})) {
    const parsed = v.safeParse(presetSchema, preset)
    if (!parsed.success) {
      throw new Complaint({
        zh: `插件 ${specifier} 的预设 ${name} 写得不对`,
        en: `the preset ${name} of the plugin ${specifier} is malformed`
      })
    }
    result[name] = parsed.output
  }
  return result
}

/** The preset that `package` or `package/preset` of `extends` means; a package without any means its rules as they are. */
export function presetOf(plugin: Plugin, name: string): Preset {
  const preset = plugin.presets[name === '' ? 'recommended' : name]
  if (preset) return preset
  if (name === '') return {rules: Object.fromEntries(plugin.rules.map((rule) => [rule.name, rule.severity]))}
  const {zh, en} = meant(name, Object.keys(plugin.presets))
  throw new Complaint({
    zh: `${plugin.name} 没有“${name}”这个预设${zh}`,
    en: `${plugin.name} has no preset “${name}”${en}`
  })
}
