import type {Language} from '../../rule/rule.ts'
import {whereOf} from '../note.ts'
import {visible} from '../visible.ts'
import {columnsOf} from '../width.ts'
import {breakLines} from '../wrap.ts'
import {type DrawnCell, drawnCells} from './cells.ts'
import type {End} from './ends.ts'
import type {Style} from './style.ts'
import {prettyTexts} from './texts.ts'

/** Marks under a line, where colour cannot mark in it: for a wide character and for a narrow one. */
const underline = {same: ['﹏', '~'], differs: ['＾', '^'], context: ['  ', ' '], gap: ['  ', ' ']} as const

/** Between the margin and the line numbers. */
const margin = '  '

/**
 * Draws the ends of a finding one above the other, with the numbers of their lines:
 *
 * ```text
 *    37 │ 会议还研究了其他事项。  ← 先排在这里
 *    39 │ 会议还研究了其他事项。
 * ```
 */
export function drawEnds(ends: readonly End[], language: Language, style: Style): string[] {
  const digits = Math.max(4, ...ends.map(({line}) => String(line).length))
  const columns = style.columns - margin.length - digits - 5
  const say = prettyTexts[language]
  const notes = ends.map((end, index) => noteOf(end, ends, index, language))
  const widest = Math.max(...notes.map((note) => (note === '' ? 0 : columnsOf(note, style.measure) + 4)))
  const drawn = ends.map((end, index) => {
    const note = notes[index] ?? ''
    // two prints of a passage are cut at the same place; else each end has the room that its note leaves
    const room = ends.some(({alike}) => alike) ? widest : note === '' ? 0 : columnsOf(note, style.measure) + 4
    return {end, note, cells: drawnCells(end.stretches, columns, room, style.measure)}
  })
  const differs = drawn.some(({cells}) => cells.some(({kind}) => kind === 'differs'))
  const lines = drawn.flatMap(({end, note, cells}) => {
    // where all that is shown is the passage itself, there is nothing to mark it against
    const marks = differs || cells.some(({kind}) => kind === 'context')
    return drawEnd(end, cells, note, {marks, digits, columns}, style)
  })
  if (!differs || style.color) return lines
  const [same] = underline.same
  const [other] = underline.differs
  return [...lines, style.dim(`${blank(digits)}${same} ${say.legend.same}  ${other} ${say.legend.differs}`)]
}

/** What is said of an end: its label; of the later one of two prints, that they are alike. */
function noteOf(end: End, ends: readonly End[], index: number, language: Language): string {
  const twin = ends.find((it) => it.alike)
  const here = ends.findIndex((it) => it.label === undefined)
  const later = twin && Math.max(ends.indexOf(twin), here)
  const other = ends.find((it) => it !== end && (it === twin || it.label === undefined))
  const alike = index === later && other ? prettyTexts[language].alike(lineOf(other, language)) : ''
  return [visible(end.label ?? ''), alike].filter((it) => it !== '').join(prettyTexts[language].comma)
}

function lineOf({line, path}: End, language: Language): string {
  const point = {line, column: 1, offset: 0}
  return whereOf({place: {start: point, end: point}, ...(path !== undefined && {path})}, language)
}

function drawEnd(
  end: End,
  cells: readonly DrawnCell[],
  note: string,
  {marks, digits, columns}: {marks: boolean; digits: number; columns: number},
  style: Style
): string[] {
  const out: string[] = []
  const gutter = (number: string) => style.dim(`${margin}${number.padStart(digits)} │`)
  if (end.path !== undefined) out.push(style.dim(`${blank(digits)}〈${visible(end.path)}〉`))
  const lines = breakLines(cells, columns)
  for (const [index, line] of lines.entries()) {
    const text = paint(line, marks, style)
    const isLast = index === lines.length - 1
    const used = line.reduce((total, {width}) => total + width, 0)
    const fits = used + columnsOf(note, style.measure) + 4 <= columns
    const tail = isLast && note !== '' && fits ? style.dim(`  ← ${note}`) : ''
    out.push(`${gutter(index === 0 ? String(end.line) : '')} ${text}${tail}`.trimEnd())
    const under =
      marks && !style.color
        ? line
            .map(({kind, width}) => (width === 0 ? '' : underline[kind][width > 1 ? 0 : 1]))
            .join('')
            .trimEnd()
        : ''
    if (under !== '') out.push(`${gutter('')} ${under}`)
    if (isLast && note !== '' && !fits) out.push(`${gutter('')} ${style.dim(`← ${note}`)}`)
  }
  return out
}

const blank = (digits: number): string => ' '.repeat(margin.length + digits + 3)

/** Neighbours of one kind are painted together. */
function paint(cells: readonly DrawnCell[], marks: boolean, style: Style): string {
  if (!style.color) return cells.map(({text}) => text).join('')
  let painted = ''
  for (let index = 0; index < cells.length; ) {
    const {kind} = cells[index] as DrawnCell
    let text = ''
    for (; cells[index]?.kind === kind; index++) text += cells[index]?.text
    painted += brush(kind, marks, style)(text)
  }
  return painted
}

function brush(kind: DrawnCell['kind'], marks: boolean, style: Style): (text: string) => string {
  if (kind === 'gap' || kind === 'context') return style.dim
  if (kind === 'differs') return style.differs
  return marks ? style.same : (text) => text
}
