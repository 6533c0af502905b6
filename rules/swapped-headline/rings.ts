import {assign} from './assignment.ts'

/** Larger groups of doubtful heads are no slip of the night; their heads are only read one by one. */
const largestGroup = 60

/** Heads that fit better over each other's stories: `stories[k]`'s head belongs over `stories[k + 1]`, the last one's over the first. */
export interface Ring {
  readonly stories: readonly number[]
  /** How much better the heads fit after the move, on the average. */
  readonly gained: number
}

/**
 * Finds exchanged heads: of every group of heads that would each fit another's story better, the best assignment of heads to
 * stories is taken, and its cycles are read off. A head that fits its own story best never enters a group.
 *
 * @param own fit of each head over its own story
 * @param others fits over other stories
 * @param mean what the heads of a ring must gain on the average; no head may lose
 */
export function findRings(own: Float64Array, others: readonly ReadonlyMap<number, number>[], mean: number): Ring[] {
  const better = others.map((row, head) => [...row].filter(([, fit]) => fit > (own[head] ?? 0)).map(([story]) => story))
  const rings: Ring[] = []
  for (const group of components(better)) {
    const gain = group.map((head) =>
      group.map((story) => (story === head ? 0 : (others[head]?.get(story) ?? 0) - (own[head] ?? 0)))
    )
    const columns = group.length > largestGroup ? gain.map((row) => row.indexOf(Math.max(...row))) : assign(gain)
    for (const cycle of cycles(columns)) {
      const gains = cycle.map((row) => gain[row]?.[columns[row] ?? row] ?? 0)
      const gained = gains.reduce((sum, it) => sum + it, 0) / gains.length
      if (gained >= mean && gains.every((it) => it > 0))
        rings.push({stories: cycle.map((row) => group[row] ?? 0), gained})
    }
  }
  return rings
}

/** Strongly connected groups of two or more (Tarjan 1972), without recursion: a page may have thousands of heads. */
function components(next: readonly (readonly number[])[]): number[][] {
  const order = new Int32Array(next.length).fill(-1)
  const low = new Int32Array(next.length)
  const open = new Uint8Array(next.length)
  const stack: number[] = []
  const groups: number[][] = []
  let count = 0
  for (let root = 0; root < next.length; root++) {
    if (order[root] !== -1 || next[root]?.length === 0) continue
    const path: {node: number; edge: number}[] = []
    const enter = (node: number) => {
      order[node] = low[node] = count++
      open[node] = 1
      stack.push(node)
      path.push({node, edge: 0})
    }
    enter(root)
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const {node} = top
      const to = next[node]?.[top.edge++]
      if (to !== undefined) {
        if (order[to] === -1) enter(to)
        else if (open[to]) low[node] = Math.min(low[node] ?? 0, order[to] ?? 0)
        continue
      }
      path.pop()
      const parent = path.at(-1)?.node
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0)
      if (low[node] !== order[node]) continue
      const group = stack.splice(stack.lastIndexOf(node))
      for (const member of group) open[member] = 0
      if (group.length > 1) groups.push(group.sort((a, b) => a - b))
    }
  }
  return groups
}

/** The cycles of a function on 0…n-1, each from its least member. */
function* cycles(next: readonly number[]): Generator<number[]> {
  const state = new Uint8Array(next.length)
  for (let start = 0; start < next.length; start++) {
    const path: number[] = []
    let node = start
    while (state[node] === 0) {
      state[node] = 1
      path.push(node)
      node = next[node] ?? node
    }
    const from = path.indexOf(node)
    if (state[node] === 1 && from >= 0 && path.length - from > 1) yield path.slice(from)
    for (const it of path) state[it] = 2
  }
}
