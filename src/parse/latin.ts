import type {Paragraph} from 'nlcst'
import {ParseLatin} from 'parse-latin'
import type {Point} from 'unist'

/** What a paragraph in Latin script is made of: sentences with their words, and the blanks between them. */
export type LatinContent = Paragraph['children'][number]

/**
 * parse-latin is given at most this much at a time, in UTF-16 units. It is super-linear where few words have no marks:
 * 80,000 characters of `a-b/c&d'e ` take 24 ms in parts of 5,000, 248 ms in parts of 20,000; of `a. ` 28 ms, in one 1.6 s.
 */
const longestChunk = 5000

/**
 * A paragraph in Latin script as retext's own parser sees it, so that retext plugins find the words they expect.
 *
 * @param text the paragraph without mark and blanks at its ends
 * @param start where it starts on the page; it is moved to its end
 */
export function parseLatin(text: string, start: Point & {offset: number}): LatinContent[] {
  const parser = new ParseLatin()
  const content: LatinContent[] = []
  for (const chunk of chunks(text)) {
    for (const node of parser.tokenizeParagraph(chunk).children) content.push(node)
  }
  const base = start.offset
  for (const node of content) place(node, start, text, base)
  return content
}

interface Placed {
  type: string
  value?: string
  children?: Placed[]
  position?: {start: Point; end: Point} | undefined
}

/** Gives a node and all below it their positions on the page; `point` runs along, `text` starts at offset `base`. */
function place(node: LatinContent | Placed, point: Point & {offset: number}, text: string, base: number): void {
  const it = node as Placed
  const start = {...point}
  if (it.children) for (const child of it.children) place(child, point, text, base)
  else advance(point, it.value?.length ?? 0, text, base)
  it.position = {start, end: {...point}}
}

/** Moves a point on: lines end at \n, \r\n and a lone \r, also where a node ends between \r and \n. */
function advance(point: Point & {offset: number}, length: number, text: string, base: number): void {
  for (let n = 0; n < length; n++) {
    const code = text.charCodeAt(point.offset - base)
    point.offset++
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(point.offset - base) !== 0x0a)) {
      point.line++
      point.column = 1
    } else point.column++
  }
}

/** Cuts a huge paragraph behind a sentence's end, else behind a blank, else anywhere. */
function* chunks(text: string): Generator<string> {
  let from = 0
  while (text.length - from > longestChunk) {
    const part = text.slice(from, from + longestChunk)
    const cut =
      Math.max(part.lastIndexOf('. '), part.lastIndexOf('? '), part.lastIndexOf('! ')) + 1 ||
      part.lastIndexOf(' ') + 1 ||
      longestChunk
    yield part.slice(0, cut)
    from += cut
  }
  yield text.slice(from)
}
