import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {parseXml, type XmlElement} from '@rgrove/parse-xml'

/** An element as it is read back. */
export interface Read {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Read[]
  readonly text: string
}

/** Reads XML 1.0, strictly. */
export function readXml(xml: string): Read {
  const {root} = parseXml(xml)
  if (!root) throw new Error('no root')
  return toRead(root)
}

function toRead(element: XmlElement): Read {
  const children = element.children.flatMap((it) => (it.type === 'element' ? [toRead(it as XmlElement)] : []))
  return {name: element.name, attributes: element.attributes, children, text: element.text}
}

export const all = (read: Read, name: string): Read[] => [
  ...(read.name === name ? [read] : []),
  ...read.children.flatMap((it) => all(it, name))
]

/**
 * What is wrong with elements by a schema of W3C, as far as this one goes: elements and attributes it does not know, attributes that it
 * wants, children in the wrong place.
 */
export function faultsBy(schema: string, read: Read): string[] {
  const xsd = readXml(readFileSync(resolve('tests/report/schemas', schema), 'utf8'))
  const declared = new Map(
    xsd.children.flatMap((it) => (it.name === 'xs:element' ? [[it.attributes.name, it] as const] : []))
  )
  const faults = (element: Read): string[] => {
    const declaration = declared.get(element.name)
    if (!declaration) return [`no element ${element.name}`]
    const attributes = all(declaration, 'xs:attribute').map((it) => it.attributes)
    const children = all(declaration, 'xs:element').map((it) => it.attributes.ref)
    return [
      ...attributes
        .filter(({name = '', use}) => use === 'required' && !(name in element.attributes))
        .map(({name}) => `${element.name} without ${name}`),
      ...Object.keys(element.attributes)
        .filter((name) => !attributes.some((it) => it.name === name))
        .map((name) => `${element.name} with ${name}`),
      ...element.children.filter(({name}) => !children.includes(name)).map(({name}) => `${element.name} > ${name}`),
      ...element.children.flatMap(faults)
    ]
  }
  return faults(read)
}
