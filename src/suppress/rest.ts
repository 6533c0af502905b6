import type {Found} from '../lint.ts'
import type {Span} from '../rule/finding.ts'
import type {Fingerprint, PlacePrint} from './fingerprint.ts'
import {isAmong} from './match.ts'

/**
 * A finding of several places, some of which are accepted: it begins at the first that is not, and mends none of the others. Eight half-width
 * commas were left as they are, a ninth was typed today: that one is reported, and `--fix` makes no other full-width.
 */
export function rest(found: Found, alike: Fingerprint['alike'], accepted: readonly PlacePrint[]): Found {
  const {at, related = [], fixes = []} = found
  const known = isAmong(accepted)
  const old = alike.filter(({place}) => known(place)).map((it) => it.at)
  const mended = fixes
    .map((fix) => ({...fix, edits: fix.edits.filter((edit) => !old.some((it) => overlaps(it, edit)))}))
    .filter(({edits}) => edits.length > 0)
  const {fixes: _, ...bare} = found
  const left: Found = mended.length > 0 ? {...bare, fixes: mended} : bare
  const first = alike.find(({place}) => !known(place))?.at
  const place = related.find((it) => it.at === first)
  if (!old.includes(at) || !place) return left
  const others = related.filter((it) => it !== place)
  return {...left, at: {page: at.page, ...place.at}, related: [{...place, at}, ...others]}
}

const overlaps = (a: Span, b: Span): boolean => (a.page ?? 0) === (b.page ?? 0) && a.start < b.end && b.start < a.end
