import {zipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {isRefusal} from '../../../src/formats/format.ts'
import {readWord} from '../../../src/formats/word/read.ts'
import {documentXml, docx, p, zip} from './build.ts'

/** The sentence that a file is refused with; the copy where it is read. Anything else that is thrown is a crash. */
function outcome(bytes: Uint8Array): {readonly zh?: string; readonly en?: string; readonly copy?: string} {
  try {
    return {copy: readWord(bytes).copy}
  } catch (error) {
    if (!isRefusal(error)) throw error
    return error.texts
  }
}

const withMain = (xml: string): Uint8Array => docx({body: '', parts: {'word/document.xml': xml}})
/** An OLE file with a stream of a name. */
const ole = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(2000),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(500)
  ])

const page = docx({body: p('本报讯 松岭镇的老石桥昨天开始修缮。') + p('镇里请来的石匠说，石板要一块一块编号。')})
const zeros = new Uint8Array(1 << 20)

describe('a file that is not read says why, and what to do, in one sentence', () => {
  test.each<[string, () => Uint8Array, string, string]>([
    ['a password', () => ole('EncryptedPackage'), '去掉密码再另存', 'take the password off'],
    ['old Word and WPS', () => ole('WordDocument'), '另存为 .docx 或纯文本', 'save it as .docx or as text'],
    ['old Excel', () => ole('Workbook'), '旧版 Excel 表格', 'an old Excel sheet'],
    ['Excel', () => zip({'xl/workbook.xml': '<a/>'}), '这是 Excel 表格', 'an Excel sheet'],
    ['PowerPoint', () => zip({'ppt/presentation.xml': '<a/>'}), 'PowerPoint 演示文稿', 'a PowerPoint presentation'],
    ['OpenDocument', () => zip({mimetype: 'application/vnd.oasis.opendocument.text'}), '压缩包', 'a zip archive'],
    ['any zip', () => zip({'a.txt': '甲'}), '压缩包（zip）', 'a zip archive'],
    ['a picture', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47), '图片（PNG）', 'a picture (PNG)'],
    ['text', () => new TextEncoder().encode('甲'), '别的文件', 'some other file'],
    ['nothing', () => new Uint8Array(), '是空的', 'it is empty'],
    ['a document that is none', () => withMain('<html/>'), '别的文件', 'some other file'],
    [
      'wrong XML',
      () => withMain(documentXml(p('甲')).replace('</w:r>', '\n</w:x>')),
      'word/document.xml 第 3 行',
      'line 3'
    ],
    ['no XML', () => withMain('甲'), 'word/document.xml 第 1 行', 'line 1'],
    [
      'bytes that are no text',
      () => docx({body: '', parts: {'word/document.xml': Uint8Array.of(0x3c, 0xff, 0xfe)}}),
      '乱码',
      'no text'
    ],
    [
      'entities',
      () =>
        withMain(
          `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${documentXml(p('&x;'))}`.replace(
            /(<!.*?)(<\?.*?\?>)/s,
            '$2$1'
          )
        ),
      'DOCTYPE',
      'DOCTYPE'
    ],
    [
      'entities that were never declared',
      () => withMain(documentXml('<w:p><w:r><w:t>&x;</w:t></w:r></w:p>')),
      '有错',
      'is wrong'
    ],
    ['tags 100,000 deep', () => withMain(documentXml('<w:p>'.repeat(100_000))), '套得太深', 'nested too deeply'],
    ['such that hide it', () => withMain(documentXml('<w:p a="/>">'.repeat(100_000))), '套得太深', 'nested too deeply'],
    ['too many tags', () => withMain(documentXml('<a/>'.repeat(1_000_001))), '标记太多', 'too many tags'],
    [
      'a part that is too large',
      () => docx({body: '', parts: {'word/document.xml': new Uint8Array(40 << 20)}}),
      '展开后太大',
      'too large'
    ],
    [
      'a part that is packed too tight',
      () => docx({body: '', parts: {'word/document.xml': new Uint8Array(8 << 20)}}),
      '展开后太大',
      'too large'
    ],
    [
      '10,000 entries',
      () => zip(Object.fromEntries(Array.from({length: 10_000}, (_, i) => [`word/${i}.xml`, '']))),
      '5000 个以上',
      'more than 5000'
    ],
    ['an encrypted entry', () => patched(page, 'word/document.xml', 8, [1, 0]), '去掉密码', 'password'],
    ['a packing that nobody uses', () => patched(page, 'word/document.xml', 10, [99, 0]), '对不上校验', 'checksum'],
    ['a wrong checksum', () => patched(page, 'word/document.xml', 16, [1, 2, 3, 4]), '对不上校验', 'checksum'],
    ['a size that is too small', () => patched(page, 'word/document.xml', 24, [5, 0, 0, 0]), '对不上校验', 'checksum'],
    [
      'a size that is too large',
      () => patched(page, 'word/document.xml', 24, [0, 0, 0xf, 0]),
      '对不上校验',
      'checksum'
    ],
    [
      'an entry upon another',
      () => patched(page, 'word/document.xml', 42, [0, 0, 0, 0]),
      '目录是乱的',
      'makes no sense'
    ],
    ['an entry twice', () => twice(), '有两个 word/document.xml', 'holds word/document.xml twice']
  ])('%s', (_, make, zh, en) => {
    const before = performance.now()
    const said = outcome(make())
    expect(said.zh).toContain(zh)
    expect(said.en).toContain(en)
    expect(said.zh).toMatch(/^这[^。]*。$/)
    expect(said.en).toMatch(/^(?:this|word\/)[^\n]*[^.]\.$/)
    expect(performance.now() - before).toBeLessThan(5000)
  })

  test('a bomb of 1 GB is not set off, whatever it says of its size', () => {
    // one megabyte of zeros, packed, a thousand times over: what is said is small
    const packed = zipped(zeros, 1024)
    const before = performance.now()
    expect(outcome(packed).en).toContain('checksum')
    expect(performance.now() - before).toBeLessThan(1500)
  }, 30_000)

  test('parts that are not needed are not looked into', () => {
    const bomb = docx({body: p('甲'), parts: {'word/media/a.emf': new Uint8Array(64 << 20)}})
    expect(outcome(bomb).copy).toBe('甲\n')
  }, 30_000)
})

