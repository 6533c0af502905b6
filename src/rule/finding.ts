/** `error`: provable from the page; `warning`: likely; `info`: a question to the desk. */
export type Severity = 'error' | 'warning' | 'info'

/** Severities, gravest first. */
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[]

/** A stretch of a page's source: UTF-16 offsets, half-open. */
export interface Span {
  readonly start: number
  readonly end: number
  /** Which page of the issue, from 0; absent means the first, or the page of the article that is looked at. */
  readonly page?: number
}

/** Another place that belongs to a finding: the first print of a repeat, the head that was exchanged. */
export interface Related<Label extends string = string> {
  readonly at: Span
  /** A key of the rule's `labels`: what the editor sees there. */
  readonly label: Label
  /** A page of the archive; absent where the place is in the issue itself. */
  readonly path?: string
  /** Asks the report to show how the finding's words and these differ. */
  readonly compare?: boolean
}

/** Puts `text` in place of a span. */
export interface Edit extends Span {
  readonly text: string
}

/** A mend. `safe` ones can be made unread; `unsafe` ones need an editor's eye. */
export interface Fix<Label extends string = string> {
  /** A key of the rule's `labels`: what the mend does, as an order (删去这一段). */
  readonly title: Label
  readonly edits: readonly Edit[]
  readonly safety: 'safe' | 'unsafe'
}

/** What a rule reports: plain data that survives JSON and postMessage. */
export interface Finding<Id extends string = string, Label extends string = string> {
  /** A key of the rule's `messages`. */
  readonly id: Id
  readonly at: Span
  /** Where this finding is less sure than the rule: the lower of the two counts. */
  readonly severity?: Severity
  /** Values for the `{name}` slots of the message. */
  readonly data?: Readonly<Record<string, string | number>>
  readonly related?: readonly Related<Label>[]
  /** What the error rate counts, where it is not the words of `at` alone: both heads that were exchanged, a whole second print. */
  readonly wrong?: readonly Span[]
  readonly fixes?: readonly Fix<Label>[]
}
