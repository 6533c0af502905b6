import type {Block, Characters} from 'copylint'
import {datelineLength, spotAt} from 'copylint'
import type {Mention} from './rows.ts'
import {areInTwoRows} from './rows.ts'
import type {Hit, Words} from './words.ts'
import {groupsOn, isOne} from './words.ts'

/** A print of a term, by offsets in the text of its block. */
export interface Print {
  readonly block: Block
  readonly start: number
  readonly end: number
  /** Its word of a group: 老年 in 老年助餐. */
  readonly word: string
}

/** A term that is rare, and the same with another word of its group. */
export interface Odd {
  readonly prints: readonly Print[]
  readonly others: readonly Print[]
}

/** What the words of a group stand before or behind has so many letters. */
const partLength = 2

/** Prints of a term, with those of its other forms. */
const leastPrints = 3

/** Pairs of words of a story whose rows are compared: each costs a look at two clauses. */
const mostRows = 100

/** A long story has many things. */
const mostPrints = 400

/** A word of a group, by offset in the text of its block. */
interface Found extends Mention {
  readonly block: Block
}

/** Terms that a story writes with two words of one group. */
export function* findCompounds(page: Characters, words: Words): Generator<Odd> {
  for (const hits of groupsOn(page, words)) {
    for (let from = 0, to = 0; from < hits.length; from = to) {
      const end = endOfStory(page, (hits[from] as Hit).place)
      while (to < hits.length && (hits[to] as Hit).place < end) to++
      yield* oddOf(page, hits.slice(from, to))
    }
  }
}

/** Where the story ends that a place is of. */
function endOfStory({printed, starts, codes, paragraphAt}: Characters, place: number): number {
  let n = paragraphAt(place)
  const story = printed[n]?.article
  while (n < printed.length && printed[n]?.article === story) n++
  return starts[n] ?? codes.length
}

/** @param hits words of one group in one story. Most have one word, and are done */
function* oddOf(page: Characters, hits: readonly Hit[]): Generator<Odd> {
  if (isOne(hits)) return
  const list: Found[] = []
  for (const {word, place} of hits) {
    const {block, article, at} = spotAt(page, place)
    if (article && at >= datelineLength(block.text)) list.push({block, at, word})
  }
  if (isOne(list)) return
  yield* inRows(list)
  yield* inCompounds(list)
}

/** Two words of a group in two rows of one matter. */
function* inRows(list: readonly Found[]): Generator<Odd> {
  for (let i = 1; i < Math.min(list.length, mostRows); i++) {
    const [first, second] = [list[i - 1], list[i]]
    if (!first || !second || first.block !== second.block || first.word === second.word) continue
    if (areInTwoRows(second.block.text, first, second)) yield {prints: [toPrint(second)], others: [toPrint(first)]}
  }
}

const toPrint = ({block, at, word}: Found): Print => ({block, start: at, end: at + word.length, word})

/** Two words of a group before or behind one other word. */
function* inCompounds(list: readonly Found[]): Generator<Odd> {
  const terms = new Map<string, Print[]>()
  for (const {block, at, word} of list) {
    const {text} = block
    const to = at + word.length
    if (isPart(text, to))
      add(terms, `-${text.slice(to, to + partLength)}`, {block, start: at, end: to + partLength, word})
    const from = at - partLength
    if (isPart(text, from)) add(terms, `${text.slice(from, at)}-`, {block, start: from, end: to, word})
  }
  for (const prints of terms.values()) {
    const odd = prints.length >= leastPrints && prints.length < mostPrints ? findOdd(prints) : undefined
    if (odd) yield odd
  }
}

function add(terms: Map<string, Print[]>, key: string, print: Print): void {
  const known = terms.get(key)
  if (known) known.push(print)
  else terms.set(key, [print])
}

/** The prints with the rarer word, where there are two and the one is no part of the other. */
function findOdd(prints: readonly Print[]): Odd | undefined {
  const first = prints[0]?.word
  if (prints.every(({word}) => word === first)) return undefined
  const counts = new Map<string, number>()
  for (const {word} of prints) counts.set(word, (counts.get(word) ?? 0) + 1)
  const families: string[][] = []
  for (const word of [...counts.keys()].sort((a, b) => a.length - b.length)) {
    const known = families.find((family) => family.some((it) => word.includes(it)))
    if (known) known.push(word)
    else families.push([word])
  }
  const sizes = families.map((family) => family.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0))
  if (families.length < 2) return undefined
  const most = Math.max(...sizes)
  const main = families[sizes.indexOf(most)] ?? []
  const rare = prints.filter(({word}) => !main.includes(word))
  if (rare.length >= most) return undefined
  const others = prints.filter(({word}) => main.includes(word))
  return {prints: rare, others}
}

/** Words that go with all others, so that two of a group before them are two things: 养老服务, 老年服务. */
const general = /^(?:服务|服務|工作|活动|活動|事业|产业|机构|中心|设施|生活|教育|问题|项目)$/

/** Whether the letters at an offset may be the other part of a compound. */
function isPart(text: string, at: number): boolean {
  if (general.test(text.slice(at, at + partLength))) return false
  for (let i = at; i < at + partLength; i++) {
    const code = text.charCodeAt(i)
    if (!(code >= 0x3400 && code <= 0x9fff) || loose.includes(text.charAt(i))) return false
  }
  return true
}

const loose =
  '的了着之在于对向同与和及或以将把被让从到自至由给是为等也都又再已还并而则因说使就要来去个这那其每各此该本有无不没们者'
