import type {Edit, Normalised, NormalisedBlock} from 'copylint'
import {toSpan, twinSentences} from 'copylint'
import type {Pair, Text} from './letters.ts'
import {shared, startsClause} from './letters.ts'

/** A shorter line that returns from afar may be a refrain. */
const leastFromAfar = 20

/** A shorter paragraph that returns from afar may be how a feature ends as it began. */
const provenFromAfar = 40

/** A closing printed again. */
export interface Again extends Pair {
  /** Whether the second print can go unread, as it can directly behind the first. */
  readonly mend: 'safe' | 'unsafe'
  /** What is to go, where it is not just the second print. */
  readonly drop?: Edit
  /** Less sure than an error. */
  readonly likely?: boolean
}

/** The last paragraph, letter for letter, in an earlier one. */
export function findParagraph(
  letters: Normalised,
  earlier: readonly NormalisedBlock[],
  last: NormalisedBlock,
  least: number
): Again | undefined {
  const length = last.end - last.start
  if (length < least) return undefined
  for (let i = earlier.length - 1; i >= 0; i--) {
    const other = earlier[i]
    if (other === undefined || other.end - other.start !== length) continue
    if (shared(letters, other.end, last.end, length) < length) continue
    const adjacent = i === earlier.length - 1
    if (!adjacent && length * last.weight < leastFromAfar) continue
    const same = adjacent && other.block.text === last.block.text
    const likely = !adjacent && length * last.weight < provenFromAfar
    return {at: last.block, first: other.block, mend: same ? 'safe' : 'unsafe', ...(likely && {likely})}
  }
  return undefined
}

/** The last sentence twice: as a paragraph of its own behind the one that ends in it, or within the last paragraph. */
export function findSentence(
  letters: Normalised,
  before: NormalisedBlock | undefined,
  last: NormalisedBlock,
  least: number,
  text: Text
): Again | undefined {
  return (
    (before && findAlone(letters, before, last, least, text)) ??
    findDoubled(letters, last, least, text) ??
    findWithin(letters, last, 2 * least)
  )
}

function findAlone(
  letters: Normalised,
  before: NormalisedBlock,
  last: NormalisedBlock,
  least: number,
  text: Text
): Again | undefined {
  const length = last.end - last.start
  const end = endBeforeCredit(letters, before)
  const start = end - length
  if (length < least || start < before.start || shared(letters, end, last.end, length) < length) return undefined
  if (!startsClause(letters, before, start, text)) return undefined
  // a whole paragraph again is told as such
  if (start === before.start && end === before.end) return undefined
  return {at: last.block, first: toSpan(letters, before, start, end), mend: end === before.end ? 'safe' : 'unsafe'}
}

/** Where a paragraph's letters end without the credit behind its last sentence: ……签字仪式。（编辑：林岚） */
function endBeforeCredit({offsets}: Normalised, {block, start, end}: NormalisedBlock): number {
  const credit = /[。！？”]\s*[（(][^（）()]{1,40}[）)]$/u.exec(block.text)
  let last = end
  if (credit) while (last > start && (offsets[last - 1] ?? 0) > block.start + credit.index) last--
  return last
}

function findDoubled(letters: Normalised, last: NormalisedBlock, least: number, text: Text): Again | undefined {
  const end = endBeforeCredit(letters, last)
  if (!endsAsBefore(letters, last.start, end, least)) return undefined
  for (const length of tandems(letters.codes.subarray(last.start, end), least)) {
    const twins = twinSentences(letters, last, end - 2 * length, length, text)
    // a chant is no slip: 水到田头！水到田头！
    if (twins === undefined || /^[！!]/u.test(twins.marks)) continue
    const {first, second} = twins
    return {at: second, first, mend: 'safe', drop: {...second, start: first.end, text: ''}}
  }
  return undefined
}

/** Whether the last letters stand before the last `least` too. */
function endsAsBefore({codes}: Normalised, start: number, end: number, least: number): boolean {
  for (let i = end - 1 - Math.ceil(least); i > start; i--) {
    if (codes[i] === codes[end - 1] && codes[i - 1] === codes[end - 2]) return true
  }
  return false
}

/** The last sentence, word for word, further up in the last paragraph. */
function findWithin(letters: Normalised, last: NormalisedBlock, least: number): Again | undefined {
  const {offsets} = letters
  let index = last.start
  const sentences = last.block.node.children.flatMap(({type, position}) => {
    if (type !== 'SentenceNode') return []
    const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0]
    const from = index
    while (index < last.end && (offsets[index] ?? 0) < end) index++
    const at = {page: last.block.page, start: Math.max(start, offsets[from] ?? start), end}
    return [{at, last: index, length: index - from}]
  })
  const closing = sentences.pop()
  if (closing === undefined || closing.length < least) return undefined
  const {length} = closing
  const first = sentences.find(
    (it) => it.length === length && shared(letters, it.last, closing.last, length) === length
  )
  return first && {at: closing.at, first: first.at, mend: 'unsafe'}
}

/** The lengths of stretches that stand twice in a row at the end, by the Z function of the reversed letters: linear. */
function* tandems(codes: Uint16Array, least: number): Generator<number> {
  const reversed = codes.slice().reverse()
  const z = new Uint32Array(reversed.length)
  for (let i = 1, left = 0, right = 0; i < reversed.length; i++) {
    let length = i < right ? Math.min(right - i, z[i - left] ?? 0) : 0
    while (i + length < reversed.length && reversed[length] === reversed[i + length]) length++
    z[i] = length
    if (i + length > right) {
      left = i
      right = i + length
    }
    if (i >= least && length >= i) yield i
  }
}
