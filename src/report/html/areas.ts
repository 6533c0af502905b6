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
export function areasOf({at}: End, {layout, x, y}: Sheet): Area[] {
  const areas: Area[] = []
  const {placed} = layout
  for (let index = firstAt(placed, at.start); index < placed.length && areas.length < mostAreas; index++) {
    const it = placed[index] as Placed
    if (areas.length > 0 && it.block.start >= at.end) break
    const length = it.block.end - it.block.start
    const from = Math.min(length, Math.max(0, at.start - it.block.start))
    const to = Math.max(from, Math.min(length, at.end - it.block.start))
    const touches = from < to || !it.words
    for (const [row, line] of it.lines.entries()) {
      if (!touches && row > 0) break
      const before = it.words ? 0 : row * it.units
      const last = row === it.lines.length - 1
      if (
        !it.words &&
        (from >= before + it.units || to < before || (to === before && from < to)) &&
        !(last && from >= before)
      )
        continue
      const scale = it.words ? 0 : line.width / (last ? Math.max(1, length - before) : it.units)
      const start = it.words ? 0 : Math.max(0, from - before) * scale
      const end = !touches
        ? 0
        : it.words
          ? widthOf(it.words[row] ?? '', sizeOf(it.block.role) ?? 8)
          : Math.min(line.width, (to - before) * scale)
      const width = Math.max(leastMark, end - start)
      const height = it.words ? it.leading : it.leading - 0.4
      const left = x + line.x + Math.min(start, Math.max(0, line.width - leastMark))
      add(areas, {x: left, y: y + line.y, width, height, role: it.block.role})
    }
    if (it.block.end >= at.end) break
  }
  return areas
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
