import type {Edit} from '../../rule/finding.ts'
import type {Document} from '../format.ts'
import {rewrite} from '../plain.ts'
import {type Dialect, waysOf} from './edits.ts'
import type {Extract, Piece} from './extract.ts'
import {locate} from './places.ts'
import {createProof} from './proof.ts'

/** A document of a text format with markup: its copy, and the mends that keep the markup whole. */
export function toDocument(source: string, extract: Extract, dialect: Dialect): Document {
  const {copy, outline, pieces, directives} = extract
  const proves = createProof(source, extract, dialect)
  const late = latePieces(pieces)
  const toSource = (edit: Edit): readonly Edit[] | undefined => {
    if (edit.text === copy.slice(edit.start, edit.end)) return []
    // edits in the order of the copy are to be in the order of the file
    if (late.some(({start, end}) => start <= edit.end && edit.start <= end)) return undefined
    for (const way of waysOf(edit, source, extract, dialect)) if (proves(edit, way)) return way
    return undefined
  }
  return {
    copy,
    outline,
    source,
    locate: (span) => locate(pieces, span),
    toSource,
    edited: (edits) => {
      const next = rewrite(
        source,
        edits.flatMap((edit) => toSource(edit) ?? [])
      )
      return toDocument(next, dialect.read(next), dialect)
    },
    ...(directives.length > 0 && {directives})
  }
}

/** Pieces that stand further up in the file than some before them: rows of a table, below text that was lost between them. */
function latePieces(pieces: readonly Piece[]): Piece[] {
  let end = 0
  return pieces.filter(({from, to}) => {
    const late = from < end
    end = Math.max(end, to)
    return late
  })
}
