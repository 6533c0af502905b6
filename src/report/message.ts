import type {Severity} from '../rule/finding.ts'
import type {Item, Total, Uncounted} from '../score/account.ts'
import type {ScoreKind} from '../score/options.ts'
import type {Role} from '../tree/nodes.ts'

/** Lines and columns count from 1, offsets from 0; columns and offsets in UTF-16 units. */
export interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** Half-open: `end` is the first point behind it. */
export interface Place {
  readonly start: Point
  readonly end: Point
}

/** A stretch of the copy, as rules saw it: UTF-16 offsets, half-open. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** The other end of a pair. */
export interface RelatedMessage {
  readonly label: string
  readonly place: Place
  /** Where it is in the copy of its page. */
  readonly at: Stretch
  /** Only where the place is in another file. */
  readonly path?: string
  /** Of a Word file: its lines are paragraphs. */
  readonly counts?: 'paragraphs'
  /** The words there. */
  readonly text: string
  /** Whether the report shows how these words and the finding's differ. */
  readonly compare: boolean
}

export interface FixMessage {
  readonly title: string
  readonly safety: 'safe' | 'unsafe'
  /** UTF-16 offsets in the file's text, half-open; `path` only where the edit is on another page of the issue. */
  readonly edits: readonly {
    readonly start: number
    readonly end: number
    readonly text: string
    readonly path?: string
  }[]
  /** The same in the copy, for reports that show what becomes of the words. */
  readonly changes: readonly {readonly at: Stretch; readonly text: string; readonly path?: string}[]
}

/** A finding in the reader's language: what every reporter starts from. Plain data. */
export interface Message {
  readonly ruleId: string
  readonly severity: Severity
  /** The plain fact. */
  readonly reason: string
  /** Why it matters. */
  readonly why?: string
  /** What to do. */
  readonly how?: string
  readonly url?: string
  /** Where it is in the file. */
  readonly place: Place
  /** Where it is in the copy. */
  readonly at: Stretch
  /** The words of the place. */
  readonly text: string
  readonly related: readonly RelatedMessage[]
  readonly fixes: readonly FixMessage[]
}

/** A story of a page, in its copy; no `headline` where the page gives it none. */
export interface Story extends Stretch {
  readonly headline?: string
}

/** A paragraph of the copy, without marks and indent. */
export interface BlockReport extends Stretch {
  readonly role: Role
  /** Which of the page's stories it is of, from 0; absent outside of them. */
  readonly story?: number
}

/** One file's part of the report. */
export interface PageReport {
  readonly path: string
  /** The words that rules saw: of plain text the whole file. Empty where the file could not be read. */
  readonly copy: string
  /** The file's text, which places count in; only where it is not the copy. */
  readonly source?: string
  /** The file is no text (Word): its lines are paragraphs, its source is the copy, and no edit of text can be made in it. */
  readonly binary?: true
  /** In the order of the page. */
  readonly stories: readonly Story[]
  /** All paragraphs, in the order of the page. */
  readonly blocks: readonly BlockReport[]
  readonly messages: readonly Message[]
  /**
   * What could not be done, each one clear sentence. What is `shared` is no matter of this page: a mistake in the config or in a word list
   * stands with all pages that it keeps from being checked, and is told once.
   */
  readonly failures: readonly {readonly reason: string; readonly shared?: true}[]
  /** How many findings the desk has accepted: they are none of the messages. Only where a baseline or comments in the copy are to accept some. */
  readonly accepted?: number
  /** What the baseline accepts and nobody finds any more; only where there is a baseline. */
  readonly unused?: readonly {readonly rule: string; readonly text: string; readonly reason?: string}[]
  /** Only where the error rate was asked for. */
  readonly score?: PageScore
}

/** An item of the account, with the finding that it counts. */
export interface ScoreItem extends Omit<Item, 'finding' | 'at'> {
  readonly place: Place
  /** The words there. */
  readonly text: string
  readonly severity: Severity
  /** The plain fact. */
  readonly reason: string
}

/** A page's part of the account: errors in ten thousand characters, as the regulation counts them. */
export interface PageScore extends Total {
  readonly kind: ScoreKind
  readonly limit: number
  /** The findings of which severities are errors. */
  readonly severities: readonly Severity[]
  readonly items: readonly ScoreItem[]
  /** The findings that are no errors, and why. */
  readonly uncounted: readonly Uncounted[]
  /** The whole, where the page is one of several that are printed together: it is the whole that passes or does not. */
  readonly issue?: Total & {readonly pages: number}
}
