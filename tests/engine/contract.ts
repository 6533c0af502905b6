import {type Article, defineAnalysis, defineRule, type Issue, type Rule} from 'copylint'
import * as v from 'valibot'

// What the compiler refuses of a rule. Not run: `tsc` fails where an expected error does not come.

const summary = {zh: '试验', en: 'a test'}
const text = {what: '什么', why: '为什么', how: '怎么办'}
const messages = {found: {zh: text, en: text}}
const at = {start: 0, end: 1}

// a rule as it should be: its options, ids and labels are known in `check`
export const sound: Rule = defineRule({
  name: 'sound',
  scope: 'article',
  severity: 'error',
  summary,
  options: v.strictObject({least: v.optional(v.number(), 8), words: v.optional(v.array(v.string()), [])}),
  messages,
  labels: {first: summary, drop: summary},
  *check(article, {options, use, text}) {
    const least: number = options.least
    const words: readonly string[] = options.words
    const page: number = article.page
    const length: number = use(counted, article)
    if (length > least && words.includes(text({...at, page}))) {
      yield {
        id: 'found',
        at,
        severity: 'warning',
        data: {least},
        related: [{at, label: 'first', compare: true}],
        fixes: [{title: 'drop', safety: 'safe', edits: [{...at, text: ''}]}]
      }
    }
  }
})

const counted = defineAnalysis('counted', (article: Article) => article.blocks.length)

const base = {name: 'refused', scope: 'article', severity: 'error', summary} as const
const first = {first: summary}

// @ts-expect-error there is no message “fuond”
defineRule({...base, messages, check: () => [{id: 'fuond', at}]})

// @ts-expect-error nor is there where others are right
defineRule({...base, messages, check: () => [{id: 'found', at} as const, {id: 'fuond', at} as const]})

// @ts-expect-error there is no label “frist”
defineRule({...base, messages, labels: first, check: () => [{id: 'found', at, related: [{at, label: 'frist'}]}]})

const drop = {title: 'drop', safety: 'safe', edits: [{...at, text: ''}]} as const
// @ts-expect-error the title of a mend is a label too
defineRule({...base, messages, labels: first, check: () => [{id: 'found', at, fixes: [drop]}]})

defineRule({
  name: 'undeclared-option',
  scope: 'article',
  severity: 'error',
  summary,
  messages,
  options: v.strictObject({least: v.optional(v.number(), 8)}),
  *check(article, {options}) {
    // @ts-expect-error there is no option “most”
    if (article.blocks.length > options.most) yield {id: 'found', at}
  }
})

defineRule({
  name: 'no-options',
  scope: 'article',
  severity: 'error',
  summary,
  messages,
  *check(article, {options}) {
    // @ts-expect-error a rule without options has none
    if (article.blocks.length > options.least) yield {id: 'found', at}
  }
})

defineRule({
  name: 'wrong-default',
  scope: 'article',
  severity: 'error',
  summary,
  messages,
  // @ts-expect-error the default of a number is a number
  options: v.strictObject({least: v.optional(v.number(), '8')}),
  check: () => []
})

defineRule({
  name: 'loose-options',
  scope: 'article',
  severity: 'error',
  summary,
  messages,
  // @ts-expect-error a key that is misspelt in a config would pass
  options: v.object({least: v.optional(v.number(), 8)}),
  check: () => []
})

defineRule({
  name: 'another-unit',
  scope: 'issue',
  severity: 'error',
  summary,
  messages,
  // @ts-expect-error a rule of issues is given issues
  *check(article: Article) {
    if (article.headline) yield {id: 'found', at}
  }
})

defineRule({
  name: 'another-unit-still',
  scope: 'archive',
  severity: 'error',
  summary,
  messages,
  // @ts-expect-error a rule of the archive is given an issue and the archive
  *check(issue: Issue) {
    if (issue.pages.length > 0) yield {id: 'found', at}
  }
})

defineRule({
  name: 'unknown-scope',
  // @ts-expect-error there is no such scope
  scope: 'page',
  severity: 'error',
  summary,
  messages,
  check: () => []
})

defineRule({
  name: 'unknown-severity',
  scope: 'article',
  // @ts-expect-error severities are words: error, warning, info
  severity: 2,
  summary,
  messages,
  check: () => []
})

defineRule({
  name: 'one-language',
  scope: 'article',
  severity: 'error',
  summary,
  // @ts-expect-error what an editor reads is there in both languages
  messages: {found: {zh: text}},
  check: () => []
})

defineRule({
  name: 'wordless',
  scope: 'article',
  severity: 'error',
  summary,
  // @ts-expect-error a message says what to do
  messages: {found: {zh: text, en: {what: 'what', why: 'why'}}},
  check: () => []
})

defineRule({
  name: 'wrong-input',
  scope: 'issue',
  severity: 'error',
  summary,
  messages,
  *check(issue, {use}) {
    // @ts-expect-error the analysis is of stories
    if (use(counted, issue) > 0) yield {id: 'found', at}
  }
})

defineRule({
  name: 'changes-the-page',
  scope: 'article',
  severity: 'error',
  summary,
  messages,
  check(article) {
    // @ts-expect-error nothing of a story can be written
    article.page = 1
    // @ts-expect-error nor its paragraphs
    article.blocks.push(...article.body)
    return []
  }
})

// @ts-expect-error a finding has a place
export const placeless: ReturnType<typeof sound.check> = [{id: 'found'}]
