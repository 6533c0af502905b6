import {chooseLanguage} from '../report/language.ts'
import type {Message, PageReport} from '../report/message.ts'
import type {Severity} from '../rule/finding.ts'
import type {Language} from '../rule/rule.ts'
import {located} from './complaint.ts'
import type {Draft} from './lint-issue.ts'
import type {LintOptions} from './run.ts'

/** Gathers drafts into the report, and gives its pages out as soon as its language is known: that of the first page that has one. */
export function createReport({language: asked, locale, passing, onPage}: LintOptions) {
  const pages: PageReport[] = []
  const complaints = new Set<string>()
  let language = asked
  let waiting: Draft[] = []

  const give = async (draft: Draft, spoken: Language) => {
    const report = toReport(draft, spoken)
    const {path, shared, own} = draft
    for (const texts of [...shared, ...own.map((it) => located(path, it))]) complaints.add(texts[spoken])
    pages.push(passing ? {...report, stories: [], messages: report.messages.map(toCounted)} : report)
    await onPage?.(report, spoken)
  }
  const giveWaiting = async (spoken: Language) => {
    for (const draft of waiting) await give(draft, spoken)
    waiting = []
  }
  return {
    add: async (drafts: readonly Draft[], spoken: Language | undefined) => {
      language ??= spoken
      waiting.push(...drafts)
      if (language) await giveWaiting(language)
    },
    size: () => pages.length + waiting.length,
    end: async () => {
      const spoken = language ?? chooseLanguage({...(locale !== undefined && {locale})})
      await giveWaiting(spoken)
      return {pages, language: spoken, complaints: [...complaints]}
    }
  }
}

/** As much of a finding as is counted. */
const toCounted = ({severity}: Message): Message => counted[severity]

const nowhere = {line: 1, column: 1, offset: 0}
const countedAs = (severity: Severity): Message => ({
  ruleId: '',
  severity,
  reason: '',
  place: {start: nowhere, end: nowhere},
  at: {start: 0, end: 0},
  text: '',
  related: [],
  fixes: []
})
const counted = {error: countedAs('error'), warning: countedAs('warning'), info: countedAs('info')}

const toReport = ({shared, own, acceptance: _, ...page}: Draft, language: Language): PageReport => ({
  ...page,
  failures: [
    ...shared.map((texts) => ({reason: texts[language], shared: true as const})),
    ...own.map((texts) => ({reason: texts[language]}))
  ]
})
