import type {Document} from '../formats/format.ts'
import type {Found} from '../lint.ts'
import type {Edit, Fix} from '../rule/finding.ts'
import {applyFixes} from './apply.ts'
import {edited, type Piece, untouched} from './pieces.ts'

/** After so many passes mends are not coming to an end. */
const mostPasses = 10

/** `safe`: what can be made unread; `unsafe`: those that need an editor's eye too. */
export type MendLevel = 'safe' | 'unsafe'

export interface MendOptions {
  readonly level: MendLevel
  /** Whether a file can hold a text: its encoding may not have all characters. */
  readonly accepts?: (page: number, text: string) => boolean
  /** What ends the lines of each file; new text with U+000A takes it. */
  readonly lineEnds?: readonly string[]
  /** The rules whose mends are made; all where absent. */
  readonly rules?: ReadonlySet<string>
}

/** The pages of an issue after mending. */
export interface Mended<R> {
  /** What was found on the pages as they are now. */
  readonly result: R
  readonly documents: readonly Document[]
  /** By page: what became of its `source` as it was. */
  readonly pieces: readonly (readonly Piece[])[]
  /** How many mends were made. */
  readonly count: number
  /** By page: how many of them touch it. */
  readonly counts: readonly number[]
  /** Mends that could not be made: the file's encoding cannot hold the text, or its markup stands in the way. */
  readonly refused: readonly Refused[]
  /** Rules whose mends undo one another, or never end: none of theirs was made. */
  readonly circling: readonly string[]
}

/** A mend that is left to be made by hand. */
export interface Refused {
  readonly ruleId: string
  readonly page: number
  readonly text: string
  readonly because: 'encoding' | 'markup'
}

/** Where mending stands. */
interface State {
  readonly documents: readonly Document[]
  readonly pieces: Mended<unknown>['pieces']
  readonly count: number
  readonly counts: readonly number[]
}

type Lint<R> = (documents: readonly Document[]) => R
type Linted = {readonly findings: readonly Found[]}

/**
 * Mends the pages of an issue: lints, applies, and again until nothing changes, at most ten times. Mends that go in a circle are
 * left out altogether, so that mending what was mended changes nothing.
 */
export function mend<R extends Linted>(documents: readonly Document[], lint: Lint<R>, options: MendOptions): Mended<R> {
  const start: State = {
    documents,
    pieces: documents.map(({source}) => untouched(source.length)),
    count: 0,
    counts: documents.map(() => 0)
  }
  const circling = new Set<string>()
  let state = start
  // other mends may have opened the circle: what was left out is tried again, until trying again changes nothing
  for (let round = 0; round < mostPasses; round++) {
    const done = withoutCircles(state, lint, options, circling)
    const isStill = key(done.documents) === key(state.documents)
    if (isStill || !done.left) return {...done, circling: done.left ? [...circling].sort() : []}
    state = done
  }
  const result = lint(documents)
  return {...start, result, refused: [], circling: [...new Set(result.findings.map(({ruleId}) => ruleId))].sort()}
}

/** Goes on from a state to where no mend is left but those of rules that go in a circle. */
function withoutCircles<R extends Linted>(state: State, lint: Lint<R>, options: MendOptions, circling: Set<string>) {
  const left = new Set<string>()
  for (;;) {
    const tried = attempt(state, lint, options, left)
    if (!('unending' in tried)) return {...tried, left: left.size > 0}
    for (const ruleId of tried.unending) {
      left.add(ruleId)
      circling.add(ruleId)
    }
  }
}

/** Passes until nothing changes; where they never end, the rules that keep them going. */
function attempt<R extends Linted>(
  start: State,
  lint: Lint<R>,
  options: MendOptions,
  left: ReadonlySet<string>
): (State & Pick<Mended<R>, 'result' | 'refused'>) | {readonly unending: readonly string[]} {
  let {documents, pieces, count, counts} = start
  /** The pages before each pass, and the rules that mended in it. */
  const passes: {readonly before: string; readonly rules: readonly string[]}[] = []
  for (;;) {
    const result = lint(documents)
    const choice = choose(result.findings, documents, options, left)
    const {applied, chosen, next, unfit} = applyTogether(documents, choice.chosen)
    const refused = [...choice.refused, ...unfit]
    if (applied.made.length === 0) return {result, documents, pieces, count, counts, refused}

    passes.push({before: key(documents), rules: applied.made.map((index) => chosen[index]?.ruleId ?? '')})
    const again = passes.findIndex(({before}) => before === keyOf(applied.sources))
    if (again >= 0) return {unending: passes.slice(again).flatMap(({rules}) => rules)}
    if (passes.length === mostPasses) return {unending: passes[mostPasses - 1]?.rules ?? []}

    const now = documents
    pieces = pieces.map((it, page) => edited(it, toSource(now[page], applied.edits[page] ?? [])))
    documents = next
    count += applied.made.length
    const touched = applied.made.map((index) => new Set(chosen[index]?.fix.edits.map((it) => it.page ?? 0)))
    counts = counts.map((before, page) => before + touched.filter((it) => it.has(page)).length)
  }
}

