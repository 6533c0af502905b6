import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {Ajv} from 'ajv'
import addFormats from 'ajv-formats'

/**
 * A schema of draft 4 or later as ajv takes it: what these use of draft 4 is the same in draft 7, but for its own names. Looked for from
 * the project's root: the fuzzer is bundled, and a bundled module does not know where it stood.
 */
export function schemaOf(name: string): Record<string, unknown> {
  const {id: _, $schema: __, ...schema} = JSON.parse(readFileSync(resolve('tests/report/schemas', name), 'utf8'))
  return schema
}

const ajv = new Ajv({allErrors: true, strict: false, unicodeRegExp: false})
// a module of CommonJS that names itself its default
;(addFormats as unknown as (ajv: Ajv) => void)(ajv)

/** What is wrong with a value by a schema; ajv keeps what it has made of it. */
export function faultsOf(schema: object, value: unknown): string[] {
  const validate = ajv.compile(schema)
  validate(value)
  return (validate.errors ?? []).map(({instancePath, message, params}) => {
    return `${instancePath} ${message} ${JSON.stringify(params)}`
  })
}

/** The same schema, closed to fields that it does not know: protojson refuses them. */
export function closed<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema).replaceAll('"additionalProperties":true', '"additionalProperties":false'))
}
