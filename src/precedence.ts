import type {Found} from './lint.ts'
import type {Span} from './rule/finding.ts'

/**
 * When several rules see the same defect, the first of this order reports it.
 * A closing printed twice is a repeated paragraph as well: said once, under the name that tells most.
 */
const order = ['duplicate-closing', 'repeated-paragraph', 'repeated-passage', 'doubled-phrase']

/**
 * Leaves out findings whose words a finding of a rule before it in the order has told already:
 * every place of the one lies, at least by half, in a place of the other.
 *
 * @param findings sorted by place
 */
export function oneEach(findings: readonly Found[]): Found[] {
  const rank = (found: Found) => order.indexOf(found.ruleId)
  const told = new Map<number, Found[]>()
  const silent = new Set<Found>()
  const ranked = findings.filter((found) => rank(found) >= 0).sort((a, b) => rank(a) - rank(b))
  for (const found of ranked) {
    const places = placesOf(found)
    const [first] = places
    if (first === undefined) continue
    const near = cellsOf(first).flatMap((cell) => told.get(cell) ?? [])
    if (near.some((other) => rank(other) < rank(found) && covers(placesOf(other), places))) silent.add(found)
    else tell(told, found, places)
  }
  return findings.filter((found) => !silent.has(found))
}

function tell(told: Map<number, Found[]>, found: Found, places: readonly Span[]): void {
  for (const cell of new Set(places.flatMap(cellsOf))) {
    const list = told.get(cell)
    if (list) list.push(found)
    else told.set(cell, [found])
  }
}

const placesOf = (found: Found): Span[] => [
  found.at,
  ...(found.related ?? []).filter((it) => !it.path).map((it) => it.at)
]

const covers = (wide: readonly Span[], spans: readonly Span[]): boolean =>
  spans.every((span) => wide.some((it) => overlap(it, span) * 2 >= span.end - span.start && overlap(it, span) > 0))

const overlap = (a: Span, b: Span): number =>
  (a.page ?? 0) === (b.page ?? 0) ? Math.min(a.end, b.end) - Math.max(a.start, b.start) : 0

/** Spans that overlap share a cell, so that a finding is compared with its neighbours only. */
function cellsOf({page = 0, start, end}: Span): number[] {
  const cells = []
  for (let cell = start >> 8; cell <= end >> 8; cell++) cells.push(page * 0x1000000 + cell)
  return cells
}
