import type {Issue, Normalised, NormalisedBlock, Span, Use} from 'copylint'
import {defineRule, normalised, toSpan} from 'copylint'
import * as v from 'valibot'

/** A closing clause is at most this share of its paragraph; more is a repeated passage. */
const mostClause = 0.45

export default defineRule({
  name: 'duplicate-closing',
  scope: 'issue',
  severity: 'error',
  summary: {
    zh: '稿件的结尾重复：末段、末句排了两次，或前后两段用同一句收尾',
    en: 'a story that closes twice: its last paragraph or sentence again, or one closing clause under two paragraphs'
  },
  options: v.strictObject({
    least: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(4), v.description('Letters in a closing sentence or paragraph.')),
      8
    ),
    leastClause: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(8), v.description('Letters in a closing clause that returns.')),
      15
    )
  }),
  messages: {
    paragraph: {
      zh: {
        what: '结尾“{quote}”与{other}重复',
        why: '稿件的结尾排了两次。',
        how: '删去一处；如有一处属于别的稿件，移到那里去。'
      },
      en: {
        what: 'The closing “{quote}” repeats {other}',
        why: 'The story closes twice.',
        how: 'Delete one; if one of them belongs to another story, move it there.'
      }
    },
    sentence: {
      zh: {
        what: '末句“{quote}”排了两次',
        why: '稿件的最后一句重复了一遍。',
        how: '删去一句。'
      },
      en: {
        what: 'The last sentence “{quote}” stands twice',
        why: 'The story’s last sentence is printed a second time.',
        how: 'Delete one of them.'
      }
    },
    clause: {
      zh: {
        what: '“{quote}”在{other}已用来收尾',
        why: '一篇稿件里两段用同一句话收尾，像是改稿时留下的。',
        how: '留一处，另一处删去或改写。'
      },
      en: {
        what: '“{quote}” closes {other} as well',
        why: 'Two paragraphs of one story end in the same words, as if left over from an edit.',
        how: 'Keep one, delete or reword the other.'
      }
    }
  },
  labels: {
    first: {zh: '先排在这里', en: 'printed first here'},
    drop: {zh: '删去后排的结尾', en: 'Delete the second closing'}
  },

  *check(issue, {options, use, text}) {
    const letters = use(normalised, issue)
    for (const blocks of stories(issue, use)) {
      const last = blocks[blocks.length - 1]
      if (last === undefined) continue
      const earlier = blocks.slice(0, -1)
      const again = findParagraph(letters, earlier, last, options.least)
      const sentence = again ?? findSentence(letters, earlier[earlier.length - 1], last, options.least, text)
      if (sentence !== undefined) {
        const {id, at, first, adjacent} = sentence
        yield {
          id,
          at,
          ...(adjacent ? {} : {severity: 'warning'}),
          related: [{at: first, label: 'first', compare: true}],
          ...(adjacent && {
            fixes: [{title: 'drop', safety: 'safe', edits: [{...at, start: Math.min(first.end, at.start), text: ''}]}]
          })
        }
        continue
      }
      const clause = findClause(letters, earlier, last, options.leastClause, text)
      if (clause !== undefined) {
        const {at, first} = clause
        yield {id: 'clause', at, severity: 'warning', related: [{at: first, label: 'first', compare: true}]}
      }
    }
  }
})

interface Pair {
  readonly id: 'paragraph' | 'sentence'
  readonly at: Span
  readonly first: Span
  /** One print directly behind the other: then the second can go unread. */
  readonly adjacent: boolean
}

/** The paragraphs of each story that are not heads, in order. */
function stories(issue: Issue, use: Use): NormalisedBlock[][] {
  const lists: NormalisedBlock[][] = issue.articles.map(() => [])
  for (const it of use(normalised, issue).blocks) {
    if (['body', 'caption', 'note'].includes(it.block.role)) lists[it.article]?.push(it)
  }
  return lists
}

/** The last paragraph, letter for letter, in an earlier one. */
function findParagraph(
  letters: Normalised,
  earlier: readonly NormalisedBlock[],
  last: NormalisedBlock,
  least: number
): Pair | undefined {
  const length = last.end - last.start
  if (length < least) return undefined
  for (let i = earlier.length - 1; i >= 0; i--) {
    const other = earlier[i]
    if (other === undefined || other.end - other.start !== length) continue
    if (shared(letters, other.end, last.end, length) < length) continue
    const adjacent = i === earlier.length - 1
    // a short line that returns from afar may be a refrain
    if (!adjacent && length < 20) continue
    return {
      id: 'paragraph',
      at: last.block,
      first: other.block,
      adjacent: adjacent && other.block.text === last.block.text
    }
  }
  return undefined
}

