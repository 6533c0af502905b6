import type {Paragraph, Role} from '../tree/nodes.ts'
import {isBlank, isHan, isSpacedLetter} from './chars.ts'
import type {Outline, OutlineLine} from './outline.ts'

/**
 * A paragraph before it is a node: where it lies, what marks it has. Offsets are UTF-16 and half-open, lines count from 1.
 * `start`..`end` is the paragraph with indent, mark and trailing blanks, without its line end.
 */
export interface Draft {
  readonly start: number
  end: number
  /** The words: without mark, indent and blanks at the ends. */
  readonly textStart: number
  textEnd: number
  readonly line: number
  /** Where its first line starts: before it, where a line holds several paragraphs. */
  readonly lineStart: number
  endLine: number
  /** Where the last line starts: hard-wrapped copy in Latin script has several lines a paragraph. */
  endLineStart: number
  /** The level of a heading: how many `#` mark it, or what the format says; 0: none. */
  readonly level: number
  /** Whether words have spaces between them (English copy). */
  latin: boolean
  /** Whether a blank line, or nothing, is above. */
  readonly spaced: boolean
  /** Not copy: a comment, a line of dashes. Becomes a SourceNode. */
  readonly source: boolean
  role: Role
  /** What the format calls it. */
  readonly given?: Role
  /** The story it belongs to, counted from 0; -1: none. */
  story: number
  /** Made when it is asked for. */
  node?: Paragraph
}

/** The page cut into paragraphs. */
export interface Drafts {
  readonly drafts: Draft[]
  /** The last line of the page, from 1, and where it starts. */
  readonly lastLine: number
  readonly lastLineStart: number
}

/** A line longer than this is not hard-wrapped: it is a paragraph whatever its neighbours. */
const longestWrapped = 160
/** 5 letters of Latin script for one of Han: `据 The New York Times 报道` is still Han copy. */
const latinShare = 5
/** Breaks a line within a line: Shift+Enter in Word, which copy pasted from the web has for the end of a paragraph. */
const lineSeparator = '\u2028'
/** Of plain text nothing is known but its words. */
const plain: Outline = {lines: [], marks: true}

/**
 * Cuts a page into paragraphs: a line each in Han copy, the lines up to a blank one in copy in Latin script.
 * Takes time in proportion to the length of the page.
 */
export function toDrafts(source: string, outline: Outline = plain): Drafts {
  const drafts: Draft[] = []
  const {marks} = outline
  const given = outlined(outline)
  let line = 1
  let lineStart = 0
  let start = 0
  let spaced = true

  const takeLine = (end: number) => {
    const [first, last] = withoutBlanks(source, start, end)
    if (first > last) {
      spaced = true
      return
    }
    const {han, letters} = countLetters(source, first, last + 1)
    const known = given(start)
    const marked = marks && known?.level === undefined ? headingLevel(source, first, last + 1) : 0
    const level = known?.level ?? marked
    const textStart = marked > 0 ? skipBlanks(source, first + marked, last + 1) : first
    const latin = letters > 0 && han * latinShare < letters
    const previous = drafts[drafts.length - 1]
    const wrapped =
      previous !== undefined &&
      !spaced &&
      !known?.whole &&
      level === 0 &&
      goesOn(source, previous, start, end, latin, han)
    if (previous && wrapped) {
      previous.end = end
      previous.textEnd = last + 1
      previous.endLine = line
      previous.endLineStart = lineStart
    } else {
      drafts.push({
        start,
        end,
        textStart,
        textEnd: last + 1,
        line,
        lineStart,
        endLine: line,
        endLineStart: lineStart,
        level,
        latin,
        spaced: spaced || known?.whole === true,
        source: level === 0 && isSource(source, first, last + 1),
        role: 'body',
        ...(known?.role && {given: known.role}),
        story: -1
      })
    }
    spaced = false
  }

  let feed = source.indexOf('\n')
  let carriage = source.indexOf('\r')
  let separator = source.indexOf(lineSeparator)
  while (feed >= 0 || carriage >= 0 || separator >= 0) {
    const end = firstOf(firstOf(feed, carriage), separator)
    if (end === separator) {
      separator = source.indexOf(lineSeparator, end + 1)
      // a head in two lines is one head
      if (given(start)?.level !== undefined) continue
      takeLine(end)
      start = end + 1
      continue
    }
    takeLine(end)
    line++
    start = end + (end === carriage && feed === end + 1 ? 2 : 1)
    lineStart = start
    if (feed >= 0 && feed < start) feed = source.indexOf('\n', start)
    if (carriage >= 0 && carriage < start) carriage = source.indexOf('\r', start)
  }
  takeLine(source.length)
  return {drafts, lastLine: line, lastLineStart: lineStart}
}

