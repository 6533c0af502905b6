import {describe, expect, test} from 'vitest'
import {readWord} from '../../../src/formats/word/read.ts'
import {docx, p, r, style, styled, table} from './build.ts'
import {converted, hasOffice} from './office.ts'

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replaceAll('\r\n', '\n')
const word = 'docx:MS Word 2007 XML'

const lines = [
  '海棠镇修缮老石桥',
  '本报讯 海棠镇的老石桥昨天开始修缮，预计三个月后完工。',
  '镇里请来的石匠邱三水说，桥面的石板要一块一块起下来编号。',
  '甲 & 乙 < 丙',
  '施工期间行人请走下游的便桥。'
]

describe.skipIf(!hasOffice)('LibreOffice', () => {
  test('its Word file of a text says what the text says', () => {
    const {copy} = readWord(converted('page.txt', `\ufeff${lines.join('\n')}\n`, word, '.docx'))
    expect(copy.trimEnd().split('\n')).toEqual(lines)
  }, 180_000)

  test('its Word file of a web page has the heads, cells and notes', () => {
    const html = `<html><meta charset="utf-8"><body><h1>${lines[0]}</h1><p>${lines[1]}</p><h2>编号</h2><p>${lines[2]}<br><b>下</b>游</p>
      <table><tr><td>项目</td><td>工期</td></tr></table><p>${lines[4]}</p></body></html>`
    const odt = converted('page.html', html, 'odt:writer8', '.odt')
    for (const [name, content] of [
      ['page.html', html],
      ['page.odt', odt]
    ] as const) {
      const {copy, outline} = readWord(converted(name, content, word, '.docx'))
      const said = copy.split('\n').filter((it) => it !== '')
      expect(said).toEqual([lines[0], lines[1], '编号', `${lines[2]}\u2028下游`, '项目', '工期', lines[4]])
      const given = outline?.lines.filter((it) => it.level !== undefined || it.role === 'note')
      expect(given?.map(({start, level}) => [copy.slice(start).split('\n')[0], level])).toEqual([
        [lines[0], 1],
        ['编号', 2],
        ['项目', undefined],
        ['工期', undefined]
      ])
    }
  }, 180_000)

  test('its Word file of a document with a note, a text box and tracked changes', () => {
    const {copy, outline, model} = readWord(converted('page.fodt', flat, word, '.docx'))
    const said = copy
      .split('\n')
      .map((it) => it.trim())
      .filter((it) => it !== '')
    expect(said).toEqual([
      '海棠镇修缮老石桥',
      '本报讯 老石桥昨天开始修缮。',
      '图为石匠',
      '石板要编号。',
      '见《海棠镇志》'
    ])
    const lineOf = (words: string) => outline?.lines.find(({start}) => copy.startsWith(words, start))
    expect(lineOf('海棠镇')).toMatchObject({level: 1})
    expect(lineOf('\t见《')).toMatchObject({role: 'note'})
    // the box stands in the file twice
    expect(
      model.lines
        .flatMap(({pieces}) => pieces)
        .filter(({fixed}) => fixed)
        .map(({start, end}) => copy.slice(start, end))
    ).toEqual(['图为石匠'])
  }, 180_000)

  test('it reads a mended file, and says what we say', () => {
    const document = readWord(
      docx({
        body:
          styled('1', '海棠镇修桥') +
          p(r('本报讯 海棠镇的', '<w:b/>') + r('老石桥昨天开始修缮。')) +
          p('石匠邱三水说，石板要编号。') +
          p('石匠邱三水说，石板要编号。') +
          p('施工期间行人请走') +
          p(r('下游的便桥。', '<w:i/>')) +
          table([p('甲'), p('乙')]) +
          p('完'),
        styles: style('1', 'heading 1')
      })
    )
    const again = document.copy.lastIndexOf('石匠')
    const broken = document.copy.indexOf('下游') - 1
    const edits = [
      {start: document.copy.indexOf('老石桥'), end: document.copy.indexOf('昨天'), text: '老 & 石桥 '},
      {start: again - 1, end: document.copy.indexOf('\n', again), text: ''},
      {start: broken, end: broken + 1, text: ''},
      {start: document.copy.indexOf('乙'), end: document.copy.indexOf('乙') + 1, text: '丙'}
    ]
    expect(edits.every((it) => document.toSource(it))).toBe(true)
    const after = document.edited(edits)
    expect(after.copy).toBe(
      '海棠镇修桥\n本报讯 海棠镇的老 & 石桥 昨天开始修缮。\n石匠邱三水说，石板要编号。\n施工期间行人请走下游的便桥。\n甲\n丙\n完\n'
    )
    const seen = text(converted('page.docx', after.toBytes(), 'txt:Text (encoded):UTF8', '.txt'))
    expect(seen.replace(/^\ufeff/, '').split(/[\n\t]/)).toEqual(after.copy.split('\n'))
  }, 180_000)
})

/** A document as LibreOffice writes it in one file of XML. */
const flat = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion><office:change-info><dc:creator>林岚</dc:creator><dc:date>2026-01-02T00:00:00</dc:date></office:change-info><text:p>新桥和</text:p></text:deletion></text:changed-region>
<text:changed-region text:id="ct2"><text:insertion><office:change-info><dc:creator>林岚</dc:creator><dc:date>2026-01-02T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">海棠镇修缮老石桥</text:h>
<text:p>本报讯 <text:change text:change-id="ct1"/>老石桥<text:change-start text:change-id="ct2"/>昨天<text:change-end text:change-id="ct2"/>开始修缮。<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>见《海棠镇志》</text:p></text:note-body></text:note><draw:frame text:anchor-type="as-char" svg:width="5cm" svg:height="2cm"><draw:text-box><text:p>图为石匠</text:p></draw:text-box></draw:frame></text:p>
<text:p>石板要编号。</text:p></office:text></office:body></office:document>`
