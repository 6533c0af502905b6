import fc from 'fast-check'
import {expect, test} from 'vitest'
import {annotate} from '../../../src/formats/word/annotate.ts'
import {readWord} from '../../../src/formats/word/read.ts'
import {escaped} from './build.ts'
import {commentsIn} from './comments.ts'
import {partsOf, wordFile} from './file.ts'

const words = fc.string({unit: fc.constantFrom('林', '岚', '今', '天', '。', 'a', ' ', '𠮷', '&', '　'), maxLength: 6})
const kept = words.map((it) => `<w:t xml:space="preserve">${escaped(it)}</w:t>`)
const bare = words.map((it) => `<w:t>${escaped(it)}</w:t>`)
const raw = words.map((it) => `<w:t xml:space="preserve"><![CDATA[${it}]]></w:t>`)
const inRun = fc.oneof(
  {weight: 6, arbitrary: kept},
  {weight: 4, arbitrary: bare},
  raw,
  fc.constantFrom('<w:tab/>', '<w:br/>', '<w:t/>')
)
const look = fc.constantFrom('', '<w:rPr><w:b/></w:rPr>')
const run = fc
  .tuple(look, fc.array(inRun, {maxLength: 4}))
  .map(([properties, pieces]) => `<w:r>${properties}${pieces.join('')}</w:r>`)
const runs = fc.array(run, {maxLength: 3}).map((it) => it.join(''))
const char = (kind: string): string => `<w:fldChar w:fldCharType="${kind}"/>`
const one = fc.constantFrom('甲', '乙').map((it) => `<w:r><w:t>${it}</w:t></w:r>`)
const inline = fc.oneof(
  {weight: 8, arbitrary: run},
  runs.map((it) => `<w:hyperlink w:anchor="x">${it}</w:hyperlink>`),
  runs.map((it) => `<w:ins w:id="1">${it}</w:ins>`),
  runs.map((it) => `<w:ins w:id="2"><w:hyperlink w:anchor="x">${it}</w:hyperlink></w:ins>`),
  runs.map((it) => `<w:smartTag w:element="x"><w:smartTagPr/>${it}</w:smartTag>`),
  runs.map((it) => `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${it}</w:sdtContent></w:sdt>`),
  runs.map((it) => `<w:fldSimple w:instr="REF x">${it}</w:fldSimple>`),
  runs.map(
    (it) =>
      `<w:r>${char('begin')}<w:instrText>REF x</w:instrText>${char('separate')}</w:r>${it}<w:r>${char('end')}</w:r>`
  ),
  one.map((it) => `<w:r><w:ruby><w:rt>${it}</w:rt><w:rubyBase>${it}</w:rubyBase></w:ruby></w:r>`),
  one.map(
    (it) =>
      `<mc:AlternateContent><mc:Choice Requires="wps">${it}</mc:Choice><mc:Fallback>${it}</mc:Fallback></mc:AlternateContent>`
  ),
  one.map((it) => `<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>${it}</w:sdtContent></w:sdt>`),
  fc.constantFrom(
    '<w:del w:id="3"><w:r><w:delText>删</w:delText></w:r></w:del>',
    '<w:bookmarkStart w:id="5" w:name="x"/><w:bookmarkEnd w:id="5"/>',
    '<w:proofErr w:type="spellStart"/>'
  )
)
const paragraph = fc
  .tuple(fc.constantFrom('', '<w:pPr><w:jc w:val="left"/></w:pPr>'), fc.array(inline, {maxLength: 5}))
  .map(([properties, content]) => `<w:p>${properties}${content.join('')}</w:p>`)
const block = fc.oneof(
  {weight: 4, arbitrary: paragraph},
  paragraph.map((it) => `<w:tbl><w:tr><w:tc>${it}</w:tc><w:tc>${it}</w:tc></w:tr></w:tbl>`),
  fc.constant('<w:p/>')
)
const body = fc
  .array(block, {minLength: 1, maxLength: 4})
  // one bookmark of a name in a document
  .map((blocks) => blocks.join('').replace(/<w:bookmarkStart[^>]*\/><w:bookmarkEnd[^>]*\/>/g, ''))
const stretches = fc.array(fc.tuple(fc.nat(60), fc.nat(12), fc.nat(60)), {minLength: 1, maxLength: 6})

test('whatever the file and the stretches: each comment stands at its words, and nothing else changes', () => {
  fc.assert(
    fc.property(body, stretches, (xml, wanted) => {
      const bytes = wordFile(xml)
      const {copy} = readWord(bytes)
      const spans = wanted.map(([from, length, other]) => {
        const start = whole(copy, Math.min(from, copy.length))
        const to = whole(copy, Math.min(other, copy.length))
        return {start, end: whole(copy, Math.min(start + length, copy.length)), to: {start: to, end: to}}
      })
      const comments = spans.map(({start, end, to}, i) => ({
        at: {start, end},
        text: () => [[{text: `${i}`}, {text: '见', to}]]
      }))
      const done = annotate(readWord(bytes), comments)
      expect(done.comments).toBe(comments.length)
      expect(readWord(done.bytes).copy).toBe(copy)

      const seen = new Map(commentsIn(done.bytes).map((it) => [Number.parseInt(it.text[0] ?? '', 10), it.words]))
      for (const [i, {start, end}] of spans.entries()) {
        const expected = copy.slice(start, end).replaceAll('\n', '')
        if (expected !== '') expect(seen.get(i)).toBe(expected)
        else expect([...(seen.get(i) ?? '')].length).toBeLessThan(2)
      }
      const [before, after] = [partsOf(bytes), partsOf(done.bytes)]
      for (const name of ['_rels/.rels', 'word/styles.xml']) expect(after[name]).toBe(before[name])
      expect(partsOf(annotate(readWord(done.bytes), comments).bytes)).toEqual(after)
    }),
    {numRuns: 300}
  )
})

/** Not between the two halves of a character. */
const whole = (copy: string, offset: number): number =>
  /^[\udc00-\udfff]/.test(copy.slice(offset)) ? offset - 1 : offset
