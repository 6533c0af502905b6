import type {Article, Block, Issue, Normalised, NormalisedBlock, Passages} from 'copylint'

/** Before two stories are compared letter by letter, all letters of all runs must make this share of the shorter one. */
const leastRuns = 0.4
/** A story of less than this share of the other is a brief of it: the front page sums up what page 3 tells. */
const leastRatio = 0.2

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

/** The pairs of stories that share so much that they may be one, each once; those with one later story together. */
export function* sharedBetween(
  passages: readonly Passages[],
  {blocks}: Normalised,
  stories: readonly Story[],
  least: number
): Generator<Shared> {
  const storyOf = (block: number) => blocks[block]?.article ?? 0
  const isShared = ({first, second}: Passages) =>
    storyOf(first) !== storyOf(second) && isAt(blocks[first]) && isAt(blocks[second])
  // how much each story has of the later one: most pairs share a phrase, and their passages need not be gathered
  const letters = new Float64Array(stories.length)
  for (let from = 0, to = 0; from < passages.length; from = to) {
    const second = storyOf((passages[from] as Passages).second)
    const firsts: number[] = []
    for (; to < passages.length && storyOf((passages[to] as Passages).second) === second; to++) {
      const it = passages[to] as Passages
      if (!isShared(it)) continue
      const first = storyOf(it.first)
      if (letters[first] === 0) firsts.push(first)
      for (const {length} of it.runs) letters[first] = (letters[first] ?? 0) + length
    }
    for (const first of firsts) {
      const sum = letters[first] ?? 0
      letters[first] = 0
      if (!mayBeOne(stories[first] as Story, stories[second] as Story, sum, least)) continue
      const own = passages.slice(from, to).filter((it) => storyOf(it.first) === first && isShared(it))
      yield {first, second, passages: own}
    }
  }
}

/** Whether two stories are long enough, and alike enough in length and words, to be compared letter by letter. */
function mayBeOne(first: Story, second: Story, letters: number, least: number): boolean {
  const shorter = first.length < second.length ? first : second
  const longer = shorter === first ? second : first
  if (shorter.length < least || shorter.length / longer.length < leastRatio) return false
  return letters * shorter.weight >= shorter.length * leastRuns
}

/** The paragraphs that are compared. */
export const copyOf = ({blocks}: Article): Block[] => blocks.filter(isCopy)

/** Whether most of some paragraphs end as sentences do: the lines of a summary above a story, and tables, do not. */
export function isProse(copy: readonly Block[]): boolean {
  let ended = 0
  for (const {text} of copy) ended += stop.test(text.slice(-4)) ? text.length : -text.length
  return ended > 0
}

const isAt = (it: NormalisedBlock | undefined) => it !== undefined && isCopy(it.block)

const isCopy = ({role}: Block) => role === 'body' || role === 'caption'

const stop = /[。！？…!?.][”’"」』）)】\s]*$/u
