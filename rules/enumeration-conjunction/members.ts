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
  /** What follows the last member where nothing marks its end: 心理抚慰、思想疏导和社会治安、救灾重建|工作. */
  readonly rest: string
}

/** Longer members are clauses: 统筹疫情防控、保障民生和促进青年就业、… */
const longest = 8

/** The same in quotes or title marks. */
const longestQuoted = 24

/** Of a last member without an end so much is looked at. */
const goesOn = 20

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
  let rest = ''
  for (let from = at + 1; rest === ''; ) {
    const member = memberAfter(text, from)
    if (member.end === from || after.length === mostMembers) return undefined
    // its length is that of the one before
    const last = after.at(-1)
    if (last && !isEnd(text, from, member.end)) rest = text.slice(from + last.text.length, from + goesOn)
    after.push(rest === '' || !last ? member : toMember(text, from, from + last.text.length))
    if (rest !== '' || text[member.end] !== '、') break
    from = member.end + 1
  }
  if (after.length < 2) return undefined
  return {
    members: [...before, ...after],
    before: before.length - 1,
    first: text.slice(Math.max(0, mark - longest), mark),
    at,
    rest
  }
}

function memberBefore(text: string, end: number): Member {
  const quoted = isClosing(text.charCodeAt(end - 1))
  const least = Math.max(0, end - (quoted ? longestQuoted : longest))
  let start = end
  while (start > least && isInside(text.charCodeAt(start - 1), quoted)) start--
  return toMember(text, start, end)
}

/** Up to 、, to a mark that closes the list, or to its 等 or 的; or as far as members go. */
function memberAfter(text: string, start: number): Member {
  const quoted = isOpening(text.charCodeAt(start))
  const most = Math.min(text.length, start + (quoted ? longestQuoted : longest))
  let end = start
  while (end < most && isInside(text.charCodeAt(end), quoted) && !closesList(text, start, end)) end++
  return toMember(text, start, end)
}

const toMember = (text: string, start: number, end: number): Member => ({start, end, text: text.slice(start, end)})

const isEnd = (text: string, start: number, end: number) =>
  end === text.length || closing.includes(text.charAt(end)) || closesList(text, start, end)

const closing = '、，。；：！？,.;:!?）)'

/** 等 behind a member, not in 平等 or 高等; 的, not in 目的; what a verb follows. */
function closesList(text: string, start: number, at: number): boolean {
  if (at - start < 2) return false
  const letter = text[at]
  if (letter === '等') return !'平高中初上下优同均相对劣'.includes(text.charAt(at - 1))
  if (letter === '的') return text[at - 1] !== '目'
  return '在是将已均也'.includes(text.charAt(at))
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
