import {paragraphs} from '../analysis/paragraphs.ts'
import type {Span} from '../rule/finding.ts'
import {createUse} from '../rule/use.ts'
import type {Block, Issue} from '../tree/issue.ts'
import type {Role} from '../tree/nodes.ts'

/** The paragraphs of an issue by page, in the order of their text. */
export type Blocks = readonly (readonly Block[])[]

/** Where text errors count double (报头、报眉、栏头、标题): of the frame only what stands above the stories. */
const heads: ReadonlySet<Role> = new Set(['section', 'kicker', 'headline', 'deck', 'subhead'])

export function blocksOf(issue: Issue): Blocks {
  const pages: Block[][] = issue.pages.map(() => [])
  for (const {block} of createUse()(paragraphs, issue)) pages[block.page]?.push(block)
  for (const blocks of pages) blocks.sort((a, b) => a.start - b.start)
  return pages
}

/** What the head is in which a place lies with both its ends; nothing where it lies in none. */
export function headAt(place: Required<Span>, blocks: Blocks): Role | undefined {
  const own = blocks[place.page] ?? []
  const index = last(own, place.end)
  const block = own[index]
  if (!block || place.end > block.end || place.start < lineOf(block)) return undefined
  if (heads.has(block.role)) return block.role
  return block.role === 'furniture' && isAbove(own, index) ? 'furniture' : undefined
}

/** A finding may begin with the marks of the head, which stand before its words. */
const lineOf = ({node, start}: Block): number => node.position?.start.offset ?? start

/** The last block that begins before a place. */
function last(blocks: readonly Block[], end: number): number {
  let low = -1
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((blocks[middle]?.start ?? 0) < end) low = middle
    else high = middle - 1
  }
  return low
}

/** Whether nothing but the frame stands above. */
function isAbove(blocks: readonly Block[], index: number): boolean {
  for (let i = 0; i < index; i++) if (blocks[i]?.role !== 'furniture') return false
  return true
}
