import {defineRule} from 'copylint'
import * as v from 'valibot'
import {expect, test} from 'vitest'
import {between, table} from '../../scripts/markdown.ts'
import {optionRows} from '../../scripts/options.ts'

test('the part between its comments is replaced, and nothing else', () => {
  const page = 'a\n<!-- rules -->\nold\nold\n<!-- /rules -->\nb\n<!-- rules -->\n<!-- /rules -->\n'
  const changed = between(page, 'rules', 'rules', () => 'new $1')
  expect(changed).toBe('a\n<!-- rules -->\nnew $1\n<!-- /rules -->\nb\n<!-- rules -->\nnew $1\n<!-- /rules -->\n')
  expect(between(changed, 'rules', 'rules', () => 'new $1')).toBe(changed)
})

test('a comment may tell what to put there', () => {
  const page = '<!-- report: a.txt -->\n<!-- /report -->\n<!-- report: b.txt -->\nold\n<!-- /report -->\n'
  expect(between(page, 'report: (.+?)', 'report', (path = '') => path.toUpperCase())).toBe(
    '<!-- report: a.txt -->\nA.TXT\n<!-- /report -->\n<!-- report: b.txt -->\nB.TXT\n<!-- /report -->\n'
  )
})

test('a page without such a part stays as it is', () => {
  expect(between('a\n', 'rules', 'rules', () => 'new')).toBe('a\n')
})

test('a bar in a table is escaped', () => {
  expect(table(['a'], [['b|c']])).toBe('| a |\n| --- |\n| b\\|c |')
})

test('the options of a rule are told by their schema', () => {
  const rule = defineRule({
    name: 'a-rule',
    scope: 'article',
    severity: 'info',
    summary: {zh: '', en: ''},
    options: v.strictObject({
      least: v.optional(
        v.pipe(v.number(), v.integer(), v.minValue(1), v.description('At least.'), v.metadata({zh: '至少。'})),
        2
      ),
      ends: v.optional(v.picklist(['first', 'last']), 'last'),
      words: v.optional(v.pipe(v.array(v.string()), v.description('Words.')), ['甲'])
    }),
    messages: {},
    *check() {}
  })
  expect(optionRows(rule, 'en')).toEqual([
    ['`least`', 'integer ≥ 1', '`2`', 'At least.'],
    ['`ends`', '`"first"`, `"last"`', '`"last"`', ''],
    ['`words`', '[string]', '`["甲"]`', 'Words.']
  ])
  expect(optionRows(rule, 'zh').map((row) => row[3])).toEqual(['至少。', '', 'Words.'])
})
