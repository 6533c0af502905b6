import type {Document} from '../formats/format.ts'
import {readPlain} from '../formats/plain.ts'
import type {Failure, Found, Result} from '../lint.ts'
import type {Archive} from '../rule/archive.ts'
import type {Span} from '../rule/finding.ts'
import type {AnyRule, Language, MessageText, Texts} from '../rule/rule.ts'
import {type Block, isArticle, type Page} from '../tree/issue.ts'
import type {BlockReport, FixMessage, Message, PageReport, RelatedMessage, Stretch} from './message.ts'
import {quote} from './quote.ts'
import {type Sheet, toSheet} from './sheet.ts'
import {visible, visibleLines} from './visible.ts'
import {placeWords} from './words.ts'

/** What wording one issue needs. */
interface Wording {
  readonly language: Language
  readonly rules: ReadonlyMap<string, AnyRule>
  readonly sheets: readonly Sheet[]
  readonly archived: (path: string) => Sheet
}

/**
 * Words what was found, in the language of the reader: one report a page, in the order of the issue. A finding
 * belongs to the page of its `at`.
 *
 * @param rules the rules that ran, for their messages
 * @param around `documents`: the pages as their formats read them, plain text where absent; `archive`: where findings point at pages of it
 */
export function describe(
  result: Pick<Result, 'issue' | 'findings' | 'failures'>,
  language: Language,
  rules: Iterable<AnyRule>,
  {documents = [], archive}: {readonly documents?: readonly Document[]; readonly archive?: Archive} = {}
): PageReport[] {
  const {pages, articles} = result.issue
  const archived = new Map<string, Sheet>()
  const wording: Wording = {
    language,
    rules: new Map([...rules].map((rule) => [rule.name, rule])),
    sheets: pages.map(({path, source}, page) => toSheet(path, documents[page] ?? readPlain(source))),
    archived: (path) => {
      const sheet = archived.get(path) ?? toSheet(path, readPlain(archive?.page(path)?.source ?? ''))
      archived.set(path, sheet)
      return sheet
    }
  }
  const messages: Message[][] = pages.map(() => [])
  for (const found of result.findings) messages[found.at.page]?.push(toMessage(found, wording))
  const failures: PageReport['failures'][number][][] = pages.map(() => [])
  // what concerns the whole issue is told once, with its first page
  for (const failure of result.failures) failures[failure.page ?? 0]?.push({reason: failureTexts(failure)[language]})
  const stories = pages.map((): PageReport['stories'][number][] => [])
  for (const {page, headline, blocks} of articles) {
    const [first] = blocks
    const last = blocks[blocks.length - 1]
    if (!first || !last) continue
    stories[page]?.push({start: first.start, end: last.end, ...(headline && {headline: headline.text})})
  }
  return pages.map(({path, source}, page) => ({
    path,
    copy: source,
    ...sourceOf(documents[page]),
    stories: stories[page] ?? [],
    blocks: toBlocks(pages[page] as Page),
    messages: messages[page] ?? [],
    failures: failures[page] ?? []
  }))
}

/** What a report must know of the file beyond its copy. */
function sourceOf(document?: Document): Pick<PageReport, 'source' | 'binary'> {
  if (document?.toBytes) return {binary: true}
  return document && document.source !== document.copy ? {source: document.source} : {}
}

function toBlocks({parts}: Page): BlockReport[] {
  let story = -1
  return parts.flatMap((part): BlockReport[] => {
    if (!isArticle(part)) return [toBlockReport(part)]
    story++
    return part.blocks.map((block) => ({...toBlockReport(block), story}))
  })
}

const toBlockReport = ({start, end, role}: Block): BlockReport => ({start, end, role})

/** Says that a rule could not do its work, or what is wrong with what it found. */
export function failureTexts({rule, reason, zh = reason, finished}: Failure): Texts {
  const said = {zh: visible(zh), en: visible(reason)}
  if (rule === undefined) return said
  return finished
    ? {zh: `规则 ${rule} 写得不对：${said.zh}`, en: `the rule ${rule} has a mistake: ${said.en}`}
    : {
        zh: `规则 ${rule} 出错，它该查的没有查完：${said.zh}`,
        en: `the rule ${rule} failed and could not finish its work: ${said.en}`
      }
}

function toMessage(found: Found, wording: Wording): Message {
  const sheet = sheetOf(found.at, wording)
  const rule = wording.rules.get(found.ruleId)
  const place = sheet.place(found.at)
  const slots = {
    quote: quote(textOf(found.at, sheet)),
    line: place.start.line,
    other: otherPlace(found, wording),
    ...found.data
  }
  return {
    ruleId: found.ruleId,
    severity: found.severity,
    ...(found.said ? said(found.said) : worded(rule?.messages[found.id], found.id, slots, wording.language)),
    ...(!found.said && rule?.url !== undefined && {url: rule.url}),
    place,
    at: stretchOf(found.at),
    text: textOf(found.at, sheet),
    related: (found.related ?? []).map((it) => toRelated(it, sheet, rule, wording)),
    fixes: (found.fixes ?? []).flatMap((fix) => toFix(fix, sheet, rule, wording) ?? [])
  }
}

