import type {Dialect} from '../markup/edits.ts'
import {blocks, objects, silent, unseen} from './tags.ts'
import {isWhole, type Tag, tagsOf} from './tokens.ts'

/** How the copy of HTML is edited. */
export const dialect: Omit<Dialect, 'read'> = {
  spellings: (text) => [text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\u00a0', '&nbsp;')],
  isWhole,
  shows: (markup) => [...tagsOf(markup)].some(isShown),
  parts: (between) => {
    const tags = [...tagsOf(between)]
    return !tags.some((it) => isShown(it) || unseen.has(it.name)) && isBlank(between, tags)
  },
  isFar: (part) => /<(?:main|article|body)\b|\srole\b/i.test(part),
  seam,
  paragraph: (words, gap, source, line) => {
    const own = source.slice(line.from, line.to)
    const [first] = tagsOf(own)
    if (first?.start === 0 && blocks.has(first.name)) {
      const [indent = ''] = /\s*$/.exec(source.slice(Math.max(0, line.from - 64), line.from)) ?? []
      const open = own.slice(0, first.end).replace(/\sid\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/i, '')
      return `${indent}${open}${words}</${first.name}>`
    }
    return `${'<br>'.repeat(gap.length > 1 ? 2 : 1)}${words}`
  },
  behind: (words) => `<p>${words}</p>`
}

/** A picture, a rule, or an element of an editor's own (`<mp-video>`), of which nobody knows what it shows. */
const isShown = ({name}: Tag): boolean => objects.has(name) || silent.has(name) || name === 'hr' || name.includes('-')

/** Whether only blanks stand between the tags: hidden words are words. */
function isBlank(between: string, tags: readonly Tag[]): boolean {
  const words = tags.map(({start}, i) => between.slice(tags[i - 1]?.end ?? 0, start))
  const all = `${words.join('')}${between.slice(tags[tags.length - 1]?.end ?? 0)}`
  return all.trim() === ''
}

/** `</p>\n<p class="x">` between two paragraphs of a kind, or the `<br>` between two lines. */
function seam(between: string): {start: number; end: number} | undefined {
  const tags = [...tagsOf(between)]
  if (tags.some(({kind}) => kind === 'comment')) return undefined
  const parting = tags.filter(({name}) => blocks.has(name) || name === 'br')
  const [first, last] = [parting[0], parting[parting.length - 1]]
  if (!first || !last) return undefined
  const lines = parting.every(({name}) => name === 'br')
  const pair = parting.length === 2 && first.kind === 'close' && last.kind === 'open' && first.name === last.name
  if (!lines && !pair) return undefined
  const within = tags.filter(({start, end}) => start >= first.start && end <= last.end)
  if (within.length > parting.length) return undefined
  const start = first.start - (/\s*$/.exec(between.slice(0, first.start))?.[0].length ?? 0)
  const end = last.end + (/^\s*/.exec(between.slice(last.end))?.[0].length ?? 0)
  return {start, end}
}
