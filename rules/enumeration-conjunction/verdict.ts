import type {List} from './members.ts'
import {places} from './places.ts'
import {around, clauseLetters, familyNames, offices, sharedHeads, verbs} from './words.ts'

/** How sure it is that 和 stands too early; nothing where the list may be meant so. */
export type Verdict = 'likely' | 'doubtful'

/** Members of one list are of about one length. */
const mostSpread = 2

/**
 * Whether all members of a list stand side by side, so that 和 belongs before the last. They do where the two around 和 and the
 * others are of a kind; in 生物和医药健康、大数据 the two make one member, in 庭院里和街巷、厕所 they do not match.
 */
export function judge(list: List, text: string): Verdict | undefined {
  const {at, members, before, first, rest} = list
  // in 庭院和畜圈、磨道、厕所 a group of its own begins behind 和
  if (members.length !== before + 3) return undefined
  if (inWord(text, at)) return undefined
  const names = members.map((it) => it.text)
  const quoted = names.filter((it) => /^[“《]/.test(it)).length
  if (quoted > 0) return quoted === names.length ? 'likely' : undefined
  // 劳模精神、劳动精神和劳模精神、劳动精神 is a doubled phrase
  if (new Set(names).size < names.length || names.some((it) => first.endsWith(it))) return undefined
  if (rest === '' && names.every(isPlace)) return 'doubtful'
  const lengths = names.map(({length}) => length)
  const least = Math.min(...lengths)
  const spread = Math.max(...lengths) - least
  if (least < 2 || spread > mostSpread || first.length < least) return undefined
  if (rest !== '' && (spread > 0 || least < 3 || goesOn.test(rest))) return undefined
  const [one, two, last] = [names[before] ?? '', names[before + 1] ?? '', names.at(-1) ?? '']
  const alike = one.at(-1) === two.at(-1)
  if (one.length !== two.length && spread > 1 && !alike && before < 2) return undefined
  if (first.slice(-least).includes('和') || names.some(isClause) || arePersons(names)) return undefined
  // 讲奉献和比学习、比干劲: the members behind 和 belong together
  if (two[0] === last[0] && one[0] !== two[0]) return undefined
  if (offices.includes(two.slice(-1)) && !alike) return undefined
  // 社会治安、救灾重建工作: the work is both; not in 社会建设、生态文明建设
  const head = rest === '' ? last.slice(-2) : rest.slice(0, 2)
  if ((rest !== '' || last.length > two.length) && sharedHeads.has(head) && !two.endsWith(head)) return undefined
  return spread === 0 && least > 2 && rest === '' ? 'likely' : 'doubtful'
}

/** What follows a last member may be more of the list, or the end of a slogan (“外防输入、…”). */
const goesOn = /^[”》’]|[、和及与]/u

const isPlace = (name: string) => places.includes(` ${name} `)

const inWord = (text: string, at: number) =>
  around.split(' ').some((word) => text.startsWith(word, at - word.indexOf('和')))

function isClause(member: string): boolean {
  if (verbs.has(member.slice(0, 2)) || '他她我你您'.includes(member.charAt(0))) return true
  for (const letter of member) if (clauseLetters.includes(letter)) return true
  return false
}

/** 陈明、周启和林岚、安禾: 和 may part two groups of persons. Not 方针和方法、措施, though 方 is a family name. */
function arePersons(names: readonly string[]): boolean {
  const persons = names.filter((it) => it.length < 4 && familyNames.includes(it.charAt(0)))
  return (
    persons.length === names.length || (persons.length * 2 >= names.length && persons.some((it) => it.length === 3))
  )
}
