import type {Element} from 'hast'

/** Longer cells are paragraphs: the table only lays the page out. */
const longestCell = 60
const longestLabel = 40

/** Whether a table holds data: rows of several short cells, and no table in it. Old systems lay pages out in tables too. */
export function isData(table: Element): boolean {
  const rows: Element[] = []
  if (!collect(table, rows)) return false
  const wide = rows.filter((row) => cells(row).length > 1)
  return (
    rows.length > 1 &&
    wide.length * 2 > rows.length &&
    rows.every((row) => cells(row).every((it) => lengthOf(it) <= longestCell))
  )
}

/** Whether a cell says a whole sentence: that is copy, in whatever table. */
export function isSentence(cell: Element): boolean {
  const text = textOf(cell).trim()
  return text.length > longestLabel || /[。！？]/.test(text)
}

/** The rows of a table; false where another lies in it. */
function collect(node: Element, rows: Element[]): boolean {
  return node.children.every((child) => {
    if (child.type !== 'element') return true
    if (child.tagName === 'table') return false
    if (child.tagName === 'tr') rows.push(child)
    return collect(child, rows)
  })
}

const cells = (row: Element): Element[] =>
  row.children.filter((it) => it.type === 'element' && (it.tagName === 'td' || it.tagName === 'th')) as Element[]

const lengthOf = (node: Element): number => textOf(node).replace(/\s+/g, '').length

function textOf(node: Element): string {
  return node.children.map((it) => (it.type === 'text' ? it.value : it.type === 'element' ? textOf(it) : '')).join('')
}
