import {docx, p, r, style} from './word/build.ts'

/** Pages of plain text as the other formats have them, with the markup that copy from a CMS is full of. */

/** Marks up some words in the midst of Han copy: 甲乙丙丁戊 → 甲乙<b>丙</b>丁戊. */
const marked = (line: string, before: string, behind: string): string =>
  line.replace(/([\u4e00-\u9fff]{3})([\u4e00-\u9fff]{2})(?=[\u4e00-\u9fff]{3})/g, `$1${before}$2${behind}`)

/** Markdown: heads have their `#` already. */
export const toMarkdown = (text: string): string =>
  text
    .split(/(\r?\n)/)
    .map((line) => (/^\s*[#＃<]/.test(line) ? line : marked(line, '**', '**')))
    .join('')

/** HTML: a paragraph a line; in English copy, a paragraph what stands between blank lines. */
export function toHtml(text: string, whole: boolean): string {
  const parts = partsOf(text)
  const body = parts.map((part) => {
    const [, marks = '', words = part] = /^\s*([#＃]{1,6})[ \u3000]+([\s\S]*)$/.exec(part) ?? []
    if (/^<!--[\s\S]*-->$/.test(part.trim())) return part
    const copy = marked(escaped(words), '<b class="x">', '</b>')
    return marks === '' ? `<p>${copy}</p>` : `<h${marks.length}>${copy}</h${marks.length}>`
  })
  if (!whole) return body.join('')
  const head = '<head><meta charset="utf-8"><title>新桥通车</title><style>p { margin: 0 }</style></head>'
  return `<!DOCTYPE html>\n<html>${head}\n<body>\n<nav><a href="/">首页</a> 新桥通车</nav>\n<main>\n  ${body.join('\n  ')}\n</main>\n</body>\n</html>\n`
}

/** The paragraphs of a page: of English copy, what stands between blank lines. */
function partsOf(text: string): string[] {
  const isEnglish = (text.match(/[a-z]/gi)?.length ?? 0) > text.length / 2
  return text.split(isEnglish ? /(?:\r?\n){2,}/ : /(?:\r?\n)+/).filter((it) => it.trim() !== '')
}

const escaped = (words: string): string =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('“', '&ldquo;')
    .replaceAll('\u3000', '&emsp;')
    .replace(/(本报记者)/g, '<a href="/reporters?a=1&b=2">$1</a>')

/** Word: a paragraph as in HTML, cut into runs as Word does; headings by their style. */
export function toWord(text: string): Uint8Array {
  const styles = [1, 2, 3, 4, 5, 6].map((level) => style(`H${level}`, `heading ${level}`)).join('')
  const body = partsOf(text).map((part) => {
    const [, marks = '', words = part] = /^\s*([#＃]{1,6})[ \u3000]+([\s\S]*)$/.exec(part) ?? []
    const runs = (words.replace(/\r?\n/g, ' ').match(/[\s\S]{1,7}/g) ?? []).map((it) => r(it, '<w:b/>')).join('')
    return p(runs, marks === '' ? '' : `<w:pStyle w:val="H${marks.length}"/>`)
  })
  return docx({body: body.join(''), styles})
}

/** The words of a place in a file of any of the formats, without blanks and marks. */
export const wordsOf = (source: string): string =>
  source
    .replace(/<[^<>]*>/g, '')
    .replaceAll('&ldquo;', '“')
    .replaceAll('&emsp;', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/[\s\u3000#＃*]+/g, '')
