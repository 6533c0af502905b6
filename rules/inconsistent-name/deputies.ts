import type {Name, Names, NameWords} from 'copylint'
import {side} from 'copylint'

/** A person who is the head of a body in one place and its deputy in another. */
export interface Deputy {
  /** From the office to the end of the name: 副局长林岚, 局长林岚. */
  readonly deputy: readonly [number, number]
  readonly head: readonly [number, number]
}

/** 副 */
const deputySign = '副'

/** The longest office behind 副: 副秘书长, 副检察长, 副总经理. */
const longestOffice = 4

/** 时任国家副主席: he rose. */
const once = /任|原|前|曾|升|当选|免|不再|历|提拔|[增补]选|选举|同意/u

/** So many places are compared. */
const mostPlaces = 200

/** `县农业局局长｜林岚` and `县农业局副局长｜林岚`: the office is one word, the body the same. */
export function findDeputy(
  {text: name, places}: Name,
  {codes, text}: Names,
  words: NameWords,
  storyOf: (place: number) => number
): Deputy | undefined {
  const first = places.slice(0, mostPlaces)
  for (const place of first) {
    if (words.before(codes, place) !== side.known) continue
    // only so far back: without one, a search would go through the whole page at every name
    const from = Math.max(0, place - 1 - longestOffice)
    const sign = from + text.slice(from, place - 2).lastIndexOf(deputySign)
    if (sign < from || sign < 2) continue
    const body = text.slice(sign - 2, sign)
    if (!/^[\u4e00-\u9fff]{2}$/u.test(body) || once.test(text.slice(Math.max(0, sign - 16), sign))) continue
    const office = text.slice(sign + 1, place)
    const whole = body + office
    const story = storyOf(place)
    const head = first.find((other) => text.startsWith(whole, other - whole.length) && storyOf(other) === story)
    if (head !== undefined) {
      return {deputy: [sign, place + name.length], head: [head - office.length, head + name.length]}
    }
  }
  return undefined
}