interface Chosen {
  readonly ruleId: string
  readonly fix: {readonly edits: readonly Edit[]}
}

/** Applies mends. Where the markup of one meets that of another, and the file would not have the copy that they make, fewer at a time. */
function applyTogether(documents: readonly Document[], all: readonly Chosen[]) {
  const unfit: Refused[] = []
  const copies = documents.map(({copy}) => copy)
  let rest = all
  for (let chosen = rest; ; ) {
    const applied = applyFixes(
      copies,
      chosen.map(({fix}) => fix)
    )
    const next = documents.map((it, page) => (applied.edits[page]?.length ? it.edited(applied.edits[page] ?? []) : it))
    if (next.every(({copy}, page) => copy === applied.sources[page])) return {applied, chosen, next, unfit}
    const [first] = chosen
    if (first && chosen.length === 1) {
      const {page = 0, text = ''} = first.fix.edits[0] ?? {}
      unfit.push({ruleId: first.ruleId, page, text, because: 'markup'})
      rest = rest.filter((it) => it !== first)
      chosen = rest
    } else chosen = chosen.slice(0, Math.ceil(chosen.length / 2))
  }
}

const keyOf = (copies: readonly string[]): string => copies.map((it) => `${it.length}:${it}`).join('\0')
const key = (documents: readonly Document[]): string => keyOf(documents.map(({copy}) => copy))

const toSource = (document: Document | undefined, edits: readonly Edit[]): Edit[] =>
  edits.flatMap((edit) => document?.toSource(edit) ?? [])

/** Of each finding the first mend that may be made. */
function choose(
  findings: readonly Found[],
  documents: readonly Document[],
  {level, accepts, lineEnds = [], rules}: MendOptions,
  left: ReadonlySet<string>
): {chosen: {ruleId: string; fix: {edits: readonly Edit[]}}[]; refused: Refused[]} {
  const chosen: {ruleId: string; fix: {edits: readonly Edit[]}}[] = []
  const refused: Refused[] = []
  for (const {ruleId, fixes = []} of findings) {
    if (left.has(ruleId) || (rules && !rules.has(ruleId))) continue
    for (const fix of fixes) {
      if (!allowed(fix, level)) continue
      const edits = fix.edits.map((edit) => ({...edit, text: withLineEnds(edit.text, lineEnds[edit.page ?? 0])}))
      const bad = edits.flatMap((edit) => refusedOf(edit, ruleId, documents, accepts) ?? [])[0]
      if (!bad) {
        chosen.push({ruleId, fix: {edits}})
        break
      }
      refused.push(bad)
    }
  }
  return {chosen, refused}
}

function refusedOf(
  {page = 0, ...edit}: Edit,
  ruleId: string,
  documents: readonly Document[],
  accepts: MendOptions['accepts']
): Refused | undefined {
  const because =
    accepts && !accepts(page, edit.text) ? 'encoding' : documents[page]?.toSource(edit) ? undefined : 'markup'
  return because && {ruleId, page, text: edit.text, because}
}

const allowed = ({safety}: Fix, level: MendLevel): boolean => safety === 'safe' || level === 'unsafe'

/** Text of a rule knows U+000A; text that was copied from the page has its line ends already. */
function withLineEnds(text: string, end = '\n'): string {
  return end === '\n' ? text : text.replace(/\r\n?|\n/g, end)
}

/** What ends most of a page's lines: `\n`, `\r\n` or `\r`. */
export function lineEndOf(source: string): string {
  const counts = new Map<string, number>()
  for (const [end] of source.matchAll(/\r\n?|\n/g)) counts.set(end, (counts.get(end) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '\n'
}
