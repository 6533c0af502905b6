import type {PageReport, Place, Stretch} from '../message.ts'
import {toUri} from '../paths.ts'
import {type Source, toSources} from '../sources.ts'

/** Places as SARIF tells of them. */
export interface Places {
  readonly source: (path: string) => Source | undefined
  readonly artifact: (path: string) => {readonly uri: string; readonly index?: number}
  /** @param words those of the place, where they are not at hand in the page's text */
  readonly location: (path: string, place: Place, words?: string) => object
}

/** A passage that is longer is not copied into the report: its region tells where it is. */
const longest = 1000

/** The artifacts are the pages, in their order; a page of the archive is none. */
export function createPlaces(pages: readonly PageReport[]): Places {
  const source = toSources(pages)
  const indexes = new Map(pages.map(({path}, index) => [path, index]))
  const artifact = (path: string) => {
    const index = indexes.get(path)
    return {uri: toUri(path), ...(index !== undefined && {index})}
  }
  return {
    source,
    artifact,
    location: (path, place, words) => {
      const {start, end} = place
      const text = source(path)?.text.slice(start.offset, end.offset) ?? words ?? ''
      const snippet = text !== '' && text.length <= longest ? {snippet: {text}} : {}
      return {physicalLocation: {artifactLocation: artifact(path), region: {...toRegion(place), ...snippet}}}
    }
  }
}

/** Ends are exclusive in SARIF, too. */
export function toRegion({start, end}: Place) {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset
  }
}

/** The region of a stretch of the text of a page. */
export const regionOf = (stretch: Stretch, source: Source) => toRegion(source.place(stretch))
