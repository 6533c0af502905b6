import {isHanCharacter} from 'copylint'
import type {Entry} from './entries.ts'
import type {Lexicon} from './lexicon.ts'
import {beginsOffice, endsName} from './text.ts'
import type {Hit} from './words.ts'

/** What is wrong with people in a text: places as offsets in it. */
export type Slip =
  | {readonly kind: 'office'; readonly start: number; readonly end: number; readonly person: Entry}
  | {
      readonly kind: 'name'
      readonly start: number
      readonly end: number
      readonly person: Entry
      readonly right: string
    }
  | {
      readonly kind: 'order'
      readonly start: number
      readonly end: number
      readonly person: Entry
      readonly before: Hit
    }
  /** No slip: the person with an office of hers. */
  | {readonly kind: 'right'; readonly start: number; readonly end: number; readonly person: Entry}

/** An office that so many hold does not say who is meant. */
const mostHolders = 64

/** Slips in what a text says of the house's people. */
export function* slipsOf(text: string, hits: readonly Hit[], lexicon: Lexicon): Generator<Slip> {
  if (!hits.some(({word}) => word.role === 'office' || word.entry?.kind === 'people')) return
  yield* officesOf(text, hits, lexicon)
  yield* orderOf(text, hits)
}

function* officesOf(text: string, hits: readonly Hit[], lexicon: Lexicon): Generator<Slip> {
  for (const [index, hit] of hits.entries()) {
    if (hit.word.role !== 'office') continue
    const next = hits[index + 1]
    const from = skipBlank(text, hit.end)
    const person = next?.start === from && next.word.role === 'right' ? next.word.entry : undefined
    if (next && person?.kind === 'people') {
      if (endsName(text, next.start, next.end)) yield* officeOf(text, hits, index, next, person, lexicon)
    } else if (next?.start !== from) yield* misnamed(text, hits, index, from, lexicon)
  }
}

/** A person with an office, 县委书记、县长何苗: the one before her name, and those before that. */
function* officeOf(
  text: string,
  hits: readonly Hit[],
  index: number,
  name: Hit,
  person: Entry,
  {holders}: Lexicon
): Generator<Slip> {
  if (person.offices.length === 0) return
  const {start, end, word} = hits[index] as Hit
  if (isOwn(text, start, end, person)) yield {kind: 'right', start, end: name.end, person}
  else if (begins(text, hits, index) && isComparable(word.text, person)) yield {kind: 'office', start, end, person}
  for (let at = index - 1, follower = start; at >= 0; at--) {
    const before = hits[at]
    if (before?.word.role !== 'office' || before.end + 1 !== follower || text[before.end] !== '、') return
    follower = before.start
    if (before.word.text === word.text || isOwn(text, before.start, before.end, person)) continue
    // of deputies there are several, and what the house knows of her may not be all
    const held = holders.get(before.word.text) ?? []
    if (held.length !== 1 || before.word.text.includes('副') || !begins(text, hits, at)) continue
    if (!isComparable(before.word.text, person)) continue
    yield {kind: 'office', start: before.start, end: before.end, person}
  }
}

/** Whether an office of hers ends where this one does, 青溪县委书记, or is the same with more before it. */
function isOwn(text: string, start: number, end: number, {offices}: Entry): boolean {
  const office = text.slice(start, end)
  return offices.some((own) => own.endsWith(office) || text.endsWith(own, end) || office.endsWith(own))
}

/** Offices of those who lead; a reporter of the same name is somebody else. */
const leading = /(?:书记|主席|主任|委员长|委员|常委|总理|[省市县区镇乡州局厅部]长|秘书长|检察长)$/

const isComparable = (office: string, {offices}: Entry): boolean =>
  leading.test(office)
    ? offices.some((own) => leading.test(own))
    : offices.some((own) => own.slice(-2) === office.slice(-2))

/** Whether a word of the house ends before the office, or nothing that belongs to it stands there. */
function begins(text: string, hits: readonly Hit[], index: number): boolean {
  const {start, end} = hits[index] as Hit
  const before = hits[index - 1]
  if (before?.end === start) {
    const {role, entry} = before.word
    if (role === 'place' || (role === 'right' && entry?.kind !== 'people')) return true
  }
  // 某厂党委书记、部长: who has an office that the house does not know is perhaps somebody else; 县委常委、县长 is not
  if (text[start - 1] === '、' && before?.end !== start - 1 && end - start < leastTelling) {
    const other = /[\u3400-\u9fff]*$/.exec(text.slice(Math.max(0, start - 1 - longestOffice), start - 1))?.[0] ?? ''
    if (other.length > 4 && anyOffice.test(other)) return false
  }
  return beginsOffice(text, start)
}

/** A name behind an office that is nearly that of who holds it: 县委书记林兰 for 林岚. */
function* misnamed(text: string, hits: readonly Hit[], index: number, from: number, lexicon: Lexicon): Generator<Slip> {
  const held = lexicon.holders.get((hits[index] as Hit).word.text) ?? []
  if (held.length === 0 || held.length > mostHolders || !begins(text, hits, index)) return
  for (const person of held) {
    for (const right of person.right === undefined ? [] : [person.right]) {
      const end = from + right.length
      if (!isNear(text, from, right, lexicon, held.length === 1) || !endsName(text, from, end)) continue
      yield {kind: 'name', start: from, end, person, right}
      return
    }
  }
}

