import {rewrite} from '../formats/plain.ts'
import {byPlace, clash, overlap} from '../rule/edit.ts'
import type {Edit, Span} from '../rule/finding.ts'

/** A mend, as far as applying it goes. */
export interface Mend {
  readonly edits: readonly Edit[]
}

/** What came of one pass. */
export interface Applied {
  /** The pages as they are now. */
  readonly sources: readonly string[]
  /** The edits that were made, by page, in the order of the page; offsets in the source before them. */
  readonly edits: readonly (readonly Edit[])[]
  /** Which of the mends were made, by index. */
  readonly made: readonly number[]
}

/**
 * Applies mends to the pages of an issue. A mend is made whole or not at all; of mends that overlap, the first in the order of
 * the pages is made. Mends that change nothing are left out.
 */
export function applyFixes(sources: readonly string[], fixes: readonly Mend[]): Applied {
  const taken: Edit[][] = sources.map(() => [])
  const order = fixes
    .map((fix, index) => ({fix, index, at: first(fix)}))
    .sort((a, b) => byPlace(a.at, b.at) || a.index - b.index)
  const made: number[] = []
  for (const {fix, index} of order) {
    if (!isWhole(fix, sources) || !fits(fix, taken)) continue
    for (const edit of fix.edits) insert(taken[edit.page ?? 0] ?? [], edit)
    made.push(index)
  }
  return {
    sources: sources.map((source, page) => rewrite(source, taken[page] ?? [])),
    edits: taken,
    made: made.sort((a, b) => a - b)
  }
}

const first = ({edits}: Mend): Span => [...edits].sort(byPlace)[0] ?? {start: 0, end: 0}

/** Whether all edits lie on a page, none upon another of its own, and something changes. */
function isWhole({edits}: Mend, sources: readonly string[]): boolean {
  const lies = ({page = 0, start, end}: Edit) => 0 <= start && start <= end && end <= (sources[page]?.length ?? -1)
  const changes = edits.some(({page = 0, start, end, text}) => sources[page]?.slice(start, end) !== text)
  return edits.every(lies) && !overlap(edits) && changes
}

function fits({edits}: Mend, taken: readonly (readonly Edit[])[]): boolean {
  return edits.every((edit) => {
    const list = taken[edit.page ?? 0] ?? []
    const index = indexOf(list, edit)
    return [list[index - 1], list[index], list[index + 1]].every((it) => it === undefined || !clash(it, edit))
  })
}

function insert(list: Edit[], edit: Edit): void {
  list.splice(indexOf(list, edit), 0, edit)
}

/** Where an edit stands in a sorted list, by halving. */
function indexOf(list: readonly Edit[], edit: Edit): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = list[middle]
    if (other && byPlace(other, edit) < 0) low = middle + 1
    else high = middle
  }
  return low
}
