import {describe, expect, test} from 'vitest'
import {builtin} from '../../src/builtin.ts'
import {type ActiveRule, type Copy, lint} from '../../src/lint.ts'
import {createLists} from '../../src/lists.ts'
import {lintShared} from '../../src/node/lint-shared.ts'
import {createSettings} from '../../src/node/settings.ts'
import {sharesOf} from '../../src/node/shares.ts'
import {defineRule} from '../../src/rule/rule.ts'

const {active} = await createSettings({cwd: '/', builtin, config: false}).settingsOf('/a.txt')
const {rules} = await createLists()(active)

const story = (index: number) => `老石桥第${index}次检修
本报讯 第${index}日，检修队在柳溪村外架起便桥，行人照常通行，，车辆绕行松岭镇。
检修队队长周望山说，桥面的的石板要换掉${index}块，工期不变。
检修队队长周望山说，桥面的的石板要换掉${index}块，工期不变。

`
const pages: readonly Copy[] = ['a.txt', 'b.txt'].map((path, page) => ({
  path,
  source: Array.from({length: 40}, (_, index) => story(index * 2 + page)).join('')
}))

/** A rule that nobody but this thread knows. */
const foreign = defineRule({
  name: 'desk',
  scope: 'issue',
  severity: 'info',
  summary: {zh: '一', en: 'one'},
  messages: {one: {zh: {what: '一', why: '', how: ''}, en: {what: 'one', why: '', how: ''}}},
  labels: {},
  *check(issue) {
    if (issue.pages.length > 1) throw new Error('two pages')
    yield {id: 'one', at: {page: 0, start: 0, end: 1}}
  }
}) as ActiveRule['rule']

describe('rules shared out', () => {
  test('each rule is in one share; those of plugins and those with word lists stay', () => {
    const {here, anywhere} = sharesOf([...rules, {rule: foreign, severity: 'info', options: {}}])
    expect([...here, ...anywhere.flat()].map(({rule}) => rule.name).sort()).toEqual(
      [...rules.map(({rule}) => rule.name), 'desk'].sort()
    )
    expect(here.map(({rule}) => rule.name)).toContain('desk')
    expect(anywhere.flat().some(({rule}) => rule.lists !== undefined)).toBe(false)
    expect(anywhere.length).toBeGreaterThan(6)
  })

  test.each([0, 1, 2])('with %i threads more the same is found, and the same failed', async (threads) => {
    const all = [...rules, {rule: foreign, severity: 'info' as const, options: {}}]
    const alone = lint(pages, all)
    const shared = await lintShared(pages, all, threads)
    expect(alone.findings.length).toBeGreaterThan(50)
    expect(alone.failures.map(({rule}) => rule)).toEqual(['desk'])
    expect(shared.findings).toEqual(alone.findings)
    expect(shared.failures).toEqual(alone.failures)
    expect([...shared.timings.keys()].sort()).toEqual([...alone.timings.keys()].sort())
  })

  test('what no thread can be given is done here', async () => {
    const [first, ...others] = rules as [ActiveRule, ...ActiveRule[]]
    const odd = [{...first, folder: (() => {}) as unknown as string}, ...others].map((it) => ({
      ...it,
      ...(it.rule.name === 'repeated-paragraph' && {folder: (() => {}) as unknown as string})
    }))
    expect((await lintShared(pages, odd, 1)).findings).toEqual(lint(pages, rules).findings)
  })
})
