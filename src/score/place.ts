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
  return isMasthead(own, index) ? 'furniture' : undefined
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

/** A line of the masthead is no longer than this: 临溪日报 2026年11月24日 星期三 农历丙午年十月十六 第12345期 今日8版. */
const longestLine = 60

/**
 * Whether a block is a line above all stories (报头、报眉): nothing stands above it but such lines. The frame is one by itself; 临溪日报 or
 * A3 民生 2026年11月24日 is to the parser a paragraph without its head, and is one where a head comes below and it is short and has no stop.
 */
function isMasthead(blocks: readonly Block[], index: number): boolean {
  let needsHead = false
  // ends at the first story: a page of thousand paragraphs is not walked through for each of its findings
  for (let i = 0; i <= index; i++) {
    const block = blocks[i]
    if (!block || block.role === 'furniture') continue
    if (!isLoneLine(block)) return false
    needsHead = true
  }
  return !needsHead || blocks.some(({role}, i) => i > index && heads.has(role))
}

const isLoneLine = ({role, text}: Block): boolean =>
  role === 'body' && text.length <= longestLine && !/[。！？；.!?;]\s*(?:["”’）)]\s*)?$/.test(text)
