import {fold} from '../analysis/normalised.ts'
import {datelineLength} from '../parse/dateline.ts'
import type {Span} from '../rule/finding.ts'
import {type Article, type Block, type Issue, isArticle} from '../tree/issue.ts'
import type {Role} from '../tree/nodes.ts'
import {hashOf} from './hash.ts'

/** What a place is known by besides its own words: nothing of it moves when the paragraph or the story does. */
export interface Surroundings {
  /** Of the head of its story, or of the last letters of its body where it has none. */
  readonly head: string
  /** Of the first letters of its story's body: the story is the same where its head is reworded. */
  readonly opening: string
  /** Of the letters before it in its paragraph, or of what ends the paragraph where too few are before it; of a passage its own first ones. */
  readonly before: string
  /** Of the letters behind it, or of what begins the paragraph; of a passage its own last ones. Empty where a paragraph is too short for two. */
  readonly after: string
}

/** A paragraph of a page with what tells its story. */
interface Home {
  /** Of its node, with its marks and indent. */
  readonly start: number
  readonly end: number
  readonly block: Block
  readonly head: string
  readonly opening: string
  /** How many short paragraphs of its story say the same before it. */
  readonly again: number
}

/** So many letters before a place, and so many behind it. */
const nearby = 12
/** Fewer tell nothing: 新华社记者 stands before many a name. */
const enough = 8
/** A passage of so many letters is known by itself. */
const telling = 24
/** In a line of a hundred thousand commas letters are not looked for to its end. */
const farthest = 400

/** The letters and digits of a text, widths and case folded. */
export function lettersIn(text: string): string {
  let letters = ''
  for (let i = 0; i < text.length; i++) {
    const code = fold(text.charCodeAt(i))
    if (code !== 0) letters += String.fromCharCode(code)
  }
  return letters
}

/** Tells of places in an issue what surrounds them, and whether they are of a head. Its paragraphs are listed when the first is asked for. */
export function createSurroundings(issue: Issue): {
  readonly of: (span: Span, letters: string) => Surroundings
  readonly isHead: (span: Span) => boolean
} {
  let homes: readonly (readonly Home[])[] | undefined
  const at = ({page = 0, start}: Span): Home | undefined => {
    homes ??= homesOf(issue)
    return homeOf(homes[page] ?? [], start)
  }
  return {
    of: (span, letters) => {
      const home = at(span)
      if (!home) return {head: '', opening: '', before: '', after: ''}
      const {head, opening, block} = home
      const [start, end] = [span.start - block.start, span.end - block.start]
      if (isLong(letters)) return {head, opening, ...ends(letters, isWhole(block, start, end))}
      return {head, opening, ...around(home, start, end)}
    },
    isHead: (span) => heads.has(at(span)?.block.role ?? 'body')
  }
}

const heads: ReadonlySet<Role> = new Set(['kicker', 'headline', 'deck'])

/** A whole passage is known by how it begins and how it ends: it is the same where a word of it is mended. */
export const isLong = (letters: string): boolean => letters.length >= telling

/** That it is all of a paragraph tells the third print of a closing sentence, a line of its own, from the second, at the end of the paragraph above. */
function ends(letters: string, isAll: boolean): Pick<Surroundings, 'before' | 'after'> {
  const mark = isAll ? '' : '…'
  return {before: hashOf(mark + letters.slice(0, telling), 6), after: hashOf(letters.slice(-telling) + mark, 6)}
}

const isWhole = ({text}: Block, start: number, end: number): boolean =>
  lettersBefore(text, Math.max(start, 0)) === '' && lettersBehind(text, Math.min(end, text.length)) === ''

/**
 * What stands on both sides; on a side with too little, the other end of the paragraph; of a short paragraph all of it. A short paragraph
 * has nothing around it: 邱三水参加会见。 that stands twice is known from one that stands three times by which it is.
 */
function around({block: {text}, again}: Home, start: number, end: number): Pick<Surroundings, 'before' | 'after'> {
  const left = lettersBefore(text, Math.min(Math.max(start, 0), text.length))
  const right = lettersBehind(text, Math.min(Math.max(end, 0), text.length))
  if (left.length < enough && right.length < enough) {
    return {before: hashOf(left + right === '' ? `|${again}` : `${left}|${right}`, 6), after: ''}
  }
  return {
    before: hashOf(left.length < enough ? `$${lettersBefore(text, text.length)}` : left, 6),
    after: hashOf(right.length < enough ? `^${lettersBehind(text, 0)}` : right, 6)
  }
}

function lettersBefore(text: string, at: number): string {
  const letters = lettersIn(text.slice(Math.max(at - nearby * 4, 0), at))
  return (letters.length < nearby ? lettersIn(text.slice(Math.max(at - farthest, 0), at)) : letters).slice(-nearby)
}

function lettersBehind(text: string, at: number): string {
  const letters = lettersIn(text.slice(at, at + nearby * 4))
  return (letters.length < nearby ? lettersIn(text.slice(at, at + farthest)) : letters).slice(0, nearby)
}

/** By page, in the order of the text. */
function homesOf({pages, articles}: Issue): Home[][] {
  const homes: Home[][] = pages.map(({parts}) =>
    parts.flatMap((part) => (isArticle(part) ? [] : [toHome(part, ['', ''], 0)]))
  )
  for (const article of articles) {
    const story = storyOf(article)
    const short = new Map<string, number>()
    for (const block of article.blocks) {
      const letters = block.text.length < telling * 2 ? lettersIn(block.text) : ''
      const again = short.get(letters) ?? 0
      if (letters !== '') short.set(letters, again + 1)
      homes[article.page]?.push(toHome(block, story, again))
    }
  }
  for (const list of homes) list.sort((a, b) => a.start - b.start)
  return homes
}

const toHome = (block: Block, [head, opening]: Story, again: number): Home => ({
  start: block.node.position?.start.offset ?? block.start,
  end: block.node.position?.end.offset ?? block.end,
  block,
  head,
  opening,
  again
})

type Story = readonly [head: string, opening: string]

/** Datelines are the same over many stories. What has no head is known by how it ends as well. */
function storyOf({headline, body}: Article): Story {
  const lead = body[0]?.text ?? ''
  const from = datelineLength(lead)
  const opening = lettersIn(lead.slice(from, from + farthest)).slice(0, telling)
  const last = lettersIn((body.at(-1)?.text ?? '').slice(-farthest)).slice(-telling)
  const head = lettersIn(headline?.text ?? '') || (last && `$${last}`)
  return [head && hashOf(head, 6), opening && hashOf(opening, 6)]
}

/** The paragraph in which an offset lies, or the last before it. */
function homeOf(homes: readonly Home[], offset: number): Home | undefined {
  let low = 0
  let high = homes.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((homes[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return homes[low]
}
