import type {Name, NearName, Side} from 'copylint'
import {side} from 'copylint'
import {said, wordsBefore, wordsBehind} from './about.ts'
import type {Surroundings} from './surroundings.ts'

/** Of so many pairs elsewhere, against the places of a name, its first or last two characters are a word of their own. */
const mostElsewhere = 1 / 8

/** A form that stands more often than this is another name. */
const mostOthers = 10

/** A place is named so often at least: of two that come by chance neither is. */
const leastPlace = 3

/** Lands that are named alike. */
const lands = new Set(['巴勒斯坦', '巴基斯坦'])

/** What ends so is a place, or those who live there. */
const placeEnds = '镇县市区省乡村州人们'
const isPlace = (text: string): boolean => placeEnds.includes(text.charAt(text.length - 1))

/** How sure it is that two forms are one name: 2, 1 or 0, not at all. */
export type Certainty = 0 | 1 | 2

/** How two characters in one place of two names are alike; `swapped`: the same ones, the other way round. */
type Like = 'sound' | 'shape' | 'swapped' | undefined

/** Whether what is near a name is the same name, written otherwise. */
export function judge(name: Name, near: NearName, around: Surroundings): Certainty {
  const {words, alike, isWhole} = around
  const {differs} = near
  const last = name.text.length - 1
  const others = near.places.length
  if (others * 2 > name.places.length || others > (last === 1 ? 1 : mostOthers)) return 0
  if (!name.place && isOwnWord(name, near)) return 0
  const like: Like = differs < 0 ? 'swapped' : alike(name.text.charCodeAt(differs), near.text.charCodeAt(differs))
  // both forms sound foreign: 乌拉圭, 巴拉圭; 伊万诺夫, 伊万诺娃
  const sounds = name.foreign && like !== 'sound' && words.isForeign(near.text.charCodeAt(differs))
  if (sounds && (last < 3 || differs === last || lands.has(near.text))) return 0
  // 柳湾｜镇, 柳湾｜人
  if (differs === last && (isPlace(name.text) || isPlace(near.text))) return 0
  if (!name.place && !isWhole(name)) return 0
  let certainty: Certainty = 2
  for (const offset of near.places) {
    const here = name.place
      ? judgePlace(name, near, offset, like, around)
      : judgePerson(name, near, offset, like, around)
    if (here === 0) return 0
    if (here === 1 || sounds) certainty = 1
    if (sounds && !around.about(name).stories.has(around.storyOf(offset))) return 0
  }
  return certainty
}

/** Whether the two characters that are the same are a word of their own elsewhere: 纪念｜馆, 纪念｜日. */
function isOwnWord({text, places, foreign, headElsewhere, tailElsewhere}: Name, near: NearName): boolean {
  const last = text.length - 1
  const others = near.places.length
  const heads = headElsewhere - (near.differs > 1 ? others : 0)
  const tails = tailElsewhere - (near.differs >= 0 && near.differs < last - 1 ? others : 0)
  if (foreign) return (near.differs === last && heads > 0) || (near.differs === 0 && tails > 0)
  return last > 1 && Math.max(heads, tails) > places.length * mostElsewhere
}

