import type {Print} from './bare.ts'
import {isExchanged} from './near.ts'
import type {Quoted} from './quoted.ts'
import type {Story} from './story.ts'

/** A shorter clause is a phrase that a head may play upon: “爱社会主义”, 好社会主义. */
const least = 5

/** Slogans that the story quotes and a head writes with another letter inside: 人人争当名师, “人人争学名师，人人争做名师”. */
export function* findSlogans(
  {heads}: Story,
  there: readonly Quoted[],
  copy: string
): Generator<readonly [Print, Print]> {
  for (const {block, start, end} of there) {
    for (const clause of block.text.slice(start, end).matchAll(/[\u3400-\u9fff]+/g)) {
      const words = clause[0]
      if (words.length < least) continue
      for (const head of heads) {
        if (head.text.length < words.length || head.text.includes(words)) continue
        const from = findChanged(head.text, words)
        if (from < 0 || copy.includes(head.text.slice(from, from + words.length))) continue
        const at = {block: head, start: from, end: from + words.length}
        const first = start + clause.index
        yield [at, {block, start: first, end: first + words.length}]
      }
    }
  }
}

/** Where a text has some words with one letter otherwise, neither the first nor the last; -1 where it has not. */
function findChanged(text: string, words: string): number {
  const last = words.length - 1
  for (let from = text.indexOf(words.charAt(0)); from >= 0; from = text.indexOf(words.charAt(0), from + 1)) {
    if (text.charAt(from + last) !== words.charAt(last)) continue
    let other = -1
    for (let i = 1; i < last; i++) {
      if (text.charAt(from + i) === words.charAt(i)) continue
      if (other >= 0) {
        other = -1
        break
      }
      other = i
    }
    if (other > 0 && isExchanged(text.charAt(from + other), words.charAt(other))) return from
  }
  return -1
}
