import type {Root} from './nodes.ts'

/** How much of a node's text is shown, in UTF-16 units. */
const longestText = 40

interface AnyNode {
  readonly type: string
  readonly role?: string
  readonly children?: readonly AnyNode[]
  readonly position?: Root['position']
}

/**
 * A tree for people to read (`--tree`), one node a line: type, role, place (line:column, from 1), offsets, the beginning of its text.
 *
 * ```text
 * RootNode 1:1-3:13 0-24
 *   ArticleNode 1:1-3:13 0-24
 *     ParagraphNode(headline) 1:1-1:9 0-8 "# 新桥今日通车"
 * ```
 *
 * Safe on a terminal: control and other invisible characters are written as escapes.
 *
 * @param tree a tree whose nodes have positions
 * @param source the page that it was parsed from
 * @returns lines, each with a line end
 */
export function printTree(tree: Root, source: string): string {
  const lines: string[] = []
  print(tree, '', source, lines)
  return `${lines.join('\n')}\n`
}

function print(node: AnyNode, indent: string, source: string, lines: string[]): void {
  const role = node.role ? `(${node.role})` : ''
  lines.push(`${indent}${node.type}${role}${place(node)}${text(node, source)}`)
  for (const child of node.children ?? []) print(child, `${indent}  `, source, lines)
}

function place({position}: AnyNode): string {
  if (!position) return ''
  const {start, end} = position
  const offsets = start.offset === undefined || end.offset === undefined ? '' : ` ${start.offset}-${end.offset}`
  return ` ${start.line}:${start.column}-${end.line}:${end.column}${offsets}`
}

/** The text of paragraphs and of nodes without children: sentences and stories would only repeat it. */
function text(node: AnyNode, source: string): string {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined || (node.children && node.type !== 'ParagraphNode')) return ''
  const shown = source.slice(start, Math.min(end, start + longestText))
  return ` "${visible(shown)}${end - start > longestText ? '…' : ''}"`
}

/** Line ends as \n; other control, format, surrogate and private characters as \u{…}; blanks but the plain one too. */
function visible(text: string): string {
  return text.replace(/[\\"]|[^\P{C}]|[^\P{Z} ]/gu, (it) => {
    if (it === '\n') return '\\n'
    if (it === '\r') return '\\r'
    if (it === '\t') return '\\t'
    if (it === '\\' || it === '"') return `\\${it}`
    if (it === '　') return it
    return `\\u{${(it.codePointAt(0) as number).toString(16)}}`
  })
}
