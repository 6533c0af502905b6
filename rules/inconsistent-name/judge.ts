import type {LikeCharacters, Name, NameWords, NearName, Side} from 'copylint'
import {side} from 'copylint'

/** Of so many pairs elsewhere, against the places of a name, its first or last two characters are a word of their own. */
const mostElsewhere = 1 / 8

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
  const {text, words, alike, elsewhere} = around
  const [count, others] = [name.places.length, near.places.length]
  const {differs} = near
  const last = name.text.length - 1
  if (others * 2 > count || !isWhole(name, text, words)) return 0

  // its own words: 纪念｜馆, 纪念｜日
  const heads = name.headElsewhere - (differs > 1 ? others : 0)
  const tails = name.tailElsewhere - (differs < last - 1 ? others : 0)
  if (name.foreign) {
    if ((differs === last && heads > 0) || (differs === 0 && tails > 0)) return 0
  } else if (last > 1 && Math.max(heads, tails) > count * mostElsewhere) return 0

  const like = alike(name.text.charCodeAt(differs), near.text.charCodeAt(differs))
  // 巴勒斯坦, 巴基斯坦
  if (name.foreign && like !== 'sound' && words.isForeign(near.text.charCodeAt(differs))) return 0
  if (!name.known && like === undefined) return 0
  let certainty: Certainty = 2
  for (const offset of near.places) {
    const end = offset + last + 1
    const left = words.before(text, offset)
    const right = words.behind(text, end)
    if (left === side.nothing && (right === side.nothing || like === undefined)) return 0
    // 给｜宝斌, 张超｜说: the other character is a word beside a part of the name
    if (differs === 0 && (left === side.nothing || words.before(text, offset + 1) >= side.word)) return 0
    if (differs === last && words.behind(text, end - 1) >= side.word && right !== side.known) return 0
    // 继续｜向前, 周｜启动: it belongs to the word beside it
    if (differs === last && right === side.nothing && elsewhere(end - 1)) return 0
    if ((left === side.list || right === side.list) && isBeside(name, offset, text)) return 0
    const tie = tieOf(name, offset, end, left, right, around)
    if (tie === 0 || (tie < 3 && like === undefined && tie < (last === 1 ? 3 : 2))) return 0
    if (last === 1 && tie < 2) return 0
    if (tie < 2 || (tie === 2 && like === undefined)) certainty = 1
  }
  return certainty
}

/**
 * How what stands around the other form ties it to the name: 3, the same office or the same words; 2, the same story, where nobody else is
 * introduced; 1, nothing; 0, an office of his own: someone else.
 */
function tieOf(name: Name, offset: number, end: number, left: Side, right: Side, around: Surroundings): 0 | 1 | 2 | 3 {
  const {text, storyOf, officesOf} = around
  const office = left === side.known ? text.slice(offset - 2, offset) : undefined
  const title = right === side.known ? text.slice(end, end + 2) : undefined
  const offices = officesOf(name)
  if ((office !== undefined && offices.has(office)) || (title !== undefined && offices.has(title))) return 3
  const story = storyOf(offset)
  let together = 0
  let introduced = false
  for (const place of name.places) {
    const placeEnd = place + name.text.length
    if (isSame(text, place - 4, offset - 4) || isSame(text, placeEnd, end)) return 3
    if (storyOf(place) !== story) continue
    together++
    if (around.words.before(text, place) === side.known) introduced = true
  }
  if (office !== undefined) return together > 0 && !introduced ? 2 : 0
  return together > 0 ? 2 : 1
}

/** Whether four characters are the same, and no ends of lines. */
function isSame(text: string, a: number, b: number): boolean {
  if (a < 0 || b < 0) return false
  for (let i = 0; i < 4; i++) {
    const code = text.charCodeAt(a + i)
    if (code !== text.charCodeAt(b + i) || code < 0x3001) return false
  }
  return true
}

/** Whether a name ends where it seems to: what follows it is now this, now that. */
function isWhole({text: name, places}: Name, text: string, words: NameWords): boolean {
  const next = new Map<number, number>()
  let inside = 0
  for (const place of places) {
    const end = place + name.length
    const code = text.charCodeAt(end)
    if (words.before(text, place) === side.nothing) inside++
    if (words.behind(text, end) === side.nothing) next.set(code, (next.get(code) ?? 0) + 1)
  }
  // 革命｜纪念馆
  if (inside * 2 > places.length) return false
  for (const count of next.values()) if (count > places.length * mostFollowed) return false
  return true
}

/** Whether the name itself stands in the same sentence: 李建国、李建军 are two. */
function isBeside(name: Name, offset: number, text: string): boolean {
  let start = offset
  while (start > 0 && !isStop(text.charCodeAt(start - 1))) start--
  let end = offset
  while (end < text.length && !isStop(text.charCodeAt(end))) end++
  return name.places.some((place) => place >= start && place < end)
}

/** 。！？； and the end of a line */
const isStop = (code: number): boolean =>
  code === 0x0a || code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff1b || code === 0x3b
