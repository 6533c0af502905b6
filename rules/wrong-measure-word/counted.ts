import {type Entry, type Measure, nounAt} from './table.ts'

/** What follows a measure word, and the noun in it that another counts. */
export interface Counted {
  readonly entry: Entry
  /** Where the noun ends. */
  readonly end: number
}

/** A noun is looked for within so many characters. */
const reach = 24

/** Without a 的 it is this near: 一颗百年古树; nouns of one letter nearer. */
const near = 8
const nearest = 4

/** The noun that a measure word at `at` counts, where it is one of another's. */
export function findNoun(text: string, at: number, {entries, own}: Measure): Counted | undefined {
  const wrong = text.charAt(at)
  const number = text.charAt(at - 1)
  const isPlain = plain.includes(number)
  if (verbal.includes(wrong) && !isPlain) return undefined
  if (movable.includes(wrong) && !isPlain && number !== '这' && number !== '那') return undefined
  // 一颗颗
  const from = text[at + 1] === wrong ? at + 2 : at + 1
  const run = phrase.exec(text.slice(from, from + reach))?.[0] ?? ''
  if (!run || verbs.includes(run.charAt(0)) || (!isPlain && modals.includes(run.charAt(0)))) return undefined
  const found = firstNoun(run, entries)
  if (!found) return undefined
  const {entry, index} = found
  const {noun} = entry
  const end = index + noun.length
  if (index > 0 && named.includes(wrong)) return undefined
  if (!isModifier(run.slice(0, index), noun.length > 1 ? near : nearest)) return undefined
  if (!endsPhrase(text.charAt(from + end), noun, wrong)) return undefined
  const stop = run.indexOf('、', end)
  const said = stop < 0 ? run : run.slice(0, stop)
  if (own.some((word) => standsAlone(said, word, index, end))) return undefined
  return {entry, end: from + end}
}

/** These are words as well: 数量, 这俩, 这跟…无关. A plain number stands before them where they are slips. */
const verbal = '量俩跟打捅快顿展装撂窜躺蹲席'
const plain = '一二两三四五六七八九十百千万几0123456789０１２３４５６７８９'

/** Verbs: 多坐车, 一翻书. */
const movable = '坐翻搜'

/** Ends of given names: 林一梅夺得金牌. */
const named = '梅玫'

/** These count much else: behind the noun the phrase must end (两篇土地改革报告). */
const strict = '篇片句打裙项顿'

/** Up to a mark; quotes may be in it (一只“铁军”队伍). */
const phrase = /^[\u4e00-\u9fff\w“”、]+/

/** 一幅是…, 一坐在…: no noun follows. */
const verbs = '是在就也都还才了着过上下落到于不没被把对向想得限'

/** 这只能…, 那只有…, but 一只能打胜仗的队伍. */
const modals = '有能会要需为好怕靠用给让供由以'

/** The first noun, and one that it runs into: 队伍 in 干部队伍, not 部队. */
function firstNoun(run: string, entries: Measure['entries']): {entry: Entry; index: number} | undefined {
  let found: {entry: Entry; index: number} | undefined
  let end = run.length
  for (let index = 0; index < end; index++) {
    const entry = nounAt(run, index, entries)
    if (!entry || (found && index + entry.noun.length <= end)) continue
    found = {entry, index}
    end = index + entry.noun.length
  }
  return found
}

/** 百年, 参天, 种在门前的, but not 树上有 or 星星和. */
function isModifier(text: string, most: number): boolean {
  const rest = text.slice(text.lastIndexOf('的') + 1)
  return rest.length <= most && !/[是在有和与及、了着过被把从向对给让就也都不没于]/.test(rest)
}

/** Whether a noun ends before a character: 树 before 苗 does not, 对联 mostly does. */
function endsPhrase(next: string, noun: string, wrong: string): boolean {
  if (!/[\u4e00-\u9fff]/.test(next)) return true
  if (strict.includes(wrong)) return next !== '' && after.includes(next)
  if (next === '的' || places.includes(next)) return true
  return noun.length > 1 ? !inside.includes(next) : after.includes(next)
}

/** Behind these nouns they make another thing: 画家, 队员. */
const inside = '家员长式形状型类级版界台盒架兔'

/** 树上, 画中, 楼前 */
const places = '上里中下前后旁内外'

/** What may follow a phrase: 一颗树在…, 一副画和… */
const after = '在是被就也都已正将要从向把让使和与及有没不了能很太更还'

/** Whether a word that the measure word rightly counts stands near the noun, and is no part of it as in 苹果树. */
function standsAlone(run: string, word: string, start: number, end: number): boolean {
  for (let index = run.indexOf(word); index >= 0; index = run.indexOf(word, index + 1)) {
    if (index >= end || index + word.length < start) return true
  }
  return false
}
