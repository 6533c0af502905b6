import type {Span} from '../rule/finding.ts'
import type {Normalised, NormalisedBlock} from './normalised.ts'

/** Words of a stretch that one story has and another has not. */
export interface Evidence {
  /** As the stretch has them. */
  readonly words: string
  /** Where they stand first in the story that has them. */
  readonly at: Required<Span>
}

/** A longer run is not looked for. */
const longestRun = 30

/** A story of more letters is searched so far; none is written that long. */
const longestStory = 20_000

/** Letters that no word begins or ends with where it is cut: 的灌区, 灌区在, 10月. */
const loose =
  /^[的了在到和与及对向从将把被为于今等是也还都就而以并或之着过们年月日]+|[的了在到和与及对向从将把被为于今等是也还都就而以并或之着一]+$/g

/**
 * The longest words of a stretch, of two letters or more, that `having` has and `lacking` has not; at most three. No mark of the
 * stretch is inside of them, and no figure and no word of an alphabet is cut.
 */
export function evidence(
  letters: Normalised,
  stretch: NormalisedBlock,
  having: readonly NormalisedBlock[],
  lacking: readonly NormalisedBlock[]
): readonly Evidence[] {
  const text = (block: NormalisedBlock) => decoder.decode(letters.codes.subarray(block.start, block.end))
  const own = lacking.map(text).join('\n').slice(0, longestStory)
  const other = having.map(text).join('\n').slice(0, longestStory)
  const found = new Map<string, {readonly index: number; readonly from: number}>()
  for (const {start, end} of clauses(letters, stretch)) {
    const clause = decoder.decode(letters.codes.subarray(start, end))
    for (let i = 0; i + 2 <= clause.length; ) {
      let length = 1
      while (length < longestRun && i + length < clause.length && other.includes(clause.slice(i, i + length + 1)))
        length++
      const run = clause.slice(i, i + length)
      const word = run.replace(loose, '')
      const from = i + run.indexOf(word)
      const there = other.indexOf(word)
      if (
        word.length >= 2 &&
        isWhole(clause, from, word.length) &&
        isWhole(other, there, word.length) &&
        !own.includes(word)
      ) {
        found.set(word, {index: start + from, from: there})
        i += length
      } else i++
    }
  }
  return [...found]
    .sort(([a], [b]) => b.length - a.length)
    .slice(0, 3)
    .map(([word, {index, from}]) => {
      const {block} = stretch
      const first = letters.offsets[index] ?? block.start
      const last = letters.offsets[index + word.length - 1] ?? first
      return {
        words: block.text.slice(first - block.start, last + 1 - block.start),
        at: placeOf(letters, having, from, word.length)
      }
    })
}

const decoder = new TextDecoder('utf-16le')

/** Letters between which no mark stands. */
function* clauses({offsets}: Normalised, {start, end}: NormalisedBlock): Generator<{start: number; end: number}> {
  let from = start
  for (let i = start + 1; i <= end; i++) {
    if (i < end && offsets[i] === (offsets[i - 1] ?? 0) + 1) continue
    yield {start: from, end: i}
    from = i
  }
}

/** Whether a part of a clause cuts no figure and no word of an alphabet. */
const isWhole = (text: string, start: number, length: number) =>
  !/[a-z0-9][a-z0-9]/.test(text.slice(Math.max(0, start - 1), start + 1)) &&
  !/[a-z0-9][a-z0-9]/.test(text.slice(start + length - 1, start + length + 1))

/** The place on the page of letters of some paragraphs joined by a line end. */
function placeOf(
  letters: Normalised,
  blocks: readonly NormalisedBlock[],
  from: number,
  length: number
): Required<Span> {
  let before = 0
  for (const {block, start, end} of blocks) {
    if (from < before + end - start) {
      const first = letters.offsets[start + from - before] ?? block.start
      const last = letters.offsets[start + from - before + length - 1] ?? first
      return {page: block.page, start: first, end: last + 1}
    }
    before += end - start + 1
  }
  throw new RangeError('The letters are of other paragraphs')
}
