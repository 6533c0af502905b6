import {readFileSync} from 'node:fs'
import {parseXml, XmlElement, XmlText} from '@rgrove/parse-xml'
import {expect, test} from 'vitest'
import {builtin} from '../../../src/builtin.ts'
import {annotate} from '../../../src/formats/word/annotate.ts'
import {readWord} from '../../../src/formats/word/read.ts'
import {lint} from '../../../src/lint.ts'
import {describe as inWords} from '../../../src/report/describe.ts'
import type {Message} from '../../../src/report/message.ts'
import {toWordComment} from '../../../src/report/word-comment.ts'
import {needs} from '../../tools.ts'
import {wordFileOf} from './file.ts'
import {converted} from './office.ts'

const repeats = readFileSync(new URL('../../../fixtures/repeats.txt', import.meta.url), 'utf8')

/** A page's findings, and its Word file with a comment for each. */
function annotated(bytes: Uint8Array): {messages: readonly Message[]; bytes: Uint8Array} {
  const document = readWord(bytes)
  const {copy, outline} = document
  const active = builtin.map((rule) => ({rule, severity: rule.severity, options: {}}))
  const result = lint([{path: 'page.docx', source: copy, ...(outline && {outline})}], active)
  const messages = inWords(result, 'zh', builtin, {documents: [document]})[0]?.messages ?? []
  return {
    messages,
    bytes: annotate(
      document,
      messages.map((it) => toWordComment(it, 'zh'))
    ).bytes
  }
}

/** The comments that LibreOffice finds in a Word file: the first paragraph, who made it, its words. */
function seenByOffice(bytes: Uint8Array): {fact: string; creator: string; words: string; links: string[]}[] {
  const xml = new TextDecoder().decode(converted('page.docx', bytes, 'fodt', '.fodt'))
  const open = new Map<string, string>()
  const seen: ReturnType<typeof seenByOffice> = []
  const look = (element: XmlElement): void => {
    const id = element.attributes['office:name'] ?? ''
    if (element.name === 'office:annotation') {
      open.set(id, '')
      const fact = elements(element).find(({name}) => name === 'text:p')?.text ?? ''
      const creator = elements(element).find(({name}) => name === 'dc:creator')?.text ?? ''
      const links = [...xml.slice(element.start, element.end).matchAll(/xlink:href="#([^"]*)"/g)].map(
        ([, it = '']) => it
      )
      seen.push({fact, creator, words: id, links})
    } else if (element.name === 'office:annotation-end') {
      const index = seen.findIndex(({words}) => words === id)
      seen[index] = {...(seen[index] as (typeof seen)[number]), words: open.get(id) ?? ''}
      open.delete(id)
    } else {
      const own = element.name === 'text:s' ? ' '.repeat(Number(element.attributes['text:c'] ?? 1)) : ''
      for (const [name, words] of open) open.set(name, words + own)
      for (const child of element.children) {
        if (child instanceof XmlElement) look(child)
        else if (child instanceof XmlText && /^text:(?:p|h|span|a)$/.test(element.name)) {
          for (const [name, words] of open) open.set(name, words + child.text)
        }
      }
    }
  }
  look(parseXml(xml, {includeOffsets: true}).root as XmlElement)
  for (const link of seen.flatMap(({links}) => links)) expect(xml).toContain(`bookmark-start text:name="${link}"`)
  return seen
}

const elements = (element: XmlElement): XmlElement[] => element.children.filter((it) => it instanceof XmlElement)

/** As many comments as findings, each by copylint, on the words of its finding, with its fact. */
function expectComments(bytes: Uint8Array): void {
  const {messages, bytes: done} = annotated(bytes)
  expect(messages.length).toBeGreaterThan(4)
  const seen = seenByOffice(done)
  const words = {error: '错误', warning: '疑点', info: '提示'}
  const {copy} = readWord(bytes)
  // what is missing is missing behind a character
  expect(seen.map(({words}) => words)).toEqual(
    messages.map(({text, at}) => text.replaceAll('\n', '') || copy.slice(at.start - 1, at.start))
  )
  expect(seen.map(({fact}) => fact)).toEqual(messages.map(({severity, reason}) => `${words[severity]}：${reason}`))
  expect(new Set(seen.map(({creator}) => creator))).toEqual(new Set(['copylint']))
  expect(seen.map(({links}) => links.length)).toEqual(messages.map(({related}) => Math.min(5, related.length)))
}

needs('soffice', () => {
  test('LibreOffice opens the annotated file of a page: a comment for each finding, on its words', () => {
    expectComments(wordFileOf(repeats))
  }, 180_000)

  test('and of a page that it has made itself, annotated twice', () => {
    const made = converted('page.txt', `\ufeff${repeats.replace(/^#+ /gm, '')}`, 'docx:MS Word 2007 XML', '.docx')
    expectComments(annotated(made).bytes)
  }, 180_000)
})