test('a file that was cut short', () => {
  for (let i = 0; i < 20; i++) {
    const said = outcome(page.slice(0, Math.floor((page.length * i) / 20)))
    expect(said.zh).toMatch(/^这[^。]*。$/)
  }
})

test('a file with wrong bits says its words, or why not', () => {
  const copy = readWord(page).copy
  let seed = 7
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % below
  }
  let refused = 0
  for (let i = 0; i < 300; i++) {
    const bytes = page.slice()
    for (let n = 0; n <= i % 4; n++) {
      const at = random(bytes.length)
      bytes[at] = (bytes[at] as number) ^ (1 << random(8))
    }
    const said = outcome(bytes)
    if (said.copy === undefined) refused++
    // a name that was hit may hide the styles, never change a word
    else expect(said.copy).toBe(copy)
  }
  expect(refused).toBeGreaterThan(50)
})

test.each([
  ['references', '<w:p><w:r><w:t>', '&amp;', '</w:t></w:r></w:p>'],
  ['carriage returns', '<w:p><w:r><w:t>', '\r', '</w:t></w:r></w:p>'],
  ['runs', '<w:p>', '<w:r><w:t>甲</w:t></w:r>', '</w:p>'],
  ['paragraphs', '', '<w:p><w:r><w:t>甲</w:t></w:r></w:p>', ''],
  ['fields that never end', '<w:p>', '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '</w:p>'],
  [
    'fields in fields',
    '<w:p>',
    '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>甲</w:t></w:r>',
    '</w:p>'
  ],
  ['blanks', '<w:p><w:r><w:t>甲', ' ', '甲</w:t></w:r></w:p>'],
  ['empty paragraphs', '<w:p><w:r><w:t>甲</w:t></w:r></w:p>', '<w:p/>', ''],
  ['breaks', '<w:p><w:r>', '<w:br/>', '</w:r></w:p>'],
  ['deleted marks', '', '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>', ''],
  ['comments', '<w:p>', '<!-- -->', '</w:p>']
])(
  '100,000 of anything take seconds: %s',
  (_, before, unit, after) => {
    // not packed: what is packed so tight is refused
    const main = new TextEncoder().encode(documentXml(before + unit.repeat(100_000) + after))
    const bytes = zipSync({'word/document.xml': [main, {level: 0}]})
    const start = performance.now()
    expect(outcome(bytes).copy).toBeDefined()
    expect(performance.now() - start).toBeLessThan(8000)
  },
  60_000
)

/** An archive whose directory says something else of an entry. */
function patched(bytes: Uint8Array, name: string, at: number, content: readonly number[]): Uint8Array {
  const result = bytes.slice()
  const text = Buffer.from(bytes).toString('latin1')
  const record = text.lastIndexOf(name) - 46
  expect(text.slice(record, record + 4)).toBe('PK\x01\x02')
  result.set(content, record + at)
  return result
}

/** An archive with an entry of another name of the same length renamed. */
function twice(): Uint8Array {
  const bytes = docx({body: p('甲'), parts: {'word/documenX.xml': documentXml(p('乙'))}})
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('documenX', 'document'), 'latin1')
}

/** A Word file whose main part is stored blocks of deflate that go on for ever, and says to be small. */
function zipped(block: Uint8Array, times: number): Uint8Array {
  const one = docx({body: '', parts: {'word/document.xml': block}})
  const text = Buffer.from(one).toString('latin1')
  const record = text.lastIndexOf('word/document.xml') - 46
  const view = new DataView(one.buffer, one.byteOffset)
  const packed = view.getUint32(record + 20, true)
  const local = view.getUint32(record + 42, true)
  const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  // a final block of deflate ends the stream: the last byte is left out, so that the blocks run on
  const body = one.subarray(data, data + packed)
  const many = new Uint8Array(packed * times)
  for (let i = 0; i < times; i++) many.set(body, i * packed)
  // the bit that says that a block is the last one
  for (let i = 0; i < times; i++) many[i * packed] = (many[i * packed] as number) & ~1
  const shift = many.length - packed
  const result = new Uint8Array(one.length + shift)
  result.set(one.subarray(0, data))
  result.set(many, data)
  result.set(one.subarray(data + packed), data + many.length)
  const out = new DataView(result.buffer)
  const moved = record + shift
  out.setUint32(moved + 20, many.length, true)
  out.setUint32(moved + 24, 1000, true)
  const end = result.length - 22
  out.setUint32(end + 16, out.getUint32(end + 16, true) + shift, true)
  for (let at = out.getUint32(end + 16, true); at < end; ) {
    const offset = out.getUint32(at + 42, true)
    if (offset > local) out.setUint32(at + 42, offset + shift, true)
    at += 46 + out.getUint16(at + 28, true) + out.getUint16(at + 30, true) + out.getUint16(at + 32, true)
  }
  return result
}
