import type {Document} from '../formats/format.ts'
import type {Found, Result} from '../lint.ts'
import {toLines} from '../report/lines.ts'
import type {Message, PageReport} from '../report/message.ts'
import type {Language} from '../rule/rule.ts'
import type {Directed, Idle} from '../suppress/directives.ts'
import type {Entry, Suppressed} from '../suppress/suppress.ts'
import {type Baseline, entriesOf} from './baseline.ts'
import type {ReadPage} from './pages.ts'
import type {Settings} from './settings.ts'

/** What is to become of baselines: `update` accepts what is found now, `prune` drops what is idle, `accept` asks what would accept each finding. */
export type BaselineTask = 'update' | 'prune' | 'accept'

/** What a page has in its baseline. Plain data. */
export interface PageAcceptance {
  /** Of the baseline. */
  readonly path: string
  readonly page: string
  /** What its entries are to be, where there is a task: with `accept`, as they are. */
  readonly entries: readonly Entry[]
  /** How many of them were not there, and how many that were are no longer. */
  readonly added: number
  readonly dropped: number
  /** With `accept`: of each finding of the page, in their order, the entry that would accept it, and the one that it would replace. */
  readonly candidates: readonly {readonly entry: Entry; readonly instead?: Entry}[]
}

/** What is left of the findings of an issue, and what is said of the rest. */
export interface Accepted {
  readonly findings: readonly Found[]
  readonly pages: readonly {
    /** How many findings are accepted; absent where nothing could accept any. */
    readonly accepted?: number
    /** Entries that accept nothing any more. */
    readonly unused: readonly Entry[]
    readonly acceptance?: PageAcceptance
  }[]
  readonly idle: readonly Idle[]
}

/** Tells what of the findings on documents is accepted. Asked again after every pass of mending. */
export type Accepter = (
  result: Pick<Result, 'issue' | 'findings' | 'failures'>,
  documents: readonly Document[],
  /** Whether retext plugins have run, and come to their end. */
  isWhole?: boolean
) => Accepted

/** Nothing where nothing accepts anything: no comment in the copy, no entry. Loads what it needs. */
export async function createAccepter(
  pages: readonly ReadPage[],
  baselines: readonly (Baseline | undefined)[],
  settings: Settings,
  task: BaselineTask | undefined
): Promise<Accepter | undefined> {
  const entries = pages.map(({absolute}, page) => {
    const baseline = baselines[page]
    return baseline ? entriesOf(baseline, absolute) : []
  })
  const hasDirectives = pages.some(({document}) => (document.directives ?? []).length > 0)
  const hasEntries = task !== undefined || entries.some((list) => list.length > 0)
  if (!hasDirectives && !hasEntries) return undefined
  const [{suppress}, directives] = await Promise.all([
    import('../suppress/suppress.ts'),
    hasDirectives ? import('../suppress/directives.ts') : undefined
  ])
  const names = pages.map(({absolute}) => absolute)
  return (result, documents, isWhole = false) => {
    const ran = ranIn(settings, result, isWhole)
    const directed: Directed = directives?.direct(result.findings, documents, settings.known.keys(), ran) ?? {
      findings: result.findings,
      accepted: pages.map(() => 0),
      idle: []
    }
    const suppressed = suppress({issue: result.issue, findings: directed.findings}, {names, entries})
    const {findings, accepted, idle} = suppressed
    // what nobody looked for is not missed
    const inIssue = new Set(names)
    const isIdle = (entry: Entry) => ran(entry.rule) && (entry.with ?? []).every((name) => inIssue.has(name))
    return {
      findings: task === 'update' ? [] : findings,
      idle: directed.idle,
      pages: pages.map((_, page) => {
        const baseline = baselines[page]
        const own = accepted.filter(({found}) => found.at.page === page)
        const fresh = task === 'update' ? findings.filter((it) => it.at.page === page).length : 0
        const counted =
          task === 'update' || [entries[page], documents[page]?.directives].some((it) => it && it.length > 0)
        return {
          ...(counted && {accepted: (directed.accepted[page] ?? 0) + own.length + fresh}),
          unused: task === 'update' || task === 'prune' ? [] : (idle[page] ?? []).filter(isIdle),
          ...(baseline &&
            task && {
              acceptance: acceptanceOf(page, names[page] ?? '', entries[page] ?? [], baseline, suppressed, isIdle, task)
            })
        }
      })
    }
  }
}

