import type {Dialect} from '../markup/edits.ts'

/** Blank lines, with the marks of a quotation: a table, a picture, a rule and code have more. */
const parts = (between: string): boolean => !/[^\s>]/.test(between)

/** `***` between paragraphs. */
const rule = /^[ \t>]*(?:[*_][ \t]*){3,}$/m

/** How the copy of Markdown is edited: as it is written; where that would mean something, with backslashes. */
export const dialect: Omit<Dialect, 'read'> = {
  spellings: (text) => {
    const escaped = text.replace(/[\\`*_[\]<>&~|#!+\-.()]/g, '\\$&')
    return escaped === text ? [text] : [text, escaped]
  },
  shows: (markup) => /!\[|<(?:audio|iframe|img|picture|svg|video)\b/i.test(markup),
  parts,
  isWhole: (markup) => !markup.includes('<!--'),
  isFar: (part) => part.includes(']:'),
  seam: (between) => (/[^\s>*_~\\]/.test(between) || rule.test(between) ? undefined : {start: 0, end: between.length}),
  paragraph: (words, gap) => gap + words,
  behind: (words) => `\n\n${words}\n`
}
