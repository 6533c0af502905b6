import type {Language, Texts} from '../../rule/rule.ts'
import type {Message} from '../message.ts'
import {isUri} from '../paths.ts'
import type {RuleInfo} from '../reporter.ts'
import {levels} from './results.ts'

const explain = {
  zh: (name: string) => `这条规则的说明：copylint explain ${name}`,
  en: (name: string) => `About this rule: copylint explain ${name}`
} as const

/** What is reported of the comments that accept findings: no rule, so that nobody can set or explain it. */
const ofDirectives: Readonly<Record<string, Texts>> = {
  'unused-directive': {zh: '注释放过的问题已经不在了，注释可以删去', en: 'A comment accepts what is no longer found'},
  'invalid-directive': {zh: '注释写得不对，没有起作用', en: 'A comment that is to accept findings is not understood'}
}

/**
 * The rules as SARIF tells of them, and where each is in the list: those that are known, then those that have only been heard of, as
 * messages of retext plugins are.
 */
export function toRules(known: readonly RuleInfo[], messages: readonly Message[], language: Language) {
  const named = new Map(known.map((rule) => [rule.name, toDescriptor(rule, language)]))
  const others = new Map(messages.map((it) => [it.ruleId, it]))
  const unknown = [...others.values()].filter(({ruleId}) => !named.has(ruleId))
  unknown.sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1))
  const rules = [
    ...named.values(),
    ...unknown.map(({ruleId, severity, url}) => ({
      id: ruleId,
      ...(Object.hasOwn(ofDirectives, ruleId) && describe(ruleId, ofDirectives[ruleId]?.[language] ?? '')),
      ...(url !== undefined && isUri(url) && {helpUri: url}),
      defaultConfiguration: {level: levels[severity]}
    }))
  ]
  const indexes = new Map(rules.map(({id}, index) => [id, index]))
  return {rules, indexOf: (ruleId: string) => indexes.get(ruleId) ?? -1}
}

function toDescriptor({name, severity, summary, url}: RuleInfo, language: Language) {
  const text = summary[language] || summary[language === 'zh' ? 'en' : 'zh'] || name
  return {
    id: name,
    ...describe(name, text),
    help: {text: explain[language](name)},
    ...(url !== undefined && isUri(url) && {helpUri: url}),
    defaultConfiguration: {level: levels[severity]}
  }
}

const describe = (name: string, text: string) => ({
  // the standard wants two names that differ: RepeatedParagraph
  name: name.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])?/g, (_, letter: string = '') => letter.toUpperCase()),
  shortDescription: {text},
  fullDescription: {text}
})
