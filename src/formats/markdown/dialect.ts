import type {Dialect} from '../markup/edits.ts'

/** How the copy of Markdown is edited: as it is written; where that would mean something, with backslashes. */
export const dialect: Omit<Dialect, 'read'> = {
  spellings: (text) => {
    const escaped = text.replace(/[\\`*_[\]<>&~|#!+\-.()]/g, '\\$&')
    return escaped === text ? [text] : [text, escaped]
  },
  isWhole: (markup) => !markup.includes('<!--'),
  isBare,
  reaches: (part) => /[*_~`[\]<=%\\]/.test(part),
  areAlike: () => false,
  // tables begin two lines further down; what is indented below a line that is not may be of a note, of a list, or code
  isFar: (part) => /\]:|\|/.test(part) || (/\n(?: {4}|\t)/.test(part) && !/^(?: {4}|\t)/.test(part)),
  seam: (between) => ({start: 0, end: between.length}),
  paragraph: (words, gap) => gap + words,
  behind: (words) => `\n\n${words}\n`
}

/** Marks of heads, items, quotations, emphasis and links, with the blanks between them. */
const bare =
  /^(?:[\s>*_~=#\\+<[-]|\d{1,9}[.)]|\]\([^()]*\)|\]\[[^[\]]*\]|[ xX]?\]|<\/?(?:b|big|br|em|font|i|mark|small|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>|&(?:nbsp|[et]m?n?sp);)*$/
/** `---`, by itself: below a line it makes that a head. */
const parting = /(?:^|\n)[ \t>]*([-*_])[ \t]*(?:\1[ \t]*){2,}(?=\r?\n|$)/
const underline = /^[ \t]*\r?\n[ \t>]*(?:-+|=+)[ \t]*(?=\r?\n|$)/

/** Whether markup holds nothing that shows: no picture, no code, no table, no line that parts. */
function isBare(markup: string): boolean {
  const rest = markup.replace(underline, '')
  return bare.test(rest) && !parting.test(rest)
}
