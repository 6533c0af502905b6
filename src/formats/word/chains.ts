import {childOf, localName, type XmlElement} from './xml.ts'

export type Side = 'start' | 'end'

/** What may hold runs, and marks between them. All else is left whole: marks stand around it. */
const transparent = new Set('hyperlink ins moveTo smartTag sdt sdtContent fldSimple customXml dir bdo'.split(' '))
/** The words of such a field are written by Word, from elsewhere. */
const bound = ['dataBinding', 'dropDownList', 'comboBox', 'date']

/** The elements from the root to the one that begins at an offset. */
export function chainTo(root: XmlElement, offset: number): XmlElement[] {
  const chain = [root]
  for (let element: XmlElement | undefined = root; element && element.start !== offset; ) {
    element = elementAt(element, offset)
    if (element) chain.push(element)
  }
  return chain
}

function elementAt({children}: XmlElement, offset: number): XmlElement | undefined {
  let low = 0
  let high = children.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((children[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const child = children[low]
  return child?.type === 'element' && child.start <= offset && offset < child.end ? (child as XmlElement) : undefined
}

/** The index of the run, or of what is left whole, in the outermost paragraph of a chain. */
export function holderIn(chain: readonly XmlElement[]): number {
  let index = chain.findIndex(({name}) => localName(name) === 'p') + 1
  while (index < chain.length && isTransparent(chain[index] as XmlElement)) index++
  return index
}

function isTransparent(element: XmlElement): boolean {
  const name = localName(element.name)
  if (!transparent.has(name)) return false
  return name !== 'sdt' || !bound.some((it) => childOf(childOf(element, 'sdtPr'), it))
}

/** Out of a link, a tracked insertion and the like, where they begin or end as well. */
export function outermost(element: XmlElement, side: Side): XmlElement {
  const parent = parentOf(element)
  if (!parent || !isTransparent(parent) || !isLast(element, side)) return element
  return outermost(parent, side)
}

/** Whether nothing but properties stands between an element and that end of its parent. */
export function isLast(element: XmlElement, side: Side): boolean {
  const siblings = parentOf(element)?.children ?? []
  const step = side === 'start' ? 1 : -1
  for (let i = side === 'start' ? 0 : siblings.length - 1; siblings[i] !== element; i += step) {
    const sibling = siblings[i]
    if (sibling?.type === 'element' && !/Pr$/.test((sibling as XmlElement).name)) return false
  }
  return true
}

export function parentOf({parent}: XmlElement): XmlElement | undefined {
  return parent?.type === 'element' ? (parent as XmlElement) : undefined
}
