/** A member of a list, in the text of its block. */
export interface Member {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A list with one 和, and members behind it that a 、 joins: 工程进度、施工难度和工程细节、重点部位 */
export interface List {
  /** Those whose both ends are marked, from the second of the list on: 施工难度, 工程细节, 重点部位. */
  readonly members: readonly Member[]
  /** Which of them stands before 和. */
  readonly before: number
  /** What stands before the first 、, as far as looked at: its member begins somewhere in it (了解工程进度). */
  readonly first: string
  /** Where 和 stands. */
  readonly at: number
}

/** Longer members are clauses: 统筹疫情防控、保障民生和促进青年就业、… */
const longest = 8

/** The same in quotes or title marks. */
const longestQuoted = 24

/** More members than that are looked at on neither side. */
const mostMembers = 16

/** The list around a 和, or nothing where members are not marked off by 、 on both sides of it. */
export function listAround(text: string, at: number): List | undefined {
  const before: Member[] = []
  let mark = at
  while (before.length < mostMembers) {
    const member = memberBefore(text, mark)
    if (text[member.start - 1] !== '、') {
      if (before.length === 0) return undefined
      break
    }
    before.unshift(member)
    mark = member.start - 1
  }
  const after: Member[] = []
  for (let from = at + 1; ; ) {
    const member = memberAfter(text, from)
    if (member === undefined || after.length === mostMembers) return undefined
    after.push(member)
    if (text[member.end] !== '、') break
    from = member.end + 1
  }
  if (after.length < 2) return undefined
  return {
    members: [...before, ...after],
    before: before.length - 1,
    first: text.slice(Math.max(0, mark - longest), mark),
    at
  }
}

function memberBefore(text: string, end: number): Member {
  const quoted = isClosing(text.charCodeAt(end - 1))
  const least = Math.max(0, end - (quoted ? longestQuoted : longest))
  let start = end
  while (start > least && isInside(text.charCodeAt(start - 1), quoted)) start--
  return {start, end, text: text.slice(start, end)}
}

/** Up to 、, to a mark that closes the list, or to its 等 or 的; nothing where it goes on otherwise. */
function memberAfter(text: string, start: number): Member | undefined {
  const quoted = isOpening(text.charCodeAt(start))
  const most = Math.min(text.length, start + (quoted ? longestQuoted : longest))
  let end = start
  while (end < most && isInside(text.charCodeAt(end), quoted) && !closesList(text, start, end)) end++
  const ends = end === text.length || closing.includes(text.charAt(end)) || closesList(text, start, end)
  return end > start && ends ? {start, end, text: text.slice(start, end)} : undefined
}

const closing = '、，。；：！？,.;:!?）)'

/** 等 behind a member, not in 平等 or 高等; 的, not in 目的. */
function closesList(text: string, start: number, at: number): boolean {
  if (at - start < 2) return false
  const letter = text[at]
  if (letter === '等') return !'平高中初上下优同均相对劣'.includes(text.charAt(at - 1))
  return letter === '的' && text[at - 1] !== '目'
}

const isOpening = (code: number) => code === 0x201c || code === 0x300a
const isClosing = (code: number) => code === 0x201d || code === 0x300b

/** Han characters, letters and digits; in quotes or title marks these as well. */
const isInside = (code: number, quoted: boolean) =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xff10 && code <= 0xff5a && code !== 0xff1a && code !== 0xff1b && code !== 0xff1f) ||
  (quoted && (isOpening(code) || isClosing(code)))
