import type {Language} from '../rule/rule.ts'
import type {Message} from './message.ts'
import {mostShown, restOf, whereOf} from './note.ts'
import {visible, visibleLines} from './visible.ts'

/** Why it matters and what to do, as one text. */
export function toRemedy({why, how}: Pick<Message, 'why' | 'how'>, language: Language): string {
  return visibleLines([why, how].filter((it) => it !== undefined && it !== '').join(language === 'zh' ? '' : ' '))
}

/** A finding in words alone: the fact, why and what to do, where the other places are; a line each. Safe to print. */
export function toSentences(message: Message, language: Language): string {
  return [visible(message.reason), toRemedy(message, language), othersOf(message, language)]
    .filter((it) => it !== '')
    .join('\n')
}

/** The same on one line. */
export function toSentence(message: Message, language: Language): string {
  const [fact = '', ...more] = toSentences(message, language).split('\n')
  const stopped = more.length === 0 || /[。？！.?!…]$/.test(fact) ? fact : fact + (language === 'zh' ? '。' : '.')
  return [stopped, ...more].join(language === 'zh' ? '' : ' ')
}

/** Where the other places are, with what they are: 先排在这里：第39行; 另有 3 处：第7行. */
function othersOf(message: Message, language: Language): string {
  const [colon, comma] = language === 'zh' ? ['：', '；'] : [': ', '; ']
  const named = message.related.slice(0, mostShown).map((it) => visible(it.label) + colon + whereOf(it, language))
  const rest = restOf(message, language)
  return [...new Set(named), ...(rest === '' ? [] : [rest])].join(comma)
}
