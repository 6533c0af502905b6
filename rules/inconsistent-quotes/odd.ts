import type {Letters, List, Member} from './members.ts'

/** A bare name in a row of quoted ones. */
export interface Odd {
  readonly start: number
  readonly end: number
  readonly others: readonly Member[]
  /** Its shape is that of the others, so that it is likely and no question. */
  readonly strict: boolean
}

/** Names that share so many last letters are of one kind: 面子工程, “形象工程”. */
const leastAlike = 2

/** A bare name at the end of a row is no longer: what goes on is a clause. */
const longestAtEnd = 8

/** A set phrase that is printed bare behind quoted ones: “一国两制”、“港人治港”、高度自治的方针. */
const setPhrase = '高度自治'

/** The one bare name of a row. */
export function findOdd({members, before, behind}: List): Odd | undefined {
  const others = members.filter(({mark}) => mark !== undefined)
  const bare = members.filter(({mark}) => mark === undefined)
  if (bare.length > 1 || others.some(({mark}) => mark !== others[0]?.mark)) return undefined
  const [odd] = bare
  const told = behind ? counted(behind.name) : 0
  if (odd) return between(members, odd, others, told === members.length)
  const first = before && atStart(before, others, told === members.length + 1)
  const last = behind && atEnd(behind, others)
  // bare ones on both sides: the quoted ones are what is special
  if (first && last) return undefined
  return first ?? last
}

/** “政绩工程”、面子工程、“形象工程” */
function between(members: readonly Member[], odd: Member, others: readonly Member[], told: boolean): Odd | undefined {
  const index = members.indexOf(odd)
  const [left, right] = [members[index - 1], members[index + 1]]
  if (left === undefined || right === undefined || odd.parted !== right.parted) return undefined
  const sides = [left, right]
  const sameLength = sides.every(({name}) => name.length === odd.name.length)
  if (odd.parted) {
    // “厕所革命”、垃圾分类和“百村示范”: of four letters are most nouns too, so that the length alone is no proof
    const strict = (sameLength && isKin(odd, sides)) || endsLike(odd.name, others, leastAlike)
    const alike = strict || told || sides.some((it) => isAlike(odd.name, it))
    return alike ? {...odd, others, strict} : undefined
  }
  // “面子”不要“里子”: without a separator it must look like a name
  const named =
    told || sides.every((it) => endsLike(odd.name, [it], 1)) || (sameLength && (isRow(others) || isKin(odd, sides)))
  return named ? {...odd, others, strict: true} : undefined
}

/** Whether two of them stand side by side without a separator. */
const isRow = (others: readonly Member[]): boolean =>
  others.some(({start, parted}, i) => !parted && others[i - 1]?.end === start)

/** “农家乐”、民宿和“采摘园”: 民宿 is a noun among names. Among titles it would be a title. */
const isAlike = (name: string, it: Member): boolean =>
  it.mark === '《' || it.name.length === name.length || it.name[0] === name[0] || it.name.at(-1) === name.at(-1)

const isKin = ({name}: Member, sides: readonly Member[]): boolean =>
  sides.some((it) => it.name[0] === name[0] || it.name.at(-1) === name.at(-1))

/** 政绩工程、“面子工程”、“形象工程”: where the bare name begins is not known, it is taken as long as the next. */
function atStart(
  {start, end, name, parted, first}: Letters,
  others: readonly Member[],
  told: boolean
): Odd | undefined {
  const like = others.find((it) => endsLike(name, [it], leastAlike)) ?? others[0]
  if (like === undefined || !first) return undefined
  const odd = {start: Math.max(start, end - like.name.length), end, others}
  if (others.length === 1) {
    const kin = endsLike(name, others, leastAlike) || isPaper(name, like)
    return parted && kin ? {...odd, strict: false} : undefined
  }
  const length = commonLength(others)
  const opening = commonLetter(others, 0)
  const strict =
    told ||
    name.at(-1) === commonLetter(others, -1) ||
    (opening !== undefined && length > 0 && name.at(-length) === opening)
  return strict || parted === '、' ? {...odd, strict} : undefined
}

/** “政绩工程”、“面子工程”、形象工程: where it ends is not known where words follow. */
function atEnd({start, name, parted, last}: Letters, others: readonly Member[]): Odd | undefined {
  if (name.startsWith('等') || name.startsWith(setPhrase)) return undefined
  const [first] = others
  const number = name.search(numeral)
  if (others.length > 1 && number > 1 && number <= longestAtEnd && counted(name.slice(number)) === others.length + 1) {
    return {start, end: start + number, others, strict: true}
  }
  if (others.length === 1 && first) {
    if (!parted || name.includes('的')) return undefined
    for (let length = first.name.length - 2; length <= first.name.length + 2; length++) {
      const part = name.slice(0, length)
      if (length <= leastAlike || part.length < length) continue
      const kin = endsLike(part, others, leastAlike) || (length === first.name.length && isPaper(part, first))
      if (kin) return {start, end: start + length, others, strict: false}
    }
    return undefined
  }
  const length = commonLength(others)
  const letter = commonLetter(others, -1)
  if (length > 1 && letter !== undefined && name[length - 1] === letter && number !== 0) {
    return {start, end: start + length, others, strict: true}
  }
  const whole = name.replace(/等.*/s, '')
  if (!parted || !last || whole.length < 2 || whole.length > longestAtEnd || /[的了在为是]/.test(whole))
    return undefined
  return {start, end: start + whole.length, others, strict: endsLike(whole, others, leastAlike)}
}

const numeral = /[两三四五六七八九十]/

/** How many things words that begin with a number tell of: 三方面, 四个部分. */
function counted(words: string): number {
  const found = /^([两三四五六七八九十])(?:[个大项种类条场篇部位家所座层级点步组幅首]|方面)/.exec(words)?.[1]
  return found ? '零一两三四五六七八九十'.indexOf(found) : 0
}

/** Whether a name shares so many last letters with one of some others. */
const endsLike = (name: string, others: readonly Member[], least: number): boolean =>
  name.length >= least && others.some((it) => it.name.endsWith(name.slice(-least)))

/** The names of papers go without quotes nowhere: 旗帜报和《政治家报》. */
const isPaper = (name: string, {mark, name: other}: Member): boolean =>
  mark === '《' && /[报刊報]$/.test(name) && name.at(-1) === other.at(-1)

function commonLength(others: readonly Member[]): number {
  const length = others[0]?.name.length ?? 0
  return others.every(({name}) => name.length === length) ? length : 0
}

function commonLetter(others: readonly Member[], index: number): string | undefined {
  const letter = others[0]?.name.at(index)
  return others.every(({name}) => name.at(index) === letter) ? letter : undefined
}
