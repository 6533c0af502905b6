/** copylint's public entry: the contract of a rule, the engine, and the analyses that rules share. Runs in a browser. */

export {dayNumber, daysIn, weekdayOf} from './analysis/calendar.ts'
export type {DateMention} from './analysis/dates.ts'
export {dates} from './analysis/dates.ts'
export type {Evidence} from './analysis/evidence.ts'
export {evidence} from './analysis/evidence.ts'
export {isSlip} from './analysis/figure-slip.ts'
export {measureOf} from './analysis/figure-units.ts'
export type {Figure, FigureKind, Hedge} from './analysis/figures.ts'
export {figures, readFigures} from './analysis/figures.ts'
export type {Fingerprints} from './analysis/fingerprints.ts'
export {fingerprints} from './analysis/fingerprints.ts'
export type {Fits} from './analysis/fits.ts'
export {fits} from './analysis/fits.ts'
export type {IssueDate} from './analysis/issue-date.ts'
export {issueDate} from './analysis/issue-date.ts'
export type {Joint} from './analysis/joints.ts'
export {joints} from './analysis/joints.ts'
export type {Likeness} from './analysis/likeness.ts'
export {likeness} from './analysis/likeness.ts'
export type {TermMatch} from './analysis/matcher.ts'
export {matcher} from './analysis/matcher.ts'
export type {Moment, Weekday} from './analysis/moments.ts'
export type {Normalised, NormalisedBlock} from './analysis/normalised.ts'
export {isLetter, lettersOf, normalised, toSpan} from './analysis/normalised.ts'

export type {OpenEnd} from './analysis/open-ends.ts'
export {pairShare} from './analysis/pair-share.ts'
export type {LoneMark, Pairs} from './analysis/pairs.ts'
export {marksOf, pairs} from './analysis/pairs.ts'
export type {Printed} from './analysis/paragraphs.ts'
export {paragraphs} from './analysis/paragraphs.ts'
export type {Passages, Run} from './analysis/passages.ts'
export {passages} from './analysis/passages.ts'
export {isSpokenOf} from './analysis/spoken-of.ts'
export type {TiedStory} from './analysis/tied-story.ts'
export type {Tie, Ties} from './analysis/ties.ts'
export {ties} from './analysis/ties.ts'
export type {Twins} from './analysis/twins.ts'
export {twinSentences} from './analysis/twins.ts'
export type {WordBreaks} from './analysis/words.ts'
export {sentenceAt, words} from './analysis/words.ts'
export type {WrappedLine} from './analysis/wrapped.ts'
export {wrapped} from './analysis/wrapped.ts'
export {createArchive} from './archive.ts'
export type {ActiveRule, Failure, Found, Result} from './lint.ts'
export {lint} from './lint.ts'
export type {Listed, ReadList} from './lists.ts'
export {createLists} from './lists.ts'
export {datelineLength} from './parse/dateline.ts'
export {parsePage} from './parse/parse.ts'
export {toPlugin} from './plugin.ts'
export type {Archive, ArchivedPage, ArchiveMatch} from './rule/archive.ts'
export {removal} from './rule/edit.ts'
export type {Edit, Finding, Fix, Related, Severity, Span} from './rule/finding.ts'
export type {ListFile, ListHost, ListMistake} from './rule/lists.ts'
export {listFault} from './rule/lists.ts'
export type {
  AnyRule,
  Context,
  DefectClass,
  Language,
  Message,
  MessageText,
  OptionsSchema,
  Rule,
  Scope,
  Texts,
  Units
} from './rule/rule.ts'
export {defineRule} from './rule/rule.ts'
export {shorten} from './rule/shorten.ts'
export type {Analysis, Use} from './rule/use.ts'
export {createUse, defineAnalysis} from './rule/use.ts'
export type {Article, Block, Issue, Page} from './tree/issue.ts'
export {headingMarks, spanIn, toBlock, toIssue} from './tree/issue.ts'
export type {ArticleNode, Paragraph, Role, Root, Sentence} from './tree/nodes.ts'
