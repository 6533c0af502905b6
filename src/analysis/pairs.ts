import {defineAnalysis} from '../rule/use.ts'
import type {Block, Issue} from '../tree/issue.ts'
import {characters} from './characters.ts'

/** Marks that come in pairs, by kind: the opening ones, and at the same place the closing ones; brackets have half-width ones too. */
const openers = '“‘「『《〈（【〔［'
const closers = '”’」』》〉）】〕］'

/** Their kinds, in either width: （）() and ［］[] */
const roundKind = 6
const squareKind = 9

/** A mark that has found no mate in its own paragraph. */
export interface LoneMark {
  /** Offset on the page. */
  readonly at: number
  readonly kind: number
  readonly opens: boolean
  /** What it numbers, where it may be the bracket of a list: 1） 一） */
  readonly numbers?: string
}

/** What pairs in a paragraph. All offsets are on the page. */
export interface Pairs {
  /** Offsets of the opening and of the closing mark. A full-width bracket may have a half-width mate, a curly quote a straight one. */
  readonly pairs: readonly (readonly [open: number, close: number])[]
  /** In the order of the text. Apostrophes and faces are none: players’, :) */
  readonly alone: readonly LoneMark[]
  /** Straight quotes `"`, which open and close by turns. */
  readonly straight: readonly number[]
}

/**
 * Which marks of a paragraph pair, for each block that has any: “” ‘’ 「」 『』 《》 〈〉 （） 【】 〔〕 ［］, in both widths.
 * Pairs nest; where two cross, as in “甲（乙”丙）, the inner opener and the last closer are alone. Linear.
 */
export const pairs = defineAnalysis('pairs', (issue: Issue, use): ReadonlyMap<Block, Pairs> => {
  const {anyOf, byParagraph} = use(characters, issue)
  const found = new Map<Block, Pairs>()
  byParagraph(anyOf(marks), ({block, article}, offsets) => {
    const paired = article && pairUp(block, offsets)
    if (paired) found.set(block, paired)
  })
  return found
})

/** The opening and the closing mark of a kind, as they should be printed. */
export function marksOf(kind: number): {readonly open: string; readonly close: string} {
  return {open: openers.charAt(kind), close: closers.charAt(kind)}
}

/** `"` opens and closes. */
const straightSign = 99

/** By code: kind + 1 for what opens, -(kind + 1) for what closes. */
const signs: ReadonlyMap<number, number> = new Map([
  [0x22, straightSign],
  ...Array.from(openers, (mark, kind) => [mark.charCodeAt(0), kind + 1] as const),
  ...Array.from(closers, (mark, kind) => [mark.charCodeAt(0), -kind - 1] as const),
  [0x28, roundKind + 1],
  [0x29, -roundKind - 1],
  [0x5b, squareKind + 1],
  [0x5d, -squareKind - 1]
])
const marks = String.fromCharCode(...signs.keys())

/** Pairs the marks of a paragraph by their offsets. */
function pairUp({text, start}: Block, offsets: readonly number[]): Pairs | undefined {
  const paired: [number, number][] = []
  const alone: LoneMark[] = []
  const straight: number[] = []
  const open: {readonly at: number; readonly kind: number}[] = []
  // how many of each kind are open, so that a stray closer costs nothing
  const counts = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  for (const at of offsets) {
    const sign = signs.get(text.charCodeAt(at)) ?? 0
    if (sign === straightSign) {
      straight.push(start + at)
      continue
    }
    const kind = Math.abs(sign) - 1
    const count = counts[kind] ?? 0
    if (sign > 0) {
      open.push({at, kind})
      counts[kind] = count + 1
    } else if (sign === -2 && isApostrophe(text, at, count > 0)) {
      // players’
    } else if (count === 0) {
      const numbers = kind === roundKind ? listMark.exec(text.slice(Math.max(0, at - 5), at))?.[1] : undefined
      if (kind === roundKind && face.test(text.charAt(at - 1))) continue
      alone.push({at: start + at, kind, opens: false, ...(numbers && {numbers})})
    } else {
      for (let last = open.pop(); last; last = open.pop()) {
        counts[last.kind] = (counts[last.kind] ?? 1) - 1
        if (last.kind === kind) {
          paired.push([start + last.at, start + at])
          break
        }
        if (!opensNothing(text, last.at)) alone.push({at: start + last.at, kind: last.kind, opens: true})
      }
    }
  }
  for (const {at, kind} of open) if (!opensNothing(text, at)) alone.push({at: start + at, kind, opens: true})
  if (paired.length + alone.length + straight.length === 0) return undefined
  const mixed = straight.length % 2 === 1 ? joinMixed(alone, straight) : undefined
  if (mixed) paired.push(mixed)
  return {pairs: paired, alone: alone.sort((a, b) => a.at - b.at), straight}
}

/** A curly quote that is alone, and the straight one behind or before it that is its mate: “严" */
function joinMixed(alone: LoneMark[], straight: readonly number[]): [number, number] | undefined {
  const index = alone.findIndex(({kind}) => kind === 0)
  const mark = alone[index]
  if (!mark) return undefined
  const mate = mark.opens ? straight.find((at) => at > mark.at) : straight.findLast((at) => at < mark.at)
  if (mate === undefined) return undefined
  alone.splice(index, 1)
  return mark.opens ? [mark.at, mate] : [mate, mark.at]
}

/** The mark in O’Neill, 5’, players’ and ’90s; but 他说‘OK’ closes. */
function isApostrophe(text: string, at: number, opened: boolean): boolean {
  const next = isLatin(text.charCodeAt(at + 1))
  if (isLatin(text.charCodeAt(at - 1))) return !opened || next
  return !opened && next && /^\s?$/.test(text.charAt(at - 1))
}

/** What the bracket of a list stands behind: `1）`, `a)`, `一）` */
const listMark = /(?:^|[\s。；：，、！？;:,.!?])([0-9０-９]{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[①-⑳])$/
/** And that of a face: `:)` */
const face = /[:：;；=^_]/

/** ‘90s, and the bracket of :( */
function opensNothing(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code === 0x2018) return isLatin(text.charCodeAt(at + 1)) && !isLatin(text.charCodeAt(at - 1))
  return (
    (code === 0x28 || code === 0xff08) &&
    face.test(text.charAt(at - 1)) &&
    !/[\p{L}\p{N}“‘《]/u.test(text.charAt(at + 1))
  )
}

/** Letters and digits of ASCII, and Latin letters with accents. */
function isLatin(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
  return code >= 0xc0 && code < 0x250
}
