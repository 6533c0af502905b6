import type {Print} from './bare.ts'
import {isExchanged} from './near.ts'
import type {Quoted} from './quoted.ts'
import type {Story} from './story.ts'

/** A shorter clause is a phrase that a head may play upon: “爱社会主义”, 好社会主义. */
const least = 5

/** In a longer one a word of two letters may be otherwise. */
const leastForWord = 8

/** Slogans that the story quotes and a head writes with a word otherwise inside: 人人争当名师, “人人争学名师，人人争做名师”. */
export function* findSlogans({heads}: Story, there: readonly Quoted[]): Generator<readonly [Print, Print]> {
  for (const {text, block, from, to} of clauses(there)) {
    for (const {block: head} of heads) {
      // asked first: it is so in one of a hundred
      if (!head.text.includes(text.charAt(from)) || !head.text.includes(text.charAt(to - 1))) continue
      const words = text.slice(from, to)
      if (head.text.length < words.length || head.text.includes(words)) continue
      const start = findChanged(head.text, words)
      if (start >= 0)
        yield [
          {block: head, start, end: start + words.length},
          {block, start: from, end: to}
        ]
    }
  }
}

/** Han between marks. */
function* clauses(there: readonly Quoted[]) {
  for (const {block, start, end} of there) {
    const {text} = block
    let from = start
    for (let i = start; i <= end; i++) {
      const code = i < end ? text.charCodeAt(i) : 0
      if (code >= 0x3400 && code <= 0x9fff) continue
      if (i - from >= least) yield {text, block, from, to: i}
      from = i + 1
    }
  }
}

/** Where a text has some words with one word otherwise, neither at the beginning nor at the end; -1 where it has not. */
function findChanged(text: string, words: string): number {
  const last = words.length - 1
  for (let from = text.indexOf(words.charAt(0)); from >= 0; from = text.indexOf(words.charAt(0), from + 1)) {
    if (text.charAt(from + last) !== words.charAt(last)) continue
    let before = 1
    while (before < last && text.charAt(from + before) === words.charAt(before)) before++
    let end = last
    while (end > before && text.charAt(from + end - 1) === words.charAt(end - 1)) end--
    if (before === end || end - before > (words.length < leastForWord ? 1 : 2)) continue
    // 没有水渠就没有青溪的丰收, “没有水渠就没有真正的丰收”: a head says the same in its own words
    if (end - before > 1 && words.charAt(end) === '的') continue
    if (isExchanged(text.slice(from + before, from + end), words.slice(before, end))) return from
  }
  return -1
}
