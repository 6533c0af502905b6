import {parseXml, XmlElement, XmlError} from '@rgrove/parse-xml'
import {damaged, declares, tooLarge} from './refusals.ts'

export {XmlElement, XmlText} from '@rgrove/parse-xml'

/** Tables in tables in text boxes come to a hundred; the parser calls itself for each. */
const deepest = 500
/** Elements take memory: a page has some ten thousand. */
const mostTags = 1_000_000

/**
 * The root element of a part, with the offsets of its nodes in `xml`. Texts in it are not to be used, only their places: what the
 * parser would be slow at is replaced by what it is quick at, character for character.
 *
 * @throws a refusal: one sentence, with the part and the line
 */
export function parsePart(part: string, xml: string): XmlElement {
  checkTags(part, xml)
  // line ends cost the parser a copy of the text each, pairs of surrogates a table of all places
  const quick = xml.replace(/[\r\ud800-\udfff]/g, (it) => (it === '\r' ? '\n' : '\u3007'))
  try {
    const {root} = parseXml(quick, {includeOffsets: true, preserveCdata: true, preserveComments: true})
    if (root) return root
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    throw malformed(part, xml, error.pos)
  }
  throw malformed(part, xml, 0)
}

function malformed(part: string, xml: string, at: number) {
  const line = xml.slice(0, at).split(/\r\n?|\n/).length
  return damaged({zh: `${part} 第 ${line} 行的 XML 有错`, en: `the XML of ${part} is wrong in line ${line}`})
}

/** Counts tags before anything is built of them. */
function checkTags(part: string, xml: string): void {
  let depth = 0
  let tags = 0
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    if (xml.startsWith('<!--', at)) at = behind(xml, '-->', at + 4)
    else if (xml.startsWith('<![CDATA[', at)) at = behind(xml, ']]>', at + 9)
    else if (xml.startsWith('<!', at)) throw declares(part)
    else if (xml.startsWith('<?', at)) at = behind(xml, '?>', at + 2)
    else {
      const isEnd = xml.charCodeAt(at + 1) === 0x2f
      at = behindTag(xml, at + 1)
      if (isEnd) depth--
      else if (xml.charCodeAt(at - 2) !== 0x2f) depth++
      if (++tags > mostTags) throw tooLarge({zh: `的 ${part} 里标记太多`, en: `has too many tags in ${part}`})
      if (depth > deepest)
        throw tooLarge({zh: `的 ${part} 里标记套得太深`, en: `has tags nested too deeply in ${part}`})
    }
  }
}

/** The offset behind the tag that `from` is in. Values of attributes may hold `/>`, which ends nothing. */
export function behindTag(xml: string, from: number): number {
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (code === 0x3e) return at + 1
    if (code === 0x22 || code === 0x27) at = behind(xml, String.fromCharCode(code), at + 1) - 1
  }
  return xml.length
}

function behind(xml: string, end: string, from: number): number {
  const at = xml.indexOf(end, from)
  return at < 0 ? xml.length : at + end.length
}

/** The elements in an element. */
export function elementsOf(parent: XmlElement | undefined): XmlElement[] {
  return parent?.children.filter((it) => it instanceof XmlElement) ?? []
}

/** The name of an element or attribute without its prefix: `p` of `w:p`. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The first element of a name in an element. */
export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((it): it is XmlElement => it instanceof XmlElement && localName(it.name) === name)
}

/** An attribute by its name without prefix. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  if (element === undefined) return undefined
  for (const key in element.attributes) if (localName(key) === name) return element.attributes[key]
  return undefined
}

/** Whether a property that can be switched is on: `<w:vanish/>`, but not `<w:vanish w:val="0"/>`. Undefined where it is absent. */
export function isOn(properties: XmlElement | undefined, name: string): boolean | undefined {
  const property = childOf(properties, name)
  return property && !/^(?:0|false|off|none)$/.test(attributeOf(property, 'val') ?? '1')
}
