import type {Document, Stretch} from '../formats/format.ts'
import {readPlain} from '../formats/plain.ts'
import {toLines} from './lines.ts'
import type {Place, Point} from './message.ts'

/** A page of the issue, or one of the archive, as far as a place on it must be named. */
export interface Sheet {
  readonly path: string
  readonly document: Pick<Document, 'copy' | 'source' | 'counts' | 'locate' | 'toSource'>
  /** Where a stretch of the copy lies in the file. */
  readonly place: (span: Stretch) => Place
}

/** The table of lines is made when the first place is asked for: clean pages need none. */
export function toSheet(path: string, document: Sheet['document'] = readPlain('')): Sheet {
  let lines: ((offset: number) => Point) | undefined
  return {
    path,
    document,
    place: (span) => {
      lines ??= toLines(document.source)
      const {start, end} = document.locate(span)
      return {start: lines(start), end: lines(end)}
    }
  }
}
