import type {LikeCharacters} from 'copylint'
import {isHanCharacter} from 'copylint'

/** A term that the page may have misprinted. */
export interface Target {
  readonly text: string
  /** A set phrase: any other character is told, not just one that is alike. */
  readonly exact: boolean
  /** What it lacks or has too much is told as well. */
  readonly whole: boolean
  /** A person's name: whoever asks sees to what stands beside it. */
  readonly name: boolean
}

/** Where the page has something that differs from a target in one character. */
export interface NearMiss {
  readonly target: number
  readonly start: number
  readonly end: number
  /** Where the other character stands; of a character too few or too many, where the term begins. */
  readonly at: number
  readonly how: 'sound' | 'shape' | 'other' | 'missing' | 'extra'
}

const [shortest, longest] = [3, 31]
/** A set phrase shorter than this with one character less, or another one, may be something else. */
const leastExact = 7
/** One shorter than this is not told by its last character alone, where the text goes on. */
const leastSure = 6
/** A term with one place open that so many share tells nothing: 李*华 of a long list of names. */
const crowded = 16

/** Numbers, sides and sizes tell one thing from another: 三中全会 and 四中全会, 东街 and 西街, 市 and 县. */
const numerals = '〇零一二三四五六七八九十百千万亿两'
const telling = `${numerals}壹贰叁甲乙丙丁东西南北中上下左右前后内外大小多少高低新老男女省市县区州乡镇村春夏秋冬正副`
/** At the edge of a term another word may begin or end: 这是教育局的事 has no 市教育局. */
const edges =
  '的是在有和与及到对向为以等由从将把被其这那了不也都就还或又再最更很让使给而且但于之即则若因所以并我他她它你们各该本此每个名位所据经自至'
/** A character more that only words the phrase otherwise: 中国特色的社会主义. */
const particles = '的地之了着是为在和与及'
/** Another word may end or begin there: 地方人大 has no 市人大, 湖北胜则全国胜 no 湖北省. */
const kinds = '省市县区州乡镇村街路局厅部委会院所站'

/** In bytes, of bits by 22 bits of a key's hash. */
const filterSize = 2 ** 19

