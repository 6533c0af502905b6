import type {Found, Result} from '../lint.ts'
import {quote} from '../report/quote.ts'
import {createFingerprints, fromFingerprint, type PlacePrint, toFingerprint} from './fingerprint.ts'
import {match} from './match.ts'
import {rest} from './rest.ts'

/** One finding that the desk has accepted. Plain data. */
export interface Entry {
  readonly rule: string
  /** Its words, shortened: for people. */
  readonly text: string
  /** Where it is accepted: see `docs/accepting.md`. */
  readonly fingerprint: string
  readonly reason?: string
  /** The other pages that it is about, as they are named in `names`: without them it can be neither found nor missed. */
  readonly with?: readonly string[]
}

/** What is accepted on the pages of an issue. */
export interface Accepting {
  /** What each page is called, in the order of the issue. */
  readonly names: readonly string[]
  /** The entries of each page. */
  readonly entries: readonly (readonly Entry[])[]
}

export interface Suppressed {
  /** What nobody has accepted, sorted by place. */
  readonly findings: readonly Found[]
  /** The findings that are accepted, each with the entry that does. */
  readonly accepted: readonly {readonly found: Found; readonly entry: Entry}[]
  /** By page: the entries that accept nothing, be it that nothing is found or that nobody looked. */
  readonly idle: readonly (readonly Entry[])[]
  /** Of findings that have grown by a place since they were accepted, the entry of what they were. */
  readonly grown: ReadonlyMap<Found, Entry>
  /** The entry that would accept a finding. */
  readonly toEntry: (found: Found) => Entry
}

/** Leaves out the findings that are accepted: an entry accepts one. An entry belongs to the page of its finding's `at`. */
export function suppress(
  {issue, findings}: Pick<Result, 'issue' | 'findings'>,
  {names, entries}: Accepting
): Suppressed {
  const fingerprintOf = createFingerprints({issue})
  const accepted: {found: Found; entry: Entry}[] = []
  const gone = new Set<Found>()
  const smaller = new Map<Found, Found>()
  const grown = new Map<Found, Entry>()
  const take = (found: readonly Found[], those: readonly Entry[]): void => {
    if (found.length === 0 || those.length === 0) return
    const prints = found.map(fingerprintOf)
    const places = those.map(toPlaces)
    const {owners, parts} = match(prints, places)
    for (const [index, it] of found.entries()) {
      const owner = those[owners[index] ?? -1]
      const part = those[parts[index] ?? -1]
      if (owner) {
        accepted.push({found: it, entry: owner})
        gone.add(it)
      } else if (part) {
        const more = rest(it, prints[index]?.alike ?? [], places[parts[index] ?? -1] ?? [])
        smaller.set(it, more)
        grown.set(more, part)
      }
    }
  }
  const own = names.map((): Found[] => [])
  const shared: Found[] = []
  for (const found of findings) (pagesOf(found).length > 1 ? shared : own[found.at.page])?.push(found)
  for (const [page, found] of own.entries()) {
    take(
      found,
      (entries[page] ?? []).filter((it) => !it.with)
    )
  }
  // which of two pages owns a pair depends on their order
  const inIssue = new Set(names)
  take(
    shared,
    entries.flatMap((list) => list.filter((it) => it.with?.every((name) => inIssue.has(name))))
  )
  const used = new Set([...accepted.map(({entry}) => entry), ...grown.values()])
  return {
    findings: findings
      .filter((it) => !gone.has(it))
      .map((it) => smaller.get(it) ?? it)
      .sort((a, b) => a.at.page - b.at.page || a.at.start - b.at.start || a.at.end - b.at.end),
    accepted,
    grown,
    idle: entries.map((list) => list.filter((it) => !used.has(it))),
    toEntry: (found) => {
      const {at, ruleId} = found
      const others = pagesOf(found).filter((page) => page !== at.page)
      return {
        rule: ruleId,
        text: quote(wordsAt(at, issue.pages[at.page]?.source ?? '')),
        fingerprint: toFingerprint(fingerprintOf(found).places),
        ...(others.length > 0 && {with: others.map((page) => names[page] ?? '')})
      }
    }
  }
}

/** Two characters tell a reader little: what stands around them in their line is shown with them. */
function wordsAt({start, end}: Found['at'], source: string): string {
  const words = source.slice(start, end)
  if (words.length > 4 || /[\r\n]/.test(words)) return words
  const before = source.slice(Math.max(start - 4, 0), start).replace(/^.*[\r\n]/s, '')
  const behind = source.slice(end, end + 4).replace(/[\r\n].*/s, '')
  return before + words + behind
}

/** An entry whose fingerprint is none accepts nothing. */
const toPlaces = ({fingerprint}: Entry): PlacePrint[] => fromFingerprint(fingerprint) ?? []

/** The pages on which a finding has places, each once. */
function pagesOf({at, related = []}: Found): number[] {
  return [...new Set([at.page, ...related.filter(({path}) => path === undefined).map((it) => it.at.page ?? 0)])]
}
