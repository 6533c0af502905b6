import type {Article, Block, Issue, Normalised, Passages} from 'copylint'

/** A story as far as it is compared. */
export interface Story {
  readonly article: Article
  /** Of its copy, in letters; those of an alphabet count a third. */
  readonly length: number
  /** What a letter of it weighs. */
  readonly weight: number
}

/** Two stories that share passages. */
export interface Shared {
  /** Indices of the earlier one, and of the later. */
  readonly first: number
  readonly second: number
  readonly passages: readonly Passages[]
  /** All letters of all runs: at least what they cover. */
  readonly letters: number
}

export function storiesOf({articles}: Issue, {blocks}: Normalised): Story[] {
  const lengths = new Float64Array(articles.length)
  const weights = new Float64Array(articles.length).fill(1)
  for (const {block, article, start, end, weight} of blocks) {
    if (!isCopy(block)) continue
    lengths[article] = (lengths[article] ?? 0) + (end - start) * weight
    weights[article] = weight
  }
  return articles.map((article, i) => ({article, length: lengths[i] ?? 0, weight: weights[i] ?? 1}))
}

/** The pairs of stories that share passages, each once. */
export function sharedBetween(passages: readonly Passages[], {blocks}: Normalised, stories: number): Iterable<Shared> {
  const pairs = new Map<number, {first: number; second: number; passages: Passages[]; letters: number}>()
  for (const it of passages) {
    const a = blocks[it.first]
    const b = blocks[it.second]
    if (!a || !b || a.article === b.article || !isCopy(a.block) || !isCopy(b.block)) continue
    const key = a.article * stories + b.article
    let pair = pairs.get(key)
    if (pair === undefined) {
      pair = {first: a.article, second: b.article, passages: [], letters: 0}
      pairs.set(key, pair)
    }
    pair.passages.push(it)
    for (const {length} of it.runs) pair.letters += length
  }
  return pairs.values()
}

/** The paragraphs that are compared. */
export const copyOf = ({blocks}: Article): Block[] => blocks.filter(isCopy)

/** Whether most of some paragraphs end as sentences do: the lines of a summary above a story, and tables, do not. */
export function isProse(copy: readonly Block[]): boolean {
  let ended = 0
  for (const {text} of copy) ended += stop.test(text.slice(-4)) ? text.length : -text.length
  return ended > 0
}

const isCopy = ({role}: Block) => role === 'body' || role === 'caption'

const stop = /[。！？…!?.][”’"」』）)】\s]*$/u
