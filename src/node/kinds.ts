import type {Texts} from '../rule/rule.ts'

/** What files that are no text begin with. */
const kinds: readonly {readonly bytes: readonly number[]; readonly name: Texts}[] = [
  {bytes: [0x50, 0x4b, 0x03, 0x04], name: {zh: '压缩包（zip）', en: 'a zip archive'}},
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    name: {zh: '旧版 Office 或 WPS 文档', en: 'an old Office or WPS document'}
  },
  {bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], name: {zh: ' PDF 文件', en: 'a PDF file'}},
  {bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: {zh: ' RTF 文档', en: 'an RTF document'}},
  {bytes: [0x89, 0x50, 0x4e, 0x47], name: {zh: '图片（PNG）', en: 'a picture (PNG)'}},
  {bytes: [0xff, 0xd8, 0xff], name: {zh: '图片（JPEG）', en: 'a picture (JPEG)'}},
  {bytes: [0x47, 0x49, 0x46, 0x38], name: {zh: '图片（GIF）', en: 'a picture (GIF)'}},
  {bytes: [0x1f, 0x8b], name: {zh: '压缩包（gzip）', en: 'a gzip archive'}},
  {bytes: [0x37, 0x7a, 0xbc, 0xaf], name: {zh: '压缩包（7z）', en: 'a 7z archive'}},
  {bytes: [0x52, 0x61, 0x72, 0x21], name: {zh: '压缩包（rar）', en: 'a rar archive'}},
  {bytes: [0x7f, 0x45, 0x4c, 0x46], name: {zh: '程序', en: 'a program'}}
]

/** Office documents are zip archives whose entries are named after the program. */
const office: readonly {readonly entry: string; readonly name: Texts}[] = [
  {entry: 'word/', name: {zh: ' Word 文档', en: 'a Word document'}},
  {entry: 'xl/', name: {zh: ' Excel 表格', en: 'an Excel sheet'}},
  {entry: 'ppt/', name: {zh: ' PowerPoint 演示文稿', en: 'a PowerPoint presentation'}},
  {entry: 'mimetypeapplication/vnd.oasis', name: {zh: ' OpenDocument 文档', en: 'an OpenDocument file'}}
]

/** Names what a file that is no text seems to be, by its first bytes. */
export function kindOf(bytes: Uint8Array): Texts | undefined {
  const kind = kinds.find((it) => it.bytes.every((byte, index) => bytes[index] === byte))
  if (kind === undefined || kind !== kinds[0]) return kind?.name
  const names = new TextDecoder('latin1').decode(bytes.subarray(0, 0x4000))
  const ends = new TextDecoder('latin1').decode(bytes.subarray(-0x4000))
  return office.find(({entry}) => names.includes(entry) || ends.includes(entry))?.name ?? kind.name
}
