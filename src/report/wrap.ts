import {charactersOf, type Measure} from './width.ts'

/** A character on its way into a line. */
export interface Cell {
  readonly text: string
  readonly width: number
}

/** Marks that may not begin a line, as printers have it (避头). */
const closing = /^[、。，．：；！？…—～·’”）〉》」』】〕〗｝\])},.:;!?%％‰℃°]/u

/** Marks that may not end one (避尾). */
const opening = /^[‘“（〈《「『【〔〖｛[({]/u

/** Letters and digits of scripts that break between words. */
const wordly = /^[\p{L}\p{N}'’_-]/u
const han = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

/** The cells of a text. */
export function cellsOf(text: string, measure: Measure): Cell[] {
  return charactersOf(text).map((it) => ({text: it, width: measure(it)}))
}

/** Breaks a text into lines of so many columns; each of its own lines begins anew. */
export function wrap(text: string, columns: number, measure: Measure): string[] {
  return text.split('\n').flatMap((line) =>
    breakLines(cellsOf(line, measure), columns).map((it) =>
      it
        .map((cell) => cell.text)
        .join('')
        .trimEnd()
    )
  )
}

/**
 * Breaks cells into lines: between Han characters, at blanks and between words, never before a closing mark or after an opening
 * one. What has no such place is broken where it must be. There is always a line.
 */
export function breakLines<T extends Cell>(cells: readonly T[], columns: number): T[][] {
  const lines: T[][] = []
  let start = 0
  while (start < cells.length) {
    const full = fill(cells, start, columns)
    const end = full === cells.length ? full : lastBreak(cells, start, full)
    lines.push(cells.slice(start, end))
    start = end
    // the blank at which a line was broken belongs to neither
    while (cells[start]?.text === ' ') start++
  }
  return lines.length > 0 ? lines : [[]]
}

/** The first cell that no longer fits; at least one always does. */
function fill(cells: readonly Cell[], start: number, columns: number): number {
  let used = 0
  for (let index = start; index < cells.length; index++) {
    used += cells[index]?.width ?? 0
    if (used > columns) return Math.max(index, start + 1)
  }
  return cells.length
}

function lastBreak(cells: readonly Cell[], start: number, full: number): number {
  for (let index = full; index > start; index--) {
    if (mayBreak(cells[index - 1]?.text ?? '', cells[index]?.text ?? '')) return index
  }
  return full
}

function mayBreak(before: string, after: string): boolean {
  if (after === ' ') return true
  if (closing.test(after) || opening.test(before)) return false
  return before === ' ' || isHan(before) || isHan(after) || !(wordly.test(before) && wordly.test(after))
}

const isHan = (text: string): boolean => han.test(text)
