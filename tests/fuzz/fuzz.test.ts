import {describe, expect, test} from 'vitest'
import {activeRules} from '../../bench/active.ts'
import {diceOf} from '../../fuzz/dice.ts'
import {growthOf} from '../../fuzz/growth.ts'
import type {Input} from '../../fuzz/inputs/input.ts'
import {createKinds} from '../../fuzz/kinds.ts'
import {readOptions} from '../../fuzz/options.ts'
import {faultsOf, type Tools} from '../../fuzz/properties.ts'
import {createReportChecks} from '../../fuzz/reports.ts'
import {shrink} from '../../fuzz/shrink.ts'
import {defineRule} from '../../src/rule/rule.ts'

const tools: Tools = {rules: await activeRules(), reportFaults: createReportChecks()}
const kinds = createKinds()

/** The same ones in every run; `npm run fuzz` throws others, for as long as one likes. */
const seeds = [1, 2]

describe.each(Object.keys(kinds))('hostile input: %s', (kind) => {
  const made = (seed: number) => (kinds[kind] as (typeof kinds)[string])(diceOf(seed))

  test.each(seeds)('seed %i does no harm', async (seed) => {
    expect(await faultsOf(made(seed), tools)).toEqual([])
  })

  test('the same seed throws the same', () => {
    const {grown: _, ...input} = made(7)
    expect(made(7)).toMatchObject(input)
    expect(made(8).content).not.toEqual(input.content)
  })
})

describe('the fuzzer sees', () => {
  /** A rule that does as it is told at every `坏`. */
  const broken = (check: (text: string, at: number) => object): Tools => {
    const rule = defineRule({
      name: 'broken',
      scope: 'issue',
      severity: 'error',
      summary: {zh: '坏', en: 'broken'},
      messages: {bad: {zh: {what: '坏', why: '坏。', how: '改。'}, en: {what: 'bad', why: 'Bad.', how: 'Mend.'}}},
      labels: {mend: {zh: '改', en: 'Mend'}},
      *check({pages: [page]}) {
        const text = page?.source ?? ''
        for (let at = text.indexOf('坏'); at >= 0; at = text.indexOf('坏', at + 1)) {
          yield {id: 'bad', at: {start: at, end: at + 1}, ...check(text, at)} as never
        }
      }
    })
    return {...tools, rules: [{rule, severity: 'error', options: {}}]}
  }
  const page: Input = {name: 'page.txt', content: '# 新桥今日通车\n\n新桥今天通车，坏了。\n'}
  const properties = async (input: Input, which: Tools) => (await faultsOf(input, which)).map((it) => it.property)

  test('a rule that throws', async () => {
    const throws = broken(() => {
      throw new Error('坏')
    })
    expect(await properties(page, throws)).toEqual(['no rule fails'])
    const smallest = await shrink(page, async (it) => (await properties(it, throws)).length > 0)
    expect(smallest.content).toBe('坏')
  })

  test('places off the page, and edits that cut a character', async () => {
    expect(
      await properties(
        page,
        broken((text) => ({at: {start: 0, end: text.length + 1}}))
      )
    ).toEqual(['no rule fails'])
    const cuts = broken((_, at) => ({
      fixes: [{title: 'mend', safety: 'safe', edits: [{start: at + 2, end: at + 3, text: ''}]}]
    }))
    expect(await properties({name: 'page.txt', content: '新桥坏𪚥。'}, cuts)).toContain(
      'places lie in the copy and in the file'
    )
  })

  test('mends without end', async () => {
    const grows = broken((_, at) => ({
      fixes: [{title: 'mend', safety: 'safe', edits: [{start: at, end: at, text: '好'}]}]
    }))
    expect(await properties(page, grows)).toEqual(['mending comes to an end and loses nothing'])
  })

  test('rules that find something else the second time', async () => {
    let times = 0
    const restless = broken((_, at) => ({at: {start: 0, end: at + (times++ % 2)}}))
    expect(await properties(page, restless)).toContain('the same page gives the same findings')
  })

  test('time that grows faster than the page', async () => {
    const slow = broken(() => ({}))
    const rules = slow.rules.map((active) => ({
      ...active,
      rule: {
        ...active.rule,
        *check({pages: [it]}: {pages: readonly {source: string}[]}) {
          // steps for every pair of characters
          for (let at = 0; at < 150 * (it?.source.length ?? 0) ** 2; at++) if (at < 0) yield at as never
        }
      }
    }))
    const shape: Input = {name: 'page.txt', content: '', grown: (length) => '会'.repeat(length / 100)}
    const {faults} = await growthOf(shape, {...tools, rules: rules as never}, 0.001)
    expect(faults.map(({says}) => says.split(':')[0])).toContain('broken')
  })
})

test.each([
  ['--seed x', '--seed wants a number'],
  ['--only nothing', 'no kind nothing'],
  ['--what 1', 'no option --what'],
  ['--runs', '--runs wants a value']
])('%s: %s', (args, says) => {
  expect(readOptions(args.split(' '), ['bytes'])).toContain(says)
})

test('a number of runs, or a minute', () => {
  expect(readOptions(['--seed', '7', '--runs', '3'], [])).toEqual({seed: 7, runs: 3, seconds: Number.POSITIVE_INFINITY})
  expect(readOptions(['--seed', '7'], [])).toMatchObject({runs: Number.POSITIVE_INFINITY, seconds: 60})
})
