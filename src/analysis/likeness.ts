import {diffArrays} from 'diff'

/** Equal letters between two changes that are fewer than this are chance: 的, 会议. */
const island = 3

/** A change of fewer letters than this is too short to say that it has moved elsewhere. */
const movable = 4

/** Past this share of changed letters two texts are not alike, and the comparison stops. */
const furthest = 0.5

/** The cost grows with the square of the changes: a paragraph of a megabyte must not stop the page. */
const mostChanges = 600

/** How the first of two texts was made into the second, in letters. */
export interface Likeness {
  /** In both: in the same order, or moved as a clause. */
  readonly kept: number
  /** Only in the first, with nothing in its place. */
  readonly dropped: number
  /** Only in the second, in the place of nothing. */
  readonly added: number
  /** Other letters in the same place: 秘鲁总统, 智利总统. The lesser side is counted. */
  readonly exchanged: number
  /** Whether a figure stands in the place of another amid equal words: 第五十六号主席令, 第五十七号主席令. */
  readonly figures: boolean
}

/**
 * Compares two stretches of normalised letters; nothing where they are not alike.
 * Myers' algorithm by way of `diff`: time grows with length times difference, and the difference is bounded.
 */
export function likeness(first: Uint16Array, second: Uint16Array): Likeness | undefined {
  const parts = diffArrays(Array.from(first), Array.from(second), {
    maxEditLength: Math.min(mostChanges, Math.ceil((first.length + second.length) * furthest))
  })
  if (parts === undefined) return undefined
  const decoder = new TextDecoder('utf-16le')
  const gaps: Gap[] = []
  let kept = 0
  let gap: Gap | undefined
  for (const {value, removed, added} of parts) {
    const text = decoder.decode(Uint16Array.from(value))
    if (!removed && !added && (gap === undefined || text.length >= island)) {
      kept += text.length
      gap = undefined
      continue
    }
    if (gap === undefined) {
      gap = {gone: '', come: '', amid: kept > 0}
      gaps.push(gap)
    }
    if (!added) gap.gone += text
    if (!removed) gap.come += text
  }
  // nothing equal follows
  if (gap) gap.amid = false
  const moved = move(gaps)
  const sum = {kept: kept + moved, dropped: 0, added: 0, exchanged: 0, figures: false}
  for (const {gone, come, amid} of gaps) {
    const both = Math.min(gone.length, come.length)
    sum.exchanged += both
    sum.dropped += gone.length - both
    sum.added += come.length - both
    if (amid && isFigure(gone) && isFigure(come)) sum.figures = true
  }
  return sum
}

interface Gap {
  gone: string
  come: string
  /** Whether equal letters stand on both sides. */
  amid: boolean
}

/** Takes clauses that are gone here and come there out of the gaps; gives how many letters they have. */
function move(gaps: readonly Gap[]): number {
  let moved = 0
  for (const from of gaps) {
    if (from.gone.length < movable) continue
    const to = gaps.find(({come}) => come.length >= movable && (from.gone.includes(come) || come.includes(from.gone)))
    if (to === undefined) continue
    const [gone, come] = [from.gone, to.come]
    moved += Math.min(gone.length, come.length)
    from.gone = gone.replace(come, '')
    to.come = come.replace(gone, '')
  }
  return moved
}

const figure = /[0-9〇零一二三四五六七八九十百千万两]/

/** A short change with a numeral in it; a longer one is a clause that happens to hold one. */
const isFigure = (text: string) => text.length <= 12 && figure.test(text)
