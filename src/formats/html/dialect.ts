import type {Dialect} from '../markup/edits.ts'
import {blocks} from './tags.ts'
import {isBare, isWhole, tagsOf} from './tokens.ts'

/** How the copy of HTML is edited. */
export const dialect: Omit<Dialect, 'read'> = {
  spellings: (text) => [text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\u00a0', '&nbsp;')],
  isWhole,
  isBare,
  reaches: () => false,
  areAlike: (above, below) => kindOf(above) !== undefined && kindOf(above) === kindOf(below),
  isFar: (part) => /<(?:main|article|body)\b|\srole\b/i.test(part),
  seam,
  paragraph: (words, gap, source, line) => {
    const [opening, closing] = frameOf(source.slice(line.from, line.to) + line.tail)
    if (opening === '') return `${'<br>'.repeat(gap.length > 1 ? 2 : 1)}${words}`
    const [indent = ''] = /\s*$/.exec(source.slice(Math.max(0, line.from - 64), line.from)) ?? []
    return `${indent}${opening.replace(/\sid\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '')}${words}${closing}`
  },
  behind: (words) => `<p>${words}</p>`
}

/** The tags that open before the first word of a block and close behind its last: `<p class="x"><span>` and `</span></p>`. */
function frameOf(own: string): readonly [string, string] {
  const tags = [...tagsOf(own)]
  const last = tags.length - 1
  let count = 0
  while (opens(count) && count < last - count && closes(count)) count++
  while (count > 0 && !isWhole(own.slice(tags[count - 1]?.end, tags[last - count + 1]?.start))) count--
  if (count === 0 || !blocks.has(tags[0]?.name ?? '')) return ['', '']
  return [own.slice(0, tags[count - 1]?.end), own.slice(tags[last - count + 1]?.start)]

  function opens(i: number): boolean {
    return tags[i]?.kind === 'open' && own.slice(tags[i - 1]?.end ?? 0, tags[i]?.start).trim() === ''
  }
  function closes(i: number): boolean {
    const tag = tags[last - i]
    const behind = own.slice(tag?.end, tags[last - i + 1]?.start)
    return tag?.kind === 'close' && tag.name === tags[i]?.name && behind.trim() === ''
  }
}

/** The block that words stand in, by what stands before them. */
function kindOf(opening: string): string | undefined {
  return [...tagsOf(opening)].reverse().find(({name}) => blocks.has(name))?.name
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
  // `新<p>桥`: the end tag may be left out
  const alone = parting.length === 1 && first.kind === 'open' && first.name === 'p'
  if (!lines && !pair && !alone) return undefined
  const within = tags.filter(({start, end}) => start >= first.start && end <= last.end)
  if (within.length > parting.length) return undefined
  const start = first.start - (/\s*$/.exec(between.slice(0, first.start))?.[0].length ?? 0)
  const end = last.end + (/^\s*/.exec(between.slice(last.end))?.[0].length ?? 0)
  return {start, end}
}
