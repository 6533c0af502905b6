import * as v from 'valibot'
import {toLines} from '../report/lines.ts'
import type {Texts} from '../rule/rule.ts'
import {isUnknownKey, pathOf, sayIssue} from './issue.ts'
import {parseJsonc} from './jsonc.ts'
import {levels} from './levels.ts'
import type {Lintrc} from './schema.ts'
import {lintrcSchema, scoreSchema} from './schema.ts'

/** Something wrong in a config; lines and columns from 1. */
export interface ConfigError {
  readonly line: number
  readonly column: number
  readonly texts: Texts
}

/** A config as it is written, with the places of what it says. */
export interface ReadConfig {
  /** What could be read of it: nothing where there are errors. */
  readonly value: Lintrc
  readonly errors: readonly ConfigError[]
  readonly placeOf: (path: readonly (string | number)[], part?: 'key' | 'value') => {line: number; column: number}
}

const shapes: Readonly<Record<'setting' | 'plugin' | 'list' | 'object' | 'nothing', Texts>> = {
  object: {zh: '这里应当是对象 {…}，不是列表', en: 'this must be an object {…}, not a list'},
  nothing: {zh: '这里应当是对象 {…}，不是 null', en: 'this must be an object {…}, not null'},
  setting: {
    zh: `规则应当设为 ${levels.map((it) => `"${it}"`).join('、')} 之一，或 ["warning", {选项}]`,
    en: `a rule is set to ${levels.map((it) => `"${it}"`).join(', ')}, or to ["warning", {options}]`
  },
  plugin: {
    zh: '插件应当写成 "包名或路径"，或 ["包名或路径", 选项]',
    en: 'a plugin is written "name or path", or ["name or path", options]'
  },
  list: {zh: '应当是字符串，或字符串的列表', en: 'must be a string, or a list of strings'}
}

/** Reads a config and checks its shape. What its rules and options are called is checked later, when the plugins are known. */
export function readConfig(text: string): ReadConfig {
  const document = parseJsonc(text)
  const point = toLines(text)
  const placeOf: ReadConfig['placeOf'] = (path, part) => {
    const {line, column} = point(document.offsetOf(path, part))
    return {line, column}
  }
  const faults = document.faults.map(({offset, texts}) => ({
    line: point(offset).line,
    column: point(offset).column,
    texts
  }))
  if (faults.length > 0) return {value: {}, errors: faults, placeOf}
  if (document.value === null) return {value: {}, errors: [{...placeOf([]), texts: shapes.nothing}], placeOf}
  // a file with nothing in it, or with comments only, sets nothing
  const lists = [...misplacedLists(document.value)].map((path) => ({...placeOf(path), texts: shapes.object}))
  if (lists.length > 0) return {value: {}, errors: lists, placeOf}
  const parsed = v.safeParse(lintrcSchema, document.value ?? {})
  if (parsed.success) return {value: parsed.output, errors: [], placeOf}
  const errors = parsed.issues.map((issue) => {
    const path = pathOf(issue)
    return {
      ...placeOf(path, isUnknownKey(issue) ? 'key' : 'value'),
      texts: (issue.received === 'undefined' ? undefined : shapeOf(path)) ?? sayIssue(issue, keysAt(path))
    }
  })
  return {value: {}, errors: errors.sort((a, b) => a.line - b.line || a.column - b.column), placeOf}
}

/** Lists where objects should stand: to valibot, as to JavaScript, a list is an object too. */
function* misplacedLists(config: unknown): Generator<(string | number)[]> {
  if (Array.isArray(config)) return yield []
  const {rules, score, overrides} = (config ?? {}) as {rules?: unknown; score?: unknown; overrides?: unknown}
  if (Array.isArray(rules)) yield ['rules']
  yield* listsInScore(score, ['score'])
  if (!Array.isArray(overrides)) return
  for (const [index, override] of overrides.entries()) {
    if (Array.isArray(override)) yield ['overrides', index]
    else {
      const own = (override ?? {}) as {rules?: unknown; score?: unknown}
      if (Array.isArray(own.rules)) yield ['overrides', index, 'rules']
      yield* listsInScore(own.score, ['overrides', index, 'score'])
    }
  }
}

function* listsInScore(score: unknown, path: (string | number)[]): Generator<(string | number)[]> {
  if (Array.isArray(score)) yield path
  else if (Array.isArray((score as {weights?: unknown} | null | undefined)?.weights)) yield [...path, 'weights']
}

/** Where several forms are allowed, what they are: valibot can only say that none fits. */
function shapeOf(path: readonly (string | number)[]): Texts | undefined {
  const [first, second, third] = path
  const inner = first === 'overrides' ? [third, path[3], path[4]] : [first, second, third]
  if (inner[0] === 'rules' && inner[1] !== undefined) return shapes.setting
  if (first === 'plugins' && second !== undefined) return shapes.plugin
  if ((inner[0] === 'extends' || inner[0] === 'files') && path.length <= 3) return shapes.list
  return undefined
}

function keysAt(path: readonly (string | number)[]): string[] {
  const isOverride = path[0] === 'overrides'
  const inner = isOverride ? path.slice(2) : path
  if (inner[0] === 'score' && inner.length > 1) {
    return Object.keys(
      inner[1] === 'weights' && inner.length > 2 ? scoreSchema.entries.weights.wrapped.entries : scoreSchema.entries
    )
  }
  return Object.keys(isOverride ? lintrcSchema.entries.overrides.wrapped.item.entries : lintrcSchema.entries)
}
