import {resolve} from 'node:path'
import {builtin} from '../builtin.ts'
import {Complaint} from '../node/complaint.ts'
import {findFiles, type InputFile} from '../node/files.ts'
import {openPage, readPage} from '../node/pages.ts'
import {createSettings} from '../node/settings.ts'
import {parsePage} from '../parse/parse.ts'
import {orderless, visible} from '../report/visible.ts'
import type {Language} from '../rule/rule.ts'
import {printTree} from '../tree/print.ts'
import type {Parsed} from './parse.ts'
import {readStdin} from './stdin.ts'
import {encodingOf} from './values.ts'

/** `copylint --tree FILE…`: the trees of the pages. Gives the exit status. */
export async function tree({operands, options}: Parsed, language: Language): Promise<number> {
  if (operands.length === 0) throw new Complaint({zh: '没有给出文件', en: 'no files given'})
  if (options.format === 'json') {
    throw new Complaint({
      zh: '--tree 打印的是版面结构，不能同时用 --format json',
      en: '--tree prints the tree of the page: it cannot be used with --format json'
    })
  }
  const encoding = encodingOf(options)
  const stdin = operands.includes('-') ? await readStdin() : undefined
  const named = operands.filter((it) => it !== '-')
  const finder = createSettings({
    cwd: process.cwd(),
    builtin,
    ...(typeof options.config === 'string' && {config: resolve(options.config)}),
    ...(options.config === false && {config: false as const})
  })
  const formatsOf = async (file: string) => (await finder.settingsOf(file)).formats
  const howTo = async ({absolute}: InputFile) => ({...(encoding && {encoding}), formats: await formatsOf(absolute)})
  const inputs = named.length > 0 ? await findFiles(named, process.cwd(), {ignores: async () => false, formatsOf}) : []
  const pages = await Promise.all(
    inputs.map(async (input) =>
      'missing' in input ? {path: input.path, unread: input.missing} : readPage(input, await howTo(input))
    )
  )
  if (stdin) {
    const path = typeof options.stdinFilename === 'string' ? options.stdinFilename : '-'
    const file = {path, absolute: resolve(path)}
    pages.push(await openPage(file, stdin, await howTo(file)))
  }
  let status = 0
  for (const page of pages) {
    if ('unread' in page) {
      status = 2
      process.stderr.write(`${orderless(visible(`${page.path}: ${page.unread[language]}`))}\n`)
      continue
    }
    if (pages.length > 1) process.stdout.write(`${orderless(visible(page.path))}\n`)
    const {copy, outline} = page.document
    process.stdout.write(printTree(parsePage(copy, outline), copy))
  }
  return status
}
