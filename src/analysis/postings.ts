import type {Grams} from './grams.ts'
import {nextGram} from './grams.ts'

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
 * An inverted index of the grams of two letters or more in one pass over the stories, and of single letters where asked for.
 *
 * @param parts story by story
 * @param options.singles whether letters alone count
 * @param options.most of stories that have a gram: of more it tells nothing
 */
export function toPostings(
  codes: Uint16Array,
  parts: readonly Part[],
  grams: Grams,
  {singles, most}: {readonly singles: boolean; readonly most: number}
): Postings {
  const {size, letters} = grams
  const counts = new Int32Array(size + 1)
  // the last story that a gram was seen in, from 1
  const seen = new Int32Array(size + 1)
  // grams and postings in the order of the text, to be sorted by gram below
  let log = new Int32Array(2 ** 10)
  let length = 0
  const add = (gram: number, story: number, mark: number) => {
    if (gram === 0 || seen[gram] === story + 1) return
    seen[gram] = story + 1
    const count = ++(counts[gram] as number)
    if (count > most) return
    if (length === log.length) log = twice(log)
    log[length++] = gram
    log[length++] = story * 2 + mark
  }
  for (const {story, mark, start, end} of parts) {
    // the grams that end with the letter before
    let [single, pair] = [0, 0]
    for (let i = start; i < end; i++) {
      const letter = codes[i] as number
      const before = single
      single = letters[letter] as number
      if (singles) add(single, story, mark)
      const two = before > 0 && single > 0 ? nextGram(grams, before, letter) : 0
      add(two, story, mark)
      // most pairs are in no text that was asked for, nor is then what they are the beginning or the end of
      if (pair > 0 && two > 0) add(nextGram(grams, pair, letter), story, mark)
      pair = two
    }
  }
  return {counts, ...sorted(log.subarray(0, length), counts, most)}
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
