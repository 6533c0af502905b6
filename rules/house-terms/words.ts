import type {Characters} from 'copylint'
import {beginnings, pairsOf} from 'copylint'
import type {Word} from './lexicon.ts'
import {isAlphanumeric, narrow, standsAlone, wide} from './text.ts'

/** Where a word stands in the text of a paragraph; none lies within a longer one. */
export interface Hit {
  readonly word: Word
  readonly start: number
  readonly end: number
}

/** The words of the house on the pages, in their order, by paragraph; those that lie within longer ones left out (教育局 in 县教育局). */
export type Find = (page: Characters) => ReadonlyMap<number, readonly Hit[]>

/** Makes what finds words, their letters and digits in either width: APP in ＡＰＰ too. Of two that are equal the first is found. */
export function findWords(words: readonly Word[]): Find {
  const {pairs, wordOf} = beginningsOf(words)
  const begin = beginnings(pairs)
  return (page) => {
    const found: Found[] = []
    begin(page, (index, start) => {
      const word = wordOf[index] as number
      const {text} = words[word] as Word
      if (standsAt(page.codes, text, start)) found.push({word, start, end: start + text.length})
    })
    // in the order of their ends, longer ones first
    found.sort((a, b) => a.end - b.end || a.start - b.start || a.word - b.word)
    return byParagraph(found, words, page)
  }
}

/** By places in `codes`. */
interface Found {
  readonly word: number
  readonly start: number
  readonly end: number
}

/** The first two letters of each word, and once more for each other width that they may have on the page. */
function beginningsOf(words: readonly Word[]): {readonly pairs: string; readonly wordOf: readonly number[]} {
  const wordOf = words.map((_, index) => index)
  const others: string[] = []
  words.forEach(({text}, index) => {
    const [first = '', second = ''] = text
    if (!isAlphanumeric(first.charCodeAt(0)) && !isAlphanumeric(second.charCodeAt(0))) return
    const pairs = new Set([first, wide(first)].flatMap((it) => [it + second, it + wide(second)]))
    pairs.delete(first + second)
    for (const pair of pairs) {
      others.push(pair)
      wordOf.push(index)
    }
  })
  return {pairs: pairsOf([...words.map(({text}) => text), ...others]), wordOf}
}

function standsAt(codes: Uint16Array, text: string, place: number): boolean {
  for (let i = 0; i < text.length; i++) if (narrow(codes[place + i] as number) !== text.charCodeAt(i)) return false
  return true
}

function byParagraph(found: readonly Found[], words: readonly Word[], page: Characters): Map<number, Hit[]> {
  const paragraphs = new Map<number, Hit[]>()
  let [n, hits]: [number, Hit[]] = [-1, []]
  for (const {word, start, end} of found) {
    if (start >= (page.starts[n + 1] ?? Number.POSITIVE_INFINITY)) {
      n = page.paragraphAt(start)
      hits = []
      paragraphs.set(n, hits)
    }
    const offset = page.starts[n] as number
    addHit(hits, {word: words[word] as Word, start: start - offset, end: end - offset}, page.codes, offset)
  }
  return paragraphs
}

function addHit(hits: Hit[], hit: Hit, codes: Uint16Array, offset: number): void {
  const last = hits.at(-1)
  if (last && last.end === hit.end && last.start <= hit.start) return
  if (!standsAlone(codes, offset + hit.start, offset + hit.end)) return
  while (hits.length > 0 && (hits.at(-1) as Hit).start >= hit.start) hits.pop()
  hits.push(hit)
}
