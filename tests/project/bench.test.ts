import {lint} from 'copylint'
import {expect, test} from 'vitest'
import {generatePage} from '../../bench/generate.ts'
import {defaults} from '../engine/defaults.ts'

test('the same seed gives the same page, another seed another', () => {
  const page = generatePage({bytes: 20_000, seed: 7})
  expect(generatePage({bytes: 20_000, seed: 7})).toBe(page)
  expect(generatePage({bytes: 20_000, seed: 8})).not.toBe(page)
  expect(Buffer.byteLength(page)).toBeGreaterThanOrEqual(20_000)
})

test.each(['marked', 'bare'] as const)(
  'a generated page of shape %s is read as stories, each with its head',
  (shape) => {
    const source = generatePage({bytes: 50_000, shape})
    const {issue} = lint([{path: 'page.txt', source}], [])
    const leads = source.match(/本报讯/g)?.length ?? 0
    expect(issue.articles.filter(({headline}) => headline)).toHaveLength(leads)
  }
)

test.each(['marked', 'bare'] as const)('a generated page of shape %s has no defects', (shape) => {
  const {findings, failures} = lint([{path: 'page.txt', source: generatePage({bytes: 200_000, shape})}], defaults)
  expect(failures).toEqual([])
  expect(findings).toEqual([])
})
