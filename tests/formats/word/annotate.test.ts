import {describe, expect, test} from 'vitest'
import {annotate} from '../../../src/formats/word/annotate.ts'
import {readWord} from '../../../src/formats/word/read.ts'
import {commentsIn} from './comments.ts'
import {partsOf, r, w, wordFile} from './file.ts'

/** A paragraph of runs, and of words. */
const p = (...content: readonly string[]): string =>
  `<w:p>${content.map((it) => (it.startsWith('<') ? it : r(it))).join('')}</w:p>`

/** Comments on words of a file, by the words: each says them. */
function annotated(bytes: Uint8Array, words: readonly string[], to?: string): Uint8Array {
  const document = readWord(bytes)
  const find = (it: string) => {
    const start = document.copy.indexOf(it)
    expect(start, it).toBeGreaterThanOrEqual(0)
    return {start, end: start + it.length}
  }
  const done = annotate(
    document,
    words.map((it) => ({
      at: find(it),
      text: (away) => [[{text: `${away ?? ''}关于${it}`}, ...(to === undefined ? [] : [{text: '见', to: find(to)}])]]
    }))
  )
  expect(done.comments).toBe(words.length)
  return done.bytes
}

/** The words that each comment stands at. */
const at = (bytes: Uint8Array): string[] => commentsIn(bytes).map(({words}) => words)
const bodyOf = (bytes: Uint8Array): string =>
  /<w:body>([\s\S]*)<w:sectPr>/.exec(partsOf(bytes)['word/document.xml'] ?? '')?.[1] ?? ''

