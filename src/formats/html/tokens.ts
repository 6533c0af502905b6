import {blocks, inlines, silent, voids} from './tags.ts'

/** A tag of a text, or a comment; `name` is small. */
export interface Tag {
  readonly name: string
  readonly kind: 'open' | 'close' | 'comment'
  readonly start: number
  readonly end: number
}

/** The tags of a piece of HTML, near enough to tell what is whole. Takes time in proportion to its length. */
export function* tagsOf(html: string): Generator<Tag> {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const start = at
    if (html.startsWith('<!--', start)) {
      const close = html.indexOf('-->', start + 4)
      at = close < 0 ? html.length : close + 3
      yield {name: '', kind: 'comment', start, end: at}
      continue
    }
    const slash = html.charAt(start + 1) === '/'
    const nameStart = start + (slash ? 2 : 1)
    at = nameStart
    if (!/[a-z]/i.test(html.charAt(at))) continue
    while (at < html.length && !' \t\r\n\f/>'.includes(html.charAt(at))) at++
    const name = html.slice(nameStart, at).toLowerCase()
    at = tagEnd(html, at)
    yield {name, kind: slash ? 'close' : 'open', start, end: at}
  }
}

/** Behind the `>` of a tag; one in a quoted value is none. */
function tagEnd(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const mark = html.charAt(at)
    if (mark === '>') return at + 1
    if (mark !== '"' && mark !== "'") continue
    if (html.charAt(at - 1) !== '=') continue
    const close = html.indexOf(mark, at + 1)
    if (close < 0) return html.length
    at = close
  }
  return html.length
}

/** Whether every element that begins in it ends in it, and no comment is lost with it. */
export function isWhole(html: string): boolean {
  const open: string[] = []
  for (const {name, kind} of tagsOf(html)) {
    if (kind === 'comment') return false
    if (kind === 'close' ? open.pop() !== name : !voids.has(name) && open.push(name) < 0) return false
  }
  return open.length === 0
}

const blanks =
  /^(?:[\s\u200b\u2060\u00ad]|&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|shy|#160|#xa0|#8203|#x200b|#12288|#x3000);?)*$/i

/** Whether a piece of HTML is tags of text and blanks, nothing that shows: no picture, no comment, no words that are no copy. */
export function isBare(html: string): boolean {
  let at = 0
  for (const {name, kind, start, end} of tagsOf(html)) {
    const isText = inlines.has(name) || (blocks.has(name) && !silent.has(name) && name !== 'hr')
    if (kind === 'comment' || !isText || !blanks.test(html.slice(at, start))) return false
    // a picture behind the words
    if (kind === 'open' && /\burl\s*\(/i.test(html.slice(start, end))) return false
    at = end
  }
  return blanks.test(html.slice(at))
}