/** The last sentence twice in a row: at the end of the last paragraph, or as a paragraph of its own behind the one that ends in it. */
function findSentence(
  letters: Normalised,
  before: NormalisedBlock | undefined,
  last: NormalisedBlock,
  least: number,
  text: (span: Span) => string
): Pair | undefined {
  const length = last.end - last.start
  if (before !== undefined && length >= least) {
    const end = endBeforeCredit(letters, before)
    const start = end - length
    if (start > before.start && shared(letters, end, last.end, length) >= length) {
      if (startsClause(letters, before, start, text)) {
        const first = toSpan(letters, before, start, end)
        return {id: 'sentence', at: last.block, first, adjacent: end === before.end}
      }
    }
  }
  const doubled = tandem(letters.codes.subarray(last.start, last.end), least)
  if (doubled === undefined) return undefined
  const middle = last.end - doubled
  const at = toSpan(letters, last, middle, last.end)
  const first = toSpan(letters, last, middle - doubled, middle)
  const between = text({...first, start: first.end, end: at.start})
  if (!/[。！？!?.…]/u.test(between)) return undefined
  return {id: 'sentence', at: {...at, start: at.start}, first: {...first, end: at.start}, adjacent: true}
}

/** Where a paragraph's letters end without the credit behind its last sentence: ……签字仪式。（编辑：林岚） */
function endBeforeCredit({offsets}: Normalised, {block, start, end}: NormalisedBlock): number {
  const credit = /[。！？”][（(][^（）()]{1,40}[）)]$/u.exec(block.text)
  let last = end
  if (credit) while (last > start && (offsets[last - 1] ?? 0) > block.start + credit.index) last--
  return last
}

/** The length of the shortest stretch that stands twice at the end, found by the Z function of the reversed text: linear. */
function tandem(codes: Uint16Array, least: number): number | undefined {
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
    if (i >= least && length >= i) return i
  }
  return undefined
}

/** The closing clause of the last paragraph under an earlier one, alike but for two letters (作出应有贡献, 作出了应有贡献). */
function findClause(
  letters: Normalised,
  earlier: readonly NormalisedBlock[],
  last: NormalisedBlock,
  least: number,
  text: (span: Span) => string
): {at: Span; first: Span} | undefined {
  let best: {at: Span; first: Span; length: number} | undefined
  for (const other of earlier) {
    if (other.block.role !== 'body' || last.block.role !== 'body') continue
    const match = matchEnds(letters, other, last)
    // more than a closing: the paragraphs repeat each other
    if (match.length > Math.min(other.end - other.start, last.end - last.start) * mostClause) continue
    // clauses, not the ends of words: both prints begin behind a mark
    for (let {length} = match; length >= least; length--) {
      const [from, otherFrom] = match.starts(length)
      if (!startsClause(letters, last, from, text) || !startsClause(letters, other, otherFrom, text)) continue
      if (best === undefined || length > best.length) {
        best = {
          at: toSpan(letters, last, from, last.end),
          first: toSpan(letters, other, otherFrom, other.end),
          length
        }
      }
      break
    }
  }
  return best
}

/** How far two paragraphs end alike, with at most one slip of two letters on either side. */
function matchEnds(letters: Normalised, a: NormalisedBlock, b: NormalisedBlock) {
  const limit = Math.min(a.end - a.start, b.end - b.start)
  const tail = shared(letters, a.end, b.end, limit)
  let best = {length: tail, a: 0, b: 0}
  for (const [skipA, skipB] of [
    [1, 0],
    [0, 1],
    [2, 0],
    [0, 2]
  ] as const) {
    const endA = a.end - tail - skipA
    const endB = b.end - tail - skipB
    const more = shared(letters, endA, endB, Math.min(endA - a.start, endB - b.start))
    if (tail >= 4 && more >= 4 && tail + more > best.length) best = {length: tail + more, a: skipA, b: skipB}
  }
  return {
    length: best.length,
    /** Where the last `length` matched letters begin, in b and in a. */
    starts: (length: number): [number, number] =>
      length <= tail ? [b.end - length, a.end - length] : [b.end - length - best.b, a.end - length - best.a]
  }
}

/** Equal letters before two ends. */
function shared({codes}: Normalised, endA: number, endB: number, limit: number): number {
  let length = 0
  while (length < limit && codes[endA - length - 1] === codes[endB - length - 1]) length++
  return length
}

/** Whether a mark stands before a letter, or the paragraph begins there. */
function startsClause(
  letters: Normalised,
  block: NormalisedBlock,
  index: number,
  text: (span: Span) => string
): boolean {
  if (index <= block.start) return true
  const start = (letters.offsets[index - 1] ?? 0) + 1
  return /[，。；：！？,;:!?…]/u.test(text({page: block.block.page, start, end: letters.offsets[index] ?? start}))
}
