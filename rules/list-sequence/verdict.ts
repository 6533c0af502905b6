import type {Severity} from 'copylint'
import type {Slip} from './series.ts'

/** A lone 二是 is none: a list from the second item on has a third. */
export const isList = ({id, item, after}: Slip) => id !== 'first' || (item.number === 2 && after[0]?.number === 3)

/** Two items that follow each other prove a list. Numbered parts may be an excerpt; words of order are used freely. */
export function severityOf(slip: Slip): Severity {
  const {id, item, before, after} = slip
  if (item.kind === '先' || item.kind === 'en') return 'warning'
  const items = [...before, item, ...after]
  if (id === 'first') {
    return '是要第其'.includes(item.kind) || items.every(({index}) => index === item.index) ? 'error' : 'warning'
  }
  // 一是……，一是……，二是…… may be a list within an item
  if (items.length < 3 || item.number === 1 || isTie(slip)) return 'warning'
  // 一是、二是、二是 in two paragraphs may be two lists
  return id === 'twice' && after.length === 0 && before.at(-1)?.index !== item.index ? 'warning' : 'error'
}

/** 第一，青溪队；第二，白溪队；第二，松岭队；第四，渡口队: two share a place. */
const isTie = ({id, item, before, after}: Slip) => {
  const last = before.at(-1)
  const isNear = last?.index === item.index && item.start - last.end < mostInPlace
  return id === 'twice' && item.kind === '第' && after[0]?.number === item.number + 2 && isNear
}

/** A team's name is shorter. */
const mostInPlace = 16
