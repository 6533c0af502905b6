import {type ActiveRule, defineRule} from 'copylint'
import type {Finding, Severity} from '../../src/rule/finding.ts'
import type {AnyRule, Scope, Units} from '../../src/rule/rule.ts'
import type {Use} from '../../src/rule/use.ts'

const text = {what: '“{quote}”，见{other}', why: '为了试验。', how: '不必改。'}
const english = {what: '“{quote}”, see {other}', why: 'For the test.', how: 'Leave it.'}

/** A rule that yields what a test wants. */
export const ruleOf = <S extends Scope>(
  name: string,
  scope: S,
  check: (
    unit: Units[S],
    context: {use: Use; text: (span: {start: number; end: number}) => string}
  ) => Iterable<Finding>,
  more: Partial<AnyRule> = {}
): AnyRule =>
  defineRule({
    name,
    scope,
    severity: 'error',
    summary: {zh: '试验', en: 'a test'},
    messages: {found: {zh: text, en: english}},
    labels: {first: {zh: '先排在这里', en: 'printed first here'}, drop: {zh: '删去', en: 'Delete it'}},
    check: check as AnyRule['check'],
    ...more
  }) as AnyRule

export const active = (rule: AnyRule, severity: Severity = rule.severity): ActiveRule => ({
  rule,
  severity,
  options: {}
})

/** A rule that points at every print of a word in the bodies of a story. */
export const wordRule = (word: string, name = 'a-word'): AnyRule =>
  ruleOf(name, 'article', function* ({body}) {
    for (const {start, text} of body) {
      for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
        yield {id: 'found', at: {start: start + i, end: start + i + word.length}}
      }
    }
  })

export const page = (path: string, ...stories: readonly (readonly [head: string, body: string])[]) => ({
  path,
  source: stories.map(([head, body]) => `# ${head}\n\n${body}\n`).join('\n')
})
