import type {Severity} from '../../rule/finding.ts'
import type {Language} from '../../rule/rule.ts'
import {toFingerprints} from '../fingerprint.ts'
import type {FixMessage, Message, PageReport} from '../message.ts'
import {mostShown, restOf, whereOf} from '../note.ts'
import {toRemedy} from '../sentences.ts'
import {visible} from '../visible.ts'
import {type Places, regionOf} from './places.ts'

/** What SARIF calls the severities. */
export const levels: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', info: 'note'}

interface Context {
  readonly language: Language
  readonly places: Places
  readonly indexOf: (ruleId: string) => number
}

/** The findings of a page that are shown. */
export function toResults(page: PageReport, messages: readonly Message[], {language, places, indexOf}: Context) {
  const names = new Map(toFingerprints(page, page.messages).map((name, index) => [page.messages[index], name]))
  return messages.map((message) => {
    const {ruleId, severity, place, related} = message
    const fixes = message.fixes.flatMap((fix) => toFix(fix, page.path, places) ?? [])
    const others = related.map((it, index) => ({
      id: index + 1,
      message: {text: literal(visible(it.label))},
      ...places.location(it.path ?? page.path, it.place, it.text)
    }))
    return {
      ruleId,
      ruleIndex: indexOf(ruleId),
      level: levels[severity],
      message: {text: toText(message, language)},
      locations: [places.location(page.path, place)],
      ...(others.length > 0 && {relatedLocations: others}),
      ...(fixes.length > 0 && {fixes}),
      partialFingerprints: {'copylint/v1': names.get(message)}
    }
  })
}

/** The fact, why and what to do; then the other places, as links to the related locations. */
function toText(message: Message, language: Language): string {
  const colon = language === 'zh' ? '：' : ': '
  const links = message.related
    .slice(0, mostShown)
    .map((it, index) => `${literal(visible(it.label))}${colon}[${literal(whereOf(it, language))}](${index + 1})`)
  return [
    literal(visible(message.reason)),
    literal(toRemedy(message, language)),
    ...links,
    literal(restOf(message, language))
  ]
    .filter((it) => it !== '')
    .join('\n')
}

/** In the text of a message brackets make links: those of the copy are no links. */
const literal = (text: string): string => text.replace(/[\\[\]]/g, '\\$&')

/** A mend of a file that is text, with all its edits, or none. */
function toFix({title, safety, edits}: FixMessage, home: string, places: Places) {
  const byPath = new Map<string, FixMessage['edits'][number][]>()
  for (const edit of edits) {
    const path = edit.path ?? home
    const own = byPath.get(path)
    if (own) own.push(edit)
    else byPath.set(path, [edit])
  }
  const changes = [...byPath].flatMap(([path, own]) => {
    const source = places.source(path)
    if (!source || source.binary) return []
    const replacements = own.map((edit) => ({
      deletedRegion: regionOf(edit, source),
      ...(edit.text !== '' && {insertedContent: {text: edit.text}})
    }))
    return [{artifactLocation: places.artifact(path), replacements}]
  })
  if (changes.length === 0 || changes.length < byPath.size) return undefined
  return {description: {text: literal(visible(title))}, artifactChanges: changes, properties: {safety}}
}