const sign = (id: number): string =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`

describe('a comment stands at its words', () => {
  test('in the middle of a run, which is cut with its look', () => {
    const done = annotated(wordFile(p(r('林岚今天到松岭镇调研。', '<w:b/>'))), ['松岭镇'])
    expect(bodyOf(done)).toBe(
      `<w:p>${r('林岚今天到', '<w:b/>')}<w:commentRangeStart w:id="0"/>${r('松岭镇', '<w:b/>')}${sign(0)}${r('调研。', '<w:b/>')}</w:p>`
    )
    expect(at(done)).toEqual(['松岭镇'])
  })

  test('a whole run is not cut', () => {
    const done = annotated(wordFile(p('林岚今天到', '松岭镇', '调研。')), ['松岭镇'])
    expect(bodyOf(done)).toBe(
      `<w:p>${r('林岚今天到')}<w:commentRangeStart w:id="0"/>${r('松岭镇')}${sign(0)}${r('调研。')}</w:p>`
    )
  })

  test.each([
    ['several runs', p('林岚今', r('天到松', '<w:b/>'), '岭镇调研。'), '今天到松岭'],
    [
      'a tab and a break',
      p('<w:r><w:t>林岚</w:t><w:tab/><w:t>今天</w:t><w:br/><w:t>调研</w:t></w:r>'),
      '岚\t今天\u2028调'
    ],
    ['a tab alone', p('<w:r><w:t>林岚</w:t><w:tab/><w:t>今天</w:t></w:r>'), '\t'],
    ['references', p('<w:r><w:t>林岚&amp;&#x4F55;苗今天调研</w:t></w:r>'), '&何苗'],
    ['characters of two units', p('林岚𠮷今天'), '𠮷'],
    ['CDATA', p('<w:r><w:t><![CDATA[林岚<今天>调研]]></w:t></w:r>'), '今天'],
    ['a comment of XML', p('<w:r><w:t>林岚<!-- -->今天调研</w:t></w:r>'), '岚今'],
    ['part of a link', p('<w:hyperlink w:anchor="x"><w:r><w:t>林岚今天</w:t></w:r></w:hyperlink>', '调研。'), '今天调'],
    ['a tracked insertion', p('林岚', `<w:ins w:id="1">${r('今天')}</w:ins>`, '调研。'), '岚今'],
    [
      'words around a deletion',
      p('林岚', '<w:del w:id="1"><w:r><w:delText>昨</w:delText></w:r></w:del>', '今天'),
      '岚今'
    ],
    [
      'a content control',
      p(`<w:sdt><w:sdtPr/><w:sdtContent>${r('林岚今天')}</w:sdtContent></w:sdt>`, '调研。'),
      '今天调'
    ],
    ['a smart tag', p(`<w:smartTag w:element="x">${r('林岚今天')}</w:smartTag>`, '调研。'), '岚今'],
    [
      'a field',
      p(
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>林岚今天</w:t><w:fldChar w:fldCharType="end"/></w:r>',
        '调研。'
      ),
      '今天调'
    ],
    [
      'ruby',
      p(
        '林',
        '<w:r><w:ruby><w:rt><w:r><w:t>lán</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>岚</w:t></w:r></w:rubyBase></w:ruby></w:r>',
        '今天'
      ),
      '岚今'
    ],
    [
      'words that stand twice',
      p(
        '林岚',
        `<mc:AlternateContent><mc:Choice Requires="wps">${r('今天')}</mc:Choice><mc:Fallback>${r('今天')}</mc:Fallback></mc:AlternateContent>`,
        '调研'
      ),
      '岚今天调'
    ],
    ['several paragraphs', `${p('林岚今天到松岭镇。')}<w:p/>${p('何苗陪同。')}`, '松岭镇。\n\n何苗'],
    ['several cells', `<w:tbl><w:tr><w:tc>${p('林岚')}</w:tc><w:tc>${p('何苗')}</w:tc></w:tr></w:tbl>`, '岚\n何']
  ])('%s', (_, body, words) => {
    const bytes = wordFile(body)
    const done = annotated(bytes, [words])
    expect(at(done)).toEqual([words.replaceAll('\n', '')])
    expect(readWord(done).copy).toBe(readWord(bytes).copy)
  })

  test('several at one place, within one another and overlapping', () => {
    const words = ['林岚今天', '林岚', '今天到', '天', '今天到', '到松岭镇调研。']
    const done = annotated(wordFile(p('林岚今天到松岭镇调研。')), words)
    expect(at(done).toSorted()).toEqual(words.toSorted())
  })

  test('around what a link or an insertion holds, whole', () => {
    const link = `<w:hyperlink w:anchor="x">${r('今天')}</w:hyperlink>`
    expect(bodyOf(annotated(wordFile(p('林岚', link)), ['今天']))).toBe(
      `<w:p>${r('林岚')}<w:commentRangeStart w:id="0"/>${link}${sign(0)}</w:p>`
    )
  })

  test('blanks that Word does not show stay unshown, and those that it shows are kept', () => {
    const bytes = wordFile(p('<w:r><w:t> Mount Qing rises </w:t></w:r>', '<w:r><w:t>here</w:t></w:r>'))
    const done = annotated(bytes, ['Mount ', 'Qing'])
    expect(at(done)).toEqual(['Mount ', 'Qing'])
    expect(readWord(done).copy).toBe(readWord(bytes).copy)
    expect(readWord(done).copy).toBe('Mount Qing riseshere\n')
  })

  test('a tracked change of the look has an id of its own in each half', () => {
    const done = annotated(wordFile(p(r('林岚今天', '<w:b/><w:rPrChange w:id="7"><w:rPr/></w:rPrChange>'))), ['岚今'])
    const ids = [...bodyOf(done).matchAll(/<w:rPrChange w:id="(\d+)"/g)].map(([, id]) => id)
    expect(ids).toEqual(['7', '8', '9'])
  })
})

describe('where there are no words to stand at', () => {
  const stretch = (body: string, start: number, end = start) => {
    const document = readWord(wordFile(body))
    return annotate(document, [{at: {start, end}, text: () => [[{text: '缺'}]]}])
  }

  test.each([
    ['a missing stop: the character before it', p('林岚今天到松岭镇'), 8, '镇'],
    ['at the start of a paragraph: the character behind it', `${p('林岚')}${p('何苗')}`, 3, '何'],
    ['within a run', p('林岚今天'), 2, '岚'],
    ['an end of a character of two units', p('林𠮷'), 3, '𠮷'],
    ['an empty paragraph', `${p('林岚')}<w:p/>${p('何苗')}`, 3, ''],
    ['an empty paragraph with properties', `${p('林岚')}<w:p><w:pPr><w:jc w:val="left"/></w:pPr></w:p>`, 3, ''],
    ['an empty paragraph of two tags', `${p('林岚')}<w:p></w:p>`, 3, '']
  ])('%s', (_, body, start, words) => {
    const {bytes, comments} = stretch(body, start)
    expect(comments).toBe(1)
    expect(at(bytes)).toEqual([words])
    expect(readWord(bytes).copy).toBe(readWord(wordFile(body)).copy)
  })

  test('a file without a paragraph gets none', () => {
    expect(stretch('', 0).comments).toBe(0)
  })
})

describe('words in text boxes and notes', () => {
  const box = `<w:r><w:pict><v:textbox><w:txbxContent>${p('青溪县讯')}</w:txbxContent></v:textbox></w:pict></w:r>`
  const notes = `<w:footnotes xmlns:w="${w}"><w:footnote w:id="2">${p('青溪县志')}</w:footnote></w:footnotes>`
  const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'

  test('a comment stands at the box, and says so', () => {
    const done = annotated(wordFile(p('林岚', box, '何苗')), ['县讯'])
    expect(bodyOf(done)).toContain(`<w:commentRangeStart w:id="0"/>${box}${sign(0)}`)
    expect(commentsIn(done)[0]?.text).toEqual(['box关于县讯'])
  })

  test('at the sign of the note, and says so', () => {
    const done = annotated(wordFile(p('林岚', reference, '何苗'), {footnotes: notes}), ['县志'])
    expect(bodyOf(done)).toContain(`<w:commentRangeStart w:id="0"/>${reference}${sign(0)}`)
    expect(commentsIn(done)[0]?.text).toEqual(['note关于县志'])
    expect(partsOf(done)['word/footnotes.xml']).toContain('青溪县志')
  })

  test('from the words of a paragraph into its box: both, whole', () => {
    const document = readWord(wordFile(p('林岚', box, '何苗')))
    const {bytes} = annotate(document, [{at: {start: 3, end: 7}, text: () => [[{text: '长'}]]}])
    expect(bodyOf(bytes)).toContain(`<w:commentRangeStart w:id="0"/>${box}`)
    expect(at(bytes)).toEqual(['何苗'])
  })
})

describe('the other end', () => {
  test('a comment leads to it by a bookmark that Word does not list', () => {
    const done = annotated(wordFile(`${p('林岚今天')}${p('何苗昨天')}`), ['今天', '林岚'], '昨天')
    const parts = partsOf(done)
    expect(parts['word/comments.xml']?.match(/<w:hyperlink w:anchor="_copylint1">/g)).toHaveLength(2)
    expect(bodyOf(done)).toContain(
      `<w:bookmarkStart w:id="1" w:name="_copylint1"/>${r('昨天')}<w:bookmarkEnd w:id="1"/>`
    )
  })
})

describe('the rest of the file', () => {
  test('stays as it is, byte for byte', () => {
    const settings = `<w:settings xmlns:w="${w}"><w:zoom w:percent="120"/></w:settings>`
    const before = wordFile(p('林岚今天'), {settings})
    const parts = partsOf(before)
    const after = partsOf(annotated(before, ['今天']))
    expect(
      Object.keys(after)
        .filter((name) => after[name] !== parts[name])
        .toSorted()
    ).toEqual(['[Content_Types].xml', 'word/_rels/document.xml.rels', 'word/comments.xml', 'word/document.xml'])
    for (const name of ['[Content_Types].xml', 'word/_rels/document.xml.rels']) {
      expect(after[name]?.replace(/<(?:Override|Relationship) [^>]*comments[^>]*>/, '')).toBe(parts[name])
    }
  })

  test('without comments to make it is the same file', () => {
    const bytes = wordFile(p('林岚今天'))
    expect(annotate(readWord(bytes), [])).toEqual({bytes, comments: 0})
  })

  test('the same comments make the same bytes', () => {
    const bytes = wordFile(p('林岚今天'))
    expect(annotated(bytes, ['今天'])).toEqual(annotated(bytes, ['今天']))
  })

  test('any words may stand in a comment', () => {
    const document = readWord(wordFile(p('林岚今天')))
    const text = '<b>&amp;]]>\u0000\u202e\ud800"\n'
    const {bytes} = annotate(document, [{at: {start: 0, end: 2}, text: () => [[{text}]]}])
    expect(commentsIn(bytes)[0]?.text).toEqual(['<b>&amp;]]>\ufffd\u202e\ufffd" '])
  })

  test('elements of Word without a prefix', () => {
    const xml = `<document xmlns="${w}"><body><p><r><t>林岚今天</t></r></p></body></document>`
    const bytes = wordFile('', {}, xml)
    const at = {start: 1, end: 3}
    const done = annotate(readWord(bytes), [{at, text: () => [[{text: '查'}]]}])
    expect(commentsIn(done.bytes).map(({words}) => words)).toEqual(['岚今'])
  })
})
