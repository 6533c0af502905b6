import type {Normalised, NormalisedBlock} from 'copylint'
import {toSpan} from 'copylint'
import type {Pair, Text} from './letters.ts'
import {shared, startsClause} from './letters.ts'

/** A closing clause is at most this share of its paragraph, and so many letters; more is a repeated passage. */
const mostShare = 0.6
const mostLetters = 49

/** On either side of a slip at least so many letters are the same. */
const leastAround = 4

/** Letters that one print may have more than the other: 作出应有贡献, 作出了应有贡献. */
const slips = [
  [1, 0],
  [0, 1],
  [2, 0],
  [0, 2]
] as const

/** The clause that closes the last paragraph under an earlier paragraph of the story as well; the longest. */
export function findClause(
  letters: Normalised,
  earlier: readonly NormalisedBlock[],
  last: NormalisedBlock,
  least: number,
  text: Text
): Pair | undefined {
  let best: Pair | undefined
  let longest = least - 1
  for (const other of earlier) {
    const match = matchEnds(letters, other, last)
    if (match.length * last.weight > mostLetters) continue
    if (match.length > Math.min(other.end - other.start, last.end - last.start) * mostShare) continue
    for (let {length} = match; length > longest; length--) {
      const [from, otherFrom] = match.starts(length)
      // clauses, not the ends of words: both begin behind a mark
      if (!startsClause(letters, last, from, text) || !startsClause(letters, other, otherFrom, text)) continue
      best = {at: toSpan(letters, last, from, last.end), first: toSpan(letters, other, otherFrom, other.end)}
      longest = length
    }
  }
  return best
}

interface Match {
  /** Letters that the two ends share. */
  readonly length: number
  /** Where the last `length` of them begin, in the last paragraph and in the other. */
  readonly starts: (length: number) => readonly [number, number]
}

/** How far two paragraphs end alike, with at most one slip. */
function matchEnds(letters: Normalised, other: NormalisedBlock, last: NormalisedBlock): Match {
  const tail = shared(letters, other.end, last.end, Math.min(other.end - other.start, last.end - last.start))
  let length = tail
  let [skipOther, skipLast] = [0, 0]
  for (const [a, b] of tail >= leastAround ? slips : []) {
    const [endOther, endLast] = [other.end - tail - a, last.end - tail - b]
    const more = shared(letters, endOther, endLast, Math.min(endOther - other.start, endLast - last.start))
    if (more < leastAround || tail + more <= length) continue
    length = tail + more
    skipOther = a
    skipLast = b
  }
  return {
    length,
    starts: (wanted) =>
      wanted <= tail
        ? [last.end - wanted, other.end - wanted]
        : [last.end - wanted - skipLast, other.end - wanted - skipOther]
  }
}
