import {isLetter} from 'copylint'

/** An ending of more letters is a repeated passage. */
const most = 49
/** So many characters stand before the ending in either paragraph: less is a head, or an item of a list. */
const leastBefore = 20
/** An ending has so many Han characters; fewer are a figure, or words of an alphabet. */
const leastHan = 6
/** Of the beginnings of two paragraphs so much is looked at; where most of it is the same too, they fill in one form. */
const opening = 20
const mostAlike = 0.7
/** Proof needs two that begin otherwise: 3月4日，青溪县新增… 3月4日，白溪县新增… are likely a form. */
const mostAlikeProven = 0.3
/** What differs in a form is so short, and so many characters before it are the same. */
const longestSlot = 4
const leastForm = 5
/** Proven where so many letters before a mark are the same too, */
const leastClause = 4
/** and so many characters in all. */
const leastProven = 16

export interface Ending {
  /** In UTF-16 units, marks included. */
  readonly length: number
  /** It begins amid a clause in both, and another clause follows in it: pasted, no parallel. */
  readonly sure: boolean
  /** In the first paragraph only it begins amid a clause: the paste is there. */
  readonly inFirst: boolean
}

/** The ending that two neighbours share; nothing where it may well be right. */
export function sharedEnding(first: string, second: string, least: number): Ending | undefined {
  let length = equalEnd(first, second)
  if (length < least) return undefined
  // a mark at its beginning belongs to what stands before
  while (length > 0 && mark.test(first.slice(-length))) length--
  if (length < least || Math.min(first.length, second.length) < length + leastBefore) return undefined
  const ending = first.slice(-length)
  if (!stop.test(ending) || (ending.match(han)?.length ?? 0) < leastHan || formula.test(ending)) return undefined
  if ([...ending].filter(isLetter).length > most) return undefined
  const alike = alikeAtStart(first, second)
  if (alike >= mostAlike || isSlot(first, second, length)) return undefined
  const [inFirst, inSecond] = [isMidClause(first, length), isMidClause(second, length)]
  const clause = ending.search(/[，；。！？：,;:!?]/u)
  // two that quote one speech close a quotation that opened further up
  const isQuoted = ending.split('”').length > ending.split('“').length
  const isPaste = inFirst && inSecond && clause >= leastClause && clause < length - 1 && !isQuoted
  return {length, sure: isPaste && length >= leastProven && alike < mostAlikeProven, inFirst: inFirst && !inSecond}
}

/** How many characters two texts end in alike, whatever their width. */
function equalEnd(first: string, second: string): number {
  const [a, b] = [first.length - 1, second.length - 1]
  const limit = Math.min(first.length, second.length, 2 * most)
  let length = 0
  while (length < limit && isAlike(first.charCodeAt(a - length), second.charCodeAt(b - length))) length++
  return length
}

/** Full-width letters, figures and marks stand 0xFEE0 above their ASCII twins. */
const isAlike = (a: number, b: number) => a === b || Math.abs(a - b) === 0xfee0

/** How much of the beginnings is the same: 会议听取了林岚作的…报告。 会议听取了周启作的…报告。 */
function alikeAtStart(first: string, second: string): number {
  const start = second.slice(0, opening)
  let same = 0
  for (let i = 0; i < opening - 1; i++) if (start.includes(first.slice(i, i + 2))) same++
  return same / (opening - 1)
}

/** Two prints of one form differ in a word before the ending: `在本院第二⟨审判庭开庭⟩` `在本院第三⟨审判庭开庭⟩`. */
function isSlot(first: string, second: string, length: number): boolean {
  const [a, b] = [first.slice(0, -length), second.slice(0, -length)]
  for (let i = 1; i <= longestSlot; i++) {
    const form = a.slice(-i - leastForm, -i)
    for (let k = 1; k <= longestSlot; k++) if (form !== '' && form === b.slice(-k - leastForm, -k)) return true
  }
  return false
}

const mark = /^[\s，。；：！？、,.;:!?”’」』）)》〉]/u

const isMidClause = (text: string, length: number) =>
  !/[\s，。；：！？,.;:!?“‘「『（(《〈—]/u.test(text.slice(-length - 1, -length))

const han = /[\u3400-\u9fff]/g

const stop = /[。！？…!?.][”’"」』）)】]*$/u

/** Who attended, what assemblies heard and decide, and the offices of people: said of several in a row. */
const formula =
  /(?:参加|出席|陪同|参与)了?(?:上述|以上|此次|这次|有关)?(?:活动|会议|会见|会谈|调研|考察|座谈)?。$|(?:提请|草案|决议|决定|报告|职务)[^，。]{0,12}(?:表决|审议|通过|报告|汇报|说明|职务)。$|拟任|(?:书记|[市县区镇乡局厅部处科院校所]长|主任|主席|委员)[、，]/u
