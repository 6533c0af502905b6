import type {Result} from '../lint.ts'
import {describe} from '../report/describe.ts'
import type {AnyRule, Language, Message, MessageText, Texts} from '../rule/rule.ts'

const languages = ['zh', 'en'] as const satisfies readonly Language[]
const names = {zh: 'Chinese', en: 'English'} as const satisfies Record<Language, string>
/** How long the plain fact may be, in Han characters; what is narrow counts half. */
const longest = 34

/**
 * Words findings in every language, and refuses what an editor should not read.
 *
 * @throws for a slot that nothing fills, an empty text, a fact that is too long
 */
export function checkWording(rule: AnyRule, result: Pick<Result, 'issue' | 'findings'>): void {
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

/** @throws for a message that lacks a language, or a part of it */
export function requireMessages({messages}: AnyRule): void {
  for (const [id, message] of Object.entries(messages as Record<string, Partial<Message>>)) {
    for (const language of languages) {
      const text: Partial<MessageText> | undefined = message?.[language]
      if (typeof text !== 'object' || text === null)
        throw new Error(`the message “${id}” has no ${names[language]} text`)
      const missing = (['what', 'why', 'how'] as const).find((part) => typeof text[part] !== 'string')
      if (missing) throw new Error(`the message “${id}” has no “${missing}” in its ${names[language]} text`)
    }
  }
}

/** @throws for a label that lacks a language */
export function requireLabels({labels = {}}: AnyRule): void {
  for (const [key, texts] of Object.entries(labels as Record<string, Partial<Texts>>)) {
    const missing = languages.find((language) => !texts?.[language])
    if (missing) throw new Error(`the label “${key}” has no ${names[missing]} text`)
  }
}

function slotsOf(rule: AnyRule, language: Language): string[] {
  const texts = (Object.values(rule.messages) as Partial<Message>[]).map((message) => message?.[language])
  const found = texts.flatMap(
    ({what, why, how}: Partial<MessageText> = {}) => `${what} ${why} ${how}`.match(/\{\w+\}/g) ?? []
  )
  return [...new Set(found)]
}

function lengthOf(text: string): number {
  let length = 0
  for (const char of text) length += char >= '\u2000' ? 1 : 0.5
  return length
}
