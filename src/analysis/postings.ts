import type {Grams} from './grams.ts'
import {nextGram, singleGram} from './grams.ts'

/** A stretch of a story, by indices of its letters. */
export interface Part {
  readonly story: number
  readonly start: number
  readonly end: number
  /** Noted with each gram that stands here first in the story, 0 or 1. */
  readonly mark: number
}

/** Which stories have which grams. */
export interface Postings {
  /** By gram: how many stories have it. */
  readonly counts: Int32Array
  /** By gram: where its postings begin, up to those of the next; none where too many stories have it. */
  readonly starts: Int32Array
  /** A story × 2, plus the mark of the part in which the gram stands first; stories ascending. */
  readonly postings: Int32Array
}

/**
 * An inverted index of grams of up to three letters, in one pass over the stories.
 *
 * @param parts story by story
 * @param most of stories that have a gram: of more it tells nothing
 */
export function gramPostings(codes: Uint16Array, parts: readonly Part[], grams: Grams, most: number): Postings {
  const {add, sorted} = postingsLog(grams.size, most)
  for (const {story, mark, start, end} of parts) {
    const posting = story * 2 + mark
    // the grams that end with the letter before
    let [single, pair] = [0, 0]
    for (let i = start; i < end; i++) {
      const letter = codes[i] as number
      const before = single
      single = singleGram(grams, letter)
      if (single > 0) add(single, posting)
      const two = before > 0 && single > 0 ? nextGram(grams, before, letter) : 0
      if (two > 0) add(two, posting)
      // most pairs are in no text that was asked for, nor is then what they are the beginning or the end of
      const three = pair > 0 && two > 0 ? nextGram(grams, pair, letter) : 0
      if (three > 0) add(three, posting)
      pair = two
    }
  }
  return sorted()
}

/** The same of pairs alone. */
export function pairPostings(codes: Uint16Array, parts: readonly Part[], pairs: Grams, most: number): Postings {
  const {add, sorted} = postingsLog(pairs.size, most)
  for (const {story, mark, start, end} of parts) {
    const posting = story * 2 + mark
    for (let i = start + 1; i < end; i++) {
      const pair = nextGram(pairs, codes[i - 1] as number, codes[i] as number)
      if (pair > 0) add(pair, posting)
    }
  }
  return sorted()
}

function postingsLog(size: number, most: number) {
  const counts = new Int32Array(size + 1)
  // the last story that a gram was seen in, from 1
  const seen = new Int32Array(size + 1)
  // grams and postings in the order of the text, to be sorted by gram
  let log = new Int32Array(2 ** 10)
  let length = 0
  return {
    add(gram: number, posting: number): void {
      const story = (posting >> 1) + 1
      if (seen[gram] === story) return
      seen[gram] = story
      const count = ++(counts[gram] as number)
      if (count > most) return
      if (length === log.length) log = twice(log)
      log[length++] = gram
      log[length++] = posting
    },
    sorted: (): Postings => ({counts, ...sorted(log.subarray(0, length), counts, most)})
  }
}

/** Whether a posting is among some others. A view of them would cost more than they do. */
export function has(postings: Int32Array, from: number, to: number, posting: number): boolean {
  for (let k = from; k < to; k++) if (postings[k] === posting) return true
  return false
}

/** Sorted by gram, by counting. */
function sorted(log: Int32Array, counts: Int32Array, most: number): Pick<Postings, 'starts' | 'postings'> {
  const starts = new Int32Array(counts.length + 1)
  for (let gram = 0; gram < counts.length; gram++) {
    const count = counts[gram] as number
    starts[gram + 1] = (starts[gram] as number) + (count > most ? 0 : count)
  }
  const next = starts.slice()
  const postings = new Int32Array(starts[counts.length] as number)
  for (let i = 0; i < log.length; i += 2) {
    const gram = log[i] as number
    if ((counts[gram] as number) <= most) postings[(next[gram] as number)++] = log[i + 1] as number
  }
  return {starts, postings}
}

function twice(log: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(log.length * 2)
  longer.set(log)
  return longer
}
