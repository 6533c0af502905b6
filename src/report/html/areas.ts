import type {BlockReport} from '../message.ts'
import {charactersOf} from '../width.ts'
import {headWidth, type Placed, sizeOf} from './layout.ts'
import type {End} from './model.ts'
import type {Sheet} from './picture.ts'

/** A piece of a mark in the picture. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly role: BlockReport['role']
}

/** The width of a mark without words. */
export const leastMark = 4
/** No mark is drawn in more pieces. */
const mostAreas = 400

/** What an end covers of its page's lines. */
export function areasOf({at}: End, {layout: {placed}, x, y}: Sheet): Area[] {
  const areas: Area[] = []
  for (let index = firstAt(placed, at.start); index < placed.length && areas.length < mostAreas; index++) {
    const it = placed[index] as Placed
    const {start, end, role} = it.block
    if (areas.length > 0 && start >= at.end) break
    const from = Math.min(end - start, Math.max(0, at.start - start))
    const to = Math.max(from, Math.min(end - start, at.end - start))
    for (const area of it.words ? ofHead(it, it.words, from < to) : ofText(it, from, to)) {
      add(areas, {...area, x: x + area.x, y: y + area.y, role})
    }
    if (end >= at.end) break
  }
  return areas
}

type Piece = Omit<Area, 'role'>

/** A head is marked whole, or as a point where only its mark is meant. */
function ofHead({lines, leading, block}: Placed, words: readonly string[], whole: boolean): Piece[] {
  const marked = whole ? lines : lines.slice(0, 1)
  return marked.map(({x, y}, row) => {
    const width = whole ? widthOf(words[row] ?? '', sizeOf(block.role) ?? 8) : 0
    return {x, y, width: Math.max(leastMark, width), height: leading}
  })
}

/** Of text the lines from one offset to another, the first and the last in part. */
function ofText({block, lines, leading, units}: Placed, from: number, to: number): Piece[] {
  const last = lines.length - 1
  const first = Math.min(last, Math.floor(from / units))
  const final = Math.min(last, Math.floor(Math.max(from, to - 1) / units))
  return lines.slice(first, final + 1).map(({x, y, width}, index) => {
    const before = (first + index) * units
    const held = first + index === last ? block.end - block.start - before : units
    const scale = width / Math.max(1, held)
    const start = Math.min(Math.max(0, from - before) * scale, Math.max(0, width - leastMark))
    const end = Math.min(width, (to - before) * scale)
    return {x: x + start, y, width: Math.max(leastMark, end - start), height: leading - 0.4}
  })
}

/** Whole lines under one another are one piece. */
function add(areas: Area[], area: Area): void {
  const last = areas.at(-1)
  const grows = last && last.x === area.x && last.width === area.width && Math.abs(last.y + last.height - area.y) < 1
  if (grows) areas[areas.length - 1] = {...last, height: area.y + area.height - last.y}
  else areas.push(area)
}

/** The block in which an offset lies, or the next. */
function firstAt(placed: readonly Placed[], offset: number): number {
  let low = 0
  let high = placed.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((placed[middle]?.block.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return Math.max(0, low)
}

const widthOf = (text: string, size: number): number =>
  charactersOf(text).reduce((sum, it) => sum + (headWidth(it) * size) / 2, 0)
