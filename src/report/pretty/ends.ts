import {compare} from '../compare.ts'
import type {Message, PageReport, Place, Stretch as Span} from '../message.ts'
import {mostShown} from '../note.ts'

/** What a stretch of a drawn line is: shared with the other end, different from it, or only there to show where it stands. */
export type Kind = 'same' | 'differs' | 'context'

export interface Stretch {
  readonly kind: Kind
  readonly text: string
}

/** One end of a finding as it is drawn: the line of the page, what matters in it marked. */
export interface End {
  /** Only where it is on another page. */
  readonly path?: string
  readonly line: number
  /** Of a Word file: its lines are paragraphs. */
  readonly counts?: 'paragraphs'
  /** Where the first of its marks begins, in the copy. */
  readonly at: Span
  readonly label?: string
  /** Another end says the very same. */
  readonly alike?: boolean
  readonly stretches: readonly Stretch[]
}

/** A place with its marked stretches, before the words around it are added. */
interface Marked extends Pick<End, 'path' | 'counts'> {
  readonly place: Place
  readonly at: Span
  readonly text: string
  readonly label?: string
  readonly alike?: boolean
  readonly inner: readonly Stretch[]
}

/** No terminal shows more beside a place; where a whole page is one line, each finding looks no further. */
const mostAround = 4000

/**
 * The ends of a finding that are drawn: the finding and its first other place in the order of the pages, then the other
 * places as the rule gives them, as far as they are shown. Ends on one line are drawn together.
 *
 * @param copies the copy of the pages, by path
 */
export function endsOf(message: Message, page: PageReport, copies: ReadonlyMap<string, string>): End[] {
  const related = message.related.slice(0, mostShown)
  const twin = related.find((it) => it.compare)
  const stretches = twin ? compare(twin.text, message.text) : []
  const here: Marked = {
    place: message.place,
    at: message.at,
    ...(page.binary && {counts: 'paragraphs'}),
    text: message.text,
    inner: twin ? sideOf(stretches, 'added') : [{kind: 'same', text: message.text}]
  }
  const others = related.map((it): Marked => {
    const own = it.compare ? compare(it.text, message.text) : []
    return {
      place: it.place,
      at: it.at,
      text: it.text,
      label: it.label,
      ...(it.path !== undefined && {path: it.path}),
      ...(it.counts && {counts: it.counts}),
      ...(it.compare && own.every(({kind}) => kind === 'same') && {alike: true}),
      inner: it.compare ? sideOf(own, 'gone') : [{kind: 'same', text: it.text}]
    }
  })
  const order = [...copies.keys()]
  // what is in the archive was printed before: it has no place in the order
  const rank = ({path = page.path}: Marked) => order.indexOf(path)
  const fromHere = (it: Marked) => rank(it) - rank(here) || it.at.start - here.at.start
  const before = others.filter((it) => it === others[0] && fromHere(it) < 0)
  const ordered = [...before, here, ...others.filter((it) => !before.includes(it))]
  return joinLines(ordered, page, copies)
}

/** One of two compared passages: what both have, and what only it has. */
function sideOf(stretches: ReturnType<typeof compare>, own: 'gone' | 'added'): Stretch[] {
  return stretches.flatMap(({kind, text}): Stretch[] => {
    if (kind === 'same') return [{kind: 'same', text}]
    return kind === own ? [{kind: 'differs', text}] : []
  })
}

function joinLines(marked: readonly Marked[], page: PageReport, copies: ReadonlyMap<string, string>): End[] {
  const groups: Marked[][] = []
  // a part of what is drawn anyway: the second half of X和X
  for (const it of marked.filter((part) => !marked.some((whole) => whole !== part && isInside(part, whole)))) {
    const group = groups.find(([first]) => first && isOneLine(first, it))
    if (group) group.push(it)
    else groups.push([it])
  }
  return groups.map((group) => toEnd(group, copies.get(group[0]?.path ?? page.path)))
}

function isInside(part: Marked, whole: Marked): boolean {
  const [a, b] = [part.at, whole.at]
  const shorter = a.end - a.start < b.end - b.start
  return part.path === whole.path && shorter && a.start >= b.start && a.end <= b.end
}

function isOneLine(a: Marked, b: Marked): boolean {
  const lines = [a, b].flatMap(({place}) => [place.start.line, place.end.line])
  const apart = a.at.end <= b.at.start || b.at.end <= a.at.start
  return a.path === b.path && apart && lines.every((line) => line === lines[0])
}

function toEnd(group: readonly Marked[], copy = ''): End {
  const sorted = [...group].sort((a, b) => a.at.start - b.at.start)
  const first = sorted[0] as Marked
  const last = sorted[sorted.length - 1] as Marked
  const context = (start: number, end: number): Stretch[] =>
    start < end ? [{kind: 'context', text: copy.slice(start, end)}] : []
  const stretches = sorted.flatMap((it, index) => {
    const next = sorted[index + 1]
    return [...it.inner, ...(next ? context(it.at.end, next.at.start) : [])]
  })
  const known = copy.slice(first.at.start, first.at.end) === first.text
  const [labelled] = group.filter((it) => it.label !== undefined)
  return {
    ...(first.path !== undefined && {path: first.path}),
    line: first.place.start.line,
    ...(first.counts && {counts: first.counts}),
    at: first.at,
    ...(group.length === 1 && labelled?.label !== undefined && {label: labelled.label}),
    ...(group.length === 1 && first.alike && {alike: true}),
    stretches: known
      ? [
          ...context(contentStart(copy, first.at.start), first.at.start),
          ...stretches,
          ...context(last.at.end, lineEnd(copy, last.at.end))
        ]
      : stretches
  }
}

/** Where the words of a line begin: behind heading marks and the indent. */
function contentStart(copy: string, offset: number): number {
  const around = copy.slice(Math.max(0, offset - mostAround), offset)
  const before = around.slice(Math.max(around.lastIndexOf('\n'), around.lastIndexOf('\r')) + 1)
  return offset - before.length + (/^[#\s]*/.exec(before)?.[0].length ?? 0)
}

function lineEnd(copy: string, offset: number): number {
  const behind = copy.slice(offset, offset + mostAround)
  const end = behind.search(/[\r\n]/)
  return offset + (end < 0 ? behind : behind.slice(0, end)).trimEnd().length
}
