import {describe, expect, test} from 'vitest'
import {isRefusal} from '../../src/formats/format.ts'
import {readHtml} from '../../src/formats/html/read.ts'

describe('the copy of HTML', () => {
  test.each([
    ['a block a paragraph', '<p>新桥通车。</p><p>林岚到场。', '新桥通车。\n\n林岚到场。'],
    ['a line end where br is', '<p>新桥<br>通车</p>', '新桥\n通车'],
    ['two br part paragraphs', '新桥通车。<br><br />\n林岚到场。', '新桥通车。\n\n林岚到场。'],
    ['blanks as a browser shows them', '<p>\n  新桥\n  通车 了  on\ntime\n</p>', '新桥通车 了 on time'],
    ['blanks that are copy', '<p>&emsp;&emsp;新桥&nbsp;通车</p>', '\u2003\u2003新桥\u00a0通车'],
    ['entities decoded, those without ; too', '<p>&ldquo;A&amp;B&quot;&nbsp甲&#x4e00;&lt;p></p>', '“A&B"\u00a0甲一<p>'],
    ['words of inline elements are words', '<p>新<b>桥<i>通</i></b>车<a href="的">了</a></p>', '新桥通车了'],
    ['what stands between words keeps them apart', '<p>新的<img alt="的"><code>x</code>的桥</p>', '新的\ufffc的桥'],
    ['and shows nowhere else', '<p><img>新桥<img></p><p><img></p>', '新桥'],
    [
      'no scripts, styles, forms, code',
      '<style>p{}</style><script>"<p>甲"</script><p>新桥<textarea>乙</textarea></p><pre>丙</pre><select><option>丁</select>',
      '新桥'
    ],
    [
      'no head of the page',
      '<!doctype html><html><head><title>题</title></head><body><p>新桥</p></body></html>',
      '新桥'
    ],
    [
      'nothing hidden',
      '<p hidden>甲</p><div style="color: red; display:none">乙</div><dialog>丙</dialog><template>丁</template><p>新桥</p>',
      '新桥'
    ],
    [
      'what was struck out is out, what was put in is in',
      '<p>新桥<del>今</del><s>日</s><ins>昨</ins>天通车</p>',
      '新桥昨天通车'
    ],
    [
      'no marks of notes, but powers',
      '<p>新桥<sup>[1]</sup>长<sup><a href="#2">2</a></sup>宽<sup>3</sup>，500m<sup>2</sup></p>',
      '新桥长宽，500m2'
    ],
    ['words, not how they are said', '<p><ruby>桥<rp>(</rp><rt>qiáo</rt><rp>)</rp></ruby>头</p>', '桥头'],
    ['no menus', '<nav>首页</nav><div role="navigation">新闻</div><p>新桥</p>', '新桥'],
    [
      'nothing around what says that it is the copy',
      '<header><h1>青溪报</h1></header><article><header><h1>新桥</h1></header><p>通车</p><footer>林岚</footer></article><aside>热点</aside><footer>地址</footer>',
      '新桥\n\n通车\n\n林岚'
    ],
    [
      'all, where nothing says so',
      '<header><h1>新桥</h1></header><p>通车</p><footer>林岚</footer>',
      '新桥\n\n通车\n\n林岚'
    ],
    ['a head of two lines is one', '<h1>新桥<br>通车</h1>', '新桥 通车'],
    ['cells are lines', '<table><tr><td>新桥</td><td>3米</td></tr></table>', '新桥\n\n3米'],
    ['broken HTML as browsers mend it', '<b>新<p>桥</b>通</p></div>车<p>了', '新\n\n桥通\n\n车\n\n了'],
    ['line ends of Windows', '<p>新桥</p>\r\n<p>on\r\ntime</p>', '新桥\n\non time'],
    [
      'XHTML, whose empty elements are empty',
      '<?xml version="1.0"?><html><head><script src="x"/><title/></head><body><p>新<a id="x"/>桥</p></body></html>',
      '新桥'
    ],
    ['nothing', '', '']
  ])('%s', (_, html, copy) => {
    expect(readHtml(html).copy).toBe(copy)
  })

  test('what the elements say of lines', () => {
    const {copy, outline} = readHtml(
      '<h2>新桥</h2><figure><figcaption>桥头。</figcaption></figure><ul><li>一项</ul><table><tr><td>甲<td>3<tr><td>乙<td>通车了。</table>'
    )
    const said = outline?.lines.map(({start, ...it}) => [copy.slice(start).split('\n')[0], it])
    expect(said).toEqual([
      ['新桥', {level: 2, whole: true}],
      ['桥头。', {role: 'caption', whole: true}],
      ['一项', {role: 'body', whole: true}],
      ['甲', {role: 'note', whole: true}],
      ['3', {role: 'note', whole: true}],
      ['乙', {role: 'note', whole: true}],
      ['通车了。', {whole: true}]
    ])
  })

  test('text that stands between the rows of a table is shown before it, and has its place', () => {
    const html = '<table><tr><td>甲</td></tr>新桥<tr><td>乙</td></tr></table>'
    const {copy, locate, toSource} = readHtml(html)
    expect(copy).toBe('新桥\n\n甲\n\n乙')
    const {start, end} = locate({start: 0, end: 2})
    expect(html.slice(start, end)).toBe('新桥')
    expect(toSource({start: 4, end: 5, text: '丙'})).toBeUndefined()
  })

  test('comments that accept findings, and the line below', () => {
    const html =
      '<p>甲<!-- 注 --></p>\n<!-- copylint-disable-next-line doubled-phrase -- 原话 -->\n<p>新桥</p><!--copylint-x-->'
    const {copy, directives = []} = readHtml(html)
    expect(
      directives.map(({at, text, covers}) => [html.slice(at.start, at.end), text, copy.slice(covers.start, covers.end)])
    ).toEqual([
      [
        '<!-- copylint-disable-next-line doubled-phrase -- 原话 -->',
        'copylint-disable-next-line doubled-phrase -- 原话',
        '新桥'
      ],
      ['<!--copylint-x-->', 'copylint-x', '']
    ])
  })
})

