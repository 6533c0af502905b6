import type {GenericSchema, InferOutput, ObjectEntries, StrictObjectSchema} from 'valibot'
import type {Article, Issue} from '../tree/issue.ts'
import type {Archive} from './archive.ts'
import type {Finding, Severity, Span} from './finding.ts'
import type {ListHost} from './lists.ts'
import type {Use} from './use.ts'

/** The languages of the report. */
export type Language = 'zh' | 'en'

/** One text in each language. */
export type Texts = Readonly<Record<Language, string>>

/**
 * What is said of a finding: the plain fact (at most about 30 characters), why it matters, what to do.
 * `{name}` slots are filled from the finding's `data`; `{quote}` is the marked text, shortened, `{line}` its
 * line, `{other}` the place of the first related span (第39行, 第2版第39行).
 */
export interface MessageText {
  readonly what: string
  readonly why: string
  readonly how: string
}
export type Message = Readonly<Record<Language, MessageText>>

/** What a rule looks at, by scope. */
export interface Units {
  readonly article: Article
  readonly issue: Issue
  readonly archive: {readonly issue: Issue; readonly archive: Archive}
}
export type Scope = keyof Units

/** What a rule is given beside its unit. */
export interface Context<Options, Lists = unknown> {
  /** Checked and completed with the defaults of the rule's schema. */
  readonly options: Options
  /** What the rule's `lists` gave. */
  readonly lists: Lists
  readonly use: Use
  /** The source of a span. */
  readonly text: (span: Span) => string
}

/** The schema of a rule's options: a strict object without transforms, so that it has a JSON Schema. */
export type OptionsSchema = StrictObjectSchema<ObjectEntries, undefined>

/**
 * What a finding counts as when errors are counted as the regulation does (see docs/scoring.md): `fact` for facts, knowledge, logic
 * and grammar, `character` for wrong, missing and superfluous characters, `numeral` for the style of figures, `nothing` for a
 * question or a matter of taste.
 */
export type DefectClass = 'fact' | 'character' | 'numeral' | 'punctuation' | 'layout' | 'nothing'

export interface Rule<
  S extends Scope = Scope,
  O extends OptionsSchema = OptionsSchema,
  Id extends string = string,
  Label extends string = string,
  Lists = unknown
> {
  /** The defect as a noun phrase; also its folder and the `ruleId` of its messages. */
  readonly name: string
  readonly scope: S
  readonly severity: Severity
  /** What its findings count as in the error rate; absent: they are not counted, and the account says so. */
  readonly counts?: DefectClass
  /** One line: what the rule finds. */
  readonly summary: Texts
  /** Absent where the rule has none. */
  readonly options?: O
  readonly messages: Readonly<Record<Id, Message>>
  /** Texts of related places and of mends, by key. */
  readonly labels?: Readonly<Record<Label, Texts>>
  /** The page that explains the rule; built-in rules have theirs in `rules/NAME/README.md`. */
  readonly url?: string
  /**
   * Word lists, tables, and what is built from them: loaded before the rule checks, once for all the pages of a run, and only
   * where the rule is on, as in `lists: async () => termFinder((await import('./terms.ts')).terms)`.
   *
   * @throws what `listFault` makes, where a file of the house has mistakes: the rule is left out, and each is told
   */
  lists?(host: ListHost<InferOutput<O>>): Promise<Lists>
  /** Yields plain data: no side effects, no changes to the tree, no order between rules. */
  check(
    unit: Units[S],
    context: Context<InferOutput<O>, NoInfer<Lists>>
  ): Iterable<Finding<NoInfer<Id>, NoInfer<Label>>>
}

/** Any rule, as the engine sees it: its own types were checked where it was defined. */
// biome-ignore lint/suspicious/noExplicitAny: a list of rules has many option types, and `check` is asked for each alike
export type AnyRule = Rule<any, any, any, any, any>

/**
 * Defines a rule. The compiler refuses a misspelt message id or label, an undeclared option, a wrong default
 * and a `check` for another scope's unit.
 */
export function defineRule<
  S extends Scope,
  const Id extends string,
  const Label extends string = never,
  O extends OptionsSchema = StrictObjectSchema<Record<never, GenericSchema>, undefined>,
  Lists = undefined
>(rule: Rule<S, O, Id, Label, Lists>): Rule<S, O, Id, Label, Lists> {
  return rule
}
