import type {Edit} from '../../rule/finding.ts'
import type {Stretch} from '../format.ts'
import type {Extract, Line} from './extract.ts'
import {insertion, lastAt, lineAt, locate} from './places.ts'

/** What edits must know of a format with markup. */
export interface Dialect {
  /** The copy of a file. */
  read(source: string): Extract
  /** Ways to write words so that they mean nothing else: the plainest first. */
  spellings(text: string): readonly string[]
  /** Whether markup can go without leaving half of it behind. */
  isWhole(markup: string): boolean
  /** Whether a reader would miss more than words with it: a picture, a piece of code. No mend takes that away. */
  shows(markup: string): boolean
  /** Whether what stands between two paragraphs only parts them: no table, no picture, no rule. */
  parts(between: string): boolean
  /** Whether a part of a file has what other parts of it are read by: the note that a mark elsewhere means. */
  isFar(part: string): boolean
  /** The part of what stands between two paragraphs that parts them. */
  seam(between: string): Stretch | undefined
  /** A paragraph like a line of the file, with other words; `gap` are the line ends that the copy has before it. */
  paragraph(words: string, gap: string, source: string, line: Line): string
  /** A paragraph of these words, as it stands at the end of a file. */
  behind(words: string): string
}

/** Ways to make an edit of the copy in the file, the best first. Whether they do is proved by reading again. */
export function* waysOf(edit: Edit, source: string, extract: Extract, dialect: Dialect): Generator<readonly Edit[]> {
  const {lines} = extract
  const [first, last] = [lineAt(lines, edit.start), lineAt(lines, edit.end)]
  if (first === undefined || last === undefined) return
  if (first === last) {
    const [, gap = '', words] = /^((?:\r\n?|\n)+)([^\r\n]+)$/.exec(edit.text) ?? []
    if (words !== undefined) yield* inserted(words, gap, edit, source, extract, dialect)
    else if (!/[\r\n]/.test(edit.text)) yield* withinLine(edit, source, extract, dialect)
    return
  }
  const [head, tail] = [lines[first] as Line, lines[last] as Line]
  if (edit.text === '' && edit.start === head.end && edit.end === tail.end) {
    yield* dropped(lines.slice(first, last + 1), source, dialect)
  } else if (last === first + 1 && !/[\r\n]/.test(edit.text)) yield* joined(edit, head, tail, source, extract, dialect)
  else if (edit.start === head.start && edit.end === tail.end) {
    yield* exchanged(edit, lines.slice(first, last + 1), source, extract, dialect)
  }
}

function* withinLine(edit: Edit, source: string, extract: Extract, dialect: Dialect): Generator<readonly Edit[]> {
  const {start, end} = locate(extract.pieces, edit)
  if (dialect.shows(source.slice(start, end))) return
  const isBare = (markup: string) => dialect.isWhole(markup) && !dialect.shows(markup)
  const wider =
    edit.end > edit.start ? around(extract, edit).filter((it) => isBare(source.slice(it.start, it.end))) : []
  // with the markup that has nothing else in it: `的**的**` leaves no `****`
  if (edit.text === '') for (const it of wider) yield [{...it, text: ''}]
  const whole = touched(extract, edit).length < 2 || dialect.isWhole(source.slice(start, end))
  for (const text of dialect.spellings(edit.text)) {
    if (whole && end >= start) yield [{start, end, text}]
    if (edit.end > edit.start) yield partly(extract, edit, text)
    // `一**颗树**` is one word, half of it marked: all of it goes
    if (text !== '') for (const it of wider) yield [{...it, text}]
  }
}

/** The stretches of the file that hold the words of an edit and the markup next to them, the widest first. */
function around(extract: Extract, edit: Edit): Stretch[] {
  const {pieces, lines} = extract
  const {start, end} = locate(pieces, edit)
  const line = lines[lineAt(lines, edit.end) ?? -1]
  const starts = [insertionBefore(extract, edit.start), start]
  const next = pieces[lastAt(pieces, edit.end)]
  const ends = [...(line?.end === edit.end ? [line.to] : next?.start === edit.end ? [next.from] : []), end]
  return starts
    .flatMap((from) => ends.map((to) => ({start: from, end: to})))
    .filter(
      (it, i, all) =>
        it.start <= start &&
        it.end >= end &&
        it.end - it.start > end - start &&
        all.findIndex((other) => other.start === it.start && other.end === it.end) === i
    )
}

