import type {Characters, NameWords} from 'copylint'
import {isHanCharacter, onlyOther, pairAt, pairFinder, side, standsAt} from 'copylint'

/** An institution that is named again and again, and once with another character. */
export interface NearInstitution {
  readonly text: string
  readonly places: readonly number[]
  /** Where the other form stands, and which of its characters is another. */
  readonly start: number
  readonly differs: number
}

/** What institutions end in; looked for by the last character. */
const kindWords =
  '局 厅 院 所 部 中心 公司 委员会 管委会 居委会 村委会 基金会 联合会 商会 学会 协会 工会 大学 中学 小学 学校 党校 集团 银行 政府 出版社 合作社 报社 旅行社 办公室 实验室 俱乐部 博物馆 图书馆 纪念馆 车站 水库'.split(
    ' '
  )

/** The kinds by their last character. */
export interface Kinds {
  readonly lasts: string
  readonly byLast: ReadonlyMap<number, readonly string[]>
}

/** Made once, for all pages. */
export function toKinds(): Kinds {
  const byLast = new Map<number, string[]>()
  for (const kind of kindWords) {
    const last = kind.charCodeAt(kind.length - 1)
    byLast.set(last, [...(byLast.get(last) ?? []), kind])
  }
  return {lasts: String.fromCharCode(...byLast.keys()), byLast}
}

/** Words that begin with the last character: 国务院决策部｜署 is no institution. */
const others = new Set(
  '部署 部分 部门 部队 部位 部件 部落 局面 局势 局部 局限 院士 院子 院落 所有 所以 所作 所做 所谓 所在 所需 所提 所述 所能 所得 所为 所示'.split(
    ' '
  )
)

const shortest = 5
const longest = 20

/** Of three that are alike one is no slip. */
const least = 3

/** So many beginnings are tried of one end. */
const mostStarts = 5

/** So many are kept; who names more, names them in a directory. */
const most = 20_000

/** So many that begin or end alike are told apart. */
const mostAlike = 20

/** What is like the name of an institution but for one character, wherever one half of the name stands. */
export function nearInstitutions(page: Characters, text: string, words: NameWords, kinds: Kinds): NearInstitution[] {
  const {codes} = page
  const all = collect(page, text, words, kinds)
  const found: NearInstitution[] = []
  const names = [...all.keys()].filter((name) => (all.get(name)?.length ?? 0) >= least)
  if (names.length === 0) return found
  // the longest first: 青溪县水利局 tells more than 县水利局
  names.sort((a, b) => b.length - a.length)
  // of the two pairs that begin its halves one at least is as it was
  const pairs = new Map<number, {readonly name: string; readonly back: number}[]>()
  for (const name of names) {
    for (const back of [0, name.length >> 1]) {
      const pair = pairAt(name, back, back + 1)
      const others = pairs.get(pair)
      if (others === undefined) pairs.set(pair, [{name, back}])
      else if (others.length < mostAlike) others.push({name, back})
    }
  }
  const placesOf = pairFinder(page)
  const told = new Set<number>()
  for (const [pair, others] of pairs) {
    for (const {name, back} of others) {
      for (const place of placesOf(pair)) {
        const start = place - back
        const differs = onlyOther(codes, start, name)
        if (differs < 0 || told.has(start + differs)) continue
        told.add(start + differs)
        found.push({text: name, places: all.get(name) ?? [], start, differs})
      }
    }
  }
  return found
}

/** Names and where they stand: `，青溪县水利局｜`. */
function collect(page: Characters, text: string, words: NameWords, kinds: Kinds): Map<string, number[]> {
  const {codes} = page
  const all = new Map<string, number[]>()
  for (const last of oftenEnds(page, kinds)) {
    const end = last + 1
    if (!isKind(page, text, end, kinds)) continue
    let starts = 0
    for (
      let start = end;
      starts < mostStarts && end - start < longest && isHanCharacter(codes[start - 1] as number);
    ) {
      start--
      if (end - start < shortest || words.before(codes, start) === side.nothing) continue
      starts++
      const name = text.slice(start, end)
      const places = all.get(name)
      if (places !== undefined) places.push(start)
      else if (all.size < most) all.set(name, [start])
    }
  }
  return all
}

/** Whether the letters before a place are a kind: 局 is one by itself, 心 only in 中心. */
function isKind(page: Characters, text: string, end: number, {byLast}: Kinds): boolean {
  const kinds = byLast.get(page.codes[end - 1] as number) ?? []
  return kinds.some((kind) => standsAt(page, kind, end - kind.length)) && !others.has(text.slice(end - 1, end + 1))
}

/** The last characters of what may be names of institutions, but for those whose last characters stand so seldom that no name in them is named `least` times. */
function oftenEnds({codes, anyOf}: Characters, {lasts}: Kinds): Int32Array {
  const all = anyOf(lasts)
  const bits = Math.max(8, Math.ceil(Math.log2(all.length * 4 + 1)))
  const counts = new Uint32Array(2 ** bits)
  const slots = all.map((last) => {
    let hash = 0
    for (let i = last - shortest + 1; i <= last; i++) hash = Math.imul(hash ^ (codes[i] as number), 0x9e3779b1)
    const slot = hash >>> (32 - bits)
    ;(counts[slot] as number)++
    return slot
  })
  return all.filter((_, n) => (counts[slots[n] as number] as number) >= least)
}
