import {toJsonSchema} from '@valibot/to-json-schema'
import type * as v from 'valibot'
import {levelSchema, lintrcSchema as lintrc} from '../src/config/schema.ts'
import {presets} from '../src/presets.ts'
import type {AnyRule} from '../src/rule/rule.ts'

type Schema = Readonly<Record<string, unknown>>

/** What an editor shows of a key. */
const descriptions: Readonly<Record<string, string>> = {
  $schema: '这份说明的所在。 Where this schema is.',
  extends:
    '从哪些规则集开始，后面的优先；不写就是 recommended。 What to start from, later ones outranking those before; recommended if absent.',
  lang: '报告的语言。 The language of reports.',
  rules: '逐条规则的级别和选项。 The level of each rule, and its options.',
  plugins:
    '规则包或 retext 插件：包名，或从本文件算起的路径。 Packages of rules, or retext plugins: names, or paths from this file.',
  ignore: '不检查的文件，通配符从本文件所在文件夹算起。 Files that are not linted: globs from the folder of this file.',
  overrides: '个别文件另有规定。 Files with rules of their own.',
  files: '对哪些文件，通配符从本文件所在文件夹算起。 Which files: globs from the folder of this file.'
}

/**
 * The JSON Schema (draft-07) of `.lintrc.json`, made of the schemas that check it, so that editors complete what the command
 * accepts: keys, rules, levels, and the options of each rule.
 *
 * @param rules the built-in ones; rules of plugins are accepted with any options
 */
export function lintrcSchema(rules: readonly AnyRule[]): object {
  const ruleSchemas = {
    type: 'object',
    properties: Object.fromEntries(rules.map((rule) => [rule.name, ruleSchema(rule)])),
    additionalProperties: {$ref: '#/definitions/setting'}
  }
  const properties = propertiesOf(lintrc)
  const override = propertiesOf(lintrc.entries.overrides.wrapped.item)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '.lintrc.json of copylint',
    type: 'object',
    additionalProperties: false,
    properties: described({
      ...properties,
      extends: oneOrMany({anyOf: [{enum: Object.keys(presets)}, {type: 'string'}]}),
      rules: {$ref: '#/definitions/rules'},
      overrides: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: described({...override, rules: {$ref: '#/definitions/rules'}})
        }
      }
    }),
    definitions: {
      level: json(levelSchema),
      setting: setting({type: 'object'}),
      rules: ruleSchemas
    }
  }
}

/** The JSON Schema (draft-07) of a file of house terms. */
export function termsSchema(schema: v.GenericSchema): object {
  return {$schema: 'http://json-schema.org/draft-07/schema#', title: 'house terms of copylint', ...json(schema)}
}

function ruleSchema({summary, options, severity}: AnyRule): Schema {
  return {
    description: `${summary.zh}。 ${summary.en}. (${severity})`,
    ...setting(options ? json(options) : {type: 'object', maxProperties: 0})
  }
}

/** `"error"`, or `["warning", {…}]`. */
function setting(options: Schema): Schema {
  const level = {$ref: '#/definitions/level'}
  return {anyOf: [level, {type: 'array', items: [level, options], minItems: 1, maxItems: 2, additionalItems: false}]}
}

const oneOrMany = (item: Schema): Schema => ({anyOf: [item, {type: 'array', items: item}]})

function propertiesOf(schema: v.GenericSchema): Record<string, Schema> {
  return (json(schema).properties ?? {}) as Record<string, Schema>
}

function json(schema: v.GenericSchema): Schema {
  const {$schema: _, ...rest} = toJsonSchema(schema, {target: 'draft-07', typeMode: 'input', errorMode: 'ignore'})
  return rest
}

function described(properties: Readonly<Record<string, Schema>>): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => {
      const description = descriptions[key]
      // beside a reference nothing else is read in draft-07
      const body = schema.$ref === undefined ? schema : {allOf: [schema]}
      return [key, description === undefined ? body : {description, ...body}]
    })
  )
}
