import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'

export const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** What besides the copy a made Word file has, by the last word of the kind of part: its XML. */
export type Others = Readonly<Record<string, string>>

/**
 * A small Word file.
 *
 * @param body the XML in `w:body`
 * @param others parts beside the copy: `comments`, `footnotes`, `commentsExtended`
 */
export function wordFile(body: string, others: Others = {}): Uint8Array {
  const names = Object.keys(others)
  const files = {
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/>${names.map((it) => `<Override PartName="/word/${it}.xml" ContentType="${types}.${it}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((it, i) => `<Relationship Id="rId${i + 1}" Type="${relationships}/${it}" Target="${it}.xml"/>`).join('')}</Relationships>`,
    'word/document.xml': `${xml}<w:document xmlns:w="${w}" xmlns:r="${relationships}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...Object.fromEntries(names.map((it) => [`word/${it}.xml`, `${xml}${others[it]}`]))
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: '2026-11-23T00:00:00'
  })
}

/** The parts of a Word file as texts. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
}

export const escapeXml = (text: string): string => text.replace(/[&<>]/g, (it) => `&#${it.charCodeAt(0)};`)

/** A run with words. */
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`

/** A paragraph of runs; of words where they are no XML. */
export const p = (...content: readonly string[]): string =>
  `<w:p>${content.map((it) => (it.startsWith('<') ? it : r(it))).join('')}</w:p>`

/** The copy of a page of ours as a Word file: `#` are levels of the outline. */
export function wordFileOf(copy: string): Uint8Array {
  const paragraphs = copy.split(/\r?\n/).map((line) => {
    const [, marks = '', text = line] = /^(#{1,6}) (.*)$/.exec(line) ?? []
    const level = marks && `<w:pPr><w:outlineLvl w:val="${marks.length - 1}"/></w:pPr>`
    return `<w:p>${level}${text && r(text)}</w:p>`
  })
  return wordFile(paragraphs.join(''))
}
