import type {Texts} from '../rule/rule.ts'

/** What a file that is no text seems to be. */
export interface Kind {
  /** `word` is the one that is read. */
  readonly id: 'word' | 'encrypted' | 'old' | 'zip' | 'other'
  readonly name: Texts
}

const other = (zh: string, en: string): Kind => ({id: 'other', name: {zh, en}})
const zip: Kind = {id: 'zip', name: {zh: '压缩包（zip）', en: 'a zip archive'}}
const old: Kind = {id: 'old', name: {zh: '旧版 Office 或 WPS 文档', en: 'an old Office or WPS document'}}

/** What files that are no text begin with. */
const beginnings: readonly {readonly bytes: readonly number[]; readonly kind: Kind}[] = [
  {bytes: [0x50, 0x4b, 0x03, 0x04], kind: zip},
  {bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], kind: old},
  {bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], kind: other(' PDF 文件', 'a PDF file')},
  {bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], kind: other(' RTF 文档', 'an RTF document')},
  {bytes: [0x89, 0x50, 0x4e, 0x47], kind: other('图片（PNG）', 'a picture (PNG)')},
  {bytes: [0xff, 0xd8, 0xff], kind: other('图片（JPEG）', 'a picture (JPEG)')},
  {bytes: [0x47, 0x49, 0x46, 0x38], kind: other('图片（GIF）', 'a picture (GIF)')},
  {bytes: [0x1f, 0x8b], kind: other('压缩包（gzip）', 'a gzip archive')},
  {bytes: [0x37, 0x7a, 0xbc, 0xaf], kind: other('压缩包（7z）', 'a 7z archive')},
  {bytes: [0x52, 0x61, 0x72, 0x21], kind: other('压缩包（rar）', 'a rar archive')},
  {bytes: [0x7f, 0x45, 0x4c, 0x46], kind: other('程序', 'a program')}
]

/** Office documents are zip archives whose entries are named after the program. */
const archives: readonly {readonly entry: string; readonly kind: Kind}[] = [
  {entry: 'word/', kind: {id: 'word', name: {zh: ' Word 文档', en: 'a Word document'}}},
  {entry: 'xl/', kind: other(' Excel 表格', 'an Excel sheet')},
  {entry: 'ppt/', kind: other(' PowerPoint 演示文稿', 'a PowerPoint presentation')},
  {entry: 'mimetypeapplication/vnd.oasis', kind: other(' OpenDocument 文档', 'an OpenDocument file')}
]

/** Old Office documents hold streams whose names, two bytes a letter, stand in them; so do new ones that have a password. */
const streams: readonly {readonly stream: string; readonly kind: Kind}[] = [
  {
    stream: 'EncryptedPackage',
    kind: {id: 'encrypted', name: {zh: '加了密码的 Office 文档', en: 'an Office document with a password'}}
  },
  {stream: 'WordDocument', kind: {id: 'old', name: {zh: '旧版 Word 或 WPS 文档', en: 'an old Word or WPS document'}}},
  {stream: 'Workbook', kind: other('旧版 Excel 表格', 'an old Excel sheet')},
  {stream: 'PowerPoint Document', kind: other('旧版 PowerPoint 演示文稿', 'an old PowerPoint presentation')}
]

/** Names what a file that is no text seems to be, by what is in it. */
export function kindOf(bytes: Uint8Array): Kind | undefined {
  const kind = beginnings.find((it) => it.bytes.every((byte, index) => bytes[index] === byte))?.kind
  if (kind === zip) return kindOfZip(bytes)
  return kind === old ? kindOfOld(bytes) : kind
}

/** What to do with an old document. */
export const asNew: Texts = {
  zh: '请另存为 .docx 或纯文本（.txt，UTF-8）再检查。',
  en: 'save it as .docx or as text (.txt, UTF-8) first.'
}

/** The way out for a file that is no text, where it is another than to export the text. */
export function wayOut({id}: Kind): Texts | undefined {
  if (id === 'encrypted') return {zh: '请去掉密码再另存。', en: 'take the password off and save it again.'}
  return id === 'old' ? asNew : undefined
}

function kindOfZip(bytes: Uint8Array): Kind {
  const names = new TextDecoder('latin1').decode(bytes.subarray(0, 0x4000))
  const ends = new TextDecoder('latin1').decode(bytes.subarray(-0x4000))
  return archives.find(({entry}) => names.includes(entry) || ends.includes(entry))?.kind ?? zip
}

function kindOfOld(bytes: Uint8Array): Kind {
  const text = new TextDecoder('latin1').decode(bytes)
  return streams.find(({stream}) => text.includes([...stream].join('\0')))?.kind ?? old
}
