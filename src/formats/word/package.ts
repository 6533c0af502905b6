import {kindOf} from '../kinds.ts'
import {damaged, encrypted, notWord, old} from './refusals.ts'
import {attributeOf, elementsOf, parsePart} from './xml.ts'
import {openZip} from './zip.ts'

/** A Word file: an archive of parts, most of them XML. */
export interface Package {
  /** The part that holds the copy: `word/document.xml`. */
  readonly main: string
  readonly names: readonly string[]
  has(part: string): boolean
  /** The XML of a part, with its byte order mark where it has one. */
  text(part: string): string
  /** The parts that a part names, by the last word of their kind: `styles`, `footnotes`, `comments`. */
  related(part: string): ReadonlyMap<string, string>
  /** The file with other XML for some parts, and with parts that are new; all else byte for byte as it was. */
  with(changes: ReadonlyMap<string, string>): Uint8Array
}

/**
 * Opens a Word file. Parts are inflated when they are asked for, once.
 *
 * @throws a refusal: one sentence
 */
export function openPackage(bytes: Uint8Array): Package {
  if (bytes.length === 0) throw damaged({zh: '是空的', en: 'it is empty'})
  const kind = kindOf(bytes)
  if (kind?.id === 'encrypted') throw encrypted()
  if (kind?.id === 'old') throw old()
  if (kind?.id === 'other') throw notWord(kind.name)
  if (kind === undefined) throw notWord({zh: '别的文件（或者坏了）', en: 'some other file (or damaged)'})
  const archive = openZip(bytes)
  const texts = new Map<string, string>()
  const text = (part: string): string => {
    const known = texts.get(part)
    if (known !== undefined) return known
    const decoded = decode(part, archive.bytes(part))
    texts.set(part, decoded)
    return decoded
  }
  const related = (part: string): ReadonlyMap<string, string> => {
    const rels = relationshipsOf(part)
    return archive.has(rels) ? readRelationships(part, rels, text(rels)) : new Map()
  }
  const main = related('').get('officeDocument') ?? 'word/document.xml'
  if (!archive.has(main)) {
    if (kind.id === 'zip') throw notWord(kind.name)
    throw damaged({zh: '里面没有正文', en: 'the copy is missing'})
  }
  return {
    main,
    names: archive.names,
    has: archive.has,
    text,
    related,
    with: (changes) => {
      const encoder = new TextEncoder()
      return archive.with(new Map([...changes].map(([part, xml]) => [part, encoder.encode(inUtf8(xml))])))
    }
  }
}

/** `word/_rels/document.xml.rels` of `word/document.xml`; of the file itself, `_rels/.rels`. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/** The first of each kind; what lies outside of the file is never asked for. */
function readRelationships(part: string, rels: string, xml: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const element of elementsOf(parsePart(rels, xml))) {
    const kind = /[^/]*$/.exec(attributeOf(element, 'Type') ?? '')?.[0] ?? ''
    const target = attributeOf(element, 'Target')
    if (target === undefined || attributeOf(element, 'TargetMode') === 'External' || found.has(kind)) continue
    found.set(kind, resolve(part, target.replaceAll('\\', '/')))
  }
  return found
}

/** `styles.xml` beside `word/document.xml` is `word/styles.xml`; `/word/styles.xml` is it wherever it is named. */
function resolve(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = part.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Parts are in UTF-8 or UTF-16. */
function decode(part: string, bytes: Uint8Array): string {
  const [first, second] = bytes
  const wide = (first === 0xff && second === 0xfe) || (second === 0 && first === 0x3c)
  const encoding = wide ? 'utf-16le' : (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    throw damaged({zh: `${part} 里有乱码`, en: `${part} has bytes that are no text`})
  }
}

/** What is written is in UTF-8: a part that was in UTF-16 says so. */
function inUtf8(xml: string): string {
  return xml.replace(/^(\ufeff?<\?xml[^>]*?\bencoding\s*=\s*)(["'])utf-16(?:le|be)?\2/i, '$1$2UTF-8$2')
}
