import type {Root} from 'nlcst'
import type {Plugin} from 'unified'
import {parse, strictObject} from 'valibot'
import {checkIssue} from './lint.ts'
import {createLists} from './lists.ts'
import {describe} from './report/describe.ts'
import {addMessage} from './report/vfile.ts'
import type {AnyRule, Language} from './rule/rule.ts'
import {toIssue} from './tree/issue.ts'

/**
 * Makes a rule a plain unified plugin: `retext().use(copyParser).use(toPlugin(rule, {least: 30}))`.
 * Its findings become messages of the file, with `related` and `fixes` as fields of their own; the tree is left as it is.
 * Rules of the archive need an archive, and are silent here.
 *
 * @param options checked by the rule's schema, which throws a `ValiError` where they are wrong
 * @param language of the messages; Chinese where absent
 */
export function toPlugin(
  rule: AnyRule,
  options: Readonly<Record<string, unknown>> = {},
  language: Language = 'zh'
): Plugin<[], Root> {
  const checked = parse(rule.options ?? strictObject({}), options) as Readonly<Record<string, unknown>>
  const lists = createLists()
  return () => async (tree, file) => {
    const active = {rule, severity: rule.severity, options: checked}
    const listed = await lists([active])
    const [unlisted] = listed.failures
    if (unlisted) file.fail(`${rule.name}: ${unlisted[language]}`)
    const issue = toIssue([{path: file.path ?? '', source: String(file), tree}])
    const {findings, failures} = checkIssue(issue, listed.rules)
    for (const page of describe({issue, findings, failures}, language, [rule])) {
      for (const message of page.messages) addMessage(file, message, language)
    }
    const [failure] = failures
    // unified's own way to say that a plugin could not do its work: what it found before is in the file
    if (failure) file.fail(`${rule.name}: ${(language === 'zh' && failure.zh) || failure.reason}`)
  }
}
