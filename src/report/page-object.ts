import type {Language} from '../rule/rule.ts'
import type {Message, PageReport, PageScore, ScoreItem} from './message.ts'
import {toNote} from './note.ts'
import {type ReportOptions, shown} from './reporter.ts'

/** A page as the documented form of JSON has it: what `json` and `ndjson` tell. */
export function toObject(page: PageReport, options: ReportOptions) {
  return {
    path: page.path,
    messages: shown(page.messages, options).map((message) => toEntry(message, options.language)),
    failures: page.failures.map(({reason}) => ({reason})),
    ...(page.accepted !== undefined && {accepted: page.accepted}),
    ...(page.unused && page.unused.length > 0 && {unused: page.unused}),
    ...(options.score === true && page.score && {score: toScore(page.score)})
  }
}

/** What the documented form has, in its order: no field of ours goes out by accident. */
function toEntry(message: Message, language: Language) {
  const note = toNote(message, language)
  return {
    ruleId: message.ruleId,
    severity: message.severity,
    reason: message.reason,
    ...(note !== '' && {note}),
    ...(message.url !== undefined && {url: message.url}),
    place: message.place,
    related: message.related.map(({label, place, path}) => ({label, place, ...(path !== undefined && {path})})),
    fixes: message.fixes.map(({title, safety, edits}) => ({title, safety, edits}))
  }
}

/** The account of a page, as documented; what was asked for is all told, hidden messages too. */
function toScore({kind, limit, severities, items, uncounted, issue, ...total}: PageScore) {
  const toTotal = ({characters, points, rate, passed, likely}: typeof total) => ({
    characters,
    points,
    rate,
    passed,
    likely
  })
  return {
    kind,
    limit,
    severities,
    ...toTotal(total),
    ...(issue && {issue: {pages: issue.pages, ...toTotal(issue)}}),
    items: items.map(toItem),
    uncounted
  }
}

function toItem(item: ScoreItem) {
  const {ruleId, severity, place, counts, certain, also, characters, places, weight, doubled, spared, points} = item
  return {
    ruleId,
    severity,
    place,
    counts,
    certain,
    ...(also && {also}),
    ...(characters !== undefined && {characters}),
    ...(places !== undefined && {places}),
    weight,
    ...(doubled && {doubled}),
    ...(spared && {spared}),
    points
  }
}
