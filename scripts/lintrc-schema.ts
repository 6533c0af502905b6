import {toJsonSchema} from '@valibot/to-json-schema'
import type * as v from 'valibot'
import {levelSchema, lintrcSchema as lintrc, scoreSchema} from '../src/config/schema.ts'
import {presets} from '../src/presets.ts'
import type {AnyRule} from '../src/rule/rule.ts'
import {type Weight, weights} from '../src/score/options.ts'

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
  score:
    '差错率怎么计（--score），见 docs/scoring.zh-CN.md。 How the error rate is counted (--score), see docs/scoring.md.',
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
      score: {$ref: '#/definitions/score'},
      overrides: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: described({
            ...override,
            rules: {$ref: '#/definitions/rules'},
            score: {$ref: '#/definitions/score'}
          })
        }
      }
    }),
    definitions: {
      level: json(levelSchema),
      setting: setting({type: 'object'}),
      rules: ruleSchemas,
      score: scoreDefinition()
    }
  }
}

/** The JSON Schema (draft-07) of a file of house terms. */
export function termsSchema(schema: v.GenericSchema): object {
  return {$schema: 'http://json-schema.org/draft-07/schema#', title: 'house terms of copylint', ...json(schema)}
}

/** With what each key means and what it is where nothing is said. */
function scoreDefinition(): Schema {
  const properties = propertiesOf(scoreSchema)
  const inner = propertiesOf(scoreSchema.entries.weights.wrapped)
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      kind: {
        description: '报纸（万分之三）或期刊（万分之二）。 A newspaper (3 in 10,000) or a periodical (2).',
        ...properties.kind,
        default: 'newspaper'
      },
      limit: {
        description:
          '合格线：每万字的差错，如 3，超过就不合格。 Errors in ten thousand characters, such as 3; more fail.',
        ...properties.limit
      },
      severities: {
        description:
          '哪些级别算差错（error 总要算）；别的疑点另算一个数。 What counts as an error (error always does); other warnings are summed beside.',
        ...properties.severities,
        default: ['error']
      },
      weights: {
        description: '每处计多少。 What an error weighs.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.entries(inner).map(([name, schema]) => [
            name,
            {description: weightTexts[name as Weight], ...schema, default: weights[name as Weight]}
          ])
        )
      }
    }
  }
}

const weightTexts: Readonly<Record<Weight, string>> = {
  fact: '事实性、知识性、逻辑性、语法性差错。 Facts, knowledge, logic, grammar.',
  character: '错、别、多、漏 1 个字。 One character wrong, missing or superfluous.',
  characters: '2 至 5 个字。 Two to five characters.',
  passage: '5 个字以上。 More than five.',
  numeral: '数字用法，一期最多计 1。 The style of figures, at most 1 an issue.',
  punctuation: '标点。 Punctuation.',
  layout: '格式。 Layout.'
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
