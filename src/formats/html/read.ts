import type {Root} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {type Document, refusal} from '../format.ts'
import {toDocument} from '../markup/document.ts'
import type {Extract} from '../markup/extract.ts'
import {isTooDeep} from './depth.ts'
import {dialect} from './dialect.ts'
import {gather} from './gather.ts'

const parser = {page: unified().use(rehypeParse), part: unified().use(rehypeParse, {fragment: true})}

/**
 * Reads HTML, a whole page or a part of one: its words as a browser shows them, a line a paragraph. Scripts, styles, attributes,
 * code and what is hidden are left alone.
 *
 * @param text the file, decoded
 * @throws what `refusal` makes, for elements that lie in one another hundreds deep
 */
export function readHtml(text: string): Document {
  return toDocument(text, extract(text), {...dialect, read: extract})
}

function extract(text: string): Extract {
  if (isTooDeep(text)) {
    throw refusal({
      zh: '这个 HTML 文件的元素一层套一层，多于 512 层，像是坏了；请从采编系统重新导出',
      en: 'the elements of this HTML file lie in one another more than 512 deep: it seems broken; export it again'
    })
  }
  const html = withoutEmpty(text)
  const isPage = /^\ufeff?(?:\s|<\?[^>]*>|<!--(?:(?!-->)[\s\S])*-->)*<(?:!doctype|html|head|body)\b/i.test(html)
  return gather(parser[isPage ? 'page' : 'part'].parse(html) as Root, text)
}

/** XHTML ends empty elements in themselves: `<script src="x"/>`. HTML knows no such thing, and would take all behind it for a script. */
function withoutEmpty(text: string): string {
  if (!/^\ufeff?\s*<\?xml/.test(text)) return text
  return text.replace(
    /<(?:a|abbr|audio|b|button|canvas|em|font|i|iframe|label|noscript|object|s|script|section|select|small|span|strong|style|sub|sup|textarea|title|u|video)(?:\s[^<>]*)?\/>/gi,
    // a comment that no parser shows, of the same length
    (it) => `</${' '.repeat(it.length - 3)}>`
  )
}
