import {describe, expect, test} from 'vitest'
import {rawAt} from '../../../src/formats/word/model.ts'
import {readWord} from '../../../src/formats/word/read.ts'
import {documentXml, docx, escaped, p, r, style, styled, t, table, zip} from './build.ts'

const copyOf = (body: string): string => readWord(docx({body})).copy
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const box = (inner: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
  `<mc:Fallback><w:pict><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`

describe('the words of a document', () => {
  test.each([
    ['a line a paragraph', p('甲') + p('') + p('乙'), '甲\n\n乙\n'],
    ['runs of a paragraph', p(r('松岭') + r('镇', '<w:b/>')), '松岭镇\n'],
    ['references', p(`<w:r><w:t>甲&amp;乙&#x4e19;&lt;</w:t></w:r>`), '甲&乙丙<\n'],
    ['line ends in the XML are blanks', p('<w:r><w:t>甲\r\n乙\n丙</w:t></w:r>'), '甲 乙 丙\n'],
    ['blanks at the ends, where they are kept', p(r(' 甲 ')), ' 甲 \n'],
    ['and where they are not', p(`<w:r><w:t> 甲 </w:t></w:r>${r('乙')}`), '甲乙\n'],
    ['CDATA and comments', p('<w:r><w:t>甲<!-- 一 --><![CDATA[&amp;]]>乙</w:t></w:r>'), '甲&amp;乙\n'],
    [
      'tabs',
      p(`<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r>${t('甲')}<w:tab/>${t('乙')}</w:r>`),
      '甲\t乙\n'
    ],
    ['breaks of lines', p(`<w:r>${t('甲')}<w:br/>${t('乙')}<w:cr/></w:r>`), '甲\u2028乙\u2028\n'],
    ['hyphens', p(`<w:r>${t('甲')}<w:noBreakHyphen/>${t('乙')}<w:softHyphen/>${t('丙')}</w:r>`), '甲-乙丙\n'],
    ['symbols', p('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:sym w:font="X" w:char="2014"/></w:r>'), '□—\n'],
    ['what a field shows, not its code', p(r('见') + field('PAGEREF x', '3') + r('页')), '见3页\n'],
    ['fields in fields', p(field(`IF </w:instrText></w:r>${field('DATE', '今天')}<w:r><w:instrText>`, '甲')), '甲\n'],
    [
      'a field that never ends hides nothing',
      p(`${r('甲')}<w:r><w:fldChar w:fldCharType="begin"/></w:r>${r('乙')}`) + p('丙'),
      '甲乙\n丙\n'
    ],
    ['simple fields', p(`<w:fldSimple w:instr="DATE">${r('今天')}</w:fldSimple>`), '今天\n'],
    ['links', p(`<w:hyperlink r:id="rId9">${r('青溪')}</w:hyperlink>${r('县')}`), '青溪县\n'],
    [
      'content controls',
      `<w:sdt><w:sdtPr/><w:sdtContent>${p(`<w:sdt><w:sdtContent>${r('甲')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
      '甲\n'
    ],
    [
      'not what they ask for',
      p(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('单击此处')}</w:sdtContent></w:sdt>${r('甲')}`),
      '甲\n'
    ],
    ['smart tags', p(`<w:smartTag w:element="City">${r('青溪')}</w:smartTag>`), '青溪\n'],
    [
      'ruby: the base',
      p(`<w:r><w:ruby><w:rubyPr/><w:rt>${r('lán')}</w:rt><w:rubyBase>${r('岚')}</w:rubyBase></w:ruby></w:r>`),
      '岚\n'
    ],
    [
      'tracked changes as accepted',
      p(`${r('甲')}<w:del w:id="1"><w:r><w:delText>乙</w:delText></w:r></w:del><w:ins w:id="2">${r('丙')}</w:ins>`),
      '甲丙\n'
    ],
    [
      'words that were moved',
      p(`<w:moveFrom w:id="1">${r('甲')}</w:moveFrom>${r('乙')}<w:moveTo w:id="2">${r('甲')}</w:moveTo>`),
      '乙甲\n'
    ],
    ['a deleted mark joins two paragraphs', p('甲', '<w:rPr><w:del w:id="1"/></w:rPr>') + p('乙'), '甲乙\n'],
    [
      'a paragraph deleted with its mark is not there',
      p('甲') +
        p(
          `<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>乙</w:delText></w:r></w:del>`
        ) +
        p('丙'),
      '甲\n丙\n'
    ],
    ['a deleted row', table([p('甲')]).replace('<w:tr>', '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>') + p('乙'), '乙\n'],
    ['hidden words', p(r('甲') + r('乙', '<w:vanish/>') + r('丙', '<w:vanish w:val="0"/>')), '甲丙\n'],
    ['numbers of lists are no words', p('甲', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), '甲\n'],
    [
      'tables, cell by cell, and tables in them',
      p('前') + table([p('甲'), p('乙')], [table([p('丙')]) + p(''), p('丁')]) + p('后'),
      '前\n甲\n乙\n丙\n\n丁\n后\n'
    ],
    [
      'text boxes once, behind their paragraph',
      p(r('甲') + box(p('框里') + p('又')) + r('乙')) + p('丙'),
      '甲乙\n框里\n又\n丙\n'
    ],
    ['formulas', p(`<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>${r('吨')}`), 'x吨\n'],
    ['words without a run', '<w:p><w:t>甲</w:t></w:p>', '甲\n'],
    ['nothing', '', '']
  ])('%s', (_, body, copy) => {
    expect(copyOf(body)).toBe(copy)
  })

  test('hidden by a style', () => {
    const styles = `${style('a', 'a', '<w:rPr><w:vanish/></w:rPr>')}${style('b', 'b', '<w:basedOn w:val="a"/>')}`
    expect(readWord(docx({body: styled('b', '甲') + p('乙'), styles})).copy).toBe('\n乙\n')
  })

  test('notes at the end, in the order of the words that refer to them; deleted ones are not there', () => {
    const to = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const note = (id: number, words: string) => `<w:footnote w:id="${id}">${p(words)}</w:footnote>`
    const document = readWord(
      docx({
        body:
          p(r('甲') + to(3)) +
          p(`${r('乙')}<w:r><w:endnoteReference w:id="2"/></w:r>${to(2)}<w:del w:id="9">${to(4)}</w:del>`),
        footnotes: `<w:footnote w:type="separator" w:id="-1">${p('——')}</w:footnote>${note(2, '注二')}${note(3, '注三')}${note(4, '删了')}`,
        endnotes: `<w:endnote w:id="2">${p('尾注')}</w:endnote>`
      })
    )
    expect(document.copy).toBe('甲\n乙\n注三\n注二\n尾注\n')
    expect(document.outline?.lines.slice(2).map(({role}) => role)).toEqual(['note', 'note', 'note'])
  })

  test('other prefixes, none, and the names of the standard (strict)', () => {
    const xml = documentXml(p('甲'))
    const strict = xml.replace(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main'
    )
    const other = xml.replaceAll('w:', 'x:').replace('xmlns:w=', 'xmlns:x=')
    const none = xml.replaceAll('xmlns:w=', 'xmlns=').replaceAll('<w:', '<').replaceAll('</w:', '</')
    for (const main of [strict, other, none]) {
      expect(readWord(docx({body: '', parts: {'word/document.xml': main}})).copy).toBe('甲\n')
    }
  })

  test('parts in UTF-16, with a byte order mark, elsewhere than usual', () => {
    const xml = documentXml(p('甲')).replace('UTF-8', 'UTF-16')
    const wide = new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'))
    const rels = '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/word/copy.xml"/></Relationships>'
    expect(readWord(zip({'_rels/.rels': rels, 'word/copy.xml': wide})).copy).toBe('甲\n')
  })
})

test('every character knows where it is in the XML', () => {
  const body = p(`${r('松岭&<镇')}<w:r><w:tab/><w:t> 甲&#x1F600; </w:t></w:r>`) + table([p('乙')])
  const {copy, model} = readWord(docx({body}))
  const pieces = model.lines.flatMap((it) => it.pieces)
  expect(pieces.map(({start, end}) => copy.slice(start, end)).join('')).toBe(copy.replaceAll('\n', ''))
  for (const piece of pieces) {
    const xml = model.parts.get(piece.part) ?? ''
    expect(xml.slice(piece.paragraph.start)).toMatch(/^<w:p>/)
    expect(xml.slice(piece.run.start, piece.run.end)).toMatch(/^<w:r>.*<\/w:r>$/)
    const raw = (from: number, to: number) => xml.slice(rawAt(piece, from), rawAt(piece, to))
    if (piece.kind === 'element') expect(raw(piece.start, piece.end)).toBe('<w:tab/>')
    else
      for (let at = piece.start; at < piece.end; at++) {
        const char = copy[at] as string
        if (/[\ud800-\udfff]/.test(char)) continue
        expect(raw(at, at + 1)).toBe(escaped(char))
      }
  }
})

describe('styles', () => {
  const styles = [
    style('1', 'heading 1'),
    style('2', '标题 2'),
    style('mine', '本报大标', '<w:basedOn w:val="1"/>'),
    style('lvl', '栏目', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
    style('a3', 'Title'),
    style('a4', '副标题'),
    style('k', '引题'),
    style('h', '主标题'),
    style('s', '小标题'),
    style('own', '青溪日报 引题 2'),
    style('theme', '主题词'),
    style('c', 'caption'),
    style('z', '作者'),
    style('loop', 'loop', '<w:basedOn w:val="pool"/>'),
    style('pool', 'pool', '<w:basedOn w:val="loop"/>'),
    style('TOC1', 'toc 1')
  ].join('')
  test.each([
    ['1', {level: 1}],
    ['2', {level: 2}],
    ['mine', {level: 1}],
    ['lvl', {level: 3}],
    ['a3', {level: 1}],
    ['a4', {level: 2, role: 'deck'}],
    ['k', {level: 2, role: 'kicker'}],
    ['h', {level: 1, role: 'headline'}],
    ['s', {level: 3, role: 'subhead'}],
    ['own', {level: 2, role: 'kicker'}],
    ['theme', {}],
    ['c', {role: 'caption'}],
    ['z', {role: 'byline'}],
    ['TOC1', {role: 'furniture'}],
    ['loop', {}],
    ['Heading1', {level: 1}],
    ['none', {}]
  ])('%s', (id, told) => {
    const {outline} = readWord(docx({body: styled(id, '松岭镇修桥'), styles}))
    expect(outline?.lines).toEqual([{start: 0, whole: true, ...told}])
    expect(outline?.marks).toBe(!('level' in told))
  })

  test('a paragraph says its level itself; a long sentence is no head', () => {
    const long = '镇里请来的石匠邱三水说，桥面的石板要一块一块起下来编号，修好以后照原样铺回去，一块也不能少。'
    const {outline} = readWord(docx({body: p('甲', '<w:outlineLvl w:val="0"/>') + styled('1', long), styles}))
    expect(outline?.lines.map(({level}) => level)).toEqual([1, undefined])
  })

  test('lines that Shift+Enter breaks are paragraphs, all in the role of theirs; a head stays one', () => {
    const broken = `<w:r>${t('松岭镇')}<w:br/>${t('修桥')}</w:r>`
    const body = p(broken, '<w:pStyle w:val="1"/>') + p(broken) + p(broken, '<w:pStyle w:val="c"/>')
    const {outline} = readWord(docx({body, styles}))
    expect(outline?.lines).toEqual([
      {start: 0, whole: true, level: 1},
      {start: 7, whole: true},
      {start: 11, whole: true},
      {start: 14, whole: true, role: 'caption'},
      {start: 18, whole: true, role: 'caption'}
    ])
  })

  test('headings are below the title', () => {
    const {outline} = readWord(docx({body: styled('a3', '甲') + styled('1', '乙'), styles}))
    expect(outline?.lines.map(({level}) => level)).toEqual([1, 2])
  })

  test('what is no sentence in a table or a box is a note; a page laid out in a table is none', () => {
    const long = '本报讯 松岭镇的老石桥昨天开始修缮，镇里请来的石匠邱三水说，桥面的石板要一块一块起下来编号。'
    const roles = (body: string) => readWord(docx({body})).outline?.lines.map(({role}) => role)
    expect(roles(table([p('题目'), p('松岭镇修桥')]))).toEqual(['note', 'note'])
    expect(roles(table([p('松岭镇修桥')], [p(long)]))).toEqual([undefined, undefined])
    expect(roles(table([p('松岭镇修桥') + p(long), p('版面')]))).toEqual([undefined, undefined, 'note'])
    expect(roles(p(r(long) + box(p('图表'))))).toEqual([undefined, 'note'])
  })
})
