import type {Severity} from '../../rule/finding.ts'
import {severities} from '../../rule/finding.ts'
import type {Stretch} from '../message.ts'
import {mostShown} from '../note.ts'
import {type Html, html, type Part} from './markup.ts'
import {ids} from './model.ts'

/** An end of a finding, as a stretch of a page's copy. */
export interface Mark extends Stretch {
  readonly number: number
  /** 0: the finding's own place; else that of a related one. */
  readonly index: number
  readonly severity: Severity
  /** It begins in this paragraph: links to the end come here. */
  readonly opens?: true
}

/** So many findings are named at a place, the closest first: where hundreds lie upon one another nobody reads more. */
const mostNamed = 8

/**
 * The words of a paragraph with marks. Marks may lie in one another or cross: the words are cut wherever one begins or ends, and each
 * piece names all findings that hold there, the shortest first, to which it links. The text of the elements is that of the copy.
 */
export function drawMarked(
  copy: string,
  block: Stretch,
  marks: readonly Mark[],
  labelOf: (number: number, severity: Severity) => string
): Html {
  if (marks.length === 0) return html`${copy.slice(block.start, block.end)}`
  const clamp = (offset: number) => whole(copy, Math.min(block.end, Math.max(block.start, offset)))
  const own = marks.map((mark) => ({mark, start: clamp(mark.start), end: clamp(Math.max(mark.start, mark.end))}))
  const starts = own.toSorted((a, b) => a.start - b.start)
  const ends = own.toSorted((a, b) => a.end - b.end)
  const cuts = [...new Set([block.start, ...own.flatMap(({start, end}) => [start, end]), block.end])].sort(
    (a, b) => a - b
  )
  const active: Mark[] = []
  const linked = new Set<number>()
  const parts: Part[] = []
  let [begun, ended] = [0, 0]
  for (const [index, cut] of cuts.entries()) {
    for (; ended < ends.length && (ends[ended]?.end ?? 0) <= cut; ended++) {
      const at = active.indexOf((ends[ended] as {mark: Mark}).mark)
      if (at >= 0) active.splice(at, 1)
    }
    for (; begun < starts.length && (starts[begun]?.start ?? 0) <= cut; begun++) {
      const {mark, start, end} = starts[begun] as (typeof own)[number]
      if (mark.opens && mark.index <= mostShown) parts.push(anchor(mark))
      if (start === end) parts.push(point(mark, labelOf))
      else active.splice(placeOf(mark, active), 0, mark)
    }
    const text = copy.slice(cut, cuts[index + 1] ?? cut)
    if (text !== '') parts.push(active.length === 0 ? text : piece(text, active.slice(0, mostNamed), linked))
  }
  return html`${parts}`
}

/** Where a link to an end of a finding comes, and leads back. Its number is drawn by the style: it is no part of the text. */
function anchor({number, index, severity}: Mark): Html {
  return html`<a class="at ${severity}" id="${ids.end(number, index)}" href="#${ids.finding(number)}" data-n="${number}" data-f="${number}" tabindex="-1" aria-hidden="true"></a>`
}

function point({number, severity}: Mark, labelOf: (number: number, severity: Severity) => string): Html {
  return html`<mark class="${severity} point" data-f="${number}"><a href="#${ids.finding(number)}" aria-label="${labelOf(number, severity)}" aria-describedby="${ids.fact(number)}"></a></mark>`
}

function piece(text: string, active: readonly Mark[], linked: Set<number>): Html {
  const [nearest] = active as readonly [Mark]
  const gravest = severities.find((it) => active.some(({severity}) => severity === it)) ?? 'info'
  const numbers = [...new Set(active.map(({number}) => number))]
  const again = linked.has(nearest.number)
  linked.add(nearest.number)
  const far = active.every(({index}) => index > 0)
  return html`<mark class="${gravest}${far ? ' far' : ''}" data-f="${numbers.join(' ')}"><a href="#${ids.finding(nearest.number)}"${again ? html` tabindex="-1"` : html` aria-describedby="${ids.fact(nearest.number)}"`}>${text}</a></mark>`
}

/** By length: what lies inside comes before what is around it. */
function placeOf({start, end}: Mark, active: readonly Mark[]): number {
  let low = 0
  let high = active.length
  while (low < high) {
    const middle = (low + high) >> 1
    const it = active[middle] as Mark
    if (it.end - it.start < end - start) low = middle + 1
    else high = middle
  }
  return low
}

/** Not between the halves of a character. */
function whole(copy: string, offset: number): number {
  const code = copy.charCodeAt(offset)
  const before = copy.charCodeAt(offset - 1)
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? offset + 1 : offset
}
