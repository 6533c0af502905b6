import {existsSync, readFileSync} from 'node:fs'
import {parsePage, toIssue} from 'copylint'
import * as v from 'valibot'
import {describe, expect, test} from 'vitest'
import {builtin} from '../../src/builtin.ts'
import {checkIssue} from '../../src/lint.ts'
import {readExamples} from '../../src/testing/index.ts'
import {defaults} from '../engine/defaults.ts'
import {filesIn, ruleNames} from './files.ts'

test('there are rules', () => {
  expect(builtin.length).toBeGreaterThan(0)
  expect(builtin.map(({name}) => name)).toEqual(ruleNames)
})

describe.each(ruleNames)('%s', (name) => {
  test('has its code and its page in both languages', () => {
    const missing = ['index.ts', 'README.md', 'README.zh-CN.md'].filter((file) => !existsSync(`rules/${name}/${file}`))
    expect(missing).toEqual([])
  })

  test('is named after the defect, not after an order', () => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(name).not.toMatch(/^(no|disallow|prefer|require|forbid|ban|check|enforce)-/)
  })

  test('is finished: no TODO', () => {
    const files = ['.ts', '.md'].flatMap((ending) => filesIn(`rules/${name}`, ending))
    expect(files.filter((file) => readFileSync(file, 'utf8').includes('TODO'))).toEqual([])
  })

  test('says what its findings count as', () => {
    const counts = builtin.find((it) => it.name === name)?.counts
    expect(['fact', 'character', 'numeral', 'punctuation', 'layout', 'nothing']).toContain(counts)
  })

  test('describes its options in both languages', () => {
    const rule = builtin.find((it) => it.name === name)
    const entries = Object.entries((rule?.options?.entries ?? {}) as Record<string, Described>)
    for (const [option, schema] of entries) {
      const inner = schema.wrapped ?? schema
      expect(v.getDescription(inner as never), option).toBeTruthy()
      expect((v.getMetadata(inner as never) as {zh?: string}).zh, option).toBeTruthy()
    }
  })
})

test('the order of the rules does not matter', () => {
  const pages = ruleNames
    .filter((name) => existsSync(`rules/${name}/README.md`))
    .flatMap((name) => readExamples(readFileSync(`rules/${name}/README.md`, 'utf8')))
    .flatMap((example) => example.pages)
  const issue = toIssue(pages.map((page) => ({...page, tree: parsePage(page.source)})))
  const {findings} = checkIssue(issue, defaults)
  expect(findings.length).toBeGreaterThan(0)
  for (let turn = 1; turn < defaults.length; turn++) {
    const turned = [...defaults.slice(turn), ...defaults.slice(0, turn)]
    expect(checkIssue(issue, turned).findings).toEqual(findings)
    expect(checkIssue(issue, turned.reverse()).findings).toEqual(findings)
  }
})

type Described = v.GenericSchema & {readonly wrapped?: v.GenericSchema}
