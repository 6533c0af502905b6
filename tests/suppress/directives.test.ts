import {expect, test} from 'vitest'
import {lint} from '../../src/lint.ts'
import {direct} from '../../src/suppress/directives.ts'
import {active, page, wordRule} from '../engine/rules.ts'

const copy = page('a.md', ['一个标题', '头一段写着甲。\n\n第二段写着甲和乙。\n\n第三段什么也没有。'])
const rules = [active(wordRule('甲', 'first-word')), active(wordRule('乙', 'second-word'))]
const {findings} = lint([copy], rules)
const known = ['first-word', 'second-word', 'third-word']

/** A comment over the paragraph that begins so. */
const over = (start: string, text: string) => {
  const at = copy.source.indexOf(start)
  return {at: {start: at, end: at}, text, covers: {start: at, end: copy.source.indexOf('\n', at)}}
}

const told = (...directives: ReturnType<typeof over>[]) => {
  const {findings: left, accepted, idle} = direct(findings, [{directives}], known, (rule) => rule !== 'third-word')
  return {
    left: left.map(({ruleId, at}) => `${ruleId}@${at.start}`),
    accepted: accepted[0],
    idle: idle.map(({name, texts}) => `${name}: ${texts.en}`)
  }
}

const all = findings.map(({ruleId, at}) => `${ruleId}@${at.start}`)
const [first = '', second = '', third = ''] = all

test('a comment accepts what its rule finds in the line behind it', () => {
  expect(all).toHaveLength(3)
  expect(told(over('第二段', 'copylint-disable-next-line first-word -- 照原文'))).toEqual({
    left: [first, third],
    accepted: 1,
    idle: []
  })
})

test.each([
  'first-word, second-word -- 照原文',
  'first-word、second-word —— 照原文',
  'second-word，first-word — 照原文'
])('several rules: %s', (text) => {
  const {left, accepted, idle} = told(over('第二段', `copylint-disable-next-line ${text}`))
  expect({left, accepted, idle}).toEqual({left: [first], accepted: 2, idle: []})
  expect([second, third]).not.toContain(first)
})

test('a comment that accepts nothing is told, for each rule; of a rule that is off it is not', () => {
  expect(told(over('第三段', 'copylint-disable-next-line first-word, third-word -- 照原文'))).toEqual({
    left: all,
    accepted: 0,
    idle: ['unused-directive: nothing of first-word is found in the next line: this comment can go']
  })
  const end = {
    at: {start: 0, end: 0},
    text: 'copylint-disable-next-line first-word -- 照原文',
    covers: {start: 5, end: 5}
  }
  expect(told(end).idle).toHaveLength(1)
})

test.each([
  [
    'copylint-disable-next-line frist-word -- 照原文',
    /“frist-word” in this comment is no rule.*did you mean first-word\?/
  ],
  ['copylint-disable-next-line first-word', /gives no reason/],
  ['copylint-disable-next-line first-word --  ', /does not understand/],
  ['copylint-disable-next-line -- 照原文', /does not understand/],
  ['copylint-disable first-word -- 照原文', /does not understand/],
  [`copylint-disable-next-line ${'a '.repeat(100_000)}`, /gives no reason/]
])('a comment that does nothing says why: %.60s', (text, reason) => {
  const {left, idle} = told(over('第二段', text))
  expect(left).toEqual(all)
  expect(idle).toHaveLength(1)
  expect(idle[0]).toMatch(/^invalid-directive: /)
  expect(idle[0]).toMatch(reason)
})