/** One character differs: alike by sound or shape; or any, of a name of three, where only one person holds the office. */
function isNear(text: string, from: number, right: string, {alike}: Lexicon, alone: boolean): boolean {
  if (right.length < 2 || from + right.length > text.length) return false
  let at = -1
  for (let i = 0; i < right.length; i++) {
    if (text[from + i] === right[i]) continue
    if (at >= 0) return false
    at = i
  }
  if (at < 0) return false
  const [there, here] = [text.charCodeAt(from + at), right.charCodeAt(at)]
  if (!isHanCharacter(there)) return false
  if (alike(here, there)) return true
  // 县长何苗出 is no name
  return alone && right.length > 2 && at > 0 && !/[说在到等和与及对向为是的将率带说讲]/.test(text.charAt(from + at))
}

/** A longer office, 国务院副总理, says itself where. */
const leastTelling = 5
const longestOffice = 16
const anyOffice = /(?:书记|主席|主任|[长员授师家]|经理)$/

const skipBlank = (text: string, at: number): number => (/[ \u3000]/.test(text.charAt(at)) ? at + 1 : at)

/** Lists that follow another order, or say who wrote. */
const otherOrder = /笔画|姓氏|分别|先后|依次|轮流|轮番|为序|抽签|记者|通讯员|编辑|摄影|供稿|作者|校对|责编|撰文/

/** People in a list, 何苗、林岚、周启, against their order of precedence: the first that comes too late of each list. */
function* orderOf(text: string, hits: readonly Hit[]): Generator<Slip> {
  const offices = new Set(hits.filter(({word}) => word.role === 'office').map(({end}) => end))
  let list: Hit[] = []
  let last: Hit | undefined
  for (let i = 0; i <= hits.length; i++) {
    const hit = hits[i]
    if (hit && !isRanked(hit, text, hits[i - 1])) continue
    if (hit && last && isLinked(text, last, hit, offices)) {
      list.push(hit)
      last = hit
      continue
    }
    if (list.length > 1) yield* inverted(text, list)
    list = hit ? [hit] : []
    last = hit
  }
}

/** Whether she has a place in the order: as the house knows her, not 原县长林岚 or one of another place. */
function isRanked({word, start, end}: Hit, text: string, before: Hit | undefined): boolean {
  const {entry, role} = word
  if (role !== 'right' || entry?.kind !== 'people' || entry.rank === undefined) return false
  if (before?.word.role === 'office' && before.end === start && !beginsOffice(text, before.start)) {
    return (
      isOwn(text, before.start, start, entry) &&
      !/(?:原|前|时任|曾任)$/.test(text.slice(before.start - 2, before.start))
    )
  }
  return endsName(text, start, end)
}

function* inverted(text: string, list: readonly Hit[]): Generator<Slip> {
  // 县长何苗和县委书记林岚: two that are joined by 和 are no list
  const [first, last] = [list[0] as Hit, list.at(-1) as Hit]
  if (!/[、 \u3000，,]/.test(text.slice(first.end, last.start))) return
  let highest: Hit | undefined
  for (const hit of list) {
    const rank = rankOf(hit)
    if (highest && hit.word.entry?.file === highest.word.entry?.file && rank < rankOf(highest)) {
      if (otherOrder.test(/[^（）()]*$/.exec(text.slice(Math.max(0, first.start - 12), first.start))?.[0] ?? '')) return
      // the dateline has its reporter: 本报讯（记者 安禾）
      if (otherOrder.test(sentenceAround(text, first.start, last.end).replace(/[（(][^（）()]*[）)]/g, ''))) return
      yield {kind: 'order', start: hit.start, end: hit.end, person: hit.word.entry as Entry, before: highest}
      return
    }
    if (highest === undefined || rank > rankOf(highest)) highest = hit
  }
}

const rankOf = ({word}: Hit): number => word.entry?.rank ?? 0

const longestGap = 60
const member = /^[\u3400-\u9fff·]{2,16}$/

/** Whether two names are members of one list: 、, perhaps with an office, or others whom the house does not know, between them. */
function isLinked(text: string, a: Hit, b: Hit, offices: ReadonlySet<number>): boolean {
  if (b.start - a.end > longestGap) return false
  const gap = text.slice(a.end, b.start)
  if (/^(?:[ \u3000]+|[和与及]|以及)$/.test(gap)) return true
  const parts = gap.split('、')
  if (parts.length > 1) {
    const [first, ...rest] = parts
    const office = rest.pop() ?? ''
    return first === '' && rest.every((it) => member.test(it)) && (office === '' || member.test(office))
  }
  // 县委书记林岚，县长何苗: both with an office
  return /^[，,]/.test(gap) && offices.has(b.start) && offices.has(a.start)
}

const longestSentence = 300

function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - longestSentence), start)
  const after = text.slice(end, end + longestSentence)
  const stop = /[。！？!?；;]/.exec(after)?.index ?? after.length
  const from = Math.max(...['。', '！', '？', '；', '!', '?', ';'].map((it) => before.lastIndexOf(it)))
  return before.slice(from + 1) + text.slice(start, end) + after.slice(0, stop)
}
