import * as v from 'valibot'
import {builtin} from '../builtin.ts'
import {noRule} from '../config/check.ts'
import {Complaint} from '../node/complaint.ts'
import {severityWords} from '../report/words.ts'
import type {AnyRule, Language, Message} from '../rule/rule.ts'
import {renderMarkdown} from './markdown.ts'
import {packageFile} from './package.ts'
import type {Parsed} from './parse.ts'
import {columns, wantsColor} from './terminal.ts'

/** `copylint explain RULE`: the rule's own page. */
export function explain({operands, options}: Parsed, language: Language): number {
  const [name] = operands
  if (name === undefined) {
    throw new Complaint({
      zh: '没有给出规则，例如：copylint explain repeated-paragraph；用 copylint rules 看有哪些',
      en: 'no rule given, for example: copylint explain repeated-paragraph; see copylint rules'
    })
  }
  const rule = builtin.find((it) => it.name === name)
  if (!rule)
    throw new Complaint(
      noRule(
        name,
        builtin.map((it) => it.name)
      )
    )
  const page = pageOf(name, language) ?? draftPage(rule, language)
  process.stdout.write(renderMarkdown(page, {columns: columns(), color: wantsColor(options)}))
  return 0
}

/** The page in the reader's language, else in the other. */
function pageOf(name: string, language: Language): string | undefined {
  const files = ['README.zh-CN.md', 'README.md']
  const ordered = language === 'zh' ? files : files.reverse()
  return ordered.map((file) => packageFile('rules', name, file)).find((it) => it !== undefined)
}

/** What the rule itself says, where no page of it was installed. */
function draftPage(rule: AnyRule, language: Language): string {
  const messages = Object.values(rule.messages as Record<string, Message>).map((it) => it[language])
  const defaults = rule.options ? v.safeParse(rule.options, {}).output : undefined
  return [
    `# ${rule.name}`,
    rule.summary[language],
    `${severityWords[language][rule.severity]} · ${rule.scope}`,
    ...messages.map(({what, why, how}) => `- ${what}\n  ${why}${how}`),
    ...(defaults === undefined ? [] : ['```json', JSON.stringify(defaults, null, 2), '```'])
  ].join('\n\n')
}
