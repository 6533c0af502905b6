import * as v from 'valibot'
import type {Texts} from '../rule/rule.ts'
import {sayIssue} from './issue.ts'
import {meant, nearest} from './nearest.ts'

/** Something wrong in data, by its path. */
export interface DataMistake extends Texts {
  readonly path: readonly (string | number)[]
  /** Whether the key is wrong, not the value. */
  readonly part: 'key' | 'value'
}

/** A schema of valibot, as far as it is looked into. */
interface Shape {
  readonly type: string
  readonly entries?: Readonly<Record<string, Shape>>
  readonly options?: readonly Shape[] | readonly string[]
  readonly item?: Shape
  readonly value?: Shape
  readonly wrapped?: Shape
}

/** What is asked for, by the name that valibot gives to a type. */
const pairs: Texts = {zh: '“键: 值”', en: '“key: value” pairs'}
const kinds: Readonly<Record<string, Texts>> = {
  string: {zh: '文字', en: 'a text'},
  number: {zh: '数字', en: 'a number'},
  boolean: {zh: ' true 或 false', en: 'true or false'},
  array: {zh: '列表', en: 'a list'},
  strict_object: pairs,
  record: pairs
}

/**
 * All that a schema finds wrong in data, in the order of the data. Of several forms (a text, or an object that has it as a key) the one that the
 * value seems to be is asked, so that the mistake is told where it is; for a key that is not known, with the nearest that is.
 *
 * @param schema strict objects, records, lists, texts, numbers, booleans, picklists and unions of these
 */
export function* mistakesIn(
  schema: v.GenericSchema,
  data: unknown,
  path: readonly (string | number)[] = []
): Generator<DataMistake> {
  yield* walk(schema as unknown as Shape, data, path)
}

function* walk(shape: Shape, data: unknown, path: readonly (string | number)[]): Generator<DataMistake> {
  const {type} = shape
  if (type === 'string' && isWord(data)) return
  if (type === 'optional') return yield* walk(shape.wrapped as Shape, data, path)
  if (type === 'union') {
    const options = (shape.options ?? []) as readonly Shape[]
    const option = options.find((it) => seems(it, data))
    if (option) return yield* walk(option, data, path)
    return yield wrongKind(options, data, path)
  }
  if (!seems(shape, data)) return yield wrongKind([shape], data, path)
  if (type === 'string' && typeof data === 'string' && data.trim() === '') {
    const {zh, en} = subject(path)
    return yield {path, part: 'value', zh: `${zh}是空的`, en: `${en} is empty`}
  }
  if (type === 'array') {
    const texts = takesText(shape.item as Shape)
    for (const [index, item] of (data as unknown[]).entries()) {
      if (texts && isWord(item)) continue
      yield* walk(shape.item as Shape, item, [...path, index])
    }
  } else if (type === 'record') {
    const texts = takesText(shape.value as Shape)
    for (const [key, value] of Object.entries(data as object)) {
      if (texts && isWord(value) && isWord(key)) continue
      if (key.trim() === '') yield {path: [...path, key], part: 'key', zh: '这里缺一个词', en: 'a word is missing here'}
      yield* walk(shape.value as Shape, value, [...path, key])
    }
  } else if (type === 'strict_object') yield* walkObject(shape, data as Readonly<Record<string, unknown>>, path)
  else {
    for (const issue of v.safeParse(shape as unknown as v.GenericSchema, data).issues ?? []) {
      yield {path, part: 'value', ...sayIssue({...issue, path: toPath(path)} as v.BaseIssue<unknown>)}
    }
  }
}

/** Whether a text is one of the forms. A list of words may have fifty thousand: they are not looked at twice. */
function takesText({type, options = []}: Shape): boolean {
  return type === 'string' || (type === 'union' && (options as readonly Shape[]).some(takesText))
}

const isWord = (data: unknown): boolean =>
  typeof data === 'string' && data.charCodeAt(0) > 0x20 && data.charCodeAt(data.length - 1) > 0x20

