import {createUse, defineAnalysis, lint} from 'copylint'
import {describe, expect, test} from 'vitest'
import {describe as word} from '../../src/report/describe.ts'
import type {Finding} from '../../src/rule/finding.ts'
import type {AnyRule} from '../../src/rule/rule.ts'
import {active, page, ruleOf, wordRule} from './rules.ts'

const ferry = page('1.txt', ['渡轮首航', '青石渡口的新渡轮今天首航。'])
const at = {start: 0, end: 1}
const cut = (more: object) => ({
  id: 'found',
  at,
  fixes: [{title: 'drop', safety: 'safe', edits: [{...at, text: ''}], ...more}]
})

/** Lints with a rule as a stranger may write it, and a sound one beside it. */
function run(check: unknown, more: object = {}) {
  const rule = ruleOf('wrong', 'issue', check as () => Finding[], more as Partial<AnyRule>)
  const result = lint([ferry], [active(rule), active(wordRule('渡轮', 'sound'))])
  const words = (language: 'zh' | 'en') => word(result, language, [rule])[0]
  return {
    own: result.findings.filter(({ruleId}) => ruleId === 'wrong'),
    others: result.findings.filter(({ruleId}) => ruleId === 'sound').length,
    en: words('en')?.failures.map(({reason}) => reason),
    zh: words('zh')?.failures.map(({reason}) => reason),
    message: (language: 'zh' | 'en') => words(language)?.messages.find(({ruleId}) => ruleId === 'wrong')
  }
}

describe('what is no finding ends the rule, in a sentence', () => {
  const analysis = defineAnalysis('count', (issue: object) => Object.keys(issue).length)
  test.each<[string, unknown, string]>([
    ['no place', () => [{id: 'found'}], 'the finding “found” has no place: give at: {start, end}'],
    [
      'no place of a related one',
      () => [{id: 'found', at, related: [{label: 'first'}]}],
      'the finding “found” has no place: give at: {start, end}'
    ],
    [
      'one related place',
      () => [{id: 'found', at, related: {at, label: 'first'}}],
      '“related” of the finding “found” must be a list […]'
    ],
    ['one wrong place', () => [{id: 'found', at, wrong: at}], '“wrong” of the finding “found” must be a list […]'],
    ['null', () => [null], 'it yielded null, not a finding {id, at}'],
    ['nothing', () => [undefined], 'it yielded undefined, not a finding {id, at}'],
    ['a text', () => ['hello'], 'it yielded “hello”, not a finding {id, at}'],
    ['a list', () => [[]], 'it yielded […], not a finding {id, at}'],
    ['no list', () => {}, 'check gave no list of findings: make it a generator (*check), not async'],
    [
      'a promise',
      async () => Promise.reject(new Error('late')),
      'check gave no list of findings: make it a generator (*check), not async'
    ],
    [
      'an async generator',
      async function* () {},
      'check gave no list of findings: make it a generator (*check), not async'
    ],
    [
      'a function for an analysis',
      (issue: object, {use}: {use: (...args: unknown[]) => unknown}) => use(() => 1, issue),
      'use: the first argument is no analysis: make it with defineAnalysis'
    ],
    [
      'a text to analyse',
      (_: object, {use}: {use: (...args: unknown[]) => unknown}) => use(analysis, 'text'),
      'use: the input of the analysis “count” must be an object'
    ]
  ])('%s', (_, check, reason) => {
    const {own, others, en, zh} = run(check)
    expect(en).toEqual([`the rule wrong failed and could not finish its work: ${reason}`])
    expect(zh).toEqual([expect.stringMatching(/^规则 wrong 出错，它该查的没有查完：.*[\u4e00-\u9fff]/)])
    expect([own.length, others]).toEqual([0, 1])
  })

  test('`use` outside of a run says the same', () => {
    const use = createUse() as (...args: unknown[]) => unknown
    expect(() => use(undefined, {})).toThrow('use: the first argument is no analysis')
    expect(() => use(analysis, null)).toThrow('the input of the analysis “count”')
  })
})

describe('a finding that is partly wrong is shown, and the mistake told', () => {
  const two = (a: object, b: object) => ({
    edits: [
      {...at, text: '', ...a},
      {...at, text: '', ...b}
    ]
  })
  test.each<[string, object, string, object]>([
    [
      'a severity',
      {id: 'found', at, severity: 'warn'},
      'the finding “found” has the severity “warn”: it is error, warning or info',
      {severity: 'error'}
    ],
    [
      'a safety',
      cut({safety: 'maybe'}),
      'the mend “drop” has the safety “maybe”: it is safe or unsafe',
      {fixes: [{safety: 'unsafe'}]}
    ],
    ['a title', cut({title: 'dorp'}), 'it has no label “dorp”', {fixes: [{title: 'dorp', safety: 'safe'}]}],
    [
      'a label',
      {id: 'found', at, related: [{at, label: 'frist'}]},
      'it has no label “frist”',
      {related: [{label: 'frist'}]}
    ],
    ['no label', {id: 'found', at, related: [{at}]}, 'it has no label “undefined”', {related: [{label: 'undefined'}]}],
    ['no edits', cut({edits: []}), 'the mend “drop” has no edits', {fixes: []}],
    ['an edit for edits', cut({edits: {...at, text: ''}}), 'the mend “drop” has no edits', {fixes: []}],
    ['an edit without text', cut({edits: [at]}), 'an edit of the mend “drop” has no text', {fixes: []}],
    ['edits that overlap', cut(two({}, {end: 3})), 'two edits of the mend “drop” overlap', {fixes: []}],
    ['two insertions at one place', cut(two({end: 0}, {end: 0})), 'two edits of the mend “drop” overlap', {fixes: []}]
  ])('%s', (_, finding, reason, shown) => {
    const {own, others, en, zh} = run(() => [finding])
    expect(own).toMatchObject([shown])
    expect(en).toEqual([`the rule wrong has a mistake: ${reason}`])
    expect(zh).toEqual([expect.stringMatching(/^规则 wrong 写得不对：.*[\u4e00-\u9fff]/)])
    expect(others).toBe(1)
  })

  test('edits side by side are no mistake', () => {
    expect(run(() => [cut(two({}, {start: 1, end: 2}))])).toMatchObject({en: [], own: [{fixes: [{}]}]})
  })

  test('it is told once a rule, and every finding shown', () => {
    const {own, en} = run(() => [0, 1, 2].map((start) => ({id: 'found', at: {start, end: 9}, severity: 'warn'})))
    expect([own.length, en?.length]).toEqual([3, 1])
  })
})

describe('texts that are missing', () => {
  const zh = {what: '有一处', why: '为了试验。', how: '不必改。'}
  const check = () => [{id: 'found', at, related: [{at, label: 'first'}]}]

  test('come from the other language', () => {
    const {message, en} = run(check, {messages: {found: {zh}}, labels: {first: {zh: '先在这里'}}})
    expect(en).toEqual([])
    expect(message('en')).toMatchObject({reason: '有一处', why: '为了试验。', related: [{label: '先在这里'}]})
  })

  test('a message without any says its name, one without why and how its fact', () => {
    expect(run(check, {messages: {found: {}}}).message('en')).toMatchObject({reason: 'found'})
    expect(run(check, {messages: {found: '有一处'}}).message('en')).toMatchObject({reason: 'found'})
    const {message} = run(check, {messages: {found: {zh: {what: '有一处'}, en: {what: 'one'}}}})
    expect(message('en')).toMatchObject({reason: 'one'})
    expect(Object.keys(message('en') ?? {})).not.toContain('how')
  })
})
