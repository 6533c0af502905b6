import {strFromU8, unzipSync} from 'fflate'
import {documentXml, docx, p, zip} from './build.ts'

export {r} from './build.ts'
export const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A Word file with further parts that its copy has: `comments`, `settings`, `footnotes`; `xml` in place of the made document. */
export function wordFile(
  body: string,
  others: Readonly<Record<string, string>> = {},
  xml = documentXml(body)
): Uint8Array {
  const made = partsOf(docx({body}))
  const added = Object.keys(others)
  const relationships = 'word/_rels/document.xml.rels'
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const list = added.map((it, i) => `<Relationship Id="rId${i + 7}" Type="${type}/${it}" Target="${it}.xml"/>`)
  return zip({
    ...made,
    'word/document.xml': xml,
    [relationships]: (made[relationships] ?? '').replace('</Relationships>', `${list.join('')}</Relationships>`),
    ...Object.fromEntries(added.map((it) => [`word/${it}.xml`, others[it] ?? '']))
  })
}

/** The copy of a page of ours as a Word file: `#` are levels of the outline. */
export function wordFileOf(copy: string): Uint8Array {
  const paragraphs = copy.split(/\r?\n/).map((line) => {
    const [, marks = '', text = line] = /^(#{1,6}) (.*)$/.exec(line) ?? []
    return p(text, marks && `<w:outlineLvl w:val="${marks.length - 1}"/>`)
  })
  return wordFile(paragraphs.join(''))
}

/** The parts of a Word file as texts. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
}
