import {isAbsolute} from 'node:path'
import type {PageReport} from '../report/message.ts'
import {type Reporter, type ReportOptions, shown} from '../report/reporter.ts'
import {toVFile} from '../report/vfile.ts'
import {visible} from '../report/visible.ts'
import {importFile} from './compiled/import.ts'
import {Complaint, toTexts} from './complaint.ts'
import {findModule} from './plugins.ts'
import {settled} from './settled.ts'

/** What a package of the vfile world exports: gives the report of virtual files. */
type VfileReporter = (files: readonly unknown[], options: object) => unknown

/**
 * A reporter of the vfile world as one of ours: `vfile-reporter-json`, `json-lines` for `vfile-reporter-json-lines`, `./our-reporter.js`.
 *
 * @param folders where it is looked for
 * @returns nothing where there is no such package
 * @throws Complaint where it cannot be loaded, or is no reporter
 */
export async function loadVfileReporter(name: string, folders: readonly string[]): Promise<Reporter | undefined> {
  const names = /^[a-z]/i.test(name) ? [`vfile-reporter-${name}`, name] : [name]
  const files = names.flatMap((it) => folders.map((folder) => findModule(it, folder)))
  // Node's own modules have names, and no files
  const file = files.find((it) => it !== undefined && isAbsolute(it))
  if (file === undefined) return undefined
  const report = await load(name, file)
  return async (pages, options) => {
    const files = pages.map((page) => toVFile(asShown(page, options), options.language))
    const how = {color: options.color, verbose: true, silent: options.quiet, quiet: false, defaultName: '<stdin>'}
    const text = await guarded(name, async () => report(files, how))
    if (typeof text === 'string') return text === '' || text.endsWith('\n') ? text : `${text}\n`
    throw failed(name, {zh: '它没有给出文字', en: 'it gave no text'})
  }
}

async function load(name: string, file: string): Promise<VfileReporter> {
  const module = await guarded(name, () => importFile(file))
  const main = module.default as {default?: unknown} | undefined
  // what was compiled to CommonJS has its default export within
  const report = [main, main?.default, module.reporter].find((it) => typeof it === 'function')
  if (report) return report as VfileReporter
  throw new Complaint({
    zh: `${name} 不是 vfile 的报告程序：它的默认导出不是函数`,
    en: `${name} is no vfile reporter: its default export is no function`
  })
}

async function guarded<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await settled(work, {zh: '它的 await 一直没有结果', en: 'its await never settled'})
  } catch (error) {
    throw failed(name, toTexts(error))
  }
}

function failed(name: string, {zh, en}: {zh: string; en: string}): Complaint {
  const first = (text: string) => visible(text.split('\n')[0] ?? '')
  return new Complaint({
    zh: `报告程序 ${name} 出错：${first(zh)}`,
    en: `the reporter ${name} failed: ${first(en)}`
  })
}

/** The findings that are asked for, in the order asked for. */
const asShown = (page: PageReport, options: ReportOptions): PageReport => ({
  ...page,
  messages: shown(page.messages, options)
})
