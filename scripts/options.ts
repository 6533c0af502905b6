import {toJsonSchema} from '@valibot/to-json-schema'
import type {AnyRule, Language} from 'copylint'
import * as v from 'valibot'

/** What a JSON Schema says of a value's limits, and how a table says it. */
const limits = {minimum: '≥', exclusiveMinimum: '>', maximum: '≤', exclusiveMaximum: '<'} as const

/**
 * The options of a rule for a table: name, type, default, description. The English description is valibot's own
 * (`v.description('…')`), the Chinese one stands in its metadata (`v.metadata({zh: '…'})`).
 */
export function optionRows(rule: AnyRule, language: Language): string[][] {
  const entries = (rule.options?.entries ?? {}) as Record<string, v.GenericSchema>
  return Object.entries(entries).map(([name, schema]) => {
    const json = toJsonSchema(v.object({it: schema}), {errorMode: 'ignore', typeMode: 'input'}).properties?.it
    const {default: value, ...shape} = typeof json === 'object' ? json : {}
    return [`\`${name}\``, typeOf(shape), `\`${JSON.stringify(value)}\``, describe(schema, language)]
  })
}

type Shape = Exclude<NonNullable<ReturnType<typeof toJsonSchema>['properties']>[string], boolean>

function typeOf(shape: Shape): string {
  const {enum: values, anyOf = [], type, items} = shape
  if (values) return values.map((value) => `\`${JSON.stringify(value)}\``).join(', ')
  if (anyOf.length > 0) return anyOf.map((it) => (typeof it === 'object' ? typeOf(it) : '')).join(', ')
  if (type === 'array' && typeof items === 'object' && !Array.isArray(items)) return `[${typeOf(items)}]`
  const keys = Object.keys(limits) as (keyof typeof limits)[]
  const bounds = keys.filter((key) => shape[key] !== undefined).map((key) => `${limits[key]} ${shape[key]}`)
  return [String(type ?? ''), ...bounds].join(' ')
}

/** An option with a default wraps the schema that is described. */
function describe(schema: v.GenericSchema & {readonly wrapped?: v.GenericSchema}, language: Language): string {
  const inner = [schema, ...(schema.wrapped ? [schema.wrapped] : [])] as v.GenericSchema[]
  const english = inner.map((it) => v.getDescription(it as never)).find((it) => it !== undefined) ?? ''
  if (language === 'en') return english
  const chinese = inner.map((it) => (v.getMetadata(it as never) as {zh?: string}).zh).find((it) => it !== undefined)
  return chinese ?? english
}
