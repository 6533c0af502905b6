import {namespaces} from './open.ts'
import type {XmlElement} from './xml.ts'

/** How elements of Word are written into a part. */
export interface Names {
  readonly namespace: string
  /** `<w:b/>` */
  tag(name: string, attributes?: string): string
  /** `<w:r>…</w:r>` */
  element(name: string, content: string, attributes?: string): string
  /** ` w:val="…"`, with its blank. */
  attribute(name: string, value: string | number): string
}

/** The names of Word's elements in a part: where it binds no prefix to them, which attributes need, each element binds one itself. */
export function namesOf(root: XmlElement): Names {
  const bindings = Object.entries(root.attributes).filter(([name, uri]) => /^xmlns(?:$|:)/.test(name) && isWord(uri))
  const bound = bindings.find(([name]) => name.startsWith('xmlns:'))
  const namespace = bindings[0]?.[1] ?? (namespaces[0] as string)
  const prefix = bound?.[0].slice(6) ?? 'w'
  const binding = bound ? '' : ` xmlns:${prefix}="${namespace}"`
  return {
    namespace,
    tag: (name, attributes = '') => `<${prefix}:${name}${binding}${attributes}/>`,
    element: (name, content, attributes = '') =>
      `<${prefix}:${name}${binding}${attributes}>${content}</${prefix}:${name}>`,
    attribute: (name, value) => ` ${prefix}:${name}="${value}"`
  }
}

const isWord = (uri: string): boolean => namespaces.includes(uri)
