import {visible} from '../visible.ts'
import {charactersOf, type Measure} from '../width.ts'
import type {Kind, Stretch} from './ends.ts'

/** A character of a drawn line. */
export interface DrawnCell {
  readonly text: string
  readonly width: number
  readonly kind: Kind | 'gap'
}

const gap: DrawnCell = {text: '…', width: 1, kind: 'gap'}

/**
 * The characters of an end, what is long left out in the middle so that head and tail stay. Controls are drawn, line ends shown
 * as `⏎`.
 *
 * @param columns the columns of a line
 * @param note those that a note behind it wants
 */
export function drawnCells(
  stretches: readonly Stretch[],
  columns: number,
  note: number,
  measure: Measure
): DrawnCell[] {
  const all = stretches.map(({kind, text}) => ({kind, cells: toCells(kind, crop(text, 4 * columns), measure)}))
  const marked = all.filter(({kind}) => kind !== 'context')
  const around =
    all.length > marked.length
      ? contextRoom(
          marked.reduce((sum, it) => sum + widthOfCells(it.cells), 0),
          columns - note
        )
      : 0
  // a passage alone has two lines; one that is compared keeps a little around each difference
  const same = marked.length === 1 ? Math.max(columns, columns * 2 - around * 2 - note - 4) : Math.max(48, columns)
  return all.flatMap(({kind, cells}, index) => {
    if (kind === 'same') return shorten(cells, same * 0.6, same * 0.4)
    if (kind === 'differs') return shorten(cells, columns * 1.5, columns)
    if (index === 0) return shorten(cells, 0, around)
    return shorten(cells, around, index === all.length - 1 ? 0 : around)
  })
}

/** A short phrase stands in the middle of a line of its own words; a long passage needs only a hint of what is around it. */
function contextRoom(used: number, columns: number): number {
  return Math.max(12, Math.floor((columns - used) / 2) - 2)
}

/** The middle of a long text is left out anyway: there is no need to measure it. */
function crop(text: string, reach: number): string {
  return text.length <= 2 * reach ? text : text.slice(0, reach) + text.slice(-reach)
}

function toCells(kind: Kind, text: string, measure: Measure): DrawnCell[] {
  const line = visible(text.replace(/\s+/g, (blanks) => (/[\r\n]/.test(blanks) ? ' ⏎ ' : blanks)))
  return charactersOf(line).map((it) => ({text: it, width: measure(it), kind}))
}

function shorten(cells: readonly DrawnCell[], head: number, tail: number): DrawnCell[] {
  if (widthOfCells(cells) <= head + tail + 1) return [...cells]
  const first = wholeWords(cells, fitting(cells, head))
  const backward = cells.toReversed()
  const last = wholeWords(backward, fitting(backward, tail))
  return [...cells.slice(0, first), gap, ...cells.slice(cells.length - last)]
}

function fitting(cells: readonly DrawnCell[], columns: number): number {
  let used = 0
  for (const [index, {width}] of cells.entries()) {
    used += width
    if (used > columns) return index
  }
  return cells.length
}

/** Goes back to the blank before a word of Latin script that would be cut; not further than a long word. */
function wholeWords(cells: readonly DrawnCell[], count: number): number {
  const isLatin = (index: number) => /^[\p{Script=Latin}'’]/u.test(cells[index]?.text ?? '')
  if (!isLatin(count)) return count
  let shorter = count
  while (shorter > 0 && count - shorter < 16 && isLatin(shorter - 1)) shorter--
  return shorter > 0 && cells[shorter - 1]?.text === ' ' ? shorter - 1 : count
}

const widthOfCells = (cells: readonly DrawnCell[]): number => cells.reduce((total, {width}) => total + width, 0)
