import {strToU8} from 'fflate'
import {toHtml, toMarkdown, toWord} from '../../tests/formats/convert.ts'
import {docx, zip} from '../../tests/formats/word/build.ts'
import type {Dice} from '../dice.ts'
import type {Maker} from './input.ts'
import {changed, pageOf} from './text.ts'
import {hostile} from './words.ts'

const tags = [
  '<p>',
  '</p>',
  '<b>',
  '</b>',
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<table><tr><td>',
  '</table>',
  '<br/>',
  '<pre>',
  '<script>',
  '</script>',
  '<svg>',
  '<template>',
  '<ruby>字<rt>z</rt></ruby>',
  '<p hidden>',
  '&amp;',
  '&#x4e00;',
  '&#xd800;',
  '&#0;',
  '&bogus;',
  '&',
  '\n',
  '"',
  "='",
  '<!doctype html>',
  '</body>',
  '<style>',
  '<textarea>',
  '<title>',
  '<a href="',
  '<h1>',
  '</h2>'
]
const signs = [
  '**',
  '*',
  '_',
  '`',
  '```\n',
  '~~~\n',
  '> ',
  '- ',
  '1. ',
  '# ',
  '    ',
  '\t',
  '\n\n',
  '\\',
  '[',
  '](',
  ')',
  '![',
  '<b>',
  '</b>',
  '<!-- ',
  ' -->',
  '&amp;',
  '&#0;',
  '| a | b |\n|---|---|\n',
  '---\n',
  '===\n',
  '[^1]',
  '[^1]: ',
  '~~',
  '  \n',
  'www.a.cn',
  '\r\n',
  '---\ntitle: x\n---\n'
]
const xml = [
  '<w:p>',
  '</w:p>',
  '<w:r>',
  '</w:r>',
  '<w:t>',
  '</w:t>',
  '<w:t xml:space="preserve">',
  '<w:tab/>',
  '<w:br/>',
  '<w:del>',
  '</w:del>',
  '<w:ins>',
  '<w:txbxContent>',
  '</w:txbxContent>',
  '<mc:AlternateContent>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<w:hyperlink>',
  '</w:hyperlink>',
  '<w:tbl><w:tr><w:tc>',
  '</w:tc></w:tr></w:tbl>',
  '<w:pStyle w:val="H1"/>',
  '&amp;',
  '&#1;',
  '&#xD800;',
  '&x;',
  '<',
  '>',
  '<!--',
  '<![CDATA[',
  '<?x',
  '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">]>',
  '</w:body>',
  '</w:document>',
  '"',
  '\0'
]

/** HTML of a CMS, damaged. */
export const html =
  (pages: readonly string[]): Maker =>
  (dice) => ({
    name: 'page.html',
    content: changed(toHtml(pageOf(dice, pages), dice.once(2)), dice, [...tags, ...hostile])
  })

/** Markdown, damaged. */
export const markdown =
  (pages: readonly string[]): Maker =>
  (dice) => ({
    name: 'page.md',
    content: changed(toMarkdown(pageOf(dice, pages)), dice, [...signs, ...hostile])
  })

/** Word: bytes of the archive are exchanged, or the XML in it, or it is of other parts than it should be, or far larger than it looks. */
export const word =
  (pages: readonly string[]): Maker =>
  (dice) => {
    const ways = [flipped, cut, strange, bomb, strange]
    return {name: 'page.docx', content: dice.pick(ways)(dice, pageOf(dice, pages).slice(0, 3000))}
  }

type Word = (dice: Dice, page: string) => Uint8Array

const flipped: Word = (dice, page) => {
  const bytes = toWord(page)
  for (let times = 1 + dice.below(8); times > 0; times--) bytes[dice.below(bytes.length)] = dice.below(256)
  return dice.once(4) ? bytes.subarray(0, dice.below(bytes.length)) : bytes
}

/** The XML of the words, changed: what is well-formed is read, what is not is refused. */
const cut: Word = (dice, page) => docx({body: changed(bodyOf(dice, page), dice, xml)})

const strange: Word = (dice, page) => {
  const body = bodyOf(dice, page)
  const names = [
    'word/document.xml',
    'word/styles.xml',
    '[Content_Types].xml',
    '_rels/.rels',
    'word/_rels/document.xml.rels',
    'word/comments.xml',
    '../x',
    'word/',
    ''
  ]
  const part = dice.several(xml, 20)
  return dice.once(3)
    ? zip({[dice.pick(names)]: part})
    : docx({body, parts: {[dice.pick(names) || 'x']: part}, styles: dice.several(xml, 3)})
}

/** Some megabytes of one character, in some kilobytes; deep or long XML. */
const bomb: Word = (dice) => {
  const size = 2 ** (14 + dice.below(9))
  const filling = [
    ' '.repeat(size),
    '<w:p>'.repeat(size >> 6),
    `<w:p><w:r><w:t>${'字'.repeat(size >> 3)}</w:t></w:r></w:p>`,
    '<w:p><w:r><w:t>字</w:t></w:r></w:p>'.repeat(size >> 8),
    '&amp;'.repeat(size >> 4)
  ]
  if (dice.once(2)) return docx({body: dice.pick(filling)})
  return docx({body: '<w:p/>', parts: {'word/x.xml': strToU8(' '.repeat(size)), 'word/styles.xml': dice.pick(filling)}})
}

const bodyOf = (dice: Dice, page: string): string =>
  page
    .split('\n')
    .filter((line) => line !== '')
    .map(
      (line) =>
        `<w:p><w:r><w:t>${line.replace(/[<&]/g, '')}</w:t></w:r>${dice.once(6) ? dice.several(xml, 2) : ''}</w:p>`
    )
    .join('')
