import type {Block, Issue, Normalised} from 'copylint'
import type {Print} from './compounds.ts'
import {pairOf, sieveOf, toSieve} from './letter-pairs.ts'

/** A short form that no head uses, where a head has another of the same full name: 思想课, 思政课, 思想政治理论课. */
export interface Short {
  readonly at: Print
  readonly head: Print
  readonly full: Print
}

/** A full name has at least so many letters, and no more. */
const [shortestFull, longestFull] = [5, 10]

/** A story has few full names. */
const mostNames = 20

/** Short forms in the stories of an issue that go with a full name, where a head has another one. */
export function* findShorts({articles}: Issue, {codes, offsets, blocks}: Normalised): Generator<Short> {
  const heads = new Map<number, Print[]>()
  for (const {headline, decks} of articles) {
    for (const block of headline ? [headline, ...decks] : decks)
      for (const print of shortForms(block)) add(heads, print)
  }
  if (heads.size === 0) return
  const first = new Uint8Array(0x10000)
  for (const list of heads.values()) for (const {word} of list) first[word.charCodeAt(0)] = 1
  const sieve = toSieve(heads.keys())
  // the names of the story that were asked for: each costs a look through it
  let asked = new Set<string>()
  let story = -1
  for (const {block, article, start, end} of blocks) {
    if (block.role !== 'body') continue
    if (article !== story) asked = new Set()
    story = article
    for (let i = start; i + shortestFull <= end; i++) {
      const letter = codes[i] as number
      if (first[letter] === 0) continue
      const key = pairOf(letter, codes[i + 2] as number)
      if (sieve[sieveOf(key)] === 0) continue
      for (const head of heads.get(key) ?? []) {
        const at = (offsets[i] as number) - block.start
        const name = fullName(block.text, at, head.word)
        if (name === undefined || asked.has(name) || asked.size === mostNames) continue
        asked.add(name)
        const short = toShort(articles[article]?.body ?? [], name)
        if (short) yield {at: short, head, full: {block, start: at, end: at + name.length, word: name}}
      }
    }
  }
}

/** What may be the short form of the name of a course, a meeting, an office, an institution. */
const shortForm =
  /[\u3400-\u9fff]{2}[课会局委办队部院校站馆法所厅处组赛节展团厂社店场园港路线网报台库奖課會辦隊館廳處組賽節團廠場園線網報臺庫獎](?![\u3400-\u9fff])/g

/** What is before a mark in a head: three letters that are not the same. */
function* shortForms(block: Block): Generator<Print> {
  for (const {0: word, index} of block.text.matchAll(shortForm)) {
    if (word[0] !== word[1] && word[1] !== word[2] && word[0] !== word[2]) {
      yield {block, start: index, end: index + word.length, word}
    }
  }
}

function add(heads: Map<number, Print[]>, print: Print): void {
  const key = pairOf(print.word.charCodeAt(0), print.word.charCodeAt(1))
  const known = heads.get(key)
  if (known === undefined) heads.set(key, [print])
  else if (known.every(({word}) => word !== print.word)) known.push(print)
}

/** The full name at an offset that a short form is made of: 思想政治理论课 of 思政课. */
function fullName(text: string, start: number, short: string): string | undefined {
  if (text[start] !== short[0] || text[start + 2] !== short[1]) return undefined
  const last = text.slice(start, start + longestFull).indexOf(short.charAt(2), shortestFull - 1)
  const name = text.slice(start, start + last + 1)
  const differ = name[0] !== name[1] && name[1] !== name[2]
  return last > 0 && differ && /^[\u3400-\u9fff]+$/.test(name) ? name : undefined
}

/** The one print of the short form that is made of the first word of a full name. */
function toShort(body: readonly Block[], name: string): Print | undefined {
  const word = name.slice(0, 2) + name.slice(-1)
  const prints = name.includes(word) ? [] : body.flatMap((block) => placesOf(block, word))
  return prints.length === 1 ? prints[0] : undefined
}

/** Where a word stands that no letter follows. */
function placesOf(block: Block, word: string): Print[] {
  const found: Print[] = []
  for (let at = block.text.indexOf(word); at >= 0; at = block.text.indexOf(word, at + 1)) {
    const end = at + word.length
    if (!/[\u3400-\u9fff]/.test(block.text.charAt(end))) found.push({block, start: at, end, word})
  }
  return found
}