/** Puts `text` in the place of ⟦…⟧ in the copy; gives the file, or nothing where that is left to a hand. */
function mended(html: string, marked: string, text: string): string | undefined {
  const document = readHtml(html)
  const start = marked.indexOf('⟦')
  const end = marked.indexOf('⟧') - 1
  expect(document.copy).toBe(marked.replace(/[⟦⟧]/g, ''))
  const edit = {start, end, text}
  return document.toSource(edit) && document.edited([edit]).source
}

test.each([
  ['words', '<p>新桥<i>今</i>天</p>', '新⟦桥⟧今天', '路', '<p>新路<i>今</i>天</p>'],
  ['words that would be markup', '<p>新桥</p>', '新⟦⟧桥', '<b>&', '<p>新&lt;b>&amp;桥</p>'],
  ['an entity', '<p>新&amp;桥</p>', '新⟦&⟧桥', '', '<p>新桥</p>'],
  ['the element that holds nothing else', '<p>的<b>的</b>桥</p>', '的⟦的⟧桥', '', '<p>的桥</p>'],
  ['words across an element’s edge', '<p>新<b>桥通</b>车</p>', '新桥⟦通车⟧', '', '<p>新<b>桥</b></p>'],
  ['a paragraph', '<p>甲</p>\n<p class="x">乙</p>\n<p>丙</p>', '甲⟦\n\n乙⟧\n\n丙', '', '<p>甲</p>\n<p>丙</p>'],
  ['the last paragraph of a part', '<div><p>甲</p></div>\n<div><p>乙</p></div>', '甲⟦\n\n乙⟧', '', '<p>甲</p>'],
  ['a line behind br', '甲<br><br>\n乙<br><br>\n丙', '甲⟦\n\n乙⟧\n\n丙', '', '甲<br><br>\n丙'],
  ['two paragraphs joined', '<p>新</p>\n<p class="x">桥</p>', '新⟦\n\n⟧桥', '', '<p>新桥</p>'],
  ['two that end and begin in elements', '<p><b>新</b></p><p>桥</p>', '新⟦\n\n⟧桥', '', '<p><b>新</b>桥</p>'],
  ['no joining of what is not side by side', '<div><p>新</p></div><ul><li>桥</li></ul>', '新⟦\n\n⟧桥', '', undefined],
  ['a picture between stays', '<p>甲</p>\n<p><img></p>\n<p>乙</p>', '甲⟦\n\n乙⟧', '', '<p>甲</p>\n<p><img></p>'],
  ['a rule between stays', '<p>甲</p><hr><p>乙</p>', '甲⟦\n\n乙⟧', '', '<p>甲</p><hr>'],
  ['so do words that are no copy', '<p>甲</p><pre>x</pre><p>乙</p>', '甲⟦\n\n乙⟧', '', '<p>甲</p><pre>x</pre>'],
  ['so does what only the editor knows', '<p>甲</p><mp-x></mp-x><p>乙</p>', '甲⟦\n\n乙⟧', '', '<p>甲</p><mp-x></mp-x>'],
  ['empty paragraphs between go', '<p>甲</p><p><br></p>\n<p> </p><p>乙</p>', '甲⟦\n\n乙⟧', '', '<p>甲</p>'],
  ['not what has a picture', '<p>甲</p><p>乙<img></p>', '甲⟦\n\n乙⟧', '', undefined],
  ['not a picture among words', '<p>新<img>桥</p>', '新⟦\ufffc桥⟧', '', undefined],
  [
    'a paragraph put in, as the one before',
    '<p class="x" id="y">甲</p>\n<p>乙</p>',
    '甲⟦⟧\n\n乙',
    '\n\n丙',
    '<p class="x" id="y">甲</p><p class="x">丙</p>\n<p>乙</p>'
  ]
])('a mend: %s', (_, html, marked, text, result) => {
  const got = mended(html, marked, text)
  expect(got === undefined ? got : readHtml(got).copy).toBe(result === undefined ? undefined : readHtml(result).copy)
  if (!/part/.test(_)) expect(got).toBe(result)
})

test.each([
  ['<div>', 100_000],
  ['<b><i>', 50_000],
  ['<table><tr><td>', 50_000]
])('%s nested without end is refused in one sentence', (tag, times) => {
  try {
    readHtml(tag.repeat(times))
    expect.unreachable()
  } catch (error) {
    expect(isRefusal(error) && error.texts.en).toMatch(/more than 512 deep/)
  }
})

test.each([
  ['one line', '新桥通车了。'.repeat(160_000)],
  ['brackets', '<'.repeat(1_000_000)],
  ['paragraphs that never end', '<p>新'.repeat(40_000)],
  ['links that never end', '<p><a name=x>新'.repeat(20_000)],
  ['comments that never end', '<!--'.repeat(250_000)],
  ['blanks', ' '.repeat(1_000_000)]
])('a megabyte of %s takes seconds at most', (_, html) => {
  const start = performance.now()
  readHtml(html)
  expect(performance.now() - start).toBeLessThan(8000)
})
