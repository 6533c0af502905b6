import type {Block, Edit, Finding, Issue, Span, Use} from 'copylint'
import {characters, spanIn} from 'copylint'
import type {Entry} from './entries.ts'
import {nearIn} from './judge.ts'
import type {Lexicon} from './lexicon.ts'
import {type Slip, slipsOf} from './people.ts'
import {folded} from './text.ts'
import type {Hit} from './words.ts'

export type Found = Finding<
  'preferred' | 'forbidden' | 'replaced' | 'name' | 'phrase' | 'office' | 'order',
  'elsewhere' | 'before' | 'write'
>

/** What the pages have that is not as the house says. */
export function* check(issue: Issue, use: Use, lists: Lexicon): Generator<Found> {
  const offices: {finding: Found; person: Entry}[] = []
  const rightly = new Map<Entry, Span>()
  const page = use(characters, issue)
  const found = lists.find(page)
  const read = page.printed.map(({block}, n) => ({block, text: folded(block.text), hits: found.get(n) ?? []}))
  const printed = new Set(read.flatMap(({hits}) => hits.map(({word}) => word.text)))
  for (const {block, text, hits} of read) {
    for (const hit of hits) if (hit.word.role === 'wrong') yield toFinding(hit, block, lists)
    const slips = [...slipsOf(text, hits, lists)]
    for (const slip of slips) {
      const at = spanIn(block, slip.start, slip.end)
      if (slip.kind === 'right') rightly.set(slip.person, rightly.get(slip.person) ?? at)
      else if (slip.kind === 'office') offices.push({finding: toSlip(slip, at, block, lists), person: slip.person})
      else yield toSlip(slip, at, block, lists)
    }
    for (const {target, start, end, severity} of nearIn(text, hits, slips, printed, lists)) {
      const {text: right, entry} = target
      yield {
        id: entry.kind === 'phrases' ? 'phrase' : 'name',
        at: spanIn(block, start, end),
        severity: entry.level ?? severity,
        data: {right, entry: lists.placeOf(entry)}
      }
    }
  }
  for (const {finding, person} of offices) {
    const at = rightly.get(person)
    yield {...finding, ...(at && {related: [{at, label: 'elsewhere' as const}]})}
  }
}

/** A form that the house does not write. */
function toFinding({word: {entry}, start, end}: Hit, block: Block, {placeOf}: Lexicon): Found {
  const {kind, right, why = '', level = 'warning', mend = 'unsafe'} = entry as Entry
  const at = spanIn(block, start, end)
  const edits: Edit[] = right === undefined ? [] : [{...at, text: right}]
  return {
    id: kind !== 'forbidden' ? 'preferred' : right === undefined ? 'forbidden' : 'replaced',
    at,
    severity: level,
    data: {entry: placeOf(entry as Entry), why, ...(right !== undefined && {right})},
    // names are for an editor to put right
    ...(kind === 'preferred' && mend !== 'none' && {fixes: [{title: 'write', safety: mend, edits}]})
  }
}

function toSlip(slip: Exclude<Slip, {kind: 'right'}>, at: Span, block: Block, {placeOf}: Lexicon): Found {
  const {person} = slip
  const name = person.right ?? ''
  const entry = placeOf(person)
  const severity = person.level ?? 'warning'
  if (slip.kind === 'name') return {id: 'name', at, severity, data: {right: slip.right, entry}}
  if (slip.kind === 'office') {
    return {id: 'office', at, severity, data: {name, office: person.offices.join('、'), entry}}
  }
  const {before} = slip
  return {
    id: 'order',
    at,
    severity: 'warning',
    data: {name, before: before.word.entry?.right ?? '', entry},
    related: [{at: spanIn(block, before.start, before.end), label: 'before'}]
  }
}
