import type {Block, Characters, LikeCharacters, Syllables} from 'copylint'
import {isHanCharacter, spotAt} from 'copylint'
import type {Words} from './ordinary.ts'
import {countOf, isPhrase, type Near, nearPhrases, type Phrases} from './phrases.ts'

export interface PhraseLists {
  readonly phrases: Phrases
  /** What is one character off and right, four units each. */
  readonly lawful: string
  readonly isWord: Words
  readonly alike: LikeCharacters
  readonly read: Syllables
}

/** A set phrase with one wrong character. */
export interface Slip {
  /** Where it begins in the `codes` of the pages, and in the text of its block. */
  readonly place: number
  readonly block: Block
  readonly start: number
  readonly phrase: string
  /** Which of the four characters is wrong. */
  readonly odd: number
  /** How the wrong one is like the right one; `foreign` is no character of simplified print at all. */
  readonly how: 'sound' | 'shape' | 'foreign' | undefined
}

/** Words that a writer puts into a set phrase by intent (一分为三), or that belong to the words beside it (这一是拥有…). */
const free = new Set(
  '式型性的地得了着过是在和与及或而之其所有无不未没还也都又再就才把被将让向从对为以于由到最更很越使则一二三四五六七八九十百千万亿两多少大小上下左右前后内外东西南北这那你我他她它们者个'
)

/** Pairs of which older print has the other one: 唯材是举, 勠力同心. */
const variants =
  '拚死 拚拼 唯惟 材才 勠戮 雕凋 采彩 订定 拼拚 彻澈 辞词 树竖 象像 念廿 作做 帐账 籍藉 迹绩 荫阴 蓝褴 执摭 只祇 糊胡 萎委 扎札 搀掺 掺参 辈倍 辨辩 粘黏 烟菸 决绝 板版 熔融 溶融 词辞 复覆 彷仿 倒捣 摩磨 摹模 侯候 计记 交缴 备倍 度渡 罗锣 侮悔 谋牟 牟谋 节结 行形 显现 现显'.split(
    ' '
  )

/** A character that stands in the phrases no more often than this is rare: 焉 in 善莫大焉. */
const rarely = 16

/** Set phrases of the stories in which one character is wrong. Where it is not said how, nothing but the rest of the phrase speaks for it. */
export function* findSlips(page: Characters, lists: PhraseLists): Generator<Slip> {
  const {phrases, isWord} = lists
  // both tests are cheap, and most places fail them: 人民生活 is none of 人民公社
  const isOdd = (codes: Uint16Array, place: number) =>
    !isWord(codes[place] as number, codes[place + 1] as number) && !isWord(codes[place - 1] as number, codes[place] as number)
  const told = new Set<number>()
  for (const near of nearPhrases(phrases, page, isOdd)) {
    if (told.has(near.place)) continue
    const {article, block, at} = spotAt(page, near.place)
    const slip = article && judge({...near, at}, block.text, lists)
    if (!slip) continue
    told.add(near.place)
    yield {...slip, block}
  }
}

function judge(near: Near & {readonly at: number}, text: string, lists: PhraseLists): Omit<Slip, 'block'> | undefined {
  const {place, at, odd, phrase} = near
  const wrong = text.charCodeAt(at + odd)
  const how = lists.alike(wrong, phrase.charCodeAt(odd)) ?? (isForeign(text, at, odd, lists) ? 'foreign' : undefined)
  // what goes on may be another word: 善美大焉者
  if (!how && (isHanCharacter(text.charCodeAt(at + 4)) || !isUnmistakable(text, at, odd, phrase, lists)))
    return undefined
  if (isFree(text, at, odd, lists) || isVariant(text.charAt(at + odd), phrase.charAt(odd))) return undefined
  if (isPhrase(lists.lawful, text, at) || isFrame(at, odd, text, lists) || isBesideWord(text, at, odd, lists))
    return undefined
  for (let it = Math.max(0, at - 3); it <= at + 3; it++) if (isPhrase(lists.phrases.text, text, it)) return undefined
  return {place, start: at, phrase, odd, how}
}

/** Whether a character is none of simplified print, among others that are: 熱烈欢迎. In traditional print there are more of them near by. */
function isForeign(text: string, at: number, odd: number, lists: PhraseLists): boolean {
  if (isCommon(text.charCodeAt(at + odd), lists)) return false
  for (let it = Math.max(0, at - 20); it < Math.min(text.length, at + 24); it++) {
    if (it !== at + odd && isHanCharacter(text.charCodeAt(it)) && !isCommon(text.charCodeAt(it), lists)) return false
  }
  return true
}

/** Whether a character is of simplified print. */
const isCommon = (code: number, {phrases, read}: PhraseLists): boolean =>
  countOf(phrases, code, 1) > 0 || read(code).length > 0

/** Whether the wrong character is a free word, and the phrase not so peculiar that it must be wrong for all that: 因得制宜. */
function isFree(text: string, at: number, odd: number, {isWord}: PhraseLists): boolean {
  if (!free.has(text.charAt(at + odd))) return false
  const half = odd < 2 ? at + 2 : at
  return odd === 0 || odd === 3 || isWord(text.charCodeAt(half), text.charCodeAt(half + 1))
}

/** Whether the half that is whole has a rare character, and the wrong one begins as the right one does and goes with its neighbour in no phrase: 善美大焉. */
function isUnmistakable(text: string, at: number, odd: number, phrase: string, lists: PhraseLists): boolean {
  const {phrases, isWord, read} = lists
  const half = odd < 2 ? 2 : 0
  const [a, b] = [phrase.charCodeAt(half), phrase.charCodeAt(half + 1)]
  if (isWord(a, b) || (isUsual(a, phrases) && isUsual(b, phrases))) return false
  const initials = read(phrase.charCodeAt(odd)).map(initialOf)
  if (!read(text.charCodeAt(at + odd)).some((it) => initials.includes(initialOf(it)))) return false
  const from = odd < 2 ? at : at + 2
  return !phrases.text.includes(text.slice(from, from + 2))
}

const isUsual = (code: number, phrases: Phrases): boolean => countOf(phrases, code, rarely + 1) > rarely

/** What a syllable begins with: `zh` of zhang, nothing of ang. */
const initialOf = (syllable: string): string => /^[^aeiouv]*/.exec(syllable)?.[0] ?? ''

/** Whether the middle of the phrase is a frame that takes other words: 老有所养, 学有所教; 物尽其用, 人尽其才. */
function isFrame(at: number, odd: number, text: string, {phrases}: PhraseLists): boolean {
  if (odd === 1 || odd === 2) return false
  const [a, b] = [text.charAt(at + 1), text.charAt(at + 2)]
  return /[其所]/.test(a + b) || (/[之一]/.test(a + b) && countMiddles(phrases.text, a + b) > 1)
}

function countMiddles(text: string, pair: string): number {
  let count = 0
  for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1)) if (at % 4 === 1) count++
  return count
}

/** Whether the wrong character stands at an end and may as well belong to a longer word beside it: 录像带|受欢迎. */
function isBesideWord(text: string, at: number, odd: number, {isWord}: PhraseLists): boolean {
  if (odd === 0) return isHanCharacter(text.charCodeAt(at - 1)) && isWord.ends(text.charCodeAt(at)) > joins
  if (odd === 3) return isHanCharacter(text.charCodeAt(at + 4)) && isWord.begins(text.charCodeAt(at + 3)) > joins
  return false
}

/** A character that stands so often at the end or the beginning of words makes longer ones as well: -带, -式. */
const joins = 30

const isVariant = (a: string, b: string): boolean => variants.includes(a + b) || variants.includes(b + a)
