import type {Block, Normalised, Passages} from 'copylint'
import {likeness} from 'copylint'
import type {Shared, Story} from './stories.ts'
import {copyOf, isProse} from './stories.ts'

/** Before two paragraphs are compared letter by letter, runs must make this share of the one of the shorter story. */
const leastAlike = 0.3
/** So much of the shorter one stands in the other: edited and shortened stories keep more, a commentary quotes less. */
const leastShare = 0.7
const leastProven = 0.85
/** Stories this near in length are one story as a whole; a shorter one may be its summary. */
const whole = 0.8
/** A story of less than this share of the other may be a brief of it. */
const leastRatioProven = 0.35
/** A shortened story has one of so many paragraphs that the other begins with. */
const openings = 3
/** More letters in the place of others are other facts in one form: who was received, on which day. */
const exchanges = 0.06
const exchangesProven = 0.015
/** In a story of fewer letters any are. */
const leastExchanged = 120

export interface Verdict {
  /** How much of the shorter story stands in the other. */
  readonly share: number
  /** Whether the page proves it. */
  readonly sure: boolean
}

/** Whether two stories are one, printed twice; nothing where both may well be right. */
export function judge(letters: Normalised, shared: Shared, stories: readonly Story[]): Verdict | undefined {
  const first = stories[shared.first]
  const second = stories[shared.second]
  if (first === undefined || second === undefined) return undefined
  const [shorter, longer] = first.length < second.length ? [first, second] : [second, first]
  const ratio = shorter.length / longer.length
  // lines that sum a story up stand over it, under its head
  if (second.article.headline === undefined && shared.second === shared.first + 1) return undefined
  const {kept, exchanged, figures, paragraphs, found} = compare(letters, shared.passages, shorter === first)
  const share = Math.min(1, (kept * shorter.weight) / shorter.length)
  const change = exchanged / kept
  if (exchanged > 0 && isSeries(first.article.headline?.text, second.article.headline?.text)) return undefined
  if (share < leastShare || change > exchanges) return undefined
  if (change > exchangesProven && (figures || kept * shorter.weight < leastExchanged)) return undefined
  const isParagraph = paragraphs === 1
  // a paragraph that stands twice is told as a paragraph: one that begins a longer story, or one with a dateline and no head
  if (isParagraph && ratio < whole) return undefined
  if (isParagraph && ![shared.first, shared.second].every((it) => hasOwnHead(stories, it))) return undefined
  if (ratio < whole || share < leastProven) {
    const [own, other] = [copyOf(shorter.article), copyOf(longer.article)]
    // a report begins otherwise than the letter it quotes
    const opening = other.slice(0, isParagraph ? 1 : openings)
    // tables and lists are alike
    if (!opening.some((it) => found.has(it)) || !isProse(own) || !isProse(other)) return undefined
  }
  const isProven = share >= leastProven && ratio >= leastRatioProven
  return {share, sure: isProven && change <= exchangesProven}
}

/** `招标公告（一标段）` `招标公告（二标段）`: heads that differ in a number stand over two stories. */
const isSeries = (one = '', other = ''): boolean =>
  one !== other && one.replace(numbers, '#') === other.replace(numbers, '#')

const numbers = /[0-9０-９一二三四五六七八九十〇零]+/g

/** Whether a story has a head, and it is not that of a story behind it whose lead a paragraph has slipped over. */
function hasOwnHead(stories: readonly Story[], index: number): boolean {
  const [own, next] = [stories[index]?.article, stories[index + 1]?.article]
  return own?.headline !== undefined && (next === undefined || next.headline !== undefined || next.page !== own.page)
}

interface Alike {
  kept: number
  exchanged: number
  figures: boolean
}

interface Sum extends Alike {
  /** How many paragraphs of the shorter story stand in the longer, for the most part. */
  paragraphs: number
  /** The paragraphs of the longer story that they are. */
  readonly found: Set<Block>
}

/** What of the shorter story stands in the longer: of each paragraph what the paragraph most like it has. */
function compare(letters: Normalised, passages: readonly Passages[], isFirst: boolean): Sum {
  const best = new Map<number, Alike & {other: number; length: number}>()
  for (const pair of passages) {
    const [own, other] = isFirst ? [pair.first, pair.second] : [pair.second, pair.first]
    const {start = 0, end = 0} = letters.blocks[own] ?? {}
    const length = end - start
    const runs = pair.runs.reduce((sum, run) => sum + run.length, 0)
    const known = best.get(own)
    if (known && known.kept >= length) continue
    // paragraphs that share no more than a phrase say nothing of what was exchanged
    const alike = runs >= length * leastAlike
    const like = alike ? likeness(letters, pair) : {kept: Math.min(runs, length), exchanged: 0, figures: false}
    if (known === undefined || like.kept > known.kept) best.set(own, {...like, other, length})
  }
  const sum: Sum = {kept: 0, exchanged: 0, figures: false, paragraphs: 0, found: new Set()}
  for (const {kept, exchanged, figures, other, length} of best.values()) {
    sum.kept += kept
    sum.exchanged += exchanged
    sum.figures ||= figures
    const block = letters.blocks[other]?.block
    if (block) sum.found.add(block)
    if (kept * 2 >= length) sum.paragraphs++
  }
  return sum
}
