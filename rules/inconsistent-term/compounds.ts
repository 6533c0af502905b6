import type {Block} from 'copylint'
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

/** A long story has many things. */
const mostPrints = 400

/** The compounds of a story that are written with two words of one group. */
export function findCompounds(blocks: readonly Block[], {find, words, groups}: Words): Odd[] {
  const terms = new Map<string, Print[]>()
  for (const block of blocks) {
    const {text} = block
    let past = -1
    let last: {start: number; end: number} | undefined
    for (const {term, start, end} of find(text)) {
      void past
      void last
      const word = words[term] ?? ''
      const group = groups[term] ?? 0
      const behind = text.slice(end, end + partLength)
      if (isPart(behind)) add(terms, `${group}-${behind}`, {block, start, end: end + partLength, word})
      const before = text.slice(Math.max(0, start - partLength), start)
      if (isPart(before)) add(terms, `${before}-${group}`, {block, start: start - partLength, end, word})
      past = end
      last = {start, end}
    }
  }
  const found: Odd[] = []
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
  if (rare.length * 2 > most) return undefined
  const others = prints.filter(({word}) => main.includes(word))
  return {prints: rare, others}
}

const isPart = (text: string): boolean =>
  /^[\u3400-\u9fff]{2}$/.test(text) &&
  !/[的了着之在于对向同与和及或以将把被让从到自至由给是为等也都又再已还并而则因说使就要来去个这那其每各此该本有无不没们者]/.test(text)
