import {childOf, isOn, type XmlElement} from './xml.ts'

/** Where the words of an element stand that only holds others. */
export interface Inside {
  readonly parent: XmlElement
  /** They are not to be changed: Word takes them from elsewhere, or the file holds them twice. */
  readonly fixed: boolean
}

/**
 * Where the words of an element stand: of two ways to draw the same, of a control that is filled in, under a gloss. Undefined where none
 * are shown.
 *
 * @param name as Word calls it; elements of others have a colon before their names
 */
export function insideOf(element: XmlElement, name: string): Inside | undefined {
  if (name === ':AlternateContent') {
    const choice = childOf(element, 'Choice')
    const fallback = childOf(element, 'Fallback')
    const parent = choice ?? fallback
    return parent && {parent, fixed: choice !== undefined && fallback !== undefined}
  }
  if (name === 'sdt') {
    const properties = childOf(element, 'sdtPr')
    const parent = isOn(properties, 'showingPlcHdr') ? undefined : childOf(element, 'sdtContent')
    return parent && {parent, fixed: bound.some((it) => childOf(properties, it))}
  }
  const parent = name === 'ruby' ? childOf(element, 'rubyBase') : element
  return parent && {parent, fixed: false}
}

/** Controls whose words are chosen, or come from another part of the file. */
const bound = ['dataBinding', 'dropDownList', 'comboBox', 'date']
