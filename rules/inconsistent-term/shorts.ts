import type {Block, Issue, Normalised} from 'copylint'
import type {Print} from './compounds.ts'
import {pairOf, sieveBits, toSieve} from './letter-pairs.ts'

/** A short form that no head uses, where a head has another of the same full name: 思想课, 思政课, 思想政治理论课. */
export interface Short {
  readonly at: Print
  readonly head: Print
  readonly full: Print
}

/** A full name has at least so many letters, and no more. */
const [shortestFull, longestFull] = [5, 10]

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
  for (const {block, article, start, end} of blocks) {
    if (block.role !== 'body') continue
    for (let i = start; i + shortestFull <= end; i++) {
      const letter = codes[i] as number
      if (first[letter] === 0) continue
      const key = pairOf(letter, codes[i + 2] as number)
      if (sieve[key >>> (32 - sieveBits)] === 0) continue
      for (const head of heads.get(key) ?? []) {
        const short = toShort(block, (offsets[i] as number) - block.start, head, articles[article]?.body ?? [])
        if (short) yield short
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

/** The full name at an offset, and the short form that is made of its first word. */
function toShort(block: Block, start: number, head: Print, body: readonly Block[]): Short | undefined {
  const {text} = block
  if (text[start] !== head.word[0] || text[start + 2] !== head.word[1]) return undefined
  const last = text.indexOf(head.word.charAt(2), start + shortestFull - 1)
  const name = last < 0 || last >= start + longestFull ? '' : text.slice(start, last + 1)
  if (!/^[\u3400-\u9fff]+$/.test(name)) return undefined
  const word = name.slice(0, 2) + name.slice(-1)
  if (name.includes(word) || name[0] === name[1] || name[1] === name[2]) return undefined
  const prints = body.flatMap((other) => placesOf(other, word))
  const at = prints[0]
  if (prints.length !== 1 || at === undefined) return undefined
  return {at, head, full: {block, start, end: last + 1, word: name}}
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
