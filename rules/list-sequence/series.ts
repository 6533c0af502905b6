import type {Item} from './items.ts'

/** What is wrong with a list at one of its items. */
export interface Slip {
  readonly id: 'first' | 'gap' | 'twice' | 'order'
  /** The item that does not follow. */
  readonly item: Item
  /** The number that should stand before it. */
  readonly missing: number
  /** The items of the list before it, and those behind it. */
  readonly before: readonly Item[]
  readonly after: readonly Item[]
}

interface Series {
  readonly items: Item[]
  /** What the next item is counted from. */
  last: number
  slip?: Noted
}

interface Noted extends Pick<Slip, 'id' | 'missing'> {
  readonly at: number
}

/** Lists within items of lists go no deeper; without a bound a hostile page would cost the square of its marks. */
const mostOpen = 6

/** The slips in items of one kind and one story, at most one a list. */
export function* slipsOf(items: readonly Item[]): Generator<Slip> {
  const all: Series[] = []
  let open: Series[] = []
  items.forEach((item, i) => {
    const depth = item.number === 1 ? -1 : depthOf(open, item.number)
    const top = open.at(-1)
    const id = item.number === 1 || depth >= 0 ? undefined : judge(top, item.number, items[i + 1]?.number)
    if (depth >= 0) open = open.slice(0, depth + 1)
    const series = open.at(-1)
    if (series && item.number !== 1 && id !== 'first') {
      if (id) series.slip ??= {id, at: series.items.length, missing: series.last + 1}
      series.items.push(item)
      series.last = Math.max(series.last, item.number)
      return
    }
    const begun: Series = {items: [item], last: item.number, ...(id && {slip: {id, at: 0, missing: 1}})}
    open = [...open.slice(-mostOpen), begun]
    all.push(begun)
  })
  for (const [i, {slip, items}] of all.entries()) {
    if (slip) yield toSlip(slip, items)
    const [first] = items
    const other = all[i - 1]?.items ?? []
    // 一是……，一是……，二是……
    if (first?.number !== 1 || items.length < 2 || other.length !== 1 || other[0]?.number !== 1) continue
    if (other[0].block === items[1]?.block)
      yield {id: 'twice', missing: 2, item: first, before: other, after: items.slice(1)}
  }
}

function toSlip({id, at, missing}: Noted, items: readonly Item[]): Slip {
  // 一是、三是、二是: nothing is missing, the last stands too late
  const late = id === 'gap' ? items.findIndex(({number}, i) => i > at && number === missing) : -1
  const index = late < 0 ? at : late
  const [item] = items.slice(index) as [Item]
  return {id: late < 0 ? id : 'order', missing, item, before: items.slice(0, index), after: items.slice(index + 1)}
}

/**
 * Which open list a number goes on with: 一是……，其中一是……，二是……；二是…… A list within an item has two items at least: of
 * 一是……，二是……。一是……，三是…… the last belongs to the second list, which lacks one.
 */
function depthOf(open: readonly Series[], number: number): number {
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const series = open[depth]
    if (series?.last === number - 1) return depth
    if ((series?.items.length ?? 0) < 2) return -1
  }
  return -1
}

/** What it means that a number does not follow the last one of its list. */
function judge(series: Series | undefined, number: number, next: number | undefined): Slip['id'] {
  if (!series) return 'first'
  const {last, items} = series
  if (number > last + 1) return 'gap'
  if (number === last) return 'twice'
  // 一是、三是、二是 fills its own gap; 一是、二是、三是。二是、三是 is a second list without its first item
  return next === last + 1 || (number > (items[0]?.number ?? 0) && items.every((it) => it.number !== number))
    ? 'order'
    : 'first'
}
