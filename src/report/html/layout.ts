import type {BlockReport, PageReport} from '../message.ts'
import {commonWidth, type Measure} from '../width.ts'
import {breakLines, cellsOf} from '../wrap.ts'

/** A line of a drawn paragraph, from its left end. */
export interface Line {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** A paragraph as it is drawn: strips for text, words for heads. */
export interface Placed {
  readonly block: BlockReport
  readonly lines: readonly Line[]
  /** The height of a line. */
  readonly leading: number
  /** How many UTF-16 units a line stands for; of heads all lines stand for the whole. */
  readonly units: number
  /** The words of a head, line by line. */
  readonly words?: readonly string[]
  readonly photo?: {readonly x: number; readonly y: number; readonly width: number}
}

/** A page laid out in columns, its stories in their order. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly columns: number
  readonly column: number
  readonly placed: readonly Placed[]
  /** The corners of each story's parts, a part a column. */
  readonly parts: ReadonlyMap<number, readonly {x: number; top: number; bottom: number}[]>
}

export const paper = {width: 420, margin: 20, gutter: 16, least: 300} as const
export const photoHeight = 34
const leastColumn = 190

/** The height of strips, and the size of letters of each kind of head. */
const leading = 5.6
const sizes: Readonly<Partial<Record<BlockReport['role'], number>>> = {
  headline: 12,
  section: 9.5,
  kicker: 8,
  deck: 8,
  subhead: 7.5
}
/** A letter of a head takes so many halves of its size: in a Chinese face marks are as wide as characters. */
export const headWidth: Measure = (it) => (/^[‘’“”…—·]/.test(it) ? 2 : commonWidth(it))

export const sizeOf = (role: BlockReport['role']): number | undefined => sizes[role]

/**
 * Lays out a page as a paper does, in columns from left to right.
 *
 * @param budget so many lines at most are drawn of its text: on long pages a line stands for more
 */
export function layOut({copy, blocks, stories}: PageReport, budget: number): Layout {
  const length = blocks.reduce((sum, {start, end}) => sum + end - start, 0)
  const perLine = /\p{Script=Han}/u.test(copy.slice(0, 2000)) ? 4.6 : 2.3
  const headLines = stories.length > 60 ? 1 : 3
  for (let columns = 3; ; columns--) {
    const column = (paper.width - 2 * paper.margin - (columns - 1) * paper.gutter) / columns
    const units = Math.max(Math.round(column / perLine), Math.ceil(length / budget))
    const drafts = blocks.map((block) => toDraft(block, copy, column, units, headLines))
    const total = drafts.reduce((sum, {height}) => sum + height, 0) + stories.length * 8
    // three columns of a few lines each are no page
    if (columns === 1 || total / columns >= leastColumn)
      return flow(drafts, {columns, column, room: total / columns + 18})
  }
}

interface Draft {
  readonly block: BlockReport
  readonly count: number
  readonly leading: number
  readonly units: number
  readonly last: number
  readonly height: number
  readonly words?: readonly string[]
}

function toDraft(block: BlockReport, copy: string, column: number, units: number, headLines: number): Draft {
  const length = block.end - block.start
  const size = sizeOf(block.role)
  if (size !== undefined) {
    const most = Math.floor((column / size) * 2)
    const broken = breakLines(cellsOf(copy.slice(block.start, Math.min(block.end, block.start + 200)), headWidth), most)
    const words = broken.map((cells) => cells.map(({text}) => text).join(''))
    const kept = words.slice(0, headLines)
    if (words.length > headLines) kept[headLines - 1] = `${kept[headLines - 1]?.slice(0, -1)}…`
    return {
      block,
      count: kept.length,
      leading: size * 1.25,
      units: length,
      last: 1,
      height: kept.length * size * 1.25 + 5,
      words: kept
    }
  }
  const count = Math.max(1, Math.ceil(length / units))
  const last = Math.max(0.12, (length - (count - 1) * units) / units)
  const photo = block.role === 'caption' ? photoHeight + 4 : 0
  return {block, count, leading, units, last, height: count * leading + 3 + photo}
}

function flow(
  drafts: readonly Draft[],
  {columns, column, room}: {readonly columns: number; readonly column: number; readonly room: number}
): Layout {
  const parts = new Map<number, {x: number; top: number; bottom: number}[]>()
  const bottom = paper.margin + room
  let at = 0
  let y: number = paper.margin
  let deepest = y
  const x = () => paper.margin + at * (column + paper.gutter)
  const need = (height: number) => {
    if (y + height <= bottom || at === columns - 1 || y === paper.margin) return
    at++
    y = paper.margin
  }
  let story: number | undefined
  const placed = drafts.map(({block, count, leading, units, last, words}, index): Placed => {
    if (block.story !== story && y > paper.margin) y += 8
    story = block.story
    // a head keeps the first lines of its story with it
    const next = drafts[index + 1]
    need(words ? count * leading + (next ? Math.min(next.height, 20) : 0) : leading)
    const cover = (top: number, end: number) => {
      if (block.story === undefined) return
      const own = parts.get(block.story) ?? []
      const open = own.at(-1)
      if (open && open.x === x()) open.bottom = end
      else own.push({x: x(), top, bottom: end})
      parts.set(block.story, own)
    }
    let photo: Placed['photo']
    if (block.role === 'caption') {
      need(photoHeight + 4 + leading)
      photo = {x: x(), y, width: column}
      cover(y, y + photoHeight)
      y += photoHeight + 4
    }
    const lines: Line[] = []
    for (let line = 0; line < count; line++) {
      if (!words) need(leading)
      const indent = !words && line === 0 && block.role === 'body' ? Math.min(9, column / 8) : 0
      const width = words ? column : (column - indent) * (line === count - 1 ? Math.min(1, last) : 1)
      lines.push({x: x() + indent, y, width})
      cover(y, y + leading)
      y += leading
    }
    y += words ? 4 : 3
    deepest = Math.max(deepest, y)
    return {block, lines, leading, units, ...(words && {words}), ...(photo && {photo})}
  })
  return {
    width: paper.width,
    height: Math.max(paper.least, Math.ceil(deepest + paper.margin - 4)),
    columns,
    column,
    placed,
    parts
  }
}
