import {existsSync, statSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {meant} from '../config/nearest.ts'
import {Complaint} from '../node/complaint.ts'
import {reporterNames, reporters} from '../report/index.ts'
import type {Reporter} from '../report/reporter.ts'
import type {Parsed} from './parse.ts'

/**
 * The reporter that `--format` or `--report` names: one of ours, or a package that reports on virtual files.
 *
 * @param folders where packages are looked for, the nearest first
 */
export async function loadReporter(name: string, flag: string, folders: readonly string[]): Promise<Reporter> {
  const own = reporterNames.find((it) => it === name)
  if (own !== undefined) return reporters[own]()
  const {loadVfileReporter} = await import('../node/vfile-reporter.ts')
  const found = await loadVfileReporter(name, folders)
  if (found) return found
  const {zh, en} = meant(name, reporterNames)
  const names = {zh: reporterNames.join('、'), en: reporterNames.join(', ')}
  throw new Complaint({
    zh: `${flag} 不能是“${name}”${zh || `：可用 ${names.zh}，或者已安装的 vfile-reporter 包的名字`}`,
    en: `${flag} cannot be “${name}”${en || `: there are ${names.en}, and vfile reporters, by the name of an installed package`}`
  })
}

/** Where packages may be installed: the working folder, that of the config, that of the first page (and so all above it). */
export function foldersOf(operands: readonly string[], {config}: Parsed['options']): string[] {
  const first = operands.find((it) => it !== '-' && existsSync(it))
  return [
    process.cwd(),
    ...(typeof config === 'string' ? [dirname(resolve(config))] : []),
    ...(first === undefined ? [] : [statSync(first).isDirectory() ? resolve(first) : dirname(resolve(first))])
  ]
}
