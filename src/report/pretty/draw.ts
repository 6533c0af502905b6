import type {Language} from '../../rule/rule.ts'
import {visible} from '../visible.ts'
import {columnsOf} from '../width.ts'
import {placeWords} from '../words.ts'
import {breakLines} from '../wrap.ts'
import {type DrawnCell, drawnCells} from './cells.ts'
import type {End, Kind} from './ends.ts'
import type {Style} from './style.ts'
import {prettyTexts} from './texts.ts'

/** Marks under a line, where colour cannot mark in it: for a wide character and for a narrow one. */
const underline = {same: ['﹏', '~'], differs: ['＾', '^'], context: ['  ', ' ']} as const

/** Between the margin and the line numbers. */
const margin = '  '

/**
 * Draws the ends of a finding one above the other, with the numbers of their lines, and the names of files other than its own:
 *
 * ```text
 *    37 │ 会议还研究了其他事项。  ← 先排在这里
 *    39 │ 会议还研究了其他事项。
 * ```
 */
export function drawEnds(ends: readonly End[], home: string, language: Language, style: Style): string[] {
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
  const kinds = new Set(drawn.flatMap(({cells}) => cells.map(({kind}) => kind)))
  const lines = drawn.flatMap(({end, note, cells}, index) => {
    // where nothing is shown but the passage itself, there is nothing to mark it against
    const marked: Kind[] = cells.some(({kind}) => kind === 'context') ? ['same', 'differs'] : ['differs']
    const path = end.path ?? home
    const isSame = index > 0 ? path === (ends[index - 1]?.path ?? home) : path === home
    const file = !isSame ? [style.dim(`${blank(digits)}〈${visible(path)}〉`)] : []
    return [...file, ...drawEnd(end, cells, note, {marked, digits, columns}, style)]
  })
  if (style.color || !kinds.has('differs')) return lines
  const legend = [
    kinds.has('context') ? `${underline.same[0]} ${say.legend.same}` : '',
    `${underline.differs[0]} ${say.legend.differs}`
  ]
  return [...lines, style.dim(blank(digits) + legend.filter((it) => it !== '').join('  '))]
}

/** What is said of an end: its label; of the later one of two prints, that they are alike. */
function noteOf(end: End, ends: readonly End[], index: number, language: Language): string {
  const twin = ends.find((it) => it.alike)
  const here = ends.findIndex((it) => it.label === undefined)
  const later = twin && Math.max(ends.indexOf(twin), here)
  const other = ends.find((it) => it !== end && (it === twin || it.label === undefined))
  const alike = index === later && other ? prettyTexts[language].alike(whereOf(other, language)) : ''
  return [visible(end.label ?? ''), alike].filter((it) => it !== '').join(prettyTexts[language].pause)
}

const whereOf = ({line, counts, path}: End, language: Language): string =>
  placeWords(line, counts, language, path === undefined ? undefined : visible(path))

function drawEnd(
  end: End,
  cells: readonly DrawnCell[],
  note: string,
  {marked, digits, columns}: {marked: readonly Kind[]; digits: number; columns: number},
  style: Style
): string[] {
  const out: string[] = []
  const gutter = (number: string) => style.dim(`${margin}${number.padStart(digits)} │`)
  const lines = breakLines(cells, columns)
  for (const [index, line] of lines.entries()) {
    const text = paint(line, marked, style)
    const isLast = index === lines.length - 1
    const used = line.reduce((total, {width}) => total + width, 0)
    const fits = used + columnsOf(note, style.measure) + 4 <= columns
    const tail = isLast && note !== '' && fits ? style.dim(`  ← ${note}`) : ''
    out.push(`${gutter(index === 0 ? String(end.line) : '')} ${text}${tail}`.trimEnd())
    const under = style.color ? '' : underlined(line, marked)
    if (under !== '') out.push(`${gutter('')} ${under}`)
    if (isLast && note !== '' && !fits) out.push(`${gutter('')} ${style.dim(`← ${note}`)}`)
  }
  return out
}

const blank = (digits: number): string => ' '.repeat(margin.length + digits + 3)

/** The marks under a line; empty where it has none. */
function underlined(cells: readonly DrawnCell[], marked: readonly Kind[]): string {
  const marks = cells.map(({kind, width}) => {
    const [wide, narrow] = kind !== 'gap' && marked.includes(kind) ? underline[kind] : underline.context
    return wide.repeat(width >> 1) + narrow.repeat(width & 1)
  })
  return marks.join('').trimEnd()
}

/** Neighbours of one kind are painted together. */
function paint(cells: readonly DrawnCell[], marked: readonly Kind[], style: Style): string {
  if (!style.color) return cells.map(({text}) => text).join('')
  let painted = ''
  for (let index = 0; index < cells.length; ) {
    const {kind} = cells[index] as DrawnCell
    let text = ''
    for (; cells[index]?.kind === kind; index++) text += cells[index]?.text
    painted += brush(kind, marked, style)(text)
  }
  return painted
}

function brush(kind: DrawnCell['kind'], marked: readonly Kind[], style: Style): (text: string) => string {
  if (kind === 'gap' || kind === 'context') return style.dim
  return marked.includes(kind) ? style[kind] : (text) => text
}