/** The end of the words before an offset of the copy: behind it stands markup that opens. */
function insertionBefore({pieces, lines}: Extract, offset: number): number {
  const line = lineAt(lines, offset)
  return line !== undefined && lines[line]?.start === offset
    ? locate(pieces, {start: offset, end: offset + 1}).start
    : insertion(pieces, offset)
}

/** The stretches of the copy that the pieces cut an edit into. */
function touched({pieces}: Extract, {start, end}: Stretch): Stretch[] {
  const parts: Stretch[] = []
  for (let i = Math.max(0, lastAt(pieces, start)); (pieces[i]?.start ?? end) < end; i++) {
    const piece = pieces[i]
    if (piece && piece.end > start) parts.push({start: Math.max(start, piece.start), end: Math.min(end, piece.end)})
  }
  return parts
}

/** Piece by piece, the markup between them left where it is: the new words stand for the first. */
function partly(extract: Extract, edit: Edit, text: string): Edit[] {
  const edits: Edit[] = []
  for (const [i, part] of touched(extract, edit).entries()) {
    const {start, end} = locate(extract.pieces, part)
    const last = edits[edits.length - 1]
    if (last && last.end === start) edits[edits.length - 1] = {...last, end}
    else edits.push({start, end, text: i === 0 ? text : ''})
  }
  return edits
}

/** Paragraphs taken away, each behind the end of the one before it; a picture or a table between them stays. */
function* dropped([head, ...lines]: readonly Line[], source: string, dialect: Dialect): Generator<readonly Edit[]> {
  const {isWhole, shows, parts} = dialect
  const last = lines[lines.length - 1]
  if (!head || !last || lines.some(({from, to}) => shows(source.slice(from, to)))) return
  const areNext = lines.every(({from}, i) => parts(source.slice((lines[i - 1] ?? head).to, from)))
  if (areNext && head.to <= last.to && isWhole(source.slice(head.to, last.to))) {
    yield [{start: head.to, end: last.to, text: ''}]
  }
  const each = lines.map(({from, to}) => ({start: from - blanksBefore(source, from), end: to, text: ''}))
  if (each.every(({start, end}) => isWhole(source.slice(start, end)))) yield each
}

function blanksBefore(source: string, from: number): number {
  let at = from
  while (at > 0 && ' \t\r\n'.includes(source.charAt(at - 1))) at--
  return from - at
}

/** Two paragraphs made one, with what goes at their ends. */
function* joined(
  {start, end, text}: Edit,
  head: Line,
  tail: Line,
  source: string,
  extract: Extract,
  dialect: Dialect
): Generator<readonly Edit[]> {
  const from = insertion(extract.pieces, head.end)
  const to = locate(extract.pieces, {start: tail.start, end: tail.start + 1}).start
  const before = start < head.end ? partly(extract, {start, end: head.end, text: ''}, '') : []
  const behind = end > tail.start ? partly(extract, {start: tail.start, end, text: ''}, '') : []
  const seam = from <= to ? dialect.seam(source.slice(from, to)) : undefined
  for (const spelling of dialect.spellings(text)) {
    if (seam) {
      yield merged([...before, {start: from + seam.start, end: from + seam.end, text: spelling}, ...behind])
    }
  }
}

/** Edits that touch are one. */
function merged(edits: readonly Edit[]): Edit[] {
  const result: Edit[] = []
  for (const edit of edits) {
    const last = result[result.length - 1]
    if (last && last.end === edit.start)
      result[result.length - 1] = {...last, end: edit.end, text: last.text + edit.text}
    else result.push(edit)
  }
  return result
}

/** A paragraph behind another. */
function* inserted(
  words: string,
  gap: string,
  edit: Edit,
  source: string,
  {lines}: Extract,
  dialect: Dialect
): Generator<readonly Edit[]> {
  const line = lines[lineAt(lines, edit.end) ?? -1]
  if (!line || edit.start !== edit.end || edit.end !== line.end) return
  for (const spelling of dialect.spellings(words)) {
    yield [{start: line.to, end: line.to, text: dialect.paragraph(spelling, gap, source, line)}]
  }
}

/** Lines in the place of as many others: heads with their decks. */
function* exchanged(
  edit: Edit,
  lines: readonly Line[],
  source: string,
  extract: Extract,
  dialect: Dialect
): Generator<readonly Edit[]> {
  const words = edit.text.split(/(?:\r\n?|\n)+/)
  if (words.length !== lines.length) return
  const ways = lines.map(({start, end}, i) => {
    const [way] = [...withinLine({start, end, text: words[i] ?? ''}, source, extract, dialect)]
    return way
  })
  if (ways.every((way) => way !== undefined)) yield ways.flat()
}
