import type {Block, Edit, Fits, Fix, Issue, Normalised, Related, Span} from 'copylint'
import {datelineLength, evidence, headingMarks, lettersOf} from 'copylint'

/** A head of fewer letters says too little of its story: 短评, 编者按. One of more is no head. */
const leastLetters = 4
const mostLetters = 200

type Line = Related<'stays' | 'goes'>

/** A head on its way from one story to another. */
export interface Move {
  readonly head: Block
  /** Whether it is a head for certain: marked, or above a dateline; on a bare page the head of a part may look like one. */
  readonly sure: boolean
  /** Of all that tells the two stories apart in the head’s words, the share that speaks for the other. */
  readonly leaning: number
  /** How much better the head fits the other story than its own. */
  readonly gain: number
  /** Words of the head that the other story has and its own has not, longest first. */
  readonly words: readonly string[]
  /** Where the first of them stands in the other story. */
  readonly evidence: readonly Span[]
  /** Its kickers and decks: whether each stays with the story or goes with the head. */
  readonly lines: readonly Line[]
  /** The head with the lines that go with it; absent where a line that stays stands between. */
  readonly block?: Span
}

/** None or one: a line that is too short or too long is no head. */
export function toMove(issue: Issue, letters: Normalised, fit: Fits, from: number, to: number): Move[] {
  const {headline: head, kickers = [], decks = [], blocks = []} = issue.articles[from] ?? {}
  if (head === undefined) return []
  const codes = lettersOf(letters, head)
  if (codes.length < leastLetters || codes.length > mostLetters) return []
  const found = evidence(head, fit.bodies[to] ?? [], fit.bodies[from] ?? [])
  const goes = (line: Block) => fit.of(lettersOf(letters, line), from) < fit.of(lettersOf(letters, line), to)
  const moved = blocks.filter((it) => it === head || ((it.role === 'kicker' || it.role === 'deck') && goes(it)))
  const [top] = moved
  const bottom = moved.at(-1)
  const together = top && bottom && blocks.indexOf(bottom) - blocks.indexOf(top) === moved.length - 1
  return [
    {
      head,
      sure: headingMarks(head) !== undefined || datelineLength(fit.bodies[from]?.[0]?.block.text ?? '') > 0,
      leaning: fit.leaning(codes, from, to),
      gain: fit.of(codes, to) - (fit.own[from] ?? 0),
      words: found.map(({words}) => words),
      evidence: found.slice(0, 1).map(({at}) => at),
      lines: [...kickers, ...decks].map((at): Line => ({at, label: moved.includes(at) ? 'goes' : 'stays'})),
      ...(together && {block: {page: top.page, start: top.start, end: bottom.end}})
    }
  ]
}

/** Each head, with the lines that go with it, in the place of the next. */
export function exchange(moves: readonly Move[], text: (span: Span) => string): {fixes?: [Fix<'exchange'>]} {
  const edits: Edit[] = []
  for (const [k, {block}] of moves.entries()) {
    const place = moves[(k + 1) % moves.length]?.block
    if (block && place) edits.push({...place, text: text(block)})
  }
  return edits.length < moves.length ? {} : {fixes: [{title: 'exchange', safety: 'unsafe', edits}]}
}