/** Whether the other form at this place is the person. */
function judgePerson(name: Name, near: NearName, offset: number, like: Like, around: Surroundings): Certainty {
  const {text, words, elsewhere} = around
  const {differs} = near
  const {length} = name.text
  const [end, last] = [offset + length, length - 1]
  const left = words.before(text, offset)
  const right = words.behind(text, end)
  const acts = (right === side.known && words.before(text, end + 2) !== side.known) || text.charCodeAt(end) === said
  if (left === side.nothing && (right === side.nothing || (like === undefined && right !== side.known))) return 0
  // 给｜宝斌, 张超｜说: the other character is a word beside a part of the name
  if (differs === 0 && left === side.nothing && (right !== side.known || length === 2 || elsewhere(offset - 1)))
    return 0
  if (differs === 0 && words.before(text, offset + 1) >= side.word && !(acts && left >= side.mark)) return 0
  if (differs === last && words.behind(text, end - 1) >= side.word && !acts) return 0
  if ((left === side.list || right === side.list) && isBeside(name, offset, text)) return 0
  const tie = tieOf(name, offset, end, left, right, around)
  // an office of his own: someone else
  if (tie.office === 'own' && (like === undefined || length === 2) && (!tie.together || tie.introduced)) return 0
  if (tie.office === 'own' && (differs < 0 || (length === 2 && !tie.again))) return 0
  if (differs < 0 && elsewhere(offset)) return 0
  const isTied = tie.office === 'same' || tie.words
  if (!isTied && like === undefined && !(tie.together && name.known)) return 0
  if (length === 2) {
    if (!isTied && !tie.together) return 0
    if (right === side.nothing && tie.office !== 'same' && !(like !== undefined && tie.together)) return 0
    if (like === undefined && (!tie.together || honorific.includes(near.text.charAt(1)))) return 0
    if (like === undefined && tie.office === undefined && !(left === side.mark && acts)) return 0
  } else if (like === undefined && !tie.words) {
    if ((left === side.list && right === side.list) || isQuoted(text, offset, end)) return 0
  }
  // 继续｜向前, 周｜启动: it belongs to the word beside it
  if (right === side.nothing && (differs === last || length === 2) && elsewhere(end - 1)) return 0
  if (tie.office === 'own') return 1
  return isTied || (like !== undefined && tie.together) ? 2 : 1
}

/** A place is told by a character of the same sound or shape only, in a story that names it: 青溪县, 清溪县. */
function judgePlace(name: Name, near: NearName, offset: number, like: Like, around: Surroundings): Certainty {
  const {text, words, storyOf, about} = around
  if (like === undefined || like === 'swapped' || name.places.length < leastPlace) return 0
  if (words.before(text, offset) === side.nothing || isBeside(name, offset, text)) return 0
  // 在｜溪县
  if (near.differs === 0 && words.before(text, offset + 1) !== side.nothing) return 0
  return about(name).stories.has(storyOf(offset)) ? 2 : 0
}

/** 李某, 王总: a surname and no name. */
const honorific = '某方总老氏姓家工导队大妈爷哥姐嫂叔伯婶姨母父副'

const isQuoted = (text: string, offset: number, end: number): boolean =>
  '“《‘「『'.includes(text.charAt(offset - 1)) && '”》’」』'.includes(text.charAt(end))

interface Tie {
  /** Whether the office beside the other form is one that the name has, or one of its own. */
  readonly office: 'same' | 'own' | undefined
  /** The same four characters before or behind as somewhere about the name. */
  readonly words: boolean
  /** In one story with the name, and whether the name has its office there. */
  readonly together: boolean
  readonly introduced: boolean
  /** Whether the name stands further down in the story. */
  readonly again: boolean
}

/** What ties the place of the other form to the name. */
function tieOf(name: Name, offset: number, end: number, left: Side, right: Side, around: Surroundings): Tie {
  const {text, storyOf, about} = around
  const {offices, stories, words} = about(name)
  const office = left === side.known ? text.slice(offset - 2, offset) : undefined
  const title = right === side.known ? text.slice(end, end + 2) : ''
  const isSame = (office !== undefined && offices.has(office)) || offices.has(title)
  const story = stories.get(storyOf(offset))
  return {
    office: isSame ? 'same' : office === undefined ? undefined : 'own',
    words: words.has(wordsBefore(text, offset)) || words.has(wordsBehind(text, end)),
    together: story !== undefined,
    introduced: story?.introduced === true,
    again: story !== undefined && story.last > offset
  }
}

/** How far a sentence is followed. */
const longestSentence = 300

/** Whether the name itself stands in the same sentence: 李建国、李建军 are two. */
function isBeside(name: Name, offset: number, text: string): boolean {
  let start = offset
  while (start > 0 && offset - start < longestSentence && !isStop(text.charCodeAt(start - 1))) start--
  let end = offset
  while (end < text.length && end - offset < longestSentence && !isStop(text.charCodeAt(end))) end++
  return name.places.some((place) => place >= start && place < end)
}

/** 。！？； and the end of a line */
const isStop = (code: number): boolean =>
  code === 0x0a || code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff1b || code === 0x3b
