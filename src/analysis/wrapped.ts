import {defineAnalysis} from '../rule/use.ts'
import type {Block, Issue} from '../tree/issue.ts'
import {kindOfEnd} from './open-ends.ts'

/** Fewer full lines are chance; so is a smaller share of the page's lines. */
const leastLines = 5
const leastShare = 0.4

/** Of the full lines so many end in a word, and have marks as prose has: verse and lists of names of one length are none. */
const leastCut = 0.5
/** A sentence ends inside so many of them at least; and inside one of five lines of forty characters. */
const leastInside = 2
const widthOfSentences = 200

/** Lines cut at one width differ by so much: no mark may begin a line, no bracket end one. */
const play = 3

/** A line, and the one that goes on with it. */
export interface WrappedLine {
  readonly block: Block
  readonly next: Block
}

/**
 * Pages whose every line was cut at one width, as mail and old terminals do: for each such page its cut lines with those
 * that go on. Copy in Latin script is not among them, the parser joins its lines itself.
 */
export const wrapped = defineAnalysis('wrapped', (issue: Issue): ReadonlyMap<number, readonly WrappedLine[]> => {
  const found = new Map<number, readonly WrappedLine[]>()
  const lines: Block[][] = issue.pages.map(() => [])
  for (const {blocks} of issue.articles) for (const block of blocks) lines[block.page]?.push(block)
  for (const [page, blocks] of lines.entries()) {
    const width = widthOf(blocks)
    if (width > 0) found.set(page, cutLines(blocks, width, issue.pages[page]?.source ?? ''))
  }
  return found
})

/** The width at which the lines of a page were cut, in characters; 0 where they were not. */
function widthOf(blocks: readonly Block[]): number {
  const longest = 100
  const counts = new Uint32Array(longest + 1)
  let long = 0
  for (const {text} of blocks) {
    if (text.length <= longest) counts[text.length] = (counts[text.length] ?? 0) + 1
    else long++
  }
  let [best, most] = [0, 0]
  for (let width = 12; width <= longest; width++) {
    let count = 0
    for (let n = width - play + 1; n <= width; n++) count += counts[n] ?? 0
    if (count >= most) [best, most] = [width, count]
  }
  for (let n = best + 1; n <= longest; n++) long += counts[n] ?? 0
  if (most < leastLines || most < blocks.length * leastShare || long * 20 > blocks.length) return 0
  const full = blocks.filter(({text}) => isFull(text, best))
  const cut = full.filter(({text}) => kindOfEnd(text) === 'word').length
  const prose = full.filter(({text}) => /[，。；、：,;]/u.test(text)).length
  if (Math.min(cut, prose) < full.length * leastCut) return 0
  // sentences of copy end anywhere in a line, those of couplets, names and short items with it
  const inside = full.filter(({text}) => /[。！？!?][^”’」』）)]|[\u3400-\u9fff][.．]./u.test(text)).length
  return inside >= Math.max(leastInside, (full.length * best) / widthOfSentences) ? best : 0
}

const isFull = (text: string, width: number): boolean => text.length > width - play && text.length <= width

function cutLines(blocks: readonly Block[], width: number, source: string): WrappedLine[] {
  const lines = blocks.flatMap((block, i) => {
    const next = blocks[i + 1]
    if (!next || !isFull(block.text, width) || kindOfEnd(block.text) === undefined) return []
    const gap = source.slice(block.end, next.start)
    // a head, or an indented line, begins anew
    return /^\s*[\r\n]$/u.test(gap) ? [{block, next, ends: gap.split('\n').length - 1}] : []
  })
  // where no blank lines stand between the lines, one stands between paragraphs
  const single = lines.filter(({ends}) => ends < 2)
  return single.length * 2 > lines.length ? single : lines
}
