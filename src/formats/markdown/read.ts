import type {Root} from 'mdast'
import type {Extension} from 'mdast-util-from-markdown'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'
import type {Document} from '../format.ts'
import {toDocument} from '../markup/document.ts'
import type {Extract} from '../markup/extract.ts'
import {readPlain} from '../plain.ts'
import {dialect} from './dialect.ts'
import {gather} from './gather.ts'
import {isTooMuch} from './weight.ts'

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(withPlaces)
  .freeze()

/**
 * Reads Markdown: headings, paragraphs, list items, quotations and notes, a line a paragraph, without their marks. Front matter,
 * code, HTML, tables, images and the addresses of links are left alone. What is Markdown by its name only – thousands of brackets in
 * one paragraph – is read as plain text.
 *
 * @param text the file, decoded
 */
export function readMarkdown(text: string): Document {
  return isTooMuch(text) ? readPlain(text) : toDocument(text, extract(text), {...dialect, read: extract})
}

function extract(text: string): Extract {
  return gather(parser.parse(text) as Root, text)
}

/** remark-gfm looks for addresses in the finished tree a second time, and gives what it finds no place. */
function withPlaces(this: Processor): void {
  const data = this.data() as {fromMarkdownExtensions?: (Extension | Extension[])[]}
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).flat().map((it) => ({...it, transforms: []}))
}
