import type {Mark, Marked} from './marks.ts'
import {joinMarks, readMarks} from './marks.ts'

const fence = /^(?<ticks>`{3,}|~{3,})[ \t]*(?<info>.*)$/
const info =
  /^page[ \t]+(?:(?<kind>fail|pass)(?:[ \t]+(?<options>\{.*\}))?|(?<fixed>fixed)(?:[ \t]+(?<unsafe>unsafe))?)[ \t]*$/
const divider = /^---[ \t]*page:[ \t]*(?<path>.+?)[ \t]*---$/

/** A page of a rule's documentation that is run as a test. */
export interface Example {
  readonly kind: 'fail' | 'pass'
  /** The line of its fence in the Markdown, from 1. */
  readonly line: number
  /** As written behind `page fail`. */
  readonly options: Readonly<Record<string, unknown>>
  /** The pages of the issue: most often one. */
  readonly pages: readonly ExamplePage[]
  /** What must be found; nothing in a `pass` example. */
  readonly expected: readonly Mark[]
  /** The pages after all safe mends. */
  readonly fixed?: readonly ExamplePage[]
  /** The pages after all mends, unsafe ones too. */
  readonly fixedUnsafe?: readonly ExamplePage[]
}

export interface ExamplePage {
  readonly path: string
  readonly source: string
}

/**
 * Reads the examples of a rule's README: fenced blocks `page fail`, with `⟦…⟧` marks (see `readMarks`), and `page pass`.
 * Options may follow as JSON: `page fail {"least": 30}`. A block `page fixed` behind it shows the page after the safe
 * mends, `page fixed unsafe` after all. Lines like `--- page: 2 ---` divide the pages of an issue.
 *
 * @throws where a block that begins with `page` cannot be understood, with its line
 */
export function readExamples(markdown: string): Example[] {
  const examples: Example[] = []
  for (const {line, words, text} of readFences(markdown)) {
    const {kind, options, fixed, unsafe} = info.exec(words)?.groups ?? {}
    const last = examples.at(-1)
    if (kind === 'fail' || kind === 'pass') {
      const {pages, expected} = readPages(text, line)
      if (kind === 'fail' && expected.length === 0) throw problem(line, 'a “page fail” that marks nothing with ⟦…⟧')
      if (kind === 'pass' && expected.length > 0) throw problem(line, 'a “page pass” with marks')
      examples.push({kind, line, options: readOptions(options, line), pages, expected})
    } else if (fixed && last?.kind === 'fail') {
      const key = unsafe ? 'fixedUnsafe' : 'fixed'
      if (last[key]) throw problem(line, `a second “${words}” for the example of line ${last.line}`)
      examples[examples.length - 1] = {...last, [key]: readPages(text, line).pages}
    } else if (fixed) throw problem(line, `“${words}” without a “page fail” before it`)
    else throw problem(line, `“${words}”: write page fail, page pass, page fixed or page fixed unsafe`)
  }
  return examples
}

/** The fenced blocks that are pages. */
function* readFences(markdown: string): Generator<{line: number; words: string; text: string}> {
  const lines = markdown.split(/\r?\n/)
  for (let at = 0; at < lines.length; at++) {
    const {ticks, info: words = ''} = fence.exec(lines[at] ?? '')?.groups ?? {}
    if (!ticks) continue
    const closing = new RegExp(`^${ticks[0]}{${ticks.length},}[ \\t]*$`)
    const start = at + 1
    do at++
    while (at < lines.length && !closing.test(lines[at] ?? ''))
    if (!/^page\b/.test(words)) continue
    if (at === lines.length) throw problem(start, 'a block that is not closed')
    yield {line: start, words, text: `${lines.slice(start, at).join('\n')}\n`}
  }
}

function readPages(text: string, line: number): {pages: ExamplePage[]; expected: Mark[]} {
  const parts: {path: string; line: number; lines: string[]}[] = []
  for (const [index, row] of text.split('\n').entries()) {
    const path = divider.exec(row)?.groups?.path
    if (path !== undefined) parts.push({path, line: line + index + 1, lines: []})
    else if (parts.length > 0) parts.at(-1)?.lines.push(row)
    else parts.push({path: 'page.txt', line: line + index, lines: [row]})
  }
  const read = parts.map((part, page) => ({path: part.path, ...readPage(pageText(part.lines), page, part.line)}))
  return {
    pages: read.map(({path, source}) => ({path, source})),
    expected: joinMarks(read.flatMap(({expected}) => expected))
  }
}

/** Marks count lines from the page's first; a complaint, from the Markdown's. */
function readPage(text: string, page: number, before: number): Marked {
  try {
    return readMarks(text, page)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new SyntaxError(error.message.replace(/^Line (\d+)/, (_, line) => `Line ${before + Number(line)}`))
  }
}

/** A page ends with its last line's end, also where a divider follows. */
function pageText(lines: readonly string[]): string {
  const text = lines.join('\n')
  return text.endsWith('\n') || text === '' ? text : `${text}\n`
}

function readOptions(json: string | undefined, line: number): Record<string, unknown> {
  try {
    return json ? JSON.parse(json) : {}
  } catch {
    throw problem(line, `the options are not JSON: ${json}`)
  }
}

const problem = (line: number, what: string): SyntaxError => new SyntaxError(`Line ${line}: ${what}`)
