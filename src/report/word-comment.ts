import type {WordComment} from '../formats/word/annotate.ts'
import type {CommentText, CommentWords} from '../formats/word/comments.ts'
import type {Language} from '../rule/rule.ts'
import {compare} from './compare.ts'
import type {FixMessage, Message, RelatedMessage} from './message.ts'
import {mostShown} from './note.ts'
import {quote} from './quote.ts'
import {visible} from './visible.ts'
import {placeWords} from './words.ts'

const texts = {
  zh: {
    colon: '：',
    comma: '、',
    quoted: (text: string) => `“${text}”`,
    in: (path: string) => `〈${path}〉`,
    rest: (places: readonly string[], count: number, more: boolean) =>
      `另有 ${count} 处：${places.join('、')}${more ? '等' : ''}`,
    alike: '两处一字不差。',
    differs: '与那一处相比（划去的是那里的字，下加线的是这里的字）：',
    severity: {error: '错误', warning: '疑点', info: '提示'},
    fix: {safe: '改法（--fix 可自动改）', unsafe: '改法（请先看过）'},
    rule: '规则',
    box: '原文在文本框里',
    note: '原文在注释里'
  },
  en: {
    colon: ': ',
    comma: ', ',
    quoted: (text: string) => `“${text}”`,
    in: (path: string) => `${path}, `,
    rest: (places: readonly string[], count: number, more: boolean) =>
      `${count} more: ${places.join(', ')}${more ? ' and on' : ''}`,
    alike: 'Word for word the same.',
    differs: 'Compared with that place (struck out: its words; underlined: these): ',
    severity: {error: 'Error', warning: 'Warning', info: 'Query'},
    fix: {safe: 'Mend (by --fix)', unsafe: 'Mend (look first)'},
    rule: 'Rule',
    box: 'The words are in the text box',
    note: 'The words are in the note'
  }
} as const

/** Of the places of a finding that are not shown, so many are named. */
const mostNamed = 12
/** How much of other words is quoted, and how much of words that are changed, in columns. */
const widest = 60
const widestChange = 40

/** A finding as a comment in the margin of a Word file, which is read beside its words: the fact, then a paragraph for all that helps. */
export function toWordComment(message: Message, language: Language): WordComment {
  const say = texts[language]
  const {severity, reason, why, how, related, fixes, ruleId} = message
  const after = [
    ...[why, how].filter((it) => it !== undefined && it !== '').map((it) => [{text: visible(it as string)}]),
    ...otherPlaces(message, language),
    ...restOf(related, language),
    ...fixes.map((fix) => mend(fix, message, language)),
    [{text: `${say.rule}${say.colon}${ruleId}`, look: 'quiet' as const}]
  ]
  const fact: CommentWords = {text: `${say.severity[severity]}${say.colon}${reason}`, look: 'strong'}
  return {
    at: message.at,
    text: (away): CommentText => [
      [fact],
      ...(away ? [[{text: say[away] + say.colon + say.quoted(quote(message.text, widest))}]] : []),
      ...after
    ]
  }
}

/** The other ends: what they are, where, their words, which a click leads to, and how they differ. Those that are the same thing share a paragraph. */
function otherPlaces(message: Message, language: Language): CommentText {
  const {comma, colon} = texts[language]
  const paragraphs: CommentWords[][] = []
  let above: RelatedMessage | undefined
  for (const related of message.related.slice(0, mostShown)) {
    const link = linkTo(related, language)
    if (above && above.label === related.label && !above.compare && !related.compare) {
      paragraphs[paragraphs.length - 1]?.push({text: comma}, link)
    } else paragraphs.push([{text: `${capital(visible(related.label))}${colon}`}, link])
    if (related.compare) paragraphs.push(difference(related.text, message.text, language))
    above = related
  }
  return paragraphs
}

/** Labels stand within lines elsewhere, here they begin one: `First here: …`. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function linkTo({path, place, at, text}: RelatedMessage, language: Language): CommentWords {
  const say = texts[language]
  const words = say.quoted(quote(text, widest))
  if (path !== undefined) return {text: `${say.in(visible(path))}${words}`}
  const where = placeWords(place.start.line, 'paragraphs', language)
  return {text: `${where}${language === 'zh' ? '' : ' '}${words}`, to: at}
}

function difference(there: string, here: string, language: Language): CommentWords[] {
  const say = texts[language]
  const stretches = compare(there, here)
  if (stretches.every(({kind}) => kind === 'same')) return [{text: say.alike}]
  const looks = {same: {}, gone: {look: 'gone'}, added: {look: 'added'}} as const
  return [
    {text: say.differs},
    ...stretches.map(({kind, text}) => ({text: kind === 'same' ? quote(text) : visible(text), ...looks[kind]}))
  ]
}

/** Places beyond those that are shown, in one line. */
function restOf(related: Message['related'], language: Language): CommentText {
  const rest = related.slice(mostShown)
  if (rest.length === 0) return []
  const say = texts[language]
  const names = rest.map(({path, place}) =>
    path === undefined ? placeWords(place.start.line, 'paragraphs', language) : say.in(visible(path)).replace(/, $/, '')
  )
  const places = [...new Set(names)]
  return [[{text: say.rest(places.slice(0, mostNamed), rest.length, places.length > mostNamed)}]]
}

/** What could be done: 改法：改正这个词：“登录”→“登陆”. */
function mend({title, safety, changes}: FixMessage, message: Message, language: Language): CommentWords[] {
  const say = texts[language]
  return [{text: `${say.fix[safety]}${say.colon}${visible(title)}${exchange(changes, message, language)}`}]
}

/** The words before and after, of a mend that exchanges some of the finding's own. */
function exchange([change, ...more]: FixMessage['changes'], {at, text}: Message, language: Language): string {
  if (!change || more.length > 0 || change.path !== undefined || change.text.trim() === '') return ''
  const {start, end} = change.at
  if (start < at.start || end > at.end || start === end) return ''
  const before = text.slice(start - at.start, end - at.start)
  const {quoted, colon} = texts[language]
  return colon + [before, change.text].map((it) => quoted(quote(it, widestChange))).join('→')
}
