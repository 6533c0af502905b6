import type {Span} from '../rule/finding.ts'
import type {Block} from '../tree/issue.ts'
import type {NormalisedBlock} from './normalised.ts'
import {isLetter} from './normalised.ts'

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
 * The longest words of a stretch, of two letters or more, that `having` has and `lacking` has not; at most three. No mark is inside
 * of them, and no figure and no word of an alphabet is cut.
 */
export function evidence(
  {text}: Block,
  having: readonly NormalisedBlock[],
  lacking: readonly NormalisedBlock[]
): readonly Evidence[] {
  const [there, own] = [toText(having), toText(lacking)]
  const found = new Map<string, number>()
  for (const {clause, index} of clauses(fold(text))) {
    for (let i = 0; i + 2 <= clause.length; ) {
      const run = longestIn(there, clause.slice(i, i + longestRun))
      const word = run.replace(loose, '')
      const from = i + run.indexOf(word)
      if (word.length >= 2 && isWhole(clause, from, word.length) && has(there, word) && !has(own, word)) {
        found.set(word, index + from)
        i += run.length
      } else i++
    }
  }
  return [...found]
    .sort(([a], [b]) => b.length - a.length)
    .slice(0, 3)
    .map(([word, start]) => ({words: text.slice(start, start + word.length), at: firstPlace(having, word)}))
}

/** What stands between marks, with its place. */
function* clauses(text: string): Generator<{clause: string; index: number}> {
  let clause = ''
  let index = 0
  for (const character of `${text} `) {
    if (isLetter(character) || character === '.' || character === '%') clause += character
    else if (clause !== '') {
      yield {clause, index: index - clause.length}
      clause = ''
    }
    index += character.length
  }
}

/** Paragraphs as one string, a line each. */
const toText = (blocks: readonly NormalisedBlock[]) =>
  blocks
    .map(({block}) => fold(block.text))
    .join('\n')
    .slice(0, longestStory)

/** Widths and case folded, unit by unit: offsets stay. */
const fold = (text: string) => {
  const lower = text.toLowerCase()
  return (lower.length === text.length ? lower : text).replace(/[\uff01-\uff5e]/g, (it) =>
    String.fromCharCode(it.charCodeAt(0) - 0xfee0)
  )
}

/** The longest beginning of a stretch that a text has, of two letters or more; words and figures whole. */
function longestIn(text: string, stretch: string): string {
  let length = 2
  if (!text.includes(stretch.slice(0, length))) return ''
  while (length < stretch.length && text.includes(stretch.slice(0, length + 1))) length++
  while (length > 1 && !has(text, stretch.slice(0, length))) length--
  return stretch.slice(0, length)
}

/** Whether a part of a clause cuts no figure and no word of an alphabet. */
const isWhole = (text: string, start: number, length: number) =>
  !/[a-z0-9.][a-z0-9]/.test(text.slice(Math.max(0, start - 1), start + 1)) &&
  !/[a-z0-9][a-z0-9]/.test(text.slice(start + length - 1, start + length + 1))

const has = (text: string, word: string) => indexOf(text, word) >= 0

/** Where a word stands; one of an alphabet or a figure only whole: leak is not in leaking, 2万 not in 1.2万. */
function indexOf(text: string, word: string): number {
  for (let index = text.indexOf(word); index >= 0; index = text.indexOf(word, index + 1)) {
    const before = text[index - 1] ?? ''
    const behind = text[index + word.length] ?? ''
    if (/^[a-z0-9]/.test(word) && /[a-z0-9.]/.test(before)) continue
    if (/[a-z0-9]$/.test(word) && /[a-z0-9]/.test(behind)) continue
    return index
  }
  return -1
}

function firstPlace(blocks: readonly NormalisedBlock[], word: string): Required<Span> {
  for (const {block} of blocks) {
    const index = indexOf(fold(block.text), word)
    if (index < 0) continue
    const start = block.start + index
    return {page: block.page, start, end: start + word.length}
  }
  throw new RangeError('No paragraph has the word')
}
