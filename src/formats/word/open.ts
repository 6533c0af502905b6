import type {Outline} from '../../parse/outline.ts'
import {addLines, type Copy, type References, type Source} from './lines.ts'
import type {WordModel} from './model.ts'
import {toOutline} from './outline.ts'
import type {Package} from './package.ts'
import {notWord} from './refusals.ts'
import {readStyles, type Styles} from './styles.ts'
import {attributeOf, childOf, elementsOf, localName, parsePart, type XmlElement} from './xml.ts'

/** The namespaces of Word's elements: as Word writes them, and as the standard has them (strict). */
export const namespaces: readonly string[] = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main'
]

/** The copy of a Word file, where its words stand, and what its styles say of them. */
export interface Opened extends WordModel {
  readonly outline: Outline
}

/**
 * Reads the words of a Word file: its paragraphs, then the footnotes and endnotes that they refer to. Headers and footers are no copy.
 *
 * @param changed XML that some parts have now, in place of what is in the file
 * @throws a refusal: one sentence
 */
export function openWord(file: Package, changed: ReadonlyMap<string, string>): Opened {
  const parts = new Map<string, string>()
  const read = (part: string): XmlElement => {
    const xml = changed.get(part) ?? file.text(part)
    parts.set(part, xml)
    return parsePart(part, xml)
  }
  const {main} = file
  const root = read(main)
  const related = file.related(main)
  const stylesPart = existing(related.get('styles') ?? beside(main, 'styles'), file)
  const styles = readStyles(stylesPart === undefined ? undefined : parsePart(stylesPart, file.text(stylesPart)))
  const body = childOf(root, 'body')
  if (localName(root.name) !== 'document' || !body) throw notWord({zh: '别的文件', en: 'some other file'})

  const copy: Copy = {texts: [], lines: [], length: 0}
  const refers = addLines(copy, toSource(main, parts, root, styles), body, false)
  for (const kind of ['footnotes', 'endnotes'] as const) {
    const part = refers[kind].length > 0 ? existing(related.get(kind) ?? beside(main, kind), file) : undefined
    if (part !== undefined) addNotes(copy, part, kind, refers, parts, read(part), styles)
  }
  const text = copy.texts.join('')
  return {copy: text, lines: copy.lines, parts, outline: toOutline(text, copy.lines, styles)}
}

/** Notes in the order of the words that refer to them; what is no note (the line above them) is referred to by none. */
function addNotes(
  copy: Copy,
  part: string,
  kind: keyof References,
  refers: References,
  parts: ReadonlyMap<string, string>,
  root: XmlElement,
  styles: Styles
): void {
  const notes = new Map(elementsOf(root).map((it) => [attributeOf(it, 'id') ?? '', it]))
  const source = toSource(part, parts, root, styles)
  for (const id of new Set(refers[kind])) {
    const note = notes.get(id)
    if (note) addLines(copy, source, note, true)
  }
}

function toSource(part: string, parts: ReadonlyMap<string, string>, root: XmlElement, styles: Styles): Source {
  return {part, xml: parts.get(part) ?? '', prefix: prefixOf(root), styles}
}

function prefixOf(root: XmlElement): string {
  for (const [name, value] of Object.entries(root.attributes)) {
    if (namespaces.includes(value) && /^xmlns(?:$|:)/.test(name)) return name === 'xmlns' ? '' : `${name.slice(6)}:`
  }
  return root.name.slice(0, root.name.indexOf(':') + 1)
}

const beside = (main: string, name: string): string => `${main.slice(0, main.lastIndexOf('/') + 1)}${name}.xml`
const existing = (part: string, file: Package): string | undefined => (file.has(part) ? part : undefined)
