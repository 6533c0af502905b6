import {accessSync, constants, existsSync, statSync} from 'node:fs'
import {basename, dirname, resolve} from 'node:path'
import {Complaint} from '../node/complaint.ts'
import {reasonOf} from '../node/reasons.ts'
import {configName, ignoreFileName} from '../node/settings.ts'
import {identityOf, kindAt} from '../node/walk.ts'

/** What copylint reads: a report in the place of one would be the end of the desk's settings. */
const own: ReadonlySet<string> = new Set([configName, ignoreFileName, '.copylint-baseline.json'])

/** Where `-` stands for standard output. */
export const isStdout = (file: string): boolean => file === '-'

/**
 * Refuses reports that could not be written, before the work is done that they are to tell of, and two that would replace
 * one another.
 *
 * @param files as given; `-` for standard output
 */
export function checkOutputs(files: readonly string[]): void {
  const seen = new Set<string>()
  for (const file of files) {
    if (!isStdout(file)) checkOutput(file)
    const real = isStdout(file) ? file : identityOf(resolve(file))
    // a device takes whatever comes
    const shared = seen.has(real) && (isStdout(file) || kindAt(file) !== 'irregular')
    seen.add(real)
    if (!shared) continue
    const name = isStdout(file) ? {zh: '标准输出', en: 'standard output'} : {zh: file, en: file}
    throw new Complaint({
      zh: `两份报告不能写进同一个地方：${name.zh}`,
      en: `two reports cannot go to the same place: ${name.en}`
    })
  }
}

function checkOutput(file: string): void {
  if (own.has(basename(file))) {
    throw new Complaint({
      zh: `报告不能写进 ${file}，那是 copylint 自己要读的文件；请换一个文件名`,
      en: `the report cannot go to ${file}, which copylint reads itself; take another name`
    })
  }
  try {
    if (existsSync(file) && statSync(file).isDirectory()) throw Object.assign(new Error(), {code: 'EISDIR'})
    accessSync(existsSync(file) ? file : dirname(resolve(file)), constants.W_OK)
    if (!statSync(dirname(resolve(file))).isDirectory()) throw Object.assign(new Error(), {code: 'ENOTDIR'})
  } catch (error) {
    throw unwritable(file, error)
  }
}

/** Why a report is not written. */
export function unwritable(file: string, error: unknown): Complaint {
  const {zh, en} = reasonOf(error)
  return new Complaint({
    zh: `报告写不进 ${file}（${zh}）`,
    en: `the report cannot be written to ${file} (${en})`
  })
}
