import type {Article, Block, Characters, Issue} from 'copylint'
import {datelineLength, isHanCharacter, spotAt} from 'copylint'
import type {Print} from './compounds.ts'

/** A short form that no head uses, where a head has another of the same full name: 思想课, 思政课, 思想政治理论课. */
export interface Short {
  readonly at: Print
  readonly head: Print
  readonly full: Print
}

/** A full name has at least so many letters, and no more. */
const [shortestFull, longestFull] = [5, 10]

/** The heads of an issue have few short forms; a file of a year has many, and every letter would be asked for each. */
const mostShorts = 100

/** A story has few full names. */
const mostNames = 20

/** Short forms in the stories of an issue that go with a full name, where a head has another one. */
export function* findShorts({articles}: Issue, page: Characters): Generator<Short> {
  const heads = new Map<number, Print[]>()
  for (const {headline, decks} of articles) {
    for (const block of headline ? [headline, ...decks] : decks) {
      for (const print of shortForms(block)) if (heads.size < mostShorts) add(heads, print)
    }
  }
  // the names of the story that were asked for: each costs a look through it
  let asked = new Set<string>()
  let story: Article | undefined
  for (const place of mayBegin(page, heads)) {
    const {block, article, at} = spotAt(page, place)
    if (!article || block.role !== 'body' || at < datelineLength(block.text)) continue
    if (article !== story) asked = new Set()
    story = article
    for (const head of heads.get(keyOf(page.codes[place] as number, page.codes[place + 2] as number)) ?? []) {
      const name = fullName(block.text, at, head.word)
      if (name === undefined || asked.has(name) || asked.size === mostNames) continue
      asked.add(name)
      const short = toShort(article.body, name)
      if (short) yield {at: short, head, full: {block, start: at, end: at + name.length, word: name}}
    }
  }
}

/** Where a full name may begin: two letters of a short form, one letter apart. */
function mayBegin({codes, at}: Characters, heads: ReadonlyMap<number, unknown>): Int32Array {
  const places: number[] = []
  for (const first of new Set(Array.from(heads.keys(), (key) => key >>> 16)))
    for (const place of at(first)) if (heads.has(keyOf(first, codes[place + 2] ?? 0))) places.push(place)
  return Int32Array.from(places).sort()
}

const keyOf = (first: number, second: number): number => first * 0x10000 + second

/** What the short form of the name of a course, a meeting, an office, an institution ends in. */
const lastLetters =
  '课会局委办队部院校站馆法所厅处组赛节展团厂社店场园港路线网报台库奖課會辦隊館廳處組賽節團廠場園線網報臺庫獎'

/** What is before a mark in a head: three letters that are not the same. */
function* shortForms(block: Block): Generator<Print> {
  const {text} = block
  let run = 0
  for (let i = 0; i <= text.length; i++) {
    if (isHanCharacter(text.charCodeAt(i))) run++
    else {
      if (run > 2 && lastLetters.includes(text.charAt(i - 1))) {
        const word = text.slice(i - 3, i)
        if (new Set(word).size === 3) yield {block, start: i - 3, end: i, word}
      }
      run = 0
    }
  }
}

function add(heads: Map<number, Print[]>, print: Print): void {
  const key = keyOf(print.word.charCodeAt(0), print.word.charCodeAt(1))
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
