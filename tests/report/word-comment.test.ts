import {expect, test} from 'vitest'
import type {Message, RelatedMessage} from '../../src/report/message.ts'
import {toWordComment} from '../../src/report/word-comment.ts'

const point = (offset: number, line = 1) => ({line, column: offset + 1, offset})
const place = (start: number, end: number, line = 1) => ({start: point(start, line), end: point(end, line)})
const message: Message = {
  ruleId: 'common-misspelling',
  severity: 'warning',
  reason: '“青溪河”写错了',
  place: place(10, 13),
  at: {start: 10, end: 13},
  text: '青溪河',
  related: [],
  fixes: []
}
const related = (label: string, line: number, more: Partial<RelatedMessage> = {}): RelatedMessage => ({
  label,
  place: place(20, 22, line),
  at: {start: 20, end: 22},
  text: '何苗',
  compare: false,
  ...more
})

/** The paragraphs of a comment; `[-…-]` and `{+…+}` are how words look, `(…)` what a click leads to. */
function said(more: Partial<Message>, language: 'zh' | 'en' = 'zh', away?: 'box' | 'note'): string[] {
  const paragraphs = toWordComment({...message, ...more}, language).text(away)
  return paragraphs.map((words) =>
    words
      .map(({text, look, to}) => {
        const drawn = look === 'gone' ? `[-${text}-]` : look === 'added' ? `{+${text}+}` : text
        return to ? `(${drawn})` : drawn
      })
      .join('')
  )
}

test('the fact, why, how, the mend with the words before and after, the rule', () => {
  const changes = [{at: {start: 12, end: 13}, text: '县'}]
  const fixes = [{title: '改正这个词', safety: 'safe' as const, edits: [], changes}]
  expect(said({why: '本县没有这条河。', how: '核对地名。', fixes})).toEqual([
    '疑点：“青溪河”写错了',
    '本县没有这条河。',
    '核对地名。',
    '改法（--fix 可自动改）：改正这个词：“河”→“县”',
    '规则：common-misspelling'
  ])
})

test('a mend that is more than an exchange of the words is told by its title', () => {
  for (const changes of [
    [{at: {start: 13, end: 13}, text: '。'}],
    [{at: {start: 10, end: 13}, text: ''}],
    [{at: {start: 8, end: 11}, text: '县'}],
    [{at: {start: 12, end: 20}, text: '县'}],
    [{at: {start: 12, end: 13}, text: '县', path: '2.docx'}],
    [
      {at: {start: 10, end: 11}, text: '清'},
      {at: {start: 12, end: 13}, text: '县'}
    ]
  ]) {
    const fixes = [{title: '改', safety: 'unsafe' as const, edits: [], changes}]
    expect(said({fixes})).toContain('改法（请先看过）：改')
  }
})

test('other places: those that are the same thing in one paragraph, each a click away, the rest by their numbers', () => {
  const places = [
    related('还有这里', 3),
    related('还有这里', 4),
    related('全称', 5),
    related('全称', 6, {path: '2.txt'})
  ]
  expect(said({related: places}).slice(1, 3)).toEqual([
    '还有这里：(第3段“何苗”)、(第4段“何苗”)',
    '全称：(第5段“何苗”)、〈2.txt〉“何苗”'
  ])
  const many = Array.from({length: 40}, (_, i) => related('还有这里', i + 1))
  expect(said({related: many})[2]).toBe(
    '另有 35 处：第6段、第7段、第8段、第9段、第10段、第11段、第12段、第13段、第14段、第15段、第16段、第17段等'
  )
})

test('how two passages differ', () => {
  const other = related('先排在这里', 3, {text: '青溪河水位昨天下降', compare: true})
  expect(said({text: '青溪河水位今天下降', related: [other]})[2]).toBe(
    '与那一处相比（划去的是那里的字，下加线的是这里的字）：青溪河水位[-昨-]{+今+}天下降'
  )
})

test('words in text boxes and notes are quoted: the comment stands elsewhere', () => {
  expect(said({}, 'zh', 'box')[1]).toBe('原文在文本框里：“青溪河”')
  expect(said({}, 'zh', 'note')[1]).toBe('原文在注释里：“青溪河”')
  expect(said({}, 'en', 'note')[1]).toBe('The words are in the note: “青溪河”')
})

test('in English', () => {
  expect(said({related: [related('first here', 3)]}, 'en')).toEqual([
    'Warning: “青溪河”写错了',
    'First here: (paragraph 3 “何苗”)',
    'Rule: common-misspelling'
  ])
})
