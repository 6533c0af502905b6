import type {Block, LoneMark} from 'copylint'
import type {Lone} from './lone.ts'

/** Two halves that were typed alike stand as near as two that were not. */
const farthest = 40

/**
 * What the lone marks of a paragraph are to each other: two of one kind may be one pair whose halves are the same half
 * (“农家乐“), or a pair that crosses another (“甲（乙”丙）). The rest are alone.
 */
export function settle(alone: readonly LoneMark[], block: Block): Lone[] {
  if (alone.length === 0) return []
  if (alone.length === 1) return alone.map((mark) => toLone(mark, block))
  const kinds = new Map<number, LoneMark[]>()
  for (const mark of alone) {
    const list = kinds.get(mark.kind)
    if (list) list.push(mark)
    else kinds.set(mark.kind, [mark])
  }
  return [...kinds.values()].flatMap((marks) => settleKind(marks, block)).sort((a, b) => a.mark.at - b.mark.at)
}

function settleKind(marks: readonly LoneMark[], block: Block): Lone[] {
  const [one, two] = marks
  if (one && two && marks.length === 2) {
    if (one.opens && !two.opens) return [{id: 'crossed', mark: one, block, other: two.at, severity: 'info'}]
    if (one.opens === two.opens && isNear(one, two, block)) {
      const [wrong, right] = one.opens ? [two, one] : [one, two]
      return [{id: 'turned', mark: wrong, block, other: right.at}]
    }
  }
  return marks.map((mark) => toLone(mark, block))
}

function isNear({at}: LoneMark, {at: end}: LoneMark, {text, start}: Block): boolean {
  return end - at > 1 && end - at <= farthest && !text.slice(at - start, end - start).includes('。')
}

const toLone = (mark: LoneMark, block: Block): Lone => ({id: mark.opens ? 'open' : 'close', mark, block})
