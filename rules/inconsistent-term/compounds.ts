import type {Block, Normalised, NormalisedBlock} from 'copylint'
import {sieveOf} from './letter-pairs.ts'
import type {Mention} from './rows.ts'
import {areInTwoRows} from './rows.ts'
import type {Words} from './words.ts'

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

/** Terms of a story that are written with two words of one group. */
export function findCompounds(
  {offsets}: Normalised,
  pairs: Int32Array,
  blocks: readonly NormalisedBlock[],
  {sieve, byPair}: Words
): Odd[] {
  const terms = new Map<string, Print[]>()
  const found: Odd[] = []
  let left = mostRows
  for (const {block, start, end} of blocks) {
    const {text} = block
    const mentions = new Map<number, Mention>()
    for (let i = start; i < end - 1; i++) {
      const pair = pairs[i] as number
      if (sieve[sieveOf(pair)] === 0) continue
      const at = (offsets[i] as number) - block.start
      const known = byPair.get(pair)?.find(({word}) => text.startsWith(word, at))
      if (known === undefined) continue
      const {word, group} = known
      const to = at + word.length
      const before = mentions.get(group)
      if (before && before.word !== word && left-- > 0 && areInTwoRows(text, before, {word, at})) {
        const print = (it: Mention) => ({block, start: it.at, end: it.at + it.word.length, word: it.word})
        found.push({prints: [print({word, at})], others: [print(before)]})
      }
      mentions.set(group, {word, at})
      if (isPart(text, to)) {
        add(terms, `${group}-${text.slice(to, to + partLength)}`, {block, start: at, end: to + partLength, word})
      }
      const from = at - partLength
      if (isPart(text, from)) add(terms, `${text.slice(from, at)}-${group}`, {block, start: from, end: to, word})
    }
  }
  for (const prints of terms.values()) {
    const odd = prints.length >= leastPrints && prints.length < mostPrints ? findOdd(prints) : undefined
    if (odd) found.push(odd)
  }
  return found
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

/** Whether the letters at an offset may be the other part of a compound. */
function isPart(text: string, at: number): boolean {
  for (let i = at; i < at + partLength; i++) {
    const code = text.charCodeAt(i)
    if (!(code >= 0x3400 && code <= 0x9fff) || loose.includes(text.charAt(i))) return false
  }
  return true
}

const loose =
  '的了着之在于对向同与和及或以将把被让从到自至由给是为等也都又再已还并而则因说使就要来去个这那其每各此该本有无不没们者'
