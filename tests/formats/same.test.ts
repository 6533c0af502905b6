import {readFileSync} from 'node:fs'
import {expect, describe as group, test} from 'vitest'
import {builtin} from '../../src/builtin.ts'
import type {Document} from '../../src/formats/format.ts'
import {readHtml} from '../../src/formats/html/read.ts'
import {readMarkdown} from '../../src/formats/markdown/read.ts'
import {readPlain} from '../../src/formats/plain.ts'
import {readWord} from '../../src/formats/word/read.ts'
import {lint} from '../../src/lint.ts'
import {describe} from '../../src/report/describe.ts'
import {defaults} from '../engine/defaults.ts'
import {cleanPages, fileOf, issues, readIssue} from '../fixtures/pages.ts'
import {toHtml, toMarkdown, toWord, wordsOf} from './convert.ts'

const formats: Readonly<Record<string, (text: string) => Document>> = {
  'markdown, as it is': readMarkdown,
  'markdown with markup': (text) => readMarkdown(toMarkdown(text)),
  'a page of HTML': (text) => readHtml(toHtml(text, true)),
  'a part of a page of HTML': (text) => readHtml(toHtml(text, false)),
  'a Word file': (text) => readWord(toWord(text))
}

/** All that is said of a page: by which rule, of which words, and the words that stand at these places of the file. */
function said(document: Document) {
  const result = lint(
    [{path: 'page', source: document.copy, ...(document.outline && {outline: document.outline})}],
    defaults
  )
  expect(result.failures).toEqual([])
  const [report] = describe(result, 'zh', builtin, {documents: [document]})
  const messages = (report?.messages ?? []).map(({ruleId, severity, text, place, related, fixes}) => {
    const at = [{text, place}, ...related]
    // the marks of a head are its own in plain text, and its element in HTML
    const isMarks = ruleId === 'heading-level'
    const words = at.map((it) => (isMarks ? '' : wordsOf(it.text)))
    const file = at.map((it) => wordsOf(document.source.slice(it.place.start.offset, it.place.end.offset)))
    if (!isMarks) expect(file).toEqual(words)
    return {ruleId, severity, words, mends: fixes.length}
  })
  return messages.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

group.each(Object.keys(formats))('%s says the same of', (name) => {
  const read = formats[name] as (text: string) => Document

  test.each(Object.values(issues).flat())('fixtures/%s', (page) => {
    const source = readIssue([page]).pages[0]?.source ?? ''
    const plain = said(readPlain(source))
    expect(said(read(source))).toEqual(plain)
  })

  test.each(cleanPages)('fixtures/%s: nothing', (page) => {
    expect(said(read(readFileSync(fileOf(page), 'utf8')))).toEqual([])
  })
})
