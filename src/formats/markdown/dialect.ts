import type {Dialect} from '../markup/edits.ts'

/** How the copy of Markdown is edited: as it is written; where that would mean something, with backslashes. */
export const dialect: Omit<Dialect, 'read'> = {
  spellings: (text) => {
    const escaped = text.replace(/[\\`*_[\]<>&~|#!+\-.()]/g, '\\$&')
    return escaped === text ? [text] : [text, escaped]
  },
  isWhole: (markup) => !markup.includes('<!--'),
  isFar: (part) => part.includes(']:'),
  seam: (between) => ({start: 0, end: between.length}),
  paragraph: (words, gap) => gap + words,
  behind: (words) => `\n\n${words}\n`
}
