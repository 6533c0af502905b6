import type {Normalised, NormalisedBlock} from 'copylint'

/** Letters of a paragraph, by their indices among all. */
export interface Stretch {
  readonly at: NormalisedBlock
  readonly start: number
  readonly end: number
}

/** A term that is printed once with another letter, and its other prints: 物流配送中心, 物流派送中心. */
export interface Changed extends Stretch {
  readonly others: readonly Stretch[]
}

/** On both sides of the letter so many are the same, and so many together. */
const leastAround = 2
const leastShared = [8, 5, 4]
const mostShared = 20

/** The term is printed at least so often without the change. */
const leastPrints = 2

/** Terms of a story that are printed once with one letter otherwise, two letters of the same on both sides. */
export function findChanged(letters: Normalised, pairs: Int32Array, blocks: readonly NormalisedBlock[]): Changed[] {
  const places = recurring(pairs, blocks)
  const found: Changed[] = []
  for (const list of places.values()) {
    if (list.length <= leastPrints) continue
    const rare = onlyRare(letters.codes, list)
    const changed = rare && widen(letters, rare, list)
    if (changed) found.push(changed)
  }
  return found
}

/** A letter with its paragraph. */
interface Place {
  readonly index: number
  readonly at: NormalisedBlock
}

/** The places of letters whose neighbours come more than `leastPrints` times; found by a small table of counts first. */
function recurring(pairs: Int32Array, blocks: readonly NormalisedBlock[]): Map<number, Place[]> {
  let letters = 0
  for (const {start, end} of blocks) letters += end - start
  const shift = 32 - Math.min(20, Math.max(8, Math.ceil(Math.log2(letters * 4 + 1))))
  const counts = new Uint8Array(2 ** (32 - shift))
  const places = new Map<number, Place[]>()
  let recurs = false
  for (const {start, end} of blocks) {
    for (let i = start + leastAround; i < end - leastAround; i++) {
      const slot = slotOf(pairs, i, shift)
      const count = counts[slot] as number
      if (count > leastPrints) continue
      counts[slot] = count + 1
      if (count === leastPrints) recurs = true
    }
  }
  if (!recurs) return places
  for (const at of blocks) {
    for (let i = at.start + leastAround; i < at.end - leastAround; i++) {
      if ((counts[slotOf(pairs, i, shift)] as number) <= leastPrints) continue
      note(places, (pairs[i - 2] as number) * 0x800000 + ((pairs[i + 1] as number) >>> 7), {index: i, at})
    }
  }
  return places
}

/** A number for the letters around a place. */
function slotOf(pairs: Int32Array, index: number, shift: number): number {
  const left = pairs[index - 2] as number
  return Math.imul(left ^ ((pairs[index + 1] as number) << 5), 0x85ebca6b) >>> shift
}

function note(places: Map<number, Place[]>, key: number, place: Place): void {
  const known = places.get(key)
  if (known) known.push(place)
  else places.set(key, [place])
}

/** The one place with another letter, where all others have the same. */
function onlyRare(codes: Uint16Array, list: readonly Place[]): Place | undefined {
  const letters = list.map(({index}) => codes[index] ?? 0)
  const [a = 0, b = 0, c = 0] = letters
  const main = a === b || a === c ? a : b
  const rare = list.filter((_, i) => letters[i] !== main)
  const letter = String.fromCharCode(codes[rare[0]?.index ?? 0] ?? 0)
  // a head that differs from its story is headline-wording's
  const role = rare[0]?.at.block.role ?? ''
  if (rare.length !== 1 || ['headline', 'kicker', 'deck'].includes(role)) return undefined
  return isExchanged(letter, String.fromCharCode(main)) ? rare[0] : undefined
}

/** The term around the letter: what the place has in common with two others at least, so that it is no chance. */
function widen({codes, offsets}: Normalised, rare: Place, list: readonly Place[]): Changed | undefined {
  const others = list.filter((place) => place !== rare)
  const all = others.map((other) => shared(codes, offsets, rare, other))
  const [, second] = all.toSorted((a, b) => b[0] + b[1] - a[0] - a[1])
  if (second === undefined) return undefined
  const [before, behind] = second
  const least = leastShared[Math.min(others.length, 4) - leastPrints] ?? 0
  if (before + behind < least || before + behind > mostShared) return undefined
  const around = ({at, index}: Place) => ({at, start: index - before, end: index + behind + 1})
  const same = others.filter((_, i) => (all[i]?.[0] ?? 0) >= before && (all[i]?.[1] ?? 0) >= behind)
  return {...around(rare), others: same.map(around)}
}

/** How many letters two places share before and behind; no mark is between them. */
function shared(codes: Uint16Array, offsets: Uint32Array, a: Place, b: Place): [number, number] {
  const isNext = ({at}: Place, index: number, step: number) =>
    index >= at.start && index < at.end && offsets[index] === (offsets[index - step] ?? 0) + step
  const run = (step: -1 | 1) => {
    let length = 0
    for (; length < mostShared; length++) {
      const [i, j] = [a.index + step * (length + 1), b.index + step * (length + 1)]
      if (codes[i] !== codes[j] || !isHan(codes[i]) || !isNext(a, i, step) || !isNext(b, j, step)) break
    }
    return length
  }
  return [run(-1), run(1)]
}

const isHan = (code = 0): boolean => code >= 0x3400 && code <= 0x9fff

/** Whether one word may stand for another here, and is no other thing: 修订草案 and 修正草案 are two. */
function isExchanged(a: string, b: string): boolean {
  const han = /^[\u3400-\u9fff]{2}$/.test(a + b)
  if (!han || loose.test(a) || loose.test(b) || (figure.test(a) && figure.test(b))) return false
  return !pairs.some((pair) => pair.includes(a) && pair.includes(b))
}

/** What stands between words. */
const loose =
  /[的了着之在于对向同与和及或以将把被让从到自至由给是为等也都又再已还并而则因作做称说使比就要来去个这那其每各此该本我他她它们有无有不没新大小多少上下中内外前后组更男女]/

const figure = /[〇零一二两三四五六七八九十百千万亿首末初次第东西南北左右男女早晚春夏秋冬]/

/** Letters that make two things of a name, or a step of one: 客运, 货运; 建设, 建成. */
const pairs = [
  '农工',
  '开闭',
  '初高',
  '产活',
  '党军',
  '订正',
  '台席',
  '客货',
  '设成',
  '议查',
  '加长',
  '治痊',
  '省市县区乡镇村',
  '正副',
  '进出',
  '出入',
  '增减',
  '买卖',
  '公私',
  '行办',
  '动进'
]
