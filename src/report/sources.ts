import {toLines} from './lines.ts'
import type {PageReport, Place, Point, Stretch} from './message.ts'

/** The text of a page, for reports that name places in their own way. */
export interface Source {
  readonly text: string
  readonly binary: boolean
  readonly place: (stretch: Stretch) => Place
  /** The column of a point in bytes of UTF-8, from 1. */
  readonly byteColumn: (point: Point) => number
}

/** The texts of pages by their paths; nothing for a path that is of none (a page of the archive). Tables are made when first asked for. */
export function toSources(pages: readonly PageReport[]): (path: string) => Source | undefined {
  const byPath = new Map(pages.map((page) => [page.path, page]))
  const made = new Map<string, Source>()
  return (path) => {
    const page = byPath.get(path)
    const source = made.get(path) ?? (page && toSource(page))
    if (source) made.set(path, source)
    return source
  }
}

function toSource({copy, source: text = copy, binary}: PageReport): Source {
  let lines: ((offset: number) => Point) | undefined
  let bytes: ((offset: number) => number) | undefined
  return {
    text,
    binary: binary === true,
    place: ({start, end}) => {
      lines ??= toLines(text)
      return {start: lines(start), end: lines(end)}
    },
    byteColumn: ({offset, column}) => {
      bytes ??= toBytes(text)
      return bytes(offset) - bytes(offset - column + 1) + 1
    }
  }
}

/** So far apart are the places at which bytes are known beforehand: a line may be as long as a page. */
const step = 1024

/** Gives the bytes of UTF-8 before an offset. */
function toBytes(text: string): (offset: number) => number {
  const known = [0]
  for (let at = 0; at + step <= text.length; at += step) known.push((known.at(-1) ?? 0) + bytesOf(text, at, at + step))
  return (offset) => {
    const nth = Math.floor(offset / step)
    return (known[nth] ?? 0) + bytesOf(text, nth * step, offset)
  }
}

function bytesOf(text: string, start: number, end: number): number {
  let bytes = 0
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    // a pair of surrogates has four bytes: two for each half
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3
  }
  return bytes
}
