import type {LetterPairs} from './letter-pairs.ts'
import type {NormalisedBlock} from './normalised.ts'
import type {TiedStory} from './tied-story.ts'

/** Which stories have which pairs of letters. */
export interface Postings {
  /** Where the postings of each pair begin; those of one that too many stories have are one more than `most`. */
  readonly starts: Uint32Array
  /** The stories that have a pair: place × 2, plus 1 where only the closing has it. */
  readonly postings: Uint32Array
}

/** @param most of stories that have a pair: of more it tells nothing */
export function toPostings(
  codes: Uint16Array,
  stories: readonly TiedStory[],
  {size, find}: LetterPairs,
  most: number
): Postings {
  const starts = new Uint32Array(size + 1)
  const seen = new Int32Array(size).fill(-1)
  // in the order of the text, to be sorted by pair below
  const letters = stories.reduce((sum, it) => sum + it.letters, 0)
  const log = new Uint32Array(2 * Math.min(letters, size * (most + 1)))
  let length = 0
  stories.forEach(({headline, rest, closing, attendance}, place) => {
    const add = ({start, end}: NormalisedBlock, posting: number) => {
      for (let i = start + 1; i < end; i++) {
        const pair = find(codes[i - 1] ?? 0, codes[i] ?? 0)
        if (pair < 0 || seen[pair] === place) continue
        seen[pair] = place
        const count = starts[pair + 1] ?? 0
        if (count > most) continue
        starts[pair + 1] = count + 1
        log[length++] = pair
        log[length++] = posting
      }
    }
    if (headline) add(headline, place * 2)
    for (const block of rest) add(block, place * 2)
    if (closing && !attendance) add(closing, place * 2 + 1)
  })
  for (let pair = 1; pair <= size; pair++) starts[pair] = (starts[pair] ?? 0) + (starts[pair - 1] ?? 0)
  const next = starts.slice()
  const postings = new Uint32Array(starts[size] ?? 0)
  for (let i = 0; i < length; i += 2) {
    const pair = log[i] ?? 0
    const at = next[pair] ?? 0
    postings[at] = log[i + 1] ?? 0
    next[pair] = at + 1
  }
  return {starts, postings}
}

/** Whether a posting is among some others. */
export function has(postings: Uint32Array, from: number, to: number, posting: number): boolean {
  for (let k = from; k < to; k++) if (postings[k] === posting) return true
  return false
}
