import type {Language} from '../rule/rule.ts'
import {compare} from './compare.ts'
import type {Message, RelatedMessage} from './message.ts'
import {quote} from './quote.ts'
import {visible} from './visible.ts'
import {placeWords} from './words.ts'

const texts = {
  zh: {
    alike: (where: string) => `与${where}一字不差。`,
    differs: (where: string) => `与${where}的差别（[-${where}的-]，{+此处的+}）：`,
    here: '此处',
    rest: (count: number, lines: readonly string[], more: boolean) =>
      `另有 ${count} 处：${lines.join('、')}${more ? '等' : ''}`,
    times: (line: string, count: number) => (count > 1 ? `${line} ${count} 处` : line)
  },
  en: {
    alike: (where: string) => `Word for word as ${where}.`,
    differs: (where: string) => `Differs from ${where} ([-there-], {+here+}): `,
    here: 'here',
    rest: (count: number, lines: readonly string[], more: boolean) =>
      `${count} more: ${lines.join(', ')}${more ? ' and on' : ''}`,
    times: (line: string, count: number) => (count > 1 ? `${line} (${count})` : line)
  }
} as const

/** Why, what to do, and how the passages differ: a paragraph each. What JSON calls `note`. */
export function toNote(message: Message, language: Language): string {
  const {why, how, related} = message
  const remedy = [why, how].filter((it) => it !== undefined && it !== '').join(language === 'zh' ? '' : ' ')
  const differences = related
    .slice(0, mostShown)
    .filter((it) => it.compare)
    .map((it) => difference(message, it, language))
  return [remedy, ...differences].filter((it) => it !== '').join('\n')
}

/** Where a related place is, in words: 第39行, 〈b.txt〉第3行; of a Word file 第39段. */
export function whereOf(
  {place, path, counts}: Pick<RelatedMessage, 'place' | 'path' | 'counts'>,
  language: Language
): string {
  return placeWords(place.start.line, counts, language, path === undefined ? undefined : visible(path))
}

/** So many other places of a finding are shown; more are named by their lines. */
export const mostShown = 5
/** Of a finding on the whole page, so many lines are named: JSON has every place. */
const mostLines = 12

/** Where the places are that are not shown, in one line: 另有 325 处：第7行 12 处、第9行等; nothing where all are shown. */
export function restOf({related}: Message, language: Language): string {
  const rest = related.slice(mostShown)
  if (rest.length === 0) return ''
  const say = texts[language]
  const counts = new Map<string, number>()
  for (const it of rest) {
    const line = whereOf(it, language)
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  const lines = [...counts].slice(0, mostLines).map(([line, count]) => say.times(line, count))
  return say.rest(rest.length, lines, counts.size > mostLines)
}

/** How the finding's words differ from a related place's, in one line: `…各项[-防尘-]{+降尘+}措施…`. */
export function difference(message: Message, related: RelatedMessage, language: Language): string {
  const say = texts[language]
  const where = whereOf(related, language)
  const stretches = compare(related.text, message.text)
  if (stretches.every(({kind}) => kind === 'same')) return say.alike(where)
  const marked = stretches.map(({kind, text}) => {
    if (kind === 'same') return quote(text)
    return kind === 'gone' ? `[-${visible(text)}-]` : `{+${visible(text)}+}`
  })
  return say.differs(where) + marked.join('')
}

/** The passages themselves, for reports that do not show the page: this one, then the related ones with their labels. */
export function passages(message: Message, language: Language): string[] {
  const colon = language === 'zh' ? '：' : ': '
  const line = (head: string, text: string) => head + colon + quote(text, longest)
  return [
    line(`${texts[language].here}(${message.place.start.line}:${message.place.start.column})`, message.text),
    ...message.related.slice(0, mostShown).map((it) => {
      const at = `${it.path === undefined ? '' : `${visible(it.path)}:`}${it.place.start.line}:${it.place.start.column}`
      return line(`${visible(it.label)}(${at})`, it.text)
    }),
    restOf(message, language)
  ].filter((it) => it !== '')
}

/** How much of a passage is quoted in a list, in columns. */
const longest = 120
