import type {Found} from './lint.ts'
import type {Span} from './rule/finding.ts'

/**
 * When several rules see the same words printed twice, the first of this order reports them.
 * A closing printed twice is a repeated paragraph as well: said once, under the name that tells most.
 */
const repeats = [
  'repeated-story',
  'duplicate-closing',
  'repeated-paragraph',
  'repeated-passage',
  'spliced-ending',
  'doubled-phrase',
  'doubled-particle',
  'repeated-phrase'
]

/**
 * When several rules see the same wrong word, the first of these reports it: what the house itself has laid down tells most, then a
 * slip that a list proves, then what the page's own words only suggest.
 */
const wording = [
  'house-terms',
  'banned-term',
  'common-misspelling',
  'variant-word',
  'inconsistent-name',
  'headline-wording',
  'inconsistent-term',
  'pleonasm',
  'wrong-measure-word'
]

/** What follows from another defect is told with it: a paragraph that breaks off has no full stop, a head over another story the wrong figures. */
const consequences: Readonly<Record<string, readonly string[]>> = {
  'swapped-headline': ['misplaced-deck', 'headline-number', 'headline-wording'],
  'broken-paragraph': ['missing-stop'],
  'stray-caption': ['missing-stop', 'missing-headline'],
  'page-furniture': ['missing-stop'],
  'missing-headline': ['misplaced-closing']
}

/**
 * Leaves out findings that another finding has told already: whose every place lies, at least by half, in a place of one
 * that comes before it among the repeats; or whose own place does, of one that comes before it in wording, or that it is a
 * consequence of.
 *
 * @param findings sorted by place
 */
export function oneEach(findings: readonly Found[]): Found[] {
  const ranked = findings.filter(isRanked).sort((a, b) => rank(a) - rank(b))
  const silent = new Set<Found>()
  const told = new Map<number, Found[]>()
  for (const found of ranked) {
    const places = placesOf(found)
    const near = cellsOf(found.at).flatMap((cell) => told.get(cell) ?? [])
    if (near.some((other) => tells(other, found, places))) silent.add(found)
    else tell(told, found, places)
  }
  return findings.filter((found) => !silent.has(found))
}

/** All rules that speak for others or are spoken for, those that speak first. */
const ranks = [
  ...new Set([...Object.keys(consequences), ...repeats, ...wording, ...Object.values(consequences).flat()])
]

const rank = ({ruleId}: Found): number => ranks.indexOf(ruleId)

const isRanked = ({ruleId}: Found): boolean => ranks.includes(ruleId)

function tells(other: Found, found: Found, places: readonly Span[]): boolean {
  if (consequences[other.ruleId]?.includes(found.ruleId) || isBefore(wording, other, found)) {
    return covers(placesOf(other), [found.at])
  }
  if (!isBefore(repeats, other, found) || !covers(placesOf(other), places)) return false
  // a story printed twice does not tell of a paragraph that is twice in one of its prints
  return other.ruleId !== 'repeated-story' || !placesOf(other).some((place) => covers([place], places))
}

const isBefore = (order: readonly string[], a: Found, b: Found): boolean =>
  order.includes(a.ruleId) && order.indexOf(a.ruleId) < order.indexOf(b.ruleId)

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
