import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Document} from '../../src/formats/format.ts'
import {readHtml} from '../../src/formats/html/read.ts'
import {readMarkdown} from '../../src/formats/markdown/read.ts'
import {rewrite} from '../../src/formats/plain.ts'
import {parsePage} from '../../src/parse/parse.ts'
import {toIssue} from '../../src/tree/issue.ts'

const words = [
  '新桥',
  '通车',
  '的',
  '。',
  '，',
  '林岚',
  ' ',
  'Ann',
  '3',
  '．',
  '“好”',
  '1',
  '#',
  '*',
  '_',
  '<',
  '&',
  '>',
  '`',
  '[',
  ']',
  '-',
  '!',
  '|',
  '\\',
  '＃',
  '（',
  '~',
  'www.',
  ';',
  '\u3000',
  '.',
  '1.'
]
const markdown = [
  '**',
  '*',
  '`代码`',
  '\n',
  '\n\n',
  '\n\n',
  '> ',
  '- ',
  '1. ',
  '# ',
  '## ',
  '&amp;',
  '&nbsp;',
  '&#x4e00;',
  '\\*',
  '[链](u)',
  '![图](u)',
  '<b>',
  '</b>',
  '<!-- 注 -->',
  '\n---\n',
  '~~',
  '  \n',
  '```\n',
  '\n| a | b |\n|---|---|\n| c | d |\n\n',
  '[^1]',
  '\n\n[^1]: 注\n\n',
  '\r\n',
  '\r\n\r\n',
  '\t',
  '    '
]
const html = [
  '<p>',
  '</p>',
  '<b>',
  '</b>',
  '<i class="x>y">',
  '</i>',
  '<br>',
  '<br/>',
  '\n',
  '<div>',
  '</div>',
  '<h1>',
  '</h1>',
  '<ul><li>',
  '<li>',
  '</li></ul>',
  '&amp;',
  '&lt;',
  '&nbsp;',
  '&#x4e00;',
  '<img src="a">',
  '<code>码</code>',
  '<!-- 注 -->',
  '<table><tr><td>',
  '</td><td>',
  '<tr>',
  '</table>',
  '<sup>[1]</sup>',
  '<script>x</script>',
  '</x>',
  '<a href="u">',
  '</a>',
  '\r\n',
  '<article>',
  '<header>',
  '<blockquote>',
  '<p class="y" id="z">',
  '<td>',
  '<pre>',
  '</pre>',
  '<ruby>字<rt>z</rt></ruby>',
  '<!doctype html>',
  '<body>',
  '&ldquo;'
]

const fileOf = (own: readonly string[]) =>
  fc
    .array(
      fc.oneof({arbitrary: fc.constantFrom(...words), weight: 3}, {arbitrary: fc.constantFrom(...own), weight: 2}),
      {maxLength: 40}
    )
    .map((parts) => parts.join(''))

const formats = [
  {name: 'markdown', read: readMarkdown, file: fileOf(markdown)},
  {name: 'html', read: readHtml, file: fileOf(html)}
] as const

const editOf = (copy: string) =>
  fc
    .record({
      a: fc.nat(copy.length),
      length: fc.oneof(fc.nat(3), fc.nat(copy.length)),
      text: fc.oneof(
        fc.constant(''),
        fc.array(fc.constantFrom(...words), {maxLength: 3}).map((it) => it.join('')),
        fc.constant('\n\n新段。')
      )
    })
    .map(({a, length, text}) => ({start: a, end: Math.min(copy.length, a + length), text}))

/** What no mend may take with it; where the copy has such words they are words. */
const keptOf = (source: string, copy: string): readonly string[] =>
  /[图码注x]|img|script|[cd] \|/.test(copy)
    ? []
    : (source.match(
        /<img src="a">|<code>码<\/code>|<script>x<\/script>|<!-- 注 -->|`代码`|!\[图\]\(u\)|\| c \| d \|/g
      ) ?? [])

/** What rules ask for most: words, and whole paragraphs with the line ends before them. */
const usual = (document: Document) => {
  const issue = toIssue([{path: 'a', source: document.copy, tree: parsePage(document.copy, document.outline)}])
  const blocks = issue.articles.flatMap((it) => it.blocks)
  return blocks.flatMap((block, i) => {
    const before = blocks[i - 1]
    return before
      ? [
          {start: before.end, end: block.end, text: ''},
          {start: before.end, end: block.start, text: ''}
        ]
      : []
  })
}

describe.each(formats)('$name', ({read, file}) => {
  test('a mend that is offered gives the copy that was asked for, and nothing else', () => {
    let offered = 0
    fc.assert(
      fc.property(
        file.chain((source) => {
          const document = read(source)
          const some = usual(document)
          const edit =
            some.length > 0 ? fc.oneof(editOf(document.copy), fc.constantFrom(...some)) : editOf(document.copy)
          return fc.tuple(fc.constant(source), edit)
        }),
        ([source, edit]) => {
          const document = read(source)
          const way = document.toSource(edit)
          if (!way) return
          offered++
          const after = document.edited([edit])
          expect(after.source).toBe(rewrite(source, way))
          expect(after.copy).toBe(rewrite(document.copy, [edit]))
          expect(keptOf(after.source, document.copy)).toEqual(keptOf(source, document.copy))
        }
      ),
      {numRuns: 4000}
    )
    expect(offered).toBeGreaterThan(1000)
  })

  test('every place of the copy is a place of the file; plain words are the same words there', () => {
    fc.assert(
      fc.property(
        file.chain((source) => fc.tuple(fc.constant(source), fc.nat(), fc.nat())),
        ([source, a, b]) => {
          const {copy, locate} = read(source)
          const [start, end] = [a % (copy.length + 1), b % (copy.length + 1)].sort((x, y) => x - y) as [number, number]
          const place = locate({start, end})
          expect(place.start).toBeGreaterThanOrEqual(0)
          expect(place.end).toBeGreaterThanOrEqual(place.start)
          expect(place.end).toBeLessThanOrEqual(source.length)
          for (let i = 0; i < copy.length; i++) {
            const {start: from, end: to} = locate({start: i, end: i + 1})
            const [mine, theirs] = [copy.charAt(i), source.slice(from, to)]
            if (mine === '\n' || mine === '\ufffc') continue
            // text that was lost between the rows of a table is found with all that stands there
            if (mine === ' ' && /\s/.test(theirs)) continue
            expect(theirs.includes(mine) || /&|^\\|^\s|^</.test(theirs)).toBe(true)
          }
        }
      ),
      {numRuns: 4000}
    )
  })
})
