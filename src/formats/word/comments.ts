import type {Stretch} from '../format.ts'
import {rewrite} from '../plain.ts'
import {type Names, namesOf} from './names.ts'
import {type Package, relationshipsOf} from './package.ts'
import {attributeOf, behindTag, elementsOf, localName, parsePart, type XmlElement} from './xml.ts'

/** The paragraphs of a comment. */
export type CommentText = readonly (readonly CommentWords[])[]

export interface CommentWords {
  readonly text: string
  /** `quiet` in grey, `gone` struck out in red, `added` underlined in green. */
  readonly look?: 'strong' | 'quiet' | 'gone' | 'added'
  /** Words of the copy that a click leads to. */
  readonly to?: Stretch
}

/** Who Word says the comments are by. */
export const author = 'copylint'

/** Word's numbers end at 2,147,483,647: those of a damaged file must not push ours beyond. */
const largestId = 1_000_000_000

/** The part of a file that holds its comments. */
export interface CommentsPart {
  readonly names: Names
  /** An id that no comment has, nor any behind it. */
  readonly freeId: number
  /** Writes the part, and where it is new, its name into the lists of the file. */
  with(added: readonly string[]): ReadonlyMap<string, string>
}

const looks: Readonly<Record<NonNullable<CommentWords['look']>, readonly [string, string?][]>> = {
  strong: [['b']],
  quiet: [['color', '808080']],
  gone: [['strike'], ['color', 'C00000']],
  added: [['color', '007A33']]
}

/** What the styles of copy would do to a comment: indents, large letters, wide lines. */
const calm = {
  spacing: {before: 0, after: 60, line: 240, lineRule: 'auto'},
  ind: {left: 0, right: 0, firstLineChars: 0, firstLine: 0}
}

/** @param text the XML that a part has now */
export function openComments(file: Package, text: (part: string) => string): CommentsPart {
  const part = commentsOf(file)
  if (part === undefined) return newComments(file, text)
  const xml = text(part)
  const root = parsePart(part, xml)
  let last = -1
  for (const id of elementsOf(root).map((it) => Number(attributeOf(it, 'id'))))
    if (id < largestId) last = Math.max(last, id)
  return {
    names: namesOf(root),
    freeId: last + 1,
    with: (added) => new Map([[part, within(xml, root, added.join(''))]])
  }
}

/** The name of the part with a file's comments. */
export function commentsOf(file: Package): string | undefined {
  const part = file.related(file.main).get('comments')
  return part !== undefined && file.has(part) ? part : undefined
}

/** The XML of a comment. Without a date: the same findings make the same file. */
export function commentXml(
  names: Names,
  id: number,
  text: CommentText,
  bookmarkOf: (at: Stretch) => string | undefined
): string {
  const {tag, element, attribute} = names
  const attributes = (values: Readonly<Record<string, string | number>>): string =>
    Object.entries(values)
      .map(([name, value]) => attribute(name, value))
      .join('')
  const run = ({text, look}: CommentWords): string => {
    const isHan = /[\u3000-\u9fff\uff00-\uffef]/.test(text)
    const marks = (look ? looks[look] : []).map(([name, value]) =>
      tag(name, value === undefined ? '' : attribute('val', value))
    )
    const properties = [
      // quotation marks and dots are those of Chinese in Chinese words
      ...(isHan ? [tag('rFonts', attribute('hint', 'eastAsia'))] : []),
      ...marks,
      tag('sz', attribute('val', 20)),
      ...(look === 'added' ? [tag('u', attribute('val', 'single'))] : [])
    ]
    const words = element('t', escaped(text), ' xml:space="preserve"')
    return element('r', element('rPr', properties.join('')) + words)
  }
  const linked = (words: CommentWords): string => {
    const name = words.to && bookmarkOf(words.to)
    return name === undefined ? run(words) : element('hyperlink', run(words), attribute('anchor', name))
  }
  const properties = element(
    'pPr',
    tag('spacing', attributes(calm.spacing)) + tag('ind', attributes(calm.ind)) + tag('jc', attribute('val', 'left'))
  )
  const paragraphs = text.map((words, i) => {
    const sign = i === 0 ? element('r', tag('annotationRef')) : ''
    return element('p', properties + sign + words.map(linked).join(''))
  })
  return element('comment', paragraphs.join(''), attributes({id, author, initials: author}))
}

/** Text as XML holds it; characters that it cannot hold are drawn as one that says so. */
function escaped(text: string): string {
  return text
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd'
    )
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/[&<>]/g, (it) => (it === '&' ? '&amp;' : it === '<' ? '&lt;' : '&gt;'))
}

/** A part with more at the end of its root. */
function within(xml: string, root: XmlElement, added: string): string {
  const behind = behindTag(xml, root.start + 1)
  if (xml.charAt(behind - 2) === '/') {
    return rewrite(xml, [{start: behind - 2, end: behind, text: `>${added}</${root.name}>`}])
  }
  const end = xml.lastIndexOf('</', root.end - 1)
  return rewrite(xml, [{start: end, end, text: added}])
}

const heading = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const typesPart = '[Content_Types].xml'
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/** For a file without comments: a part, what it is, and that the copy has it. */
function newComments(file: Package, text: (part: string) => string): CommentsPart {
  const {main} = file
  const {namespace} = namesOf(parsePart(main, text(main)))
  const names = namesOf(parsePart('', `<w:comments xmlns:w="${namespace}"/>`))
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const name = freeName('comments', (it) => hasPart(file, `${folder}${it}.xml`))
  const part = `${folder}${name}.xml`
  return {
    names,
    freeId: 0,
    with: (added) => {
      const relationships = relationshipsOf(main)
      const list = file.has(relationships)
        ? text(relationships)
        : `${heading}<Relationships xmlns="${packages}/relationships"/>`
      return new Map([
        [part, `${heading}<w:comments xmlns:w="${namespace}">${added.join('')}</w:comments>`],
        [relationships, withRelationship(relationships, list, `${name}.xml`, namespace)],
        [typesPart, withType(text(typesPart), `/${part}`)]
      ])
    }
  }
}

function withRelationship(part: string, xml: string, target: string, namespace: string): string {
  const root = parsePart(part, xml)
  const ids = new Set(elementsOf(root).map((it) => attributeOf(it, 'Id')))
  const isStrict = namespace.startsWith('http://purl.oclc.org/')
  const type = isStrict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
  const id = freeName('rId', (it) => ids.has(it), ids.size + 1)
  return within(xml, root, `<${prefixOf(root)}Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
}

function withType(xml: string, name: string): string {
  const root = parsePart(typesPart, xml)
  const isKnown = elementsOf(root).some((it) => attributeOf(it, 'PartName')?.toLowerCase() === name.toLowerCase())
  if (isKnown) return xml
  return within(xml, root, `<${prefixOf(root)}Override PartName="${name}" ContentType="${contentType}"/>`)
}

const prefixOf = ({name}: XmlElement): string => name.slice(0, name.length - localName(name).length)

const hasPart = ({names}: Package, part: string): boolean => names.some((it) => it.toLowerCase() === part.toLowerCase())

function freeName(stem: string, isTaken: (name: string) => boolean, from?: number): string {
  if (from === undefined && !isTaken(stem)) return stem
  for (let number = from ?? 1; ; number++) if (!isTaken(`${stem}${number}`)) return `${stem}${number}`
}
