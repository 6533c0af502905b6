import fc from 'fast-check'
import {unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {rewrite} from '../../../src/formats/plain.ts'
import {readWord, type WordDocument} from '../../../src/formats/word/read.ts'
import {documentXml, docx, p, r, t, table} from './build.ts'

/** What stands in `w:body` but for the section. */
const bodyOf = (document: WordDocument): string =>
  /<w:body>(.*)<w:sectPr><w:pgSz/s.exec(document.model.parts.get('word/document.xml') ?? '')?.[1] ?? ''

/** The body after the words `from` are replaced; undefined where that cannot be done. */
function replaced(body: string, from: string, to: string): string | undefined {
  const document = readWord(docx({body}))
  const start = document.copy.indexOf(from)
  expect(start).toBeGreaterThanOrEqual(0)
  const edit = {start, end: start + from.length, text: to}
  if (!document.toSource(edit)) return undefined
  expect(document.toSource(edit)).toEqual([edit])
  const after = document.edited([edit])
  expect(after.copy).toBe(rewrite(document.copy, [edit]))
  expect(readWord(after.toBytes()).copy).toBe(after.copy)
  return bodyOf(after)
}

const bold = '<w:b/>'

describe('what an edit does to the XML', () => {
  test.each([
    ['words of a run', p('松岭镇修桥'), '修桥', '造桥', p('松岭镇造桥')],
    [
      'new words look as those where the change begins',
      p(r('松岭', bold) + r('镇')),
      '岭镇',
      '柏乡',
      p(r('松柏乡', bold) + r(''))
    ],
    ['new words go to those before them', p(r('松岭', bold) + r('镇')), '岭', '岭的', p(r('松岭的', bold) + r('镇'))],
    ['signs of XML', p('甲&乙'), '&', '<', p('甲<乙')],
    ['a tab', p('甲乙丙'), '乙', '\t', p(`<w:r>${t('甲')}<w:tab/>${t('丙')}</w:r>`)],
    ['a tab that goes', p(`<w:r>${t('甲')}<w:tab/>${t('丙')}</w:r>`), '\t', '', p(`<w:r>${t('甲')}${t('丙')}</w:r>`)],
    [
      'a break for a blank',
      p(`<w:r>${t('甲')}<w:br/>${t('丙')}</w:r>`),
      '\u2028',
      '乙',
      p(`<w:r>${t('甲乙')}${t('丙')}</w:r>`)
    ],
    [
      'blanks are kept where they are new',
      p('<w:r><w:t> 甲 </w:t></w:r>'),
      '甲',
      '甲 ',
      p('<w:r><w:t xml:space="preserve">甲 </w:t></w:r>')
    ],
    [
      'and where that was denied',
      p('<w:r><w:t xml:space="default"> 甲</w:t></w:r>'),
      '甲',
      ' 甲',
      p('<w:r><w:t xml:space="preserve"> 甲</w:t></w:r>')
    ],
    ['in tracked words', p(`<w:ins w:id="1">${r('甲乙')}</w:ins>`), '乙', '', p(`<w:ins w:id="1">${r('甲')}</w:ins>`)],
    [
      'what is around stays',
      p(`${r('甲')}<w:r><w:drawing/></w:r>${r('乙')}`),
      '甲乙',
      '丙',
      p(`${r('丙')}<w:r><w:drawing/></w:r>${r('')}`)
    ],
    [
      'links keep',
      p(`<w:hyperlink r:id="x">${r('青溪')}</w:hyperlink>${r('县')}`),
      '溪县',
      '山',
      p(`<w:hyperlink r:id="x">${r('青山')}</w:hyperlink>${r('')}`)
    ],
    ['a paragraph', p('甲') + p('乙', '<w:jc w:val="center"/>') + p('丙'), '乙\n', '', p('甲') + p('丙')],
    ['a paragraph with the line end above it', p('甲') + p('乙') + p('丙'), '\n乙', '', p('甲') + p('丙')],
    ['the last paragraph', p('甲') + p('乙'), '\n乙', '', p('甲')],
    ['the last paragraph, with its line end', p('甲') + p('乙'), '乙\n', '', p('甲')],
    ['empty paragraphs', p('甲') + p('') + p('') + p('乙'), '\n\n\n', '\n', p('甲') + p('乙')],
    [
      'two paragraphs made one: the first lends its looks',
      p('甲', '<w:jc w:val="center"/>') + p(r('乙', bold)),
      '\n',
      '',
      p(r('甲') + r('乙', bold), '<w:jc w:val="center"/>')
    ],
    ['with words between', p('甲一') + p('二乙', '<w:ind/>'), '一\n二', '、', p(r('甲、') + r('乙'))],
    ['over an empty one', p('甲') + p('') + p('乙'), '\n\n', '', p(r('甲') + r('乙'))],
    ['heads that change places', p('甲', '<w:jc/>') + p('乙'), '甲\n乙', '乙\n甲', p('乙', '<w:jc/>') + p('甲')],
    [
      'a paragraph put in, in the looks of the one before and of its last words',
      p(r('甲') + r('乙', '<w:i/>'), '<w:ind/>') + p('丁'),
      '乙',
      '乙\n丙&',
      p(r('甲') + r('乙', '<w:i/>'), '<w:ind/>') + p(r('丙&', '<w:i/>'), '<w:ind/>') + p('丁')
    ],
    ['one behind an empty one', p('甲') + p('丁'), '甲', '甲\n\n丙', p('甲') + p('') + p('丙') + p('丁')],
    ['a paragraph of a cell', table([p('甲') + p('乙')]), '甲\n', '', table([p('乙')])]
  ])('%s', (_, body, from, to, after) => {
    expect(replaced(body, from, to)).toBe(after)
  })

  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('今天')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const choice = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${p('框')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('框')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`
  test.each([
    ['words that Word makes', p(r('甲') + field), '今', '明'],
    ['words that stand in the file twice', p(choice), '框', '箱'],
    ['a picture', p('甲') + p(`${r('乙')}<w:r><w:drawing/></w:r>`), '\n乙', ''],
    ['a section', p('甲') + p('乙', '<w:sectPr/>') + p('丙'), '乙\n', ''],
    ['a tracked change', p('甲') + p(`<w:ins w:id="1">${r('乙')}</w:ins>`) + p('丙'), '乙\n', ''],
    ['a note', p('甲') + p(`${r('乙')}<w:r><w:footnoteReference w:id="1"/></w:r>`), '\n乙', ''],
    [
      'half of a bookmark',
      p('甲') + p(`<w:bookmarkStart w:id="1"/>${r('乙')}`) + p('<w:bookmarkEnd w:id="1"/>'),
      '乙\n',
      ''
    ],
    ['the last paragraph of a cell', table([p('甲') + p('乙'), p('丙')]), '\n乙', ''],
    ['all of a cell', table([p('甲'), p('乙')]), '甲\n', ''],
    ['what stands before a table', p('甲') + p('乙') + table([p('丙')]) + p('丁'), '乙\n', ''],
    ['cells that would be joined', table([p('甲'), p('乙')]), '甲\n乙', '丙'],
    ['a paragraph split', p('甲乙'), '甲', '甲\n'],
    ['a control character', p('甲乙'), '乙', '\u0001'],
    ['half a character', p('甲😀'), '\ud83d', ''],
    ['words where there are none', p('甲') + p('') + p('丙'), '\n\n', '\n乙\n']
  ])('not made: %s', (_, body, from, to) => {
    expect(replaced(body, from, to)).toBeUndefined()
  })
})

test('all else in the file is as it was, byte for byte and in its order', () => {
  const picture = Uint8Array.from({length: 5000}, (_, i) => (i * i) % 251)
  const bytes = docx({body: p('甲') + p('乙'), parts: {'word/media/image1.png': picture}})
  const document = readWord(bytes)
  expect(document.toBytes()).toBe(bytes)
  const after = document.edited([{start: 0, end: 1, text: '丙'}]).toBytes()
  const [was, is] = [unzipSync(bytes), unzipSync(after)]
  expect(Object.keys(is)).toEqual(Object.keys(was))
  for (const name of Object.keys(was)) {
    if (name !== 'word/document.xml') expect(is[name]).toEqual(was[name])
  }
  expect(document.copy).toBe('甲\n乙\n')
})

test('the bytes that were read are not written into, whatever kind of array they are in', () => {
  const bytes = Buffer.from(docx({body: p('甲') + p('乙')}))
  const before = Uint8Array.from(bytes)
  readWord(bytes)
    .edited([{start: 0, end: 1, text: '丙丁'}])
    .toBytes()
  expect(Uint8Array.from(bytes)).toEqual(before)
})

test('parts in UTF-16, and such that call Word’s elements otherwise', () => {
  const xml = documentXml(p('甲乙'))
  const wide = new Uint8Array(Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le'))
  const other = xml.replaceAll('w:', 'x:').replace('xmlns:w=', 'xmlns:x=').replace(' xml:space="preserve"', '')
  const none = xml.replaceAll('xmlns:w=', 'xmlns=').replaceAll('<w:', '<').replaceAll('</w:', '</')
  for (const main of [wide, other, none]) {
    const document = readWord(docx({body: '', parts: {'word/document.xml': main}}))
    const after = document.edited([{start: 1, end: 2, text: ' \t丙&'}])
    const again = readWord(after.toBytes())
    expect([after.copy, again.copy]).toEqual(['甲 \t丙&\n', '甲 \t丙&\n'])
    expect(again.model.parts.get('word/document.xml')).not.toContain('UTF-16')
  }
})

test('tracked, numbered and noted: a new file reads as the old one but for the edit', () => {
  const footnotes = `<w:footnote w:id="2">${p('见《青溪县志》第三卷')}</w:footnote>`
  const body = p(`${r('甲')}<w:r><w:footnoteReference w:id="2"/></w:r>`, '<w:numPr><w:numId w:val="1"/></w:numPr>')
  const document = readWord(docx({body, footnotes}))
  const at = document.copy.indexOf('三')
  const after = document.edited([
    {start: 0, end: 1, text: '乙'},
    {start: at, end: at + 1, text: '四'}
  ])
  expect(readWord(after.toBytes()).copy).toBe('乙\n见《青溪县志》第四卷\n')
  // the words and a note of theirs are in two parts of the file
  expect(document.toSource({start: 0, end: at, text: ''})).toBeUndefined()
})

/** Paragraphs, tables and boxes of words with much in them that edits must get along with. */
const words = fc.string({unit: fc.constantFrom('甲', '乙', ' ', '&', '<', '😀', '。', '\u3000'), maxLength: 5})
const runs = fc.oneof(
  words.map((it) => r(it)),
  words.map((it) => r(it, bold)),
  words.map((it) => `<w:r><w:t>${it.replace(/[&<]/g, '')}</w:t></w:r>`),
  words.map((it) => `<w:ins w:id="1">${r(it)}</w:ins>`),
  words.map((it) => `<w:del w:id="1"><w:r><w:delText>${it.replace(/[&<]/g, '')}</w:delText></w:r></w:del>`),
  words.map((it) => `<w:hyperlink>${r(it)}</w:hyperlink>`),
  words.map((it) => `<w:fldSimple w:instr="DATE">${r(it)}</w:fldSimple>`),
  words.map((it) => `<w:r><w:t>${it.replace(/[&<]/g, '')}&#x20;&amp;</w:t><w:tab/><w:br/>${t('丙')}</w:r>`),
  fc.constant('<w:r><w:drawing/></w:r>'),
  fc.constant('<w:bookmarkStart w:id="7"/><w:bookmarkEnd w:id="7"/>')
)
const looks = fc.constantFrom('', '', '', '<w:jc w:val="center"/>', '<w:rPr><w:del w:id="3"/></w:rPr>', '<w:sectPr/>')
const paragraphs = fc
  .tuple(fc.array(runs, {maxLength: 4}), looks)
  .map(([inner, properties]) => p(inner.length === 0 ? '' : inner.join(''), properties))
const cells = fc.array(paragraphs, {minLength: 1, maxLength: 3}).map((it) => it.join(''))
const bodies = fc
  .array(
    fc.oneof(
      {weight: 5, arbitrary: paragraphs},
      {weight: 1, arbitrary: fc.array(cells, {minLength: 1, maxLength: 2}).map((it) => table(it))}
    ),
    {maxLength: 7}
  )
  .map((it) => it.join(''))
const texts = fc.oneof(fc.constant(''), words, fc.constantFrom('\n', '甲\n乙', '\t', '\u2028', '\u0000', '\r'))

test('after any edits that can be made the copy is what was meant, in the file too', () => {
  let made = 0
  fc.assert(
    fc.property(bodies, fc.array(fc.tuple(fc.nat(), fc.nat(12), texts), {maxLength: 5}), (body, wanted) => {
      const document = readWord(docx({body}))
      const edits: {start: number; end: number; text: string}[] = []
      for (const [at, length, text] of wanted) {
        const start = at % (document.copy.length + 1)
        const edit = {start, end: Math.min(document.copy.length, start + length), text}
        const isApart = edits.every((it) => it.end < edit.start || edit.end < it.start)
        if (isApart && document.toSource(edit)) edits.push(edit)
      }
      edits.sort((a, b) => a.start - b.start)
      for (const edit of edits) {
        made++
        const after = document.edited([edit])
        expect(after.copy).toBe(rewrite(document.copy, [edit]))
      }
      const after = document.edited(edits)
      const again = readWord(after.toBytes())
      expect(after.copy).toBe(rewrite(document.copy, edits))
      expect(again.copy).toBe(after.copy)
      expect(again.model.parts).toEqual(after.model.parts)
      expect(bodyOf(again)).not.toMatch(/<\/w:tbl><\/w:tc>|<w:tc><w:tcPr\/><\/w:tc>/)
      expect(bodyOf(again).match(/<w:drawing\/>|<w:sectPr\/>|<w:bookmark\w+/g)?.length ?? 0).toBeGreaterThanOrEqual(
        bodyOf(document).match(/<w:drawing\/>|<w:sectPr\/>/g)?.length ?? 0
      )
    }),
    {numRuns: 1500}
  )
  expect(made).toBeGreaterThan(500)
}, 120_000)
