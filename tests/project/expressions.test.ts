import {readFileSync} from 'node:fs'
import {parseAst} from 'rolldown/parseAst'
import {analyse} from 'scslre'
import {expect, test} from 'vitest'
import {toHtml, toMarkdown, toWord} from '../formats/convert.ts'
import {exceptions} from './expressions.ts'
import {filesIn} from './files.ts'

/** A regular expression of the project and where it stands. */
interface Expression {
  readonly file: string
  readonly source: string
  readonly flags: string
}

/**
 * What makes an expression slow on some text: two parts that can take the same characters in many ways (`\s*x?\s*`), or, of one that is
 * searched for, a part that begins anew at every character (`\s+$`). By scslre, which proves it from the expression alone.
 */
const faultsOf = ({source, flags}: Expression): string[] =>
  analyse({source, flags}).reports.map(({type, character, exponential}) => {
    return `${exponential ? 'exponential' : type} on ${JSON.stringify(character.pick)} again and again`
  })

const isExcepted = ({file, source}: Expression): boolean =>
  exceptions.some((it) => it.file === file && source.startsWith(it.begins))

const told = (expressions: readonly Expression[]): string[] =>
  expressions.flatMap((it) => faultsOf(it).map((fault) => `${it.file} /${it.source}/${it.flags}: ${fault}`))

test('the tool knows what is slow', () => {
  const slow = ['(a+)+$', 'a*b?a*$', '\\s+$', 'x.*y']
  for (const source of slow) expect(faultsOf({file: '', source, flags: ''})).not.toEqual([])
  for (const source of ['^a*$', '\\s', 'x[^xy]*y']) expect(faultsOf({file: '', source, flags: ''})).toEqual([])
})

const written = ['src', 'rules'].flatMap((folder) => filesIn(folder).flatMap(literalsOf))

test('no expression that is written takes longer than its text is long', () => {
  expect(written.length).toBeGreaterThan(500)
  expect(told(written.filter((it) => !isExcepted(it)))).toEqual([])
})

test('every exception is needed', () => {
  const slow = written.filter((it) => faultsOf(it).length > 0)
  const needless = exceptions.filter(
    ({file, begins}) => !slow.some((it) => it.file === file && it.source.startsWith(begins))
  )
  expect(needless).toEqual([])
})

test('no expression that is made while pages are linted does', async () => {
  const made = await madeWhile(async () => {
    const {createReportChecks} = await import('../../fuzz/reports.ts')
    const {faultsOf: check} = await import('../../fuzz/properties.ts')
    const {defaults} = await import('../engine/defaults.ts')
    const tools = {rules: defaults, reportFaults: createReportChecks()}
    const pages = ['marked', 'dates', 'figures', 'lists', 'names', 'wordlists'].map((name) =>
      readFileSync(`fixtures/${name}.txt`, 'utf8')
    )
    const [first = ''] = pages
    const files = [
      ...pages.map((content) => ({name: 'page.txt', content})),
      {name: 'page.md', content: toMarkdown(first)},
      {name: 'page.html', content: toHtml(first, true)},
      {name: 'page.docx', content: toWord(first)}
    ]
    for (const file of files) expect(await check(file, tools)).toEqual([])
  })
  expect(made.length).toBeGreaterThan(20)
  expect(told(made)).toEqual([])
})

/** The literals of a module. */
function literalsOf(path: string): Expression[] {
  const found: Expression[] = []
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('regex' in node) {
      const {pattern, flags} = node.regex as {pattern: string; flags: string}
      found.push({file: path, source: pattern, flags})
    } else for (const value of Object.values(node)) look(value)
  }
  look(parseAst(readFileSync(path, 'utf8'), {lang: 'ts'}))
  return found
}

/** The expressions that our modules make of strings, when they are loaded and while they work. */
async function madeWhile(work: () => Promise<void>): Promise<Expression[]> {
  const found = new Map<string, Expression>()
  const Original = globalThis.RegExp
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [source, flags]: [string | RegExp, string?]) {
      const made = new target(source, flags)
      const caller = new Error().stack?.split('\n')[2] ?? ''
      const file = /(?:src|rules)\/[\w/-]+\.ts/.exec(caller)?.[0]
      if (file && !caller.includes('node_modules')) {
        found.set(`${made}`, {file, source: made.source, flags: made.flags})
      }
      return made
    }
  })
  try {
    await work()
  } finally {
    globalThis.RegExp = Original
  }
  return [...found.values()]
}
