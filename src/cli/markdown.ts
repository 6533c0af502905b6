import pc from 'picocolors'
import {visible} from '../report/visible.ts'
import {columnsOf, commonWidth, padEnd} from '../report/width.ts'
import {wrap} from '../report/wrap.ts'

interface Style {
  readonly columns: number
  readonly color: boolean
  /** What is said of a block of code, by what stands behind its fence; such blocks are copy, and wrapped. */
  readonly caption: (info: string) => string | undefined
}

/**
 * A page of markdown for a terminal: heads stand out, paragraphs and lists are wrapped, tables aligned, code indented, links
 * shown by their words. Knows as much of markdown as the pages of rules use.
 */
export function renderMarkdown(markdown: string, style: Style): string {
  const lines = markdown.replace(/<!--[\s\S]*?-->/g, '').split(/\r?\n/)
  const out: string[] = []
  for (let index = 0; index < lines.length; ) {
    const block = takeBlock(lines, index)
    index += block.length
    out.push(...render(block, style))
  }
  return `${out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

/** The lines that belong together: a fence, a table, a paragraph; else one line. */
function takeBlock(lines: readonly string[], start: number): string[] {
  const first = lines[start] ?? ''
  const rest = lines.slice(start + 1)
  const fence = /^\s*(`{3,}|~{3,})/.exec(first)?.[1]
  if (fence !== undefined) {
    const end = rest.findIndex((line) => line.trimStart().startsWith(fence))
    return [first, ...rest.slice(0, end < 0 ? rest.length : end + 1)]
  }
  if (isSingle(first)) return [first]
  const isTable = first.startsWith('|')
  const end = rest.findIndex((line) =>
    isTable ? !line.startsWith('|') : isSingle(line) || startsItem(line) || /^\s*(`{3,}|~{3,}|\|)/.test(line)
  )
  return [first, ...rest.slice(0, end < 0 ? rest.length : end)]
}

const isSingle = (line: string): boolean =>
  line.trim() === '' || /^#{1,6}\s/.test(line) || /^\s*(?:[-*_]\s*){3,}$/.test(line)
const startsItem = (line: string): boolean => /^\s*(?:[-*+]|\d+[.)])\s/.test(line) || line.startsWith('>')

function render(block: readonly string[], style: Style): string[] {
  const colors = pc.createColors(style.color)
  const first = block[0] ?? ''
  const head = /^(#{1,6})\s+(.*)$/.exec(first)
  if (head) return ['', colors.bold(inline(head[2] ?? '', style)), '']
  if (/^\s*(`{3,}|~{3,})/.test(first)) return ['', ...code(block, style), '']
  if (first.startsWith('|')) return ['', ...table(block, style), '']
  const item = /^(\s*)([-*+]|\d+[.)]|>)\s+/.exec(first)
  const mark = item ? (/\d/.test(item[2] ?? '') ? `${item[2]} ` : item[2] === '>' ? '│ ' : '• ') : ''
  const indent = ' '.repeat(item?.[1]?.length ?? 0)
  const text = block.map((line, index) =>
    index === 0 ? line.slice(item?.[0].length ?? 0) : line.trim().replace(/^>\s?/, '')
  )
  const width = style.columns - indent.length - columnsOf(mark, commonWidth)
  return wrap(strip(join(text)), Math.max(width, 20), commonWidth).map((line, index) => {
    const lead = index === 0 ? mark : mark === '│ ' ? mark : ' '.repeat(columnsOf(mark, commonWidth))
    return indent + lead + line
  })
}

function code([fence = '', ...block]: readonly string[], style: Style): string[] {
  const colors = pc.createColors(style.color)
  const lines = block.slice(0, -1)
  const caption = style.caption(fence.replace(/^\s*[`~]+/, '').trim())
  if (caption === undefined) return lines.map((line) => `    ${visible(line)}`)
  // which rule finds the marked words, and which ends belong together, is for the tests
  const copy = lines.map((line) => visible(line.replace(/⟦[^|⟦⟧\s]*\|/g, '⟦')))
  const wrapped = copy.flatMap((line) => wrap(line, Math.max(style.columns - 4, 20), commonWidth))
  return [`  ${colors.dim(caption)}`, ...wrapped.map((line) => `    ${line}`)]
}

/** Lines of a paragraph joined: Han text has no blank between them. */
function join(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .reduce(
      (text, line) => (/[\p{Script=Han}，。；：、”」）]$/u.test(text) || text === '' ? text + line : `${text} ${line}`),
      ''
    )
}

function table(block: readonly string[], style: Style): string[] {
  const rows = block
    .filter((line) => !/^\|[\s:|-]+\|?$/.test(line))
    .map((line) =>
      line
        .replace(/^\||\|\s*$/g, '')
        .split('|')
        .map((cell) => strip(cell.trim()))
    )
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => columnsOf(row[column] ?? '', commonWidth)))
  )
  return rows.flatMap((row) => {
    const lead = row
      .slice(0, -1)
      .map((cell, column) => `${padEnd(cell, widths[column] ?? 0, commonWidth)}  `)
      .join('')
    const indent = columnsOf(lead, commonWidth)
    const [first = '', ...more] = wrap(row[row.length - 1] ?? '', Math.max(style.columns - indent, 20), commonWidth)
    return [lead + first, ...more.map((line) => ' '.repeat(indent) + line)]
  })
}

const inline = (text: string, _style: Style): string => strip(text)

/** Words without the marks around them. */
function strip(text: string): string {
  return visible(
    text
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/(\*\*|__)(.+?)\1/g, '$2')
      .replace(/`([^`]+)`/g, '$1')
  )
}
