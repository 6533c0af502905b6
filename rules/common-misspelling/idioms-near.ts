import type {LikeCharacters} from 'copylint'

/** Four characters that are an idiom but for one. */
export interface NearIdiom {
  readonly start: number
  readonly right: string
  /** How the two characters are alike; `odd` where they are not, and the other three are found in this idiom alone. */
  readonly how: 'sound' | 'shape' | 'odd'
}

/** Characters of grammar stand before and behind any word: 激动人心的 is not 动人心魄. */
const grammar = '的了着过在是和与们'

/** Characters that live in set phrases alone: three of an idiom with one of them name it, as in 善美大焉. */
const bound =
  '焉矣哉兮伥兢咄咤咫喋囹圄奄岌岿幄徇忐忑忪忾怙恻悚悛悱惮扪捭捺掎揠旰杳栩歃殚毂毖沆湃溘潸瀣燎瓴痍瘁瘴眈睚睽瞠礴祟筚箪篑缤翩聩聱脍膺荏莠褛褴赅踵踽蹴蹶迢迩遐铤锲镳骛骜鬻鹜黩'

/** So many that few pairs of characters share one by chance. */
const buckets = 0x20000

/** A finder of near-misses: an index of the first and of the last two characters of each idiom, in typed arrays. Linear. */
export function idiomsNear(
  idioms: string,
  lawful: string,
  alike: LikeCharacters
): (text: string) => Generator<NearIdiom, void, undefined> {
  const count = (idioms.length + 1) / 5
  const codes = new Uint16Array(count * 4)
  const [heads, tails] = [new Uint16Array(buckets), new Uint16Array(buckets)]
  const [nextHead, nextTail] = [new Uint16Array(count + 1), new Uint16Array(count + 1)]
  for (let id = 1; id <= count; id++) {
    const at = (id - 1) * 4
    for (let i = 0; i < 4; i++) codes[at + i] = idioms.charCodeAt((id - 1) * 5 + i)
    const head = hash(codes[at] as number, codes[at + 1] as number)
    const tail = hash(codes[at + 2] as number, codes[at + 3] as number)
    nextHead[id] = heads[head] as number
    heads[head] = id
    nextTail[id] = tails[tail] as number
    tails[tail] = id
  }
  let words: ReadonlySet<string> | undefined
  const isLawful = (word: string): boolean => {
    words ??= new Set(lawful.split('\n'))
    return words.has(word)
  }

  /** The idioms that differ from the four characters at a place in one; a zero first where one of them is an idiom. */
  const near = (text: string, at: number, found: number[]) => {
    found.length = 0
    const [a, b, c, d] = [
      text.charCodeAt(at),
      text.charCodeAt(at + 1),
      text.charCodeAt(at + 2),
      text.charCodeAt(at + 3)
    ]
    for (let id = heads[hash(a, b)] as number; id > 0; id = nextHead[id] as number) {
      const k = (id - 1) * 4
      if (codes[k] !== a || codes[k + 1] !== b) continue
      const [third, fourth] = [codes[k + 2] === c, codes[k + 3] === d]
      if (third && fourth) found.unshift(0)
      else if (third !== fourth) found.push(id * 4 + (third ? 3 : 2))
    }
    for (let id = tails[hash(c, d)] as number; id > 0; id = nextTail[id] as number) {
      const k = (id - 1) * 4
      if (codes[k + 2] !== c || codes[k + 3] !== d) continue
      const [first, second] = [codes[k] === a, codes[k + 1] === b]
      if (first !== second) found.push(id * 4 + (first ? 1 : 0))
    }
  }

  return function* find(text) {
    const [found, around]: [number[], number[]] = [[], []]
    let first = hash(text.charCodeAt(0), text.charCodeAt(1))
    let second = hash(text.charCodeAt(1), text.charCodeAt(2))
    for (let i = 0; i + 4 <= text.length; i++) {
      const third = hash(text.charCodeAt(i + 2), text.charCodeAt(i + 3))
      const none = heads[first] === 0 && tails[third] === 0
      first = second
      second = third
      if (none) continue
      near(text, i, found)
      if (found.length === 0 || found[0] === 0 || isLawful(text.slice(i, i + 4))) continue
      const best = judge(text, i, found)
      if (!best || inIdiom(text, i, around)) continue
      yield best
      i += 3
      first = hash(text.charCodeAt(i + 1), text.charCodeAt(i + 2))
      second = hash(text.charCodeAt(i + 2), text.charCodeAt(i + 3))
    }
  }

  function judge(text: string, start: number, found: readonly number[]): NearIdiom | undefined {
    let shape: NearIdiom | undefined
    for (const it of found) {
      const [id, place] = [it >> 2, it & 3]
      const other = text.charCodeAt(start + place)
      if (!isHan(other) || grammar.includes(text[start + place] as string)) continue
      const how = alike(other, codes[(id - 1) * 4 + place] as number)
      const right = idioms.slice((id - 1) * 5, (id - 1) * 5 + 4)
      if (how === 'sound') return {start, right, how}
      if (how === 'shape') shape ??= {start, right, how}
      else if (found.length === 1 && isOdd(text, start, place)) return {start, right, how: 'odd'}
    }
    return shape
  }

  /** Whether an idiom or another word that is written as it should be lies upon the four characters. */
  function inIdiom(text: string, start: number, around: number[]): boolean {
    for (let at = Math.max(0, start - 3); at <= start + 3; at++) {
      if (at === start) continue
      near(text, at, around)
      if (around[0] === 0 || isLawful(text.slice(at, at + 4))) return true
    }
    return false
  }
}

/** Whether the three characters that are right hold one that lives in set phrases alone, and a mark stands behind the fourth: 善美大焉。 */
function isOdd(text: string, start: number, place: number): boolean {
  if (isHan(text.charCodeAt(start + 4))) return false
  for (let i = 0; i < 4; i++) if (i !== place && bound.includes(text[start + i] as string)) return true
  return false
}

const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff

function hash(a: number, b: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & (buckets - 1)
}
