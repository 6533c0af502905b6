import type {Block, Pairs} from 'copylint'
import {isHanCharacter} from 'copylint'

/** A member of a list of names, by offsets in the text of its block; the marks of a quoted one belong to it. */
export interface Member {
  readonly start: number
  readonly end: number
  /** Its letters, without marks. */
  readonly name: string
  /** Its opening mark; absent where it is bare. */
  readonly mark?: string
  /** Whether a separator stands before it: 、 和; “甲”“乙” have none. */
  readonly parted: boolean
}

/** Letters on one side of a row, where one of its names may be. */
export interface Letters {
  readonly start: number
  readonly end: number
  readonly name: string
  /** The separator between them and the row. */
  readonly parted: string
  /** Whether no separator stands on their other side: they are the first, the last of the row. */
  readonly first: boolean
  readonly last: boolean
}

/** Quoted names in a row, with a bare one where it stands between two of them. */
export interface List {
  readonly members: readonly Member[]
  readonly before: Letters | undefined
  readonly behind: Letters | undefined
}

/** A bare name has so many letters. */
const [leastLetters, mostLetters] = [2, 12]

/** A quoted name has no more: what is longer is speech. */
const longestName = 20

const openers = '“「『《〈'

/** The rows of quoted names of a block. */
export function* listsIn({text, start: origin}: Block, {pairs, straight}: Pairs): Generator<List> {
  if (straight.length > 0) return
  const closes = new Map<number, number>()
  for (const [open, close] of pairs) {
    const start = open - origin
    if (close - open - 1 <= longestName && openers.includes(text.charAt(start))) closes.set(start, close - origin + 1)
  }
  const starts = [...closes.keys()].sort((a, b) => a - b)
  const last = starts.at(-1) ?? 0
  let past = 0
  for (const start of starts) {
    if (start < past) continue
    const members = row(text, start, closes, last)
    past = members.at(-1)?.end ?? start
    // most names stand alone
    if (members.length === 1 && separatorBefore(text, start) === 0 && separatorAt(text, past) === 0) continue
    yield {members, before: lettersBefore(text, start), behind: lettersBehind(text, past)}
  }
}

/** The names from an opening mark on, up to the last quoted one; the last of the block begins at `last`. */
function row(text: string, first: number, closes: ReadonlyMap<number, number>, last: number): Member[] {
  const members: Member[] = []
  for (let at = first, parted = false; at <= last; ) {
    const end = closes.get(at)
    if (end === undefined) {
      const bare = lettersBetween(text, at, parted, closes)
      if (bare === undefined) return members
      members.push(bare)
      at = bare.end
    } else {
      members.push({start: at, end, name: text.slice(at + 1, end - 1), mark: text.charAt(at), parted})
      at = end
    }
    const gap = separatorAt(text, at)
    parted = gap > 0
    at += gap
  }
  return members
}

/** A bare name that a quoted one follows. */
function lettersBetween(
  text: string,
  start: number,
  parted: boolean,
  closes: ReadonlyMap<number, number>
): Member | undefined {
  for (let end = start + 1; end <= start + mostLetters; end++) {
    if (!isHanCharacter(text.charCodeAt(end - 1))) return undefined
    if (!closes.has(end + separatorAt(text, end))) continue
    return end - start < leastLetters ? undefined : {start, end, name: text.slice(start, end), parted}
  }
  return undefined
}

function lettersBefore(text: string, to: number): Letters | undefined {
  const end = to - separatorBefore(text, to)
  let start = end
  while (start > 0 && end - start < mostLetters && isHanCharacter(text.charCodeAt(start - 1))) start--
  return toLetters(text, start, end, text.slice(end, to))
}

function lettersBehind(text: string, from: number): Letters | undefined {
  const start = from + separatorAt(text, from)
  let end = start
  while (end - start <= mostLetters && isHanCharacter(text.charCodeAt(end))) end++
  return toLetters(text, start, end, text.slice(from, start))
}

function toLetters(text: string, start: number, end: number, parted: string): Letters | undefined {
  if (end - start < leastLetters) return undefined
  const [first, last] = [text.charAt(start - 1) !== '、', text.charAt(end) !== '、']
  return {start, end, name: text.slice(start, end), parted, first, last}
}

/** The length of the separator at an offset: 、 和 与 及 以及 、和 */
function separatorAt(text: string, at: number): number {
  const mark = text.charCodeAt(at) === 0x3001 ? 1 : 0
  if (text.startsWith('以及', at + mark)) return mark + 2
  return isAnd(text, at + mark) ? mark + 1 : mark
}

function separatorBefore(text: string, at: number): number {
  const length = text.startsWith('以及', at - 2) ? 2 : isAnd(text, at - 1) ? 1 : 0
  return text.charCodeAt(at - length - 1) === 0x3001 ? length + 1 : length
}

const isAnd = (text: string, at: number): boolean => '和与及與'.includes(text.charAt(at) || ' ')
