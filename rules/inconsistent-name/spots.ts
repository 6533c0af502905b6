import type {Name, NearName, Side} from 'copylint'
import {side} from 'copylint'
import {hasTitle, said, wordsBefore, wordsBehind} from './about.ts'
import type {Surroundings} from './surroundings.ts'

/** Who is named so often is known to every reader of the page. */
export const wellKnown = 6

/** How sure it is that two forms are one name: 2, 1 or 0, not at all. */
export type Certainty = 0 | 1 | 2

/** How two characters in one place of two names are alike; `swapped`: the same ones, the other way round. */
export type Like = 'sound' | 'shape' | 'swapped' | undefined

/** A place where the other form stands, and what stands around it. */
export interface Spot {
  readonly name: Name
  readonly near: NearName
  readonly like: Like
  readonly start: number
  readonly end: number
  readonly left: Side
  readonly right: Side
  /** A deed stands behind it: 何树青｜指出. */
  readonly acts: boolean
  readonly tie: Tie
}

/** What ties the place of the other form to the name. */
export interface Tie {
  /** Whether the office beside the other form is one that the name has, or one of its own. */
  readonly office: 'same' | 'own' | undefined
  /** The same four characters before or behind as somewhere about the name. */
  readonly words: boolean
  /** In one story with the name, and whether the name has its office there. */
  readonly together: boolean
  readonly introduced: boolean
  /** Whether the name stands further down in the story. */
  readonly again: boolean
  /** An office stands beside the other form, and the name has none in the story: the form is how it is told who the name is. */
  readonly introduces: boolean
}

export function spotOf(name: Name, near: NearName, like: Like, start: number, around: Surroundings): Spot {
  const {codes, words} = around
  const end = start + near.text.length
  const left = words.before(codes, start)
  const right = words.behind(codes, end)
  // 何树青｜主席 is an office
  const acts = (right === side.known && !hasTitle(codes, end, words)) || codes[end] === said
  return {name, near, like, start, end, left, right, acts, tie: tieOf(name, start, end, left, right, around)}
}

function tieOf(name: Name, start: number, end: number, left: Side, right: Side, around: Surroundings): Tie {
  const {codes, text, storyOf, about} = around
  const {offices, stories, words} = about(name)
  const before = left === side.known ? text.slice(start - 2, start) : ''
  const title = right === side.known ? text.slice(end, end + 2) : ''
  const isSame = offices.has(before) || offices.has(title)
  const isOwn = left === side.known || (hasTitle(codes, end, around.words) && !addresses.has(title))
  const office = isSame ? 'same' : isOwn ? 'own' : undefined
  const story = stories.get(storyOf(start))
  return {
    office,
    words: words.has(wordsBefore(text, start)) || words.has(wordsBehind(text, end)),
    together: story !== undefined,
    introduced: story?.introduced === true,
    again: story !== undefined && story.last > start,
    introduces: office === 'own' && story?.introduced === false
  }
}

/** What anyone is called, whatever his office. */
const addresses = new Set(['同志', '先生', '女士', '老师'])

/** 兄长｜何树华: a relative of his, and not himself. */
const kin = new Set(
  '夫人 妻子 丈夫 父亲 母亲 爷爷 奶奶 叔叔 阿姨 兄长 大哥 二哥 三哥 二弟 三弟 四弟 小弟 胞弟 胞兄 堂弟 堂兄 表弟 表哥 大姐 二姐 小妹 长子 次子 长女 次女 之子 之女 哥哥 弟弟 姐姐 妹妹 儿子 女儿 孙子 女婿'.split(
    ' '
  )
)

/** Whether it is a relative of the person's: 兄长｜何树华 beside 何树青. */
export const isKin = ({start}: Spot, text: string): boolean => kin.has(text.slice(start - 2, start))

/** How far a sentence is followed. */
const longestSentence = 300

/** Whether the name itself stands in the same sentence: 李建国、李建军 are two. */
export function isBesideName(
  {places, start}: {readonly places: readonly number[]; readonly start: number},
  text: string
): boolean {
  let from = start
  while (from > 0 && start - from < longestSentence && !isStop(text.charCodeAt(from - 1))) from--
  let to = start
  while (to < text.length && to - start < longestSentence && !isStop(text.charCodeAt(to))) to++
  return places.some((place) => place >= from && place < to)
}

/** 。！？； and the end of a line */
const isStop = (code: number): boolean =>
  code === 0x0a ||
  code === 0x2028 ||
  code === 0x3002 ||
  code === 0xff01 ||
  code === 0xff1f ||
  code === 0xff1b ||
  code === 0x3b
