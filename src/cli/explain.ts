import * as v from 'valibot'
import {builtin} from '../builtin.ts'
import {noRule} from '../config/check.ts'
import {Complaint} from '../node/complaint.ts'
import {severityWords} from '../report/words.ts'
import type {AnyRule, Language, Message, Texts} from '../rule/rule.ts'
import {renderMarkdown} from './markdown.ts'
import {packageFile} from './package.ts'
import {type Parsed, refuseExtra} from './parse.ts'
import {columns, wantsColor} from './terminal.ts'

/** What the examples of a rule's page show. */
const captions: Readonly<Record<string, Texts>> = {
  fail: {zh: '✖ 会报（⟦⟧ 里的文字）', en: '✖ found (what stands in ⟦⟧)'},
  pass: {zh: '✓ 不报', en: '✓ left alone'},
  fixed: {zh: '→ 改后', en: '→ mended'}
}

const notOurs: Texts = {
  zh: '；规则包里的规则，请看那个包自己的说明',
  en: '; rules of packages are explained by their own pages'
}

/** `copylint explain RULE`: the rule's own page. */
export function explain(parsed: Parsed, language: Language): number {
  refuseExtra(parsed, 1)
  const {operands, options} = parsed
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
        builtin.map((it) => it.name),
        notOurs
      )
    )
  const page = pageOf(name, language) ?? draftPage(rule, language)
  const hint = {
    zh: `某一处确实没有错：\`copylint accept 文件:行号 ${name} --reason "理由"\`，以后不再报。`,
    en: `Where a finding is right as it stands: \`copylint accept FILE:LINE ${name} --reason "why"\`; it is not reported again.`
  }
  process.stdout.write(
    renderMarkdown(`${page.trimEnd()}\n\n${hint[language]}\n`, {
      columns: columns(),
      color: wantsColor(options),
      caption: (info) => captionOf(info, language)
    })
  )
  return 0
}

/** `page pass {"least": 30}` → `✓ 不报 {"least": 30}`. */
function captionOf(info: string, language: Language): string | undefined {
  const [, kind = '', rest = ''] = /^page (\w+)(.*)$/.exec(info) ?? []
  const text = captions[kind]?.[language]
  const detail = rest.trim() === 'unsafe' ? ' (--fix-unsafe)' : rest
  return text === undefined ? undefined : text + detail
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
