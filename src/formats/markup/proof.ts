import type {OutlineLine} from '../../parse/outline.ts'
import type {Edit} from '../../rule/finding.ts'
import {rewrite} from '../plain.ts'
import type {Dialect} from './edits.ts'
import {type Extract, object} from './extract.ts'
import {lastAt} from './places.ts'

/** So many times a file's own length are read to prove its edits, and so many characters more: beyond that none is offered. */
const readings = 24
const spare = 1_000_000

/** Words behind what is read again: what swallows them was left open. */
const sentinel = '甲乙丙'

/**
 * Tells whether edits of the file make an edit of the copy. Words among words do by their nature; all else is read again, with the
 * lines around it, and what is read must be the copy that was asked for.
 */
export function createProof(source: string, {copy, pieces, lines, outline}: Extract, dialect: Dialect) {
  let left = readings * source.length + spare

  const isRead = (file: string, expected: string, heads: string): boolean => {
    left -= file.length
    if (left <= 0) return false
    const read = dialect.read(`${file}${dialect.behind(sentinel)}`)
    return read.copy === `${expected}${sentinel}` && headsOf(read.outline.lines) === heads
  }
  const joined = (text: string) => (text === '' ? '' : `${text}\n\n`)

  return (edit: Edit, way: readonly Edit[]): boolean => {
    if (!ascends(way)) return false
    if (isPlain(edit, way)) return true
    if (!way.every((it) => takesOnlyWords(edit, it))) return false
    if (left <= 0) return false
    let first = Math.max(0, lastAt(lines, edit.start) - 1)
    // two below: a line and the `---` that makes it a head, or the first of a table
    let last = Math.min(lines.length - 1, lastAt(lines, edit.end) + 2)
    const near = source.slice(lines[first]?.from, lines[last]?.to)
    if (dialect.reaches(near) || way.some(({text}) => dialect.reaches(text))) {
      while (first > 0 && isNext(first)) first--
      while (last < lines.length - 1 && isNext(last + 1)) last++
    }
    for (const [low, high] of [
      [first, last],
      [0, lines.length - 1]
    ] as const) {
      const [start, end] = [lines[low]?.start ?? 0, lines[high]?.end ?? 0]
      const all = low === 0 && high === lines.length - 1
      const from = all ? 0 : Math.min(...lines.slice(low, high + 1).map((line) => line.from))
      // what is no copy and stands behind the lines, a table, must stay what it is
      const to = all
        ? source.length
        : Math.max(lines[high + 1]?.from ?? source.length, ...lines.slice(low, high + 1).map((line) => line.to))
      const within = way.every((it) => it.start >= from && it.end <= to)
      const part = source.slice(from, to)
      const known = outlineOf(start, end)
      if (within && (all || isRead(part, joined(copy.slice(start, end)), headsOf(known)))) {
        const mended = rewrite(part, shift(way, from))
        if (!all && (dialect.isFar(part) || dialect.isFar(mended))) continue
        const expected = rewrite(copy.slice(start, end), shift([edit], start))
        return isRead(mended, joined(expected), headsOf(shifted(known, shift([edit], start)[0] as Edit)))
      }
      if (all) return false
    }
    return false
  }

  /** Whether a line stands in the paragraph of the one above it. */
  function isNext(line: number): boolean {
    return (lines[line]?.start ?? 0) - (lines[line - 1]?.end ?? 0) === 1
  }

  /** What the outline says of a stretch of the copy, counted from its beginning. */
  function outlineOf(start: number, end: number): OutlineLine[] {
    const said: OutlineLine[] = []
    for (let i = Math.max(0, lastAt(outline.lines, start)); (outline.lines[i]?.start ?? end) < end; i++) {
      const line = outline.lines[i] as OutlineLine
      if (line.start >= start) said.push({...line, start: line.start - start})
    }
    return said
  }

  /** Whether a stretch of the file has nothing but words of the copy and markup that holds nothing: no picture, no table goes with a mend. */
  function takesOnlyWords({start: place}: Edit, {start, end}: Edit): boolean {
    let i = Math.max(0, lastAt(pieces, place))
    while (i > 0 && (pieces[i - 1]?.to ?? 0) > start) i--
    let at = start
    for (; i < pieces.length; i++) {
      const piece = pieces[i] as Extract['pieces'][number]
      if (piece.from >= end) break
      const words = copy.slice(piece.start, piece.end)
      if (piece.to <= start || (!piece.same && (words === object || words.trim() === ''))) continue
      if (piece.from > at && !dialect.isBare(source.slice(at, piece.from))) return false
      at = Math.max(at, piece.to)
    }
    return at >= end || dialect.isBare(source.slice(at, end))
  }

  /** Wide characters in the place of others, between wide characters: no format has a meaning for them. */
  function isPlain(edit: Edit, way: readonly Edit[]): boolean {
    const [only] = way
    if (!only || way.length > 1 || only.text !== edit.text) return false
    const piece = pieces[lastAt(pieces, edit.start)]
    // lines that are indented like code are copy where their letters are Han
    const indent = source.charAt(lines[lastAt(lines, edit.start)]?.from ?? 0)
    return (
      piece?.same === true &&
      indent.trim() !== '' &&
      edit.start > piece.start &&
      edit.end < piece.end &&
      only.start === piece.from + edit.start - piece.start &&
      only.end - only.start === edit.end - edit.start &&
      isWide(source.charCodeAt(only.start - 1)) &&
      isWide(source.charCodeAt(only.end)) &&
      areWide(only.text) &&
      areHarmless(source.slice(only.start, only.end))
    )
  }
}

/** Which lines are heads, and of which level: that is to stay with every mend. */
const headsOf = (lines: readonly OutlineLine[]): string =>
  lines.flatMap(({start, level}) => (level === undefined ? [] : [`${start}:${level}`])).join()

/** The outline behind an edit; lines that go with it are left out. */
function shifted(lines: readonly OutlineLine[], {start, end, text}: Edit): OutlineLine[] {
  const by = text.length - (end - start)
  return lines.flatMap((line, i) => {
    if (line.start >= end && line.start > start) return [{...line, start: line.start + by}]
    const goes =
      line.start > start || (line.start === start && (lines[i + 1]?.start ?? Number.POSITIVE_INFINITY) <= end)
    return goes ? [] : [line]
  })
}

const shift = (edits: readonly Edit[], by: number): Edit[] =>
  edits.map(({start, end, text}) => ({start: start - by, end: end - by, text}))

const ascends = (way: readonly Edit[]): boolean =>
  way.every(({start, end}, i) => start <= end && start >= (way[i - 1]?.end ?? 0))

/** Letters and marks from U+2010 up that are no blanks: what no format takes for its own. */
const isWide = (code: number): boolean =>
  (code >= 0x2e80 && code !== 0x3000 && code < 0xfe00) || (code >= 0x2010 && code <= 0x2027) || code >= 0xff01

function areWide(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isWide(text.charCodeAt(i))) return false
  return true
}

/** What may go without anything else changing its meaning. */
const areHarmless = (text: string): boolean => !/[^\w\s,.:;?!()"'%\u0080-\uffff]|[\r\n_]|www\./i.test(text)
