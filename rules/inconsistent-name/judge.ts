import type {LikeCharacters, Name, NameWords, NearName} from 'copylint'
import {side} from 'copylint'

/** Of so many pairs elsewhere, against the places of a name, its first or last two characters are a word of their own. */
const mostHeads = 1 / 8
const mostTails = 1 / 4

/** What follows a name in more than half of its places belongs to it: 谢瓦尔｜德. */
const mostFollowed = 1 / 2

/** How sure it is that two forms are one name: 2, 1 or 0, not at all. */
export type Certainty = 0 | 1 | 2

export interface Surroundings {
  readonly text: string
  readonly words: NameWords
  readonly alike: LikeCharacters
  /** Which story an offset lies in. */
  readonly storyOf: (offset: number) => number
  /** Whether two characters stand side by side anywhere but at this offset. */
  readonly elsewhere: (offset: number) => boolean
  /** The offices that stand before the places of a name. */
  readonly officesOf: (name: Name) => ReadonlySet<string>
}

/** Whether what is near a name is the same name, written otherwise. */
export function judge(name: Name, near: NearName, around: Surroundings): Certainty {
  const {text, words, alike, storyOf, elsewhere, officesOf} = around
  const [count, others] = [name.places.length, near.places.length]
  const {differs} = near
  const last = name.text.length - 1
  if (others * 2 > count || !isWhole(name, text, words)) return 0

  // its own words: 纪念｜馆, 纪念｜日
  const heads = name.headElsewhere - (differs > 1 ? others : 0)
  const tails = name.tailElsewhere - (differs < last - 1 ? others : 0)
  if (name.foreign) {
    if ((differs === last && heads > 0) || (differs === 0 && tails > 0)) return 0
  } else if (heads > count * mostHeads || tails > count * mostTails) return 0

  const like = alike(name.text.charCodeAt(differs), near.text.charCodeAt(differs))
  const other = near.text.charCodeAt(differs)
  // 巴勒斯坦, 巴基斯坦
  if (name.foreign && like !== 'sound' && words.isForeign(other)) return 0
  let certainty: Certainty = 2
  for (const offset of near.places) {
    const end = offset + last + 1
    const left = words.before(text, offset)
    const right = words.behind(text, end)
    // 给｜宝斌, 张超｜说: the other character is a word beside a part of the name
    if (differs === 0 && (left === side.nothing || words.before(text, offset + 1) >= side.word)) return 0
    if (differs === last && words.behind(text, end - 1) >= side.word) return 0
    // 继续｜向前, 周｜启动: it belongs to the word beside it
    if (differs === last && right === side.nothing && elsewhere(end - 1)) return 0
    if (right === side.nothing && left === side.nothing) return 0
    if ((left === side.list || right === side.list) && isBeside(name, offset, text)) return 0
    const office = officeBefore(text, offset, left)
    const isSame = office !== undefined && officesOf(name).has(office)
    if (office !== undefined && !isSame) {
      // an office of his own: someone else
      if (like === undefined) return 0
      certainty = 1
    }
    if (isSame) continue
    const story = storyOf(offset)
    const isTogether = name.places.some((place) => storyOf(place) === story)
    if (!isTogether && like === undefined) return 0
    if (!isTogether || like === undefined) certainty = 1
  }
  return certainty
}

/** Whether a name ends where it seems to: what follows it is now this, now that. */
function isWhole({text: name, places}: Name, text: string, words: NameWords): boolean {
  const next = new Map<number, number>()
  for (const place of places) {
    const end = place + name.length
    const code = text.charCodeAt(end)
    if (words.behind(text, end) === side.nothing) next.set(code, (next.get(code) ?? 0) + 1)
  }
  for (const count of next.values()) if (count > places.length * mostFollowed) return false
  return true
}

/** Whether the name itself stands in the same paragraph: 李建国、李建军 are two. */
function isBeside(name: Name, offset: number, text: string): boolean {
  const start = text.lastIndexOf('\n', offset) + 1
  const end = text.indexOf('\n', offset)
  return name.places.some((place) => place >= start && (end < 0 || place < end))
}

export const officeBefore = (text: string, offset: number, left: number): string | undefined =>
  left === side.known ? text.slice(offset - 2, offset) : undefined
