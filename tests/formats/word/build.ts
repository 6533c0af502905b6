import {strToU8, type Zippable, zipSync} from 'fflate'

/** What stands around the body of a document. */
const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
].join(' ')

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** What a Word file is made of. */
export interface Made {
  /** The XML in `w:body`. */
  readonly body: string
  /** The XML in `w:styles`. */
  readonly styles?: string
  readonly footnotes?: string
  readonly endnotes?: string
  /** Further parts, or others in place of those made here. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
}

/** The XML of `word/document.xml`. */
export const documentXml = (body: string): string =>
  `${head}<w:document ${namespaces}><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`

/** The bytes of a Word file. */
export function docx({body, styles = '', footnotes, endnotes, parts = {}}: Made): Uint8Array {
  const notes = {...(footnotes !== undefined && {footnotes}), ...(endnotes !== undefined && {endnotes})}
  const kinds = ['styles', ...Object.keys(notes)]
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${kinds.map((it) => `<Override PartName="/word/${it}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${it}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': documentXml(body),
    'word/_rels/document.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${kinds.map((it, i) => `<Relationship Id="rId${i + 1}" Type="${office}/${it}" Target="${it}.xml"/>`).join('')}</Relationships>`,
    'word/styles.xml': `${head}<w:styles ${namespaces}>${styles}</w:styles>`,
    ...Object.fromEntries(
      Object.entries(notes).map(([kind, xml]) => [
        `word/${kind}.xml`,
        `${head}<w:${kind} ${namespaces}>${xml}</w:${kind}>`
      ])
    ),
    ...parts
  }
  return zip(files)
}

/** The bytes of an archive, always the same. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(files)) {
    entries[name] = [typeof content === 'string' ? strToU8(content) : content, {mtime: new Date(2026, 0, 2)}]
  }
  return zipSync(entries)
}

/** `w:t` with blanks kept. */
export const t = (text: string): string => `<w:t xml:space="preserve">${escaped(text)}</w:t>`
/** A run. */
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${t(text)}</w:r>`
/** A paragraph of XML, or of words. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : r(content)}</w:p>`
/** A paragraph in a style. */
export const styled = (style: string, words: string): string => p(words, `<w:pStyle w:val="${style}"/>`)
/** A style of paragraphs. */
export const style = (id: string, name: string, inner = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`
/** A table of rows of cells of XML. */
export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((cells) => `<w:tr>${cells.map((it) => `<w:tc><w:tcPr/>${it}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