function* walkObject(
  {entries = {}}: Shape,
  data: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[]
): Generator<DataMistake> {
  const keys = Object.keys(entries)
  const mistyped = new Set<string | undefined>()
  for (const [key, value] of Object.entries(data)) {
    const entry = Object.hasOwn(entries, key) ? entries[key] : undefined
    if (entry) yield* walk(entry, value, [...path, key])
    else {
      mistyped.add(nearest(key, keys))
      yield {path: [...path, key], part: 'key', ...unknownKey(key, keys)}
    }
  }
  for (const key of keys) {
    if (entries[key]?.type === 'optional' || Object.hasOwn(data, key) || mistyped.has(key)) continue
    yield {path, part: 'value', zh: `缺少“${key}”`, en: `“${key}” is missing`}
  }
}

function unknownKey(key: string, keys: readonly string[]): Texts {
  const best = meant(key, keys)
  const list = keys.filter((it) => !it.startsWith('$'))
  return {
    zh: `没有“${key}”这个键${best.zh || `（可用：${list.join('、')}）`}`,
    en: `there is no key “${key}”${best.en || ` (there are: ${list.join(', ')})`}`
  }
}

/** Whether data has the form of a schema, whatever is in it. */
function seems(shape: Shape, data: unknown): boolean {
  switch (shape.type) {
    case 'optional':
      return seems(shape.wrapped as Shape, data)
    case 'union':
      return ((shape.options ?? []) as readonly Shape[]).some((it) => seems(it, data))
    case 'array':
      return Array.isArray(data)
    case 'strict_object':
    case 'record':
      return typeof data === 'object' && data !== null && !Array.isArray(data)
    case 'picklist':
      return true
    default:
      return typeof data === shape.type
  }
}

function wrongKind(shapes: readonly Shape[], data: unknown, path: readonly (string | number)[]): DataMistake {
  const {zh, en} = subject(path)
  if (data === null || data === undefined) return {path, part: 'value', zh: `${zh}是空的`, en: `${en} is empty`}
  const wanted = [...new Set(shapes.flatMap(kindsOf))]
  const now = told(data)
  // a number or true where a word is wanted: an editor means the word
  const quotes = shapes.some(({type}) => type === 'string') && typeof data !== 'object'
  return {
    path,
    part: 'value',
    zh: `${zh}应当是${wanted.map((it) => it.zh).join('或')}，现在是${now.zh}${quotes ? `；要作为词，请加引号："${data}"` : ''}`,
    en: `${en} must be ${wanted.map((it) => it.en).join(' or ')}, not ${now.en}${quotes ? `; to make it a word, quote it: "${data}"` : ''}`
  }
}

function kindsOf({type, wrapped, options = []}: Shape): Texts[] {
  if (type === 'optional' && wrapped) return kindsOf(wrapped)
  return type === 'union' ? (options as readonly Shape[]).flatMap(kindsOf) : [kinds[type] ?? []].flat()
}

function told(data: unknown): Texts {
  if (Array.isArray(data)) return {zh: '列表', en: 'a list'}
  if (typeof data === 'object') return {zh: '“键: 值”', en: '“key: value” pairs'}
  return {zh: ` ${JSON.stringify(data)}`, en: JSON.stringify(data)}
}

/** What a path leads to: “office”, 第3项, “people”第3项的“office”. */
function subject(path: readonly (string | number)[]): Texts {
  const last = path.at(-1)
  if (last === undefined) return {zh: '整个文件', en: 'the file'}
  const outer = path.findLast((it, index) => typeof it === 'string' && index < path.length - 1)
  if (typeof last === 'string') return {zh: `“${last}”`, en: `“${last}”`}
  const of = outer === undefined ? {zh: '', en: ''} : {zh: `“${outer}”`, en: ` of “${outer}”`}
  return {zh: `${of.zh}第${last + 1}项`, en: `item ${last + 1}${of.en}`}
}

const toPath = (path: readonly (string | number)[]) => path.map((key) => ({key}))
