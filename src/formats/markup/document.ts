import type {Edit} from '../../rule/finding.ts'
import type {Document} from '../format.ts'
import {rewrite} from '../plain.ts'
import {type Dialect, waysOf} from './edits.ts'
import type {Extract} from './extract.ts'
import {locate} from './places.ts'
import {createProof} from './proof.ts'

/** A document of a text format with markup: its copy, and the mends that keep the markup whole. */
export function toDocument(source: string, extract: Extract, dialect: Dialect): Document {
  const {copy, outline, pieces, directives} = extract
  const proves = createProof(source, extract, dialect)
  const toSource = (edit: Edit): readonly Edit[] | undefined => {
    if (edit.text === copy.slice(edit.start, edit.end)) return []
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
