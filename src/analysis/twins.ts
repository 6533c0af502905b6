import type {Span} from '../rule/finding.ts'
import type {Normalised, NormalisedBlock} from './normalised.ts'

/** Two prints of a sentence, one behind the other, each with the marks that close it. */
export interface Twins {
  readonly first: Required<Span>
  readonly second: Required<Span>
  /** What closes each: `。`, `。”`. */
  readonly marks: string
}

/**
 * Whether `length` letters from `index` on and as many behind them are two sentences: 今天开闸。今天开闸。 What closes the first must
 * close the second; a quote or bracket around both is neither's, so that the second can be taken away and the quote stays.
 *
 * @param index in the normalised text
 * @param text gives the source of a span, as a rule has it
 */
export function twinSentences(
  {offsets}: Normalised,
  {block}: NormalisedBlock,
  index: number,
  length: number,
  text: (span: Span) => string
): Twins | undefined {
  const {page} = block
  const source = (start: number, end: number) =>
    text({page, start: Math.max(start, block.start), end: Math.min(end, block.end)})
  const [one, two] = [index, index + length].map((from) => ({
    start: offsets[from] ?? 0,
    end: (offsets[from + length - 1] ?? 0) + 1
  }))
  if (one === undefined || two === undefined) return undefined
  const marks = closing.exec(source(one.end, two.start))?.[0] ?? ''
  // in 建设法治体系。法治体系是总抓手。 the second goes on
  if (!stop.test(marks) || source(two.end, two.end + marks.length) !== marks) return undefined
  if (one.start > block.start && !opening.test(source(one.start - 1, one.start))) return undefined
  return {
    first: {page, start: one.start, end: one.end + marks.length},
    second: {page, start: two.start, end: two.end + marks.length},
    marks
  }
}

const stop = /[。！？!?.…]/u

/** Marks up to a blank or to what opens the next sentence. */
const closing = /^[^\s“‘「『（(《〈【[]*/u

/** What may stand before a sentence. */
const opening = /[。！？!?.…“‘「『（(《〈【：:”’」』）)\s]/u
