import type {Span} from '../rule/finding.ts'
import type {Item, Spared} from './account.ts'

/** The same slip counts so often in an issue. */
const mostAlike = 3

/** The style of figures costs an issue at most so much. */
const mostForNumerals = 1

/**
 * Takes from the points what is not to be counted: words that another finding has counted already, the same slip beyond three times,
 * the style of figures beyond one point. What is certain is counted before what is likely, so that this never takes from that.
 *
 * @param items in the order of the page
 * @param slipOf what tells one slip from another
 */
export function spare(items: readonly Item[], slipOf: (item: Item) => string): Item[] {
  const told = toldTwice(items)
  const alike = new Map<string, number>()
  const points = new Map<Item, {points: number; spared: Spared}>()
  let numerals = 0
  for (const item of items.filter(({certain}) => certain).concat(items.filter(({certain}) => !certain))) {
    if (told.has(item)) points.set(item, {points: 0, spared: 'told'})
    else if (item.counts === 'numeral') {
      const left = Math.max(0, Math.round((mostForNumerals - numerals) * 100) / 100)
      if (left < item.points) points.set(item, {points: left, spared: 'numerals'})
      numerals += Math.min(left, item.points)
    } else if (item.counts === 'fact' || item.counts === 'character') {
      const slip = slipOf(item)
      const times = (alike.get(slip) ?? 0) + 1
      alike.set(slip, times)
      if (times > mostAlike) points.set(item, {points: 0, spared: 'thrice'})
    }
  }
  return withoutInner(items.map((item) => ({...item, ...points.get(item)})))
}

/**
 * Of a likely passage that goes altogether, what is certain inside it has been counted: four figures in an ending that is perhaps printed twice are
 * 0.4 without it, and with it the passage is 4 and not 4.4. The passage adds what is left.
 */
function withoutInner(items: readonly Item[]): Item[] {
  const certain = items.filter((item) => item.certain && item.points > 0)
  const taken = new Set<Item>()
  return items.map((item) => {
    if (item.certain || item.points === 0 || !goes(item)) return item
    const inner = certain.filter((it) => it.finding !== item.finding && !taken.has(it) && isWithin(it.at, item.at))
    if (inner.length === 0) return item
    for (const it of inner) taken.add(it)
    const counted = inner.reduce((sum, it) => sum + it.points, 0)
    return {...item, points: Math.max(0, Math.round((item.points - counted) * 100) / 100), spared: 'told'}
  })
}

/** Items whose words another one has counted: the weightier speaks, and what is certain before what is likely. */
function toldTwice(items: readonly Item[]): Set<Item> {
  const told = new Set<Item>()
  let open: Item[] = []
  const inOrder = [...items].sort((a, b) => a.at.page - b.at.page || a.at.start - b.at.start || b.at.end - a.at.end)
  for (const item of inOrder) {
    if (item.points === 0) continue
    open = open.filter(({at}) => at.page === item.at.page && at.end > item.at.start)
    for (const other of open) {
      if (!isOneDefect(other, item)) continue
      told.add(outranks(item, other) ? other : item)
    }
    open.push(item)
  }
  return told
}

/**
 * Both mark the same words, or one marks a slip inside words that go altogether. A story without its head that seems to close the one
 * above is one error of logic as well: both begin at the same word.
 */
function isOneDefect(a: Item, b: Item): boolean {
  if (a.finding === b.finding) return false
  const shared = overlap(a.at, b.at)
  if (shared * 2 >= length(a.at) && shared * 2 >= length(b.at)) return true
  if (a.counts === 'fact' && b.counts === 'fact' && a.at.start === b.at.start) return true
  const [wide, narrow] = length(a.at) > length(b.at) ? [a, b] : [b, a]
  return goes(wide) && (wide.certain || !narrow.certain) && shared === length(narrow.at)
}

/** Whether a whole passage is superfluous: what is wrong inside goes with it. */
const goes = ({counts, characters = 0}: Item): boolean => counts === 'character' && characters > 5

const isWithin = (inner: Required<Span>, outer: Required<Span>): boolean =>
  inner.page === outer.page && inner.start >= outer.start && inner.end <= outer.end

const outranks = (a: Item, b: Item): boolean => (a.certain === b.certain ? a.points > b.points : a.certain)

const length = ({start, end}: Span): number => Math.max(1, end - start)

const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)