const [base, salt] = [0x01000193, 0x9e3779b1]
const mix = (key: number, at: number, length: number): number => {
  const mixed = Math.imul(key ^ Math.imul(at * 64 + length + 1, salt), 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

/** Keys of terms with one place left open, in an open table, each with the targets that have it. */
interface Keys {
  readonly mask: number
  readonly hashes: Int32Array
  /** Bits of the keys that there are: small enough to stay at hand, it answers most of what is asked. */
  readonly filter: Uint8Array
  /** By slot: the first of the chain, from 1; 0 for an empty slot. */
  readonly first: Int32Array
  readonly targets: Int32Array
  readonly next: Int32Array
  readonly counts: Uint8Array
  size: number
}

/**
 * Finds what differs from a target in one character, in one pass: each target is kept under as many keys as it has characters, with that
 * one left out, and only where two characters begin or end a target is the page asked for them.
 */
export function nearMisses(targets: readonly Target[], alike: LikeCharacters): (text: string) => NearMiss[] {
  // a sixth of the time that fifty thousand terms take: not before a page asks
  let index: Index | undefined
  return (text) => {
    index ??= build(targets)
    return search(text, targets, index, alike)
  }
}

interface Index {
  readonly keys: Keys
  /** By the two characters that begin, or end, targets: their lengths as bits. */
  readonly heads: Map<number, number>
  readonly tails: Map<number, number>
  /** The same of exact targets. */
  readonly exactHeads: Map<number, number>
  /** By two characters: whether any target begins or ends with them; most of a page's do not. */
  readonly known: Uint8Array
  readonly powers: Int32Array
  readonly short: boolean
}

const pairOf = (a: number, b: number): number => a * 0x10000 + b
const slotOf = (a: number, b: number): number => (Math.imul(a, 31) ^ Math.imul(b, 0x9e37)) & 0xffff

function build(targets: readonly Target[]): Index {
  let count = 0
  for (const {text, whole} of targets) count += text.length * (whole ? 2 : 1) + 1
  const size = 2 ** Math.ceil(Math.log2(count * 2 + 2))
  const keys: Keys = {
    mask: size - 1,
    hashes: new Int32Array(size),
    filter: new Uint8Array(filterSize),
    first: new Int32Array(size),
    targets: new Int32Array(count + 1),
    next: new Int32Array(count + 1),
    counts: new Uint8Array(size),
    size: 0
  }
  const powers = new Int32Array(longest + 3)
  powers[0] = 1
  for (let i = 1; i < powers.length; i++) powers[i] = Math.imul(powers[i - 1] as number, base)
  const index: Index = {
    keys,
    heads: new Map(),
    tails: new Map(),
    exactHeads: new Map(),
    known: new Uint8Array(0x10000),
    powers,
    short: targets.some(({text}) => text.length === shortest)
  }
  targets.forEach(({text, whole}, target) => {
    const {length} = text
    if (length < shortest || length > longest) return
    let full = 0
    for (let i = 0; i < length; i++) full = (Math.imul(full, base) + text.charCodeAt(i)) | 0
    for (let i = 0; i < length; i++) {
      const open = (full - Math.imul(text.charCodeAt(i), powers[length - 1 - i] as number)) | 0
      add(keys, mix(open, i, length), target)
    }
    const head = pairOf(text.charCodeAt(0), text.charCodeAt(1))
    const tail = pairOf(text.charCodeAt(length - 2), text.charCodeAt(length - 1))
    if (length > shortest) {
      index.heads.set(head, (index.heads.get(head) ?? 0) | (1 << length))
      index.tails.set(tail, (index.tails.get(tail) ?? 0) | (1 << length))
      index.known[slotOf(text.charCodeAt(0), text.charCodeAt(1))] = 1
      index.known[slotOf(text.charCodeAt(length - 2), text.charCodeAt(length - 1))] = 1
    }
    if (!whole || length < leastExact) return
    index.exactHeads.set(head, (index.exactHeads.get(head) ?? 0) | (1 << length))
    // whole, for what the page has too much; and without each character within, for what it lacks
    add(keys, mix(full, 62, length), target)
    let before = 0
    for (let i = 0; i < length - 1; i++) {
      const rest = suffix(full, before, i, text, powers)
      if (i > 1) add(keys, mix((Math.imul(before, powers[length - 1 - i] as number) + rest) | 0, 63, length), target)
      before = (Math.imul(before, base) + text.charCodeAt(i)) | 0
    }
  })
  return index
}

/** The hash of what comes behind character `i`, by those of all and of what comes before it. */
function suffix(full: number, before: number, i: number, text: string, powers: Int32Array): number {
  const rest = text.length - 1 - i
  const upTo = (Math.imul(before, base) + text.charCodeAt(i)) | 0
  return (full - Math.imul(upTo, powers[rest] as number)) | 0
}

function add(keys: Keys, hash: number, target: number): void {
  const bit = hash >>> 10
  keys.filter[bit >>> 3] = (keys.filter[bit >>> 3] as number) | (1 << (bit & 7))
  let slot = hash & keys.mask
  while (keys.first[slot] !== 0 && keys.hashes[slot] !== hash) slot = (slot + 1) & keys.mask
  keys.hashes[slot] = hash
  if ((keys.counts[slot] as number) >= crowded) return
  ;(keys.counts[slot] as number)++
  const entry = ++keys.size
  keys.targets[entry] = target
  keys.next[entry] = keys.first[slot] as number
  keys.first[slot] = entry
}

/** The first entry of a key; 0 where there is none, or too many. */
function lookUp({mask, hashes, filter, first, counts}: Keys, hash: number): number {
  const bit = hash >>> 10
  if (((filter[bit >>> 3] as number) & (1 << (bit & 7))) === 0) return 0
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const entry = first[slot] as number
    if (entry === 0) return 0
    if (hashes[slot] === hash) return (counts[slot] as number) >= crowded ? 0 : entry
  }
}

function search(text: string, targets: readonly Target[], index: Index, alike: LikeCharacters): NearMiss[] {
  const {keys, heads, tails, exactHeads, known, powers, short} = index
  const found: NearMiss[] = []
  const n = text.length
  if (keys.size === 0 || n < shortest) return found
  const codes = new Uint16Array(n)
  // of all that comes before each place
  const sums = new Int32Array(n + 1)
  for (let i = 0; i < n; i++) {
    const code = text.charCodeAt(i)
    codes[i] = code
    sums[i + 1] = (Math.imul(sums[i] as number, base) + code) | 0
  }
  const hashOf = (start: number, end: number) =>
    ((sums[end] as number) - Math.imul(sums[start] as number, powers[end - start] as number)) | 0

  /** Targets that differ from the page in one of the characters `from` to `to`. */
  const open = (start: number, length: number, from: number, to: number): void => {
    const full = hashOf(start, start + length)
    for (let i = from; i < to; i++) {
      const code = codes[start + i] as number
      const key = (full - Math.imul(code, powers[length - 1 - i] as number)) | 0
      for (let entry = lookUp(keys, mix(key, i, length)); entry !== 0; entry = keys.next[entry] as number) {
        const target = keys.targets[entry] as number
        const {text: right, exact, name} = targets[target] as Target
        if (right.length !== length || !differs(right, start, i)) continue
        const how = judge(right, i, code, exact, !name && isHanCharacter(codes[start + length] ?? 0), alike)
        if (how) found.push({target, start, end: start + length, at: start + i, how})
      }
    }
  }

  /** Whether target and page differ in character `at` and nowhere else: keys may be equal by chance. */
  const differs = (right: string, start: number, at: number): boolean => {
    for (let i = 0; i < right.length; i++) {
      if ((right.charCodeAt(i) === codes[start + i]) === (i === at)) return false
    }
    return true
  }

  /** Set phrases of a length that the page has with one character less or more. */
  const exactly = (start: number, length: number): void => {
    if (start + length - 1 <= n) {
      const end = start + length - 1
      const key = mix(hashOf(start, end), 63, length)
      for (let entry = lookUp(keys, key); entry !== 0; entry = keys.next[entry] as number) {
        const target = keys.targets[entry] as number
        if (!isOneMore((targets[target] as Target).text, text.slice(start, end), '和与及')) continue
        found.push({target, start, end, at: start, how: 'missing'})
      }
    }
    const end = start + length + 1
    if (end > n) return
    for (let i = 2; i < length; i++) {
      const rest = length - i
      const key = (Math.imul(hashOf(start, start + i), powers[rest] as number) + hashOf(start + i + 1, end)) | 0
      for (let entry = lookUp(keys, mix(key, 62, length)); entry !== 0; entry = keys.next[entry] as number) {
        const target = keys.targets[entry] as number
        const right = (targets[target] as Target).text
        if (!isOneMore(text.slice(start, end), right, particles)) continue
        found.push({target, start, end, at: start, how: 'extra'})
      }
    }
  }

  for (let i = 0; i < n - 1; i++) {
    const [a, b] = [codes[i] as number, codes[i + 1] as number]
    if (!isHanCharacter(b) && known[slotOf(a, b)] === 0) continue
    if (short && i + shortest <= n && isHanCharacter(a)) open(i, shortest, 0, shortest)
    if (known[slotOf(a, b)] === 0) continue
    const pair = pairOf(a, b)
    for (let rest = heads.get(pair) ?? 0; rest !== 0; rest &= rest - 1) {
      const length = 31 - Math.clz32(rest & -rest)
      if (i + length <= n) open(i, length, 2, length)
    }
    for (let rest = tails.get(pair) ?? 0; rest !== 0; rest &= rest - 1) {
      const length = 31 - Math.clz32(rest & -rest)
      if (i + 2 >= length) open(i + 2 - length, length, 0, 2)
    }
    for (let rest = exactHeads.get(pair) ?? 0; rest !== 0; rest &= rest - 1) {
      exactly(i, 31 - Math.clz32(rest & -rest))
    }
  }
  return found
}

/** Whether `long` is `short` with one Han character more, at no edge, and none of `but`. */
function isOneMore(long: string, short: string, but: string): boolean {
  if (long.length !== short.length + 1) return false
  let at = 0
  while (at < short.length && long[at] === short[at]) at++
  if (long.slice(at + 1) !== short.slice(at) || at === short.length) return false
  return isHanCharacter(long.charCodeAt(at)) && !but.includes(long.charAt(at)) && !numerals.includes(long.charAt(at))
}

function judge(
  right: string,
  at: number,
  code: number,
  exact: boolean,
  goesOn: boolean,
  alike: LikeCharacters
): NearMiss['how'] | undefined {
  const wanted = right.charCodeAt(at)
  if (!isHanCharacter(code) || !isHanCharacter(wanted)) return undefined
  const [there, here] = [String.fromCharCode(code), right.charAt(at)]
  if (telling.includes(there) && telling.includes(here)) return undefined
  const edge = at === 0 || at === right.length - 1
  if (edge && edges.includes(there)) return undefined
  if (edge && kinds.includes(here) && (at === 0 || right.length < leastSure - 1)) return undefined
  // the last character of a short one may begin another word: 实事求实效 has no 实事求是
  if (at === right.length - 1 && goesOn && right.length < leastSure) return undefined
  const how = alike(wanted, code)
  if (how) return how
  return exact && !edge && right.length >= leastExact ? 'other' : undefined
}
