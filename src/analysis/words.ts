import {toString as textOf} from 'nlcst-to-string'
import {defineAnalysis} from '../rule/use.ts'
import type {Block} from '../tree/issue.ts'
import type {Sentence} from '../tree/nodes.ts'

/** Where words end: whether a word may begin or end at an offset of the source of the page. */
export type WordBreaks = (offset: number) => boolean

const chinese = {locale: 'zh'}

/** One a run: making one costs as much as asking it of a paragraph. */
const segmenter = defineAnalysis('segmenter', ({locale}: {locale: string}) => {
  const made = new Intl.Segmenter(locale, {granularity: 'word'})
  return {segment: (text: string) => made.segment(text)}
})

/** A sentence of more than this, in UTF-16 units, is asked in parts: none is written, but a page may hold one. */
const longestPart = 500

/**
 * The words of a sentence as offsets in the page. `Intl.Segmenter` is asked a sentence at a time, since it is quadratic
 * in the length of its string on Node 20, and its words differ between versions of ICU: let no verdict hang on it alone.
 */
export const words = defineAnalysis('words', (sentence: Sentence, use): WordBreaks => {
  const start = sentence.position?.start.offset ?? 0
  const text = textOf(sentence)
  const breaks = new Set<number>([start + text.length])
  const {segment} = use(segmenter, chinese)
  for (let from = 0; from < text.length; from += longestPart) {
    for (const {index} of segment(text.slice(from, from + longestPart))) breaks.add(start + from + index)
  }
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