/** The first of two places; -1: none. */
const firstOf = (a: number, b: number): number => (a < 0 ? b : b < 0 ? a : Math.min(a, b))

/** Gives what is said of the line that begins there; asked for in the order of the copy. */
function outlined({lines}: Outline): (start: number) => OutlineLine | undefined {
  let next = 0
  return (start) => {
    while ((lines[next]?.start ?? Number.POSITIVE_INFINITY) < start) next++
    return lines[next]?.start === start ? lines[next] : undefined
  }
}

/** The first and the last character of a line that are no blanks; the first behind the last where there is none. */
function withoutBlanks(source: string, start: number, end: number): [number, number] {
  const first = skipBlanks(source, start, end)
  let last = end - 1
  while (last > first && isBlank(source.charCodeAt(last))) last--
  return [first, last]
}

/**
 * How many letters are Han, and how many of scripts that put spaces between words. Counts no further than it takes to see that a line
 * is Han copy.
 */
function countLetters(source: string, start: number, end: number): {han: number; letters: number} {
  let han = 0
  let letters = 0
  for (let i = start; i < end && han * latinShare < letters + end - i; i++) {
    const code = source.charCodeAt(i)
    if ((code >= 0x4e00 && code <= 0x9fff) || isHan(code)) han++
    else if (isSpacedLetter(code) && !isBlank(code)) letters++
  }
  return {han, letters}
}

/** `## 标题`: how many marks, half or full width, 1 to 6, with a blank and words after them; else 0. */
function headingLevel(source: string, start: number, end: number): number {
  let level = 0
  while (start + level < end && isMark(source.charCodeAt(start + level))) level++
  return level > 0 && level <= 6 && start + level < end && isBlank(source.charCodeAt(start + level)) ? level : 0
}

function isMark(code: number): boolean {
  return code === 0x23 || code === 0xff03
}

function skipBlanks(source: string, from: number, end: number): number {
  let i = from
  while (i < end && isBlank(source.charCodeAt(i))) i++
  return i
}

/** Whether a line of Latin copy goes on with the paragraph above it. Bylines stand alone: `By Jane Doe`. */
function goesOn(source: string, above: Draft, start: number, end: number, latin: boolean, han: number): boolean {
  return (
    above.latin &&
    above.level === 0 &&
    !above.source &&
    (latin || han === 0) &&
    end - start <= longestWrapped &&
    above.end - above.endLineStart <= longestWrapped &&
    !isByline(source, start) &&
    !(above.line === above.endLine && isByline(source, above.start))
  )
}

function isByline(source: string, start: number): boolean {
  return /^By [A-Z]/i.test(source.slice(start, start + 4))
}

/** `<!-- … -->` alone on a line, or a line of dashes, stars or the like. */
function isSource(source: string, start: number, end: number): boolean {
  if (source.startsWith('<!--', start)) return end - start >= 7 && source.startsWith('-->', end - 3)
  const mark = source.charCodeAt(start)
  if (end - start < 3 || !'-=*_~—─━－＝＊'.includes(source.charAt(start))) return false
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i)
    if (code !== mark && !isBlank(code)) return false
  }
  return true
}
