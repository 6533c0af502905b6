import {builtin} from '../../src/builtin.ts'
import type {Found} from '../../src/lint.ts'
import {parsePage} from '../../src/parse/parse.ts'
import {describe} from '../../src/report/describe.ts'
import type {Message, PageReport} from '../../src/report/message.ts'
import type {ReportOptions} from '../../src/report/reporter.ts'
import {defineRule} from '../../src/rule/rule.ts'
import {toIssue} from '../../src/tree/issue.ts'

const closing = '为全镇高质量发展作出应有贡献。'

/** Two pages and a third that could not be read: a pair across two pages, a mend of several edits, a warning, a query. */
export const sources = {
  '版面/a 1.txt': `# 海棠镇修缮老石桥\n\n本报讯 海棠镇的老石桥昨天开始修缮，${closing}\n\n镇里请来石匠，一块一块起下桥面的石板编号，${closing}\n`,
  'b.txt': `# 柳溪村分发新种子\n\n本报讯 柳溪村昨天分发了新的种子，𠮷家沟也分到了，${closing}\n`
}

const paths = Object.keys(sources)

export const rule = defineRule({
  name: 'same-closing',
  scope: 'issue',
  severity: 'error',
  summary: {zh: '结尾相同', en: 'the same closing'},
  messages: {
    again: {
      zh: {what: '“{quote}”在{other}用过', why: '读者会看到两次。', how: '改写一处。'},
      en: {what: '“{quote}” closes {other}', why: 'Readers see it twice.', how: 'Reword one.'}
    }
  },
  labels: {first: {zh: '先排在这里', en: 'printed first here'}, drop: {zh: '删去', en: 'Delete it'}},
  url: 'https://example.com/same-closing',
  *check() {}
})

function span(page: 0 | 1, words: string, nth = 0) {
  const source = Object.values(sources)[page] ?? ''
  let start = source.indexOf(words)
  for (let index = 0; index < nth; index++) start = source.indexOf(words, start + 1)
  return {page, start, end: start + words.length}
}

const findings: Found[] = [
  {
    id: 'again',
    ruleId: 'same-closing',
    severity: 'error',
    at: span(0, closing, 1),
    related: [{at: span(0, closing), label: 'first'}],
    fixes: [{title: 'drop', safety: 'safe', edits: [{...span(0, closing, 1), text: ''}]}]
  },
  {
    id: 'again',
    ruleId: 'same-closing',
    severity: 'warning',
    at: span(1, closing),
    related: [{at: span(0, closing), label: 'first'}],
    fixes: [
      {
        title: 'drop',
        safety: 'unsafe',
        edits: [
          {...span(1, closing), text: '。'},
          {...span(1, '昨天'), text: '日前'}
        ]
      },
      {title: 'drop', safety: 'unsafe', edits: [{...span(0, closing), text: ''}]}
    ]
  },
  {
    id: 'x',
    ruleId: 'retext-plugin',
    severity: 'info',
    at: span(1, '𠮷家沟'),
    said: {reason: '生僻字 [a](1)', url: 'not a url'}
  }
] as Found[]

/** The pages as a reporter gets them. */
export function samplePages(language: 'zh' | 'en' = 'zh'): PageReport[] {
  const issue = toIssue(Object.entries(sources).map(([path, source]) => ({path, source, tree: parsePage(source)})))
  const pages = describe({issue, findings, failures: []}, language, [rule])
  const unread = {path: 'c.txt', copy: '', stories: [], blocks: [], messages: []}
  return [...pages, {...unread, failures: [{reason: '读不了'}]}]
}

export const options: ReportOptions = {
  language: 'zh',
  color: false,
  width: 80,
  sort: 'place',
  quiet: false,
  rules: [rule, ...builtin.slice(0, 1)],
  version: '1.2.3',
  homepage: 'https://example.com/copylint'
}

/** A page on which one finding says all that is given, in every field that comes from a page or a plugin. */
export function hostilePage(text: string, path = text): PageReport {
  const place = {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: text.length + 1, offset: text.length}}
  const at = {start: 0, end: text.length}
  const message: Message = {
    ruleId: 'some-rule',
    severity: 'error',
    reason: text,
    why: text,
    how: text,
    url: text,
    place,
    at,
    text,
    related: [{label: text, place, at, path, text, compare: true}],
    fixes: [{title: text, safety: 'safe', edits: [{start: 0, end: text.length, text: text.slice(1)}], changes: []}]
  }
  const messages = [message, {...message, severity: 'warning' as const}, {...message, severity: 'info' as const}]
  const stories = [{start: 0, end: text.length, headline: text}]
  return {path, copy: text, stories, blocks: [], messages, failures: [{reason: text}, {reason: text, shared: true}]}
}

export {paths}
