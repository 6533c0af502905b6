import type {Part} from '../markup/align.ts'

/** A stretch of words; a mark, of which nothing shows; a picture. */
export interface Loose {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly is: 'words' | 'mark' | 'object'
}

/** Of Han copy: between a bracket and a character the parser sees no emphasis begin or end: `**本报讯（记者 林岚）**新桥`. */
const wide = '[\\u2e80-\\uffff\\u2010-\\u2027]'
const pairs = ['**', '~~', '==']

/** `![[图.png]]`, `[[页面|文字]]` and `%%注%%` of Obsidian, the beginning of a callout, marks in pairs. */
const marked =
  /!\[\[[^[\]\n]+\]\]|\[\[(?:[^[\]|\n]*\|)?[^[\]|\n]+\]\]|%%[^%\n]+%%|^\[![a-z]{2,20}\][+-]?[ \t]*|\*\*|~~|==/gi

/** Which marks stand in a paragraph in pairs that the parser has not all seen. */
export function looseOf(paragraph: string): ReadonlySet<string> {
  const found = pairs.filter((mark) => {
    const [sign] = mark
    const single = new RegExp(`(?<![\\\\${sign}])\\${sign}{2}(?!\\${sign})`, 'g')
    const count = paragraph.includes(mark) ? [...paragraph.matchAll(single)].length : 0
    return count > 0 && count % 2 === 0 && new RegExp(`${wide}\\${sign}{2}|\\${sign}{2}${wide}`).test(paragraph)
  })
  return new Set(found)
}

/** Cuts words that stand in the file as they are. */
export function partsOf({text, from, to}: Part, loose: ReadonlySet<string>, begins: boolean): readonly Loose[] {
  const parts: Loose[] = []
  let at = 0
  const push = (start: number, end: number, is: Loose['is']) => {
    if (end > start) parts.push({text: text.slice(start, end), from: from + start, to: from + end, is})
    at = end
  }
  for (const {0: found, index} of /[*~=%[]/.test(text) ? text.matchAll(marked) : []) {
    const end = index + found.length
    if (pairs.includes(found) && !loose.has(found)) continue
    if (found.startsWith('[!') && !begins) continue
    push(at, index, 'words')
    if (found.startsWith('[[')) {
      const bar = found.indexOf('|')
      const start = index + (bar < 0 ? 2 : bar + 1)
      push(index, start, 'mark')
      push(start, end - 2, 'words')
      push(end - 2, end, 'mark')
    } else push(index, end, found.startsWith('!') ? 'object' : 'mark')
  }
  if (at === 0 && parts.length === 0) return [{text, from, to, is: 'words'}]
  push(at, text.length, 'words')
  return parts
}