function acceptanceOf(
  page: number,
  name: string,
  own: readonly Entry[],
  {path}: Baseline,
  {findings, accepted, grown, idle, toEntry}: Suppressed,
  isIdle: (entry: Entry) => boolean,
  task: BaselineTask
): PageAcceptance {
  const fresh = findings
    .filter((it) => it.at.page === page)
    .map((found) => ({entry: toEntry(found), instead: grown.get(found)}))
  const gone = (idle[page] ?? []).filter(isIdle)
  const waiting = (idle[page] ?? []).filter((it) => !isIdle(it))
  // what has drifted from its entry (a head reworded, a neighbour mended) is known by its new surroundings from now on
  const withReason = (entry: Entry, {reason}: Entry): Entry => ({...entry, ...(reason !== undefined && {reason})})
  const renewed = [
    ...accepted.filter(({found}) => found.at.page === page).map(({found, entry}) => withReason(toEntry(found), entry)),
    ...fresh.map(({entry, instead}) => (instead ? withReason(entry, instead) : entry))
  ]
  // of a pair on two pages the entry may lie with either
  const unused = new Set(idle[page])
  // of a finding of several places some may be mended: those are let go of, too
  const smaller = new Map(
    (task === 'prune' ? accepted : []).flatMap(({found, entry}) => {
      const now = toEntry(found)
      return now.fingerprint.length < entry.fingerprint.length ? [[entry, withReason(now, entry)] as const] : []
    })
  )
  const used = own.filter((it) => !unused.has(it))
  const kept = task === 'update' ? renewed : used.map((it) => smaller.get(it) ?? it)
  return {
    path,
    page: name,
    entries: [...kept, ...waiting, ...(task === 'accept' ? gone : [])],
    added: task === 'update' ? fresh.length : 0,
    dropped: task === 'accept' ? 0 : gone.length,
    candidates: task === 'accept' ? fresh.map(({entry, instead}) => (instead ? {entry, instead} : {entry})) : []
  }
}

/** Whether a rule has done its work: of one that is off, or failed, nothing is missed. */
function ranIn({active, states, known, plugins}: Settings, {failures}: Pick<Result, 'failures'>, isWhole: boolean) {
  const failed = new Set(failures.map(({rule}) => rule))
  const rules = new Set(active.map(({rule}) => rule.name))
  const hasRetext = isWhole && plugins.some(({retext}) => retext !== undefined)
  return (rule: string): boolean => {
    if (failed.has(rule)) return false
    if (rules.has(rule)) return true
    // a plugin's messages may go by any name
    return hasRetext && !known.get(rule) && states.get(rule)?.level !== 'off'
  }
}

/** Adds to reports what is accepted, and the comments that do nothing as messages of their own. */
export function withAccepted(
  reports: readonly PageReport[],
  {pages, idle}: Accepted,
  documents: readonly Document[],
  language: Language
): PageReport[] {
  return reports.map((report, page) => {
    const {accepted, unused = []} = pages[page] ?? {}
    const own = idle.filter((it) => it.page === page)
    const notices = own.length === 0 ? [] : toMessages(own, documents[page], language)
    return {
      ...report,
      ...(accepted !== undefined && {
        accepted,
        unused: unused.map(({rule, text, reason}) => ({rule, text, ...(reason !== undefined && {reason})}))
      }),
      messages:
        notices.length === 0
          ? report.messages
          : [...report.messages, ...notices].sort((a, b) => a.place.start.offset - b.place.start.offset)
    }
  })
}

function toMessages(idle: readonly Idle[], document: Document | undefined, language: Language): Message[] {
  const lines = toLines(document?.source ?? '')
  return idle.map(({directive, name, texts}) => ({
    ruleId: name,
    severity: 'warning',
    reason: texts[language],
    place: {start: lines(directive.at.start), end: lines(directive.at.end)},
    // in the copy a comment is nowhere: what it is about begins behind it
    at: {start: directive.covers.start, end: directive.covers.start},
    text: directive.text,
    related: [],
    fixes: []
  }))
}
