import {expect, test} from 'vitest'
import {lintrcSchema} from '../../scripts/lintrc-schema.ts'
import {builtin} from '../../src/builtin.ts'

interface Schema {
  readonly [key: string]: Schema & string
}

test('the schema of .lintrc.json knows keys, presets, rules and their options', () => {
  const schema = lintrcSchema(builtin) as Schema
  expect(Object.keys(schema.properties ?? {})).toEqual([
    '$schema',
    'extends',
    'lang',
    'rules',
    'plugins',
    'ignore',
    'score',
    'overrides'
  ])
  expect(JSON.stringify(schema.properties?.extends)).toContain('["recommended","minimal","strict"]')
  expect(JSON.stringify(schema.properties?.lang)).toContain('"enum":["zh","en"]')
  const rule = schema.definitions?.rules?.properties?.['repeated-paragraph']
  expect(JSON.stringify(rule)).toContain('"default":20')
  expect(rule?.description).toMatch(/\(error\)$/)
})
