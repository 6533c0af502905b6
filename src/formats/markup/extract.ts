import {isBlank} from '../../parse/chars.ts'
import type {Outline, OutlineLine} from '../../parse/outline.ts'
import type {Role} from '../../tree/nodes.ts'
import type {Directive, Stretch} from '../format.ts'

/** A stretch of the copy and that of the file which it comes from. `same`: the same characters in both. */
export interface Piece extends Stretch {
  readonly from: number
  readonly to: number
  readonly same: boolean
}

/** A line of the copy, and what of the file is its alone: its element, its block. */
export interface Line extends Stretch {
  readonly from: number
  readonly to: number
  /** The end tag that its element does without: `</p>`. Empty where it has its own, or none. */
  readonly tail: string
}

/** The copy of a file with markup, and how it lies in the file. Pieces never cross lines; line ends are no pieces. */
export interface Extract {
  readonly copy: string
  readonly outline: Outline
  readonly pieces: readonly Piece[]
  readonly lines: readonly Line[]
  readonly directives: readonly Directive[]
}

/** What is known of a line where its first word comes. */
export interface LineKind {
  readonly level?: number
  readonly role?: Role
}

/** What stands for an image or a piece of code among words: no word has it, so that those around it are no neighbours. */
export const object = '\ufffc'

/** Gathers the copy of a file, piece by piece. */
export interface Gatherer {
  /** Words, or blanks that stay as they are. Begins a line where none is open. */
  add(text: string, from: number, to: number, same: boolean, kind: LineKind): void
  /** An image or code: shows only between words of a line. */
  object(from: number, to: number): void
  /** Ends the line; the next one comes so many line ends below: 2 is a new paragraph. */
  end(gap: 1 | 2): void
  /** Whether a line is open. */
  isOpen(): boolean
  /** How many lines there are, the open one included. */
  count(): number
  /** Where its words lie in the file. */
  place(line: number): {readonly from: number; readonly to: number}
  /** What of the file is the line's alone, more than its words. */
  own(line: number, from: number, to: number, tail?: string): void
  /** What the format says of a line that is there already. */
  name(line: number, kind: LineKind): void
  directive(at: Stretch, text: string): void
  /** @param marks whether `#` before a line marks a head */
  done(marks: boolean): Extract
}

export function createGatherer(): Gatherer {
  const parts: string[] = []
  const pieces: {start: number; end: number; from: number; to: number; same: boolean}[] = []
  const lines: {start: number; end: number; from: number; to: number; tail: string; kind: LineKind; gap: 0 | 1 | 2}[] =
    []
  const directives: {at: Stretch; text: string; line: number}[] = []
  let length = 0
  let open = false
  let gap: 0 | 1 | 2 = 2
  let waiting: Stretch | undefined

  const put = (text: string, from: number, to: number, same: boolean) => {
    const last = pieces[pieces.length - 1]
    parts.push(text)
    if (last?.same && same && last.end === length && last.to === from) {
      last.end += text.length
      last.to = to
    } else pieces.push({start: length, end: length + text.length, from, to, same})
    length += text.length
    const line = lines[lines.length - 1]
    if (!line) return
    line.end = length
    line.from = Math.min(line.from, from)
    line.to = Math.max(line.to, to)
  }

  /** Takes a blank end off the line that ends, and the line where nothing is left of it: neither shows. */
  const close = () => {
    const line = lines[lines.length - 1]
    if (!open || !line) return
    open = false
    for (let blank = true; blank && length > line.start; ) {
      const text = parts.pop() ?? ''
      let kept = text.length
      while (kept > 0 && isBlank(text.charCodeAt(kept - 1))) kept--
      if (kept > 0) parts.push(text.slice(0, kept))
      blank = kept === 0
      length -= text.length - kept
    }
    for (let last = pieces[pieces.length - 1]; last && last.end > length; last = pieces[pieces.length - 1]) {
      if (last.start >= length) pieces.pop()
      else {
        if (last.same) last.to -= last.end - length
        last.end = length
      }
    }
    line.end = length
    if (length > line.start) return
    lines.pop()
    if (lines.length > 0) {
      parts.pop()
      length -= line.gap
    }
    gap = line.gap
  }

  return {
    add: (text, from, to, same, kind) => {
      if (text === '') return
      if (!open) {
        if (length > 0) {
          parts.push('\n'.repeat(gap))
          length += gap
        }
        lines.push({start: length, end: length, from, to, tail: '', kind, gap})
        open = true
      } else if (waiting) put(object, waiting.start, waiting.end, false)
      waiting = undefined
      put(text, from, to, same)
    },
    object: (start, end) => {
      if (open) waiting = {start: waiting?.start ?? start, end}
    },
    end: (next) => {
      // line by line: `<br><br>` parts paragraphs
      const count = lines.length
      const ends = open
      close()
      const isNew = ends && lines.length === count
      gap = isNew ? next : gap === 1 && next === 1 ? 2 : next > gap ? next : gap
      waiting = undefined
    },
    isOpen: () => open,
    count: () => lines.length,
    place: (index) => lines[index] ?? {from: 0, to: 0},
    own: (index, from, to, tail = '') => {
      const line = lines[index]
      if (!line || from > line.from || to < line.to) return
      line.from = from
      line.to = to
      line.tail = tail
    },
    name: (index, kind) => {
      const line = lines[index]
      if (line) line.kind = kind
    },
    directive: (at, text) => directives.push({at, text, line: lines.length}),
    done: (marks) => {
      close()
      return {
        copy: parts.join(''),
        outline: {marks, lines: lines.flatMap(toOutline)},
        pieces,
        lines: lines.map(({start, end, from, to, tail}) => ({start, end, from, to, tail})),
        directives: directives.map(({at, text, line}) => {
          const {start = length, end = length} = lines[line] ?? {}
          return {at, text, covers: {start, end}}
        })
      }
    }
  }
}

function toOutline({start, kind, gap}: {start: number; kind: LineKind; gap: number}): OutlineLine[] {
  const whole = gap === 2
  const {level, role} = kind
  if (level === undefined && role === undefined && !whole) return []
  return [{start, ...(level !== undefined && {level}), ...(role && {role}), ...(whole && {whole: true as const})}]
}