const sheetOf = (span: Span, {sheets}: Wording): Sheet => sheets[span.page ?? 0] ?? toSheet('')

const textOf = ({start, end}: Span, {document}: Sheet): string => document.copy.slice(start, end)

const stretchOf = ({start, end}: Span): Stretch => ({start, end})

/** What a message lacks in the reader's language it says in the other; one without a fact says its name. */
function worded(
  message: Readonly<Record<Language, MessageText>> | undefined,
  id: string,
  slots: Readonly<Record<string, string | number>>,
  language: Language
): Pick<Message, 'reason' | 'why' | 'how'> {
  const text: Partial<MessageText> = inEither(message, language) ?? {}
  const part = (key: keyof MessageText) => (typeof text[key] === 'string' ? {[key]: fill(text[key], slots)} : {})
  return {reason: fill(text.what || id, slots), ...part('why'), ...part('how')}
}

/** A text in the reader's language, else in the other: a rule in plain JavaScript may have one only. */
const inEither = <T>(texts: Readonly<Partial<Record<Language, T>>> | undefined, language: Language): T | undefined =>
  texts?.[language] ?? texts?.[language === 'zh' ? 'en' : 'zh']

/** A plugin's words stand as they are. */
function said({reason, note, url}: NonNullable<Found['said']>): Pick<Message, 'reason' | 'why' | 'url'> {
  return {
    reason: visible(reason),
    ...(note !== undefined && {why: visibleLines(note)}),
    ...(url !== undefined && {url})
  }
}

/** Fills `{name}` slots; values come from the page, so their controls are drawn. A slot without a value stays. */
function fill(template: string, slots: Readonly<Record<string, string | number>>): string {
  return template.replace(/(“?)\{(\w+)\}/g, (slot, mark: string, name: string) => {
    if (!Object.hasOwn(slots, name)) return slot
    const value = visible(String(slots[name]).replace(/\s+/g, ' '))
    // quotation marks within quotation marks are single ones
    return mark + (mark === '' ? value : value.replaceAll('“', '‘').replaceAll('”', '’'))
  })
}

/** Where the first related place is: 第39行, 〈b.txt〉第3行; line 39, line 3 of b.txt; of a Word file 第39段. */
function otherPlace({at, related}: Found, wording: Wording): string {
  const other = related?.[0]
  if (!other) return ''
  const sheet = other.path === undefined ? sheetOf(other.at, wording) : wording.archived(other.path)
  const {line} = sheet.place(other.at).start
  const here = other.path === undefined && (other.at.page ?? 0) === at.page
  return placeWords(line, sheet.document.counts, wording.language, here ? undefined : sheet.path)
}

function toRelated(
  related: NonNullable<Found['related']>[number],
  home: Sheet,
  rule: AnyRule | undefined,
  wording: Wording
): RelatedMessage {
  const sheet = related.path === undefined ? sheetOf(related.at, wording) : wording.archived(related.path)
  return {
    label: labelOf(related.label, rule, wording.language),
    place: sheet.place(related.at),
    at: stretchOf(related.at),
    ...(sheet !== home && {path: sheet.path}),
    ...(sheet.document.counts && {counts: sheet.document.counts}),
    text: textOf(related.at, sheet),
    compare: related.compare ?? false
  }
}

/** A mend that markup stands in the way of is not offered: the message says what to do by hand. */
function toFix(
  fix: NonNullable<Found['fixes']>[number],
  home: Sheet,
  rule: AnyRule | undefined,
  wording: Wording
): FixMessage | undefined {
  const edits = fix.edits.flatMap((edit) => {
    const sheet = sheetOf(edit, wording)
    return (sheet.document.toSource(edit) ?? [undefined]).map(
      (it) => it && {start: it.start, end: it.end, text: it.text, ...(sheet !== home && {path: sheet.path})}
    )
  })
  const whole = edits.filter((it) => it !== undefined)
  if (whole.length < edits.length) return undefined
  const changes = fix.edits.map((edit) => {
    const sheet = sheetOf(edit, wording)
    return {at: stretchOf(edit), text: edit.text, ...(sheet !== home && {path: sheet.path})}
  })
  return {title: labelOf(fix.title, rule, wording.language), safety: fix.safety, edits: whole, changes}
}

function labelOf(key: string, rule: AnyRule | undefined, language: Language): string {
  return inEither((rule?.labels as Readonly<Record<string, Texts>> | undefined)?.[key], language) ?? key
}
