import type {Element, Nodes, Root} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import type {Found} from '../../../src/lint.ts'
import {parsePage} from '../../../src/parse/parse.ts'
import {describe} from '../../../src/report/describe.ts'
import {report} from '../../../src/report/html/index.ts'
import type {PageReport} from '../../../src/report/message.ts'
import type {ReportOptions} from '../../../src/report/reporter.ts'
import {defineRule} from '../../../src/rule/rule.ts'
import {toIssue} from '../../../src/tree/issue.ts'

/** A rule whose words are from the page as far as may be. */
export const rule = defineRule({
  name: 'a-rule',
  scope: 'issue',
  severity: 'error',
  summary: {zh: '', en: ''},
  messages: {
    it: {
      zh: {what: '“{quote}”不对（{word}）', why: '为什么：{word}', how: '怎么办：{word}'},
      en: {what: '“{quote}” is wrong ({word})', why: 'Why: {word}', how: 'What to do: {word}'}
    }
  },
  labels: {there: {zh: '那一处', en: 'there'}, mend: {zh: '改好', en: 'Mend it'}},
  url: 'https://example.com/a-rule',
  *check() {}
})

/** The pages as `describe` gives them, with findings that a test makes up. */
export function reportsOf(
  pages: Readonly<Record<string, string>>,
  findings: readonly (Partial<Found> & Pick<Found, 'at'>)[],
  language: 'zh' | 'en' = 'zh'
): PageReport[] {
  const issue = toIssue(Object.entries(pages).map(([path, source]) => ({path, source, tree: parsePage(source)})))
  const full = findings.map(
    (it) => ({id: 'it', ruleId: 'a-rule', severity: 'error', data: {word: '词'}, ...it}) as Found
  )
  return describe({issue, findings: full, failures: []}, language, [rule])
}

export const options: ReportOptions = {
  language: 'zh',
  color: false,
  width: 80,
  sort: 'place',
  quiet: false,
  score: true,
  version: '1.2.3'
}

export async function htmlOf(pages: readonly PageReport[], how: Partial<ReportOptions> = {}): Promise<string> {
  return report(pages, {...options, ...how})
}

/** Where words stand in a page. */
export function spanOf(text: string, words: string, page = 0, nth = 0) {
  let start = text.indexOf(words)
  for (let index = 0; index < nth; index++) start = text.indexOf(words, start + 1)
  return {page, start, end: start + words.length}
}

export const parsed = (html: string): Root => unified().use(rehypeParse).parse(html)

/** Every element, as a browser reads the report. */
export function elementsOf(node: Nodes): Element[] {
  const own = node.type === 'element' ? [node] : []
  return 'children' in node ? [...own, ...node.children.flatMap((it) => elementsOf(it))] : own
}

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((it) => textOf(it)).join('') : ''
}

export const hasClass = ({properties}: Element, name: string): boolean =>
  Array.isArray(properties.className) && properties.className.includes(name)

export const property = (element: Element, name: string): string => String(element.properties[name] ?? '')
