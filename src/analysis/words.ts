import {toString as textOf} from 'nlcst-to-string'
import {defineAnalysis} from '../rule/use.ts'
import type {Block} from '../tree/issue.ts'
import type {Sentence} from '../tree/nodes.ts'

/** Where words end: whether a word may begin or end at an offset of the source of the page. */
export type WordBreaks = (offset: number) => boolean

/**
 * The words of a sentence as offsets in the page. `Intl.Segmenter` is asked a sentence at a time, since it is quadratic
 * in the length of its string on Node 20, and its words differ between versions of ICU: let no verdict hang on it alone.
 */
export const words = defineAnalysis('words', (sentence: Sentence): WordBreaks => {
  const start = sentence.position?.start.offset ?? 0
  const text = textOf(sentence)
  const breaks = new Set<number>([start + text.length])
  for (const {index} of new Intl.Segmenter('zh', {granularity: 'word'}).segment(text)) breaks.add(start + index)
  return (offset) => breaks.has(offset)
})

/** The sentence of a paragraph that an offset of the page lies in, found by halving. */
export function sentenceAt({node}: Block, offset: number): Sentence | undefined {
  const {children} = node
  let low = 0
  let high = children.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((children[middle]?.position?.start.offset ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const found = children[low]
  return found?.type === 'SentenceNode' ? found : undefined
}
