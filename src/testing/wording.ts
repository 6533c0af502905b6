import type {Result} from '../lint.ts'
import {describe} from '../report/describe.ts'
import type {AnyRule, Language, Message, MessageText} from '../rule/rule.ts'

const languages = ['zh', 'en'] as const satisfies readonly Language[]
/** How long the plain fact may be, in Han characters; what is narrow counts half. */
const longest = 34

/**
 * Words findings in every language, and refuses what an editor should not read.
 *
 * @throws for a slot that nothing fills, an empty text, a label without its text, a fact that is too long
 */
export function checkWording(rule: AnyRule, result: Pick<Result, 'issue' | 'findings'>): void {
  for (const {related = [], fixes = []} of result.findings) {
    for (const label of [...related.map((it) => it.label), ...fixes.map((it) => it.title)]) {
      if (!Object.hasOwn(rule.labels ?? {}, label)) throw new Error(`${rule.name} has no label “${label}”`)
    }
  }
  for (const language of languages) {
    const slots = slotsOf(rule, language)
    for (const {messages} of describe({...result, failures: []}, language, [rule])) {
      for (const {reason, why = '', how = ''} of messages) {
        for (const text of [reason, why, how]) {
          if (text.trim() === '') throw new Error(`A message is empty in ${language}: ${reason} / ${why} / ${how}`)
          const left = slots.find((slot) => text.includes(slot))
          if (left) throw new Error(`Nothing fills ${left} in “${text}”: give it in the finding's data`)
        }
        if (language === 'zh' && lengthOf(reason) > longest) {
          throw new Error(
            `The fact is too long, ${lengthOf(reason)} characters: “${reason}”; move the reasons to why and how`
          )
        }
      }
    }
  }
}

function slotsOf(rule: AnyRule, language: Language): string[] {
  const texts = (Object.values(rule.messages) as Message[]).map((message): MessageText => message[language])
  const found = texts.flatMap(({what, why, how}) => `${what} ${why} ${how}`.match(/\{\w+\}/g) ?? [])
  return [...new Set(found)]
}

function lengthOf(text: string): number {
  let length = 0
  for (const char of text) length += char >= '\u2000' ? 1 : 0.5
  return length
}
