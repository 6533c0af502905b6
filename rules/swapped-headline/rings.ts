import type {Fits} from 'copylint'
import {assign} from './assignment.ts'

/** Larger groups of doubtful heads are no slip of the night; the assignment costs their cube, so each takes its best story. */
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
 * @param mean what the heads of a ring must gain on the average; no head may lose
 */
export function findRings({own, better}: Pick<Fits, 'own' | 'better'>, mean: number): Ring[] {
  const rings: Ring[] = []
  const gain = (head: number, story: number) => (better[head]?.get(story) ?? 0) - (own[head] ?? 0)
  for (const group of components(better.map((row) => [...row.keys()]))) {
    const columns = group.length > largestGroup ? favourites(group, better) : assign(gains(group, gain, better))
    for (const cycle of cycles(columns)) {
      const stories = cycle.map((row) => group[row] ?? 0)
      const each = stories.map((head, k) => gain(head, stories[(k + 1) % stories.length] ?? head))
      const gained = each.reduce((sum, it) => sum + it, 0) / each.length
      if (gained >= mean && each.every((it) => it > 0)) rings.push({stories, gained})
    }
  }
  return rings
}

/** What each head of a group gains over each story of it; staying gains nothing, a worse story is out of the question. */
function gains(
  group: readonly number[],
  gain: (head: number, story: number) => number,
  better: Fits['better']
): number[][] {
  return group.map((head) =>
    group.map((story) => (story === head ? 0 : better[head]?.has(story) ? gain(head, story) : -group.length))
  )
}

/** For each head of a group the place in it of the story that it fits best; its own where that is outside. */
function favourites(group: readonly number[], better: Fits['better']): number[] {
  const places = new Map(group.map((story, place) => [story, place]))
  return group.map((head, place) => {
    let best: readonly [number, number] = [head, 0]
    for (const it of better[head] ?? []) if (it[1] > best[1]) best = it
    return places.get(best[0]) ?? place
  })
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
