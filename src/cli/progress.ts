import {chooseLanguage} from '../report/language.ts'
import type {Language} from '../rule/rule.ts'
import type {Parsed} from './parse.ts'
import {localeOf} from './terminal.ts'
import {languageOf} from './values.ts'

/** Before so many milliseconds nobody has begun to wait. */
const patience = 1000
/** How often the line is written anew. */
const every = 100

export interface Progress {
  readonly show: (done: number, all: number) => void
  /** Takes the line away: something else is to be written. */
  readonly erase: () => void
}

/** Where somebody waits, and no report is written over the line meanwhile. */
export function progressOf(options: Parsed['options'], writing: boolean): Progress | undefined {
  if (writing || options.watch === true || !wantsProgress(process.env)) return undefined
  const asked = languageOf(options)
  const locale = localeOf(process.env)
  return createProgress(chooseLanguage({...(asked && {asked}), ...(locale !== undefined && {locale})}))
}

/** Says on a terminal how far the work is, in one line that is written over and gone at the end. */
function createProgress(language: Language): Progress {
  const start = performance.now()
  let last = start
  let shown = false
  const erase = () => {
    if (shown) process.stderr.write('\r\u001b[K')
    shown = false
  }
  return {
    erase,
    show: (done, all) => {
      const now = performance.now()
      if (now - start < patience || now - last < every || all < 2) return
      last = now
      shown = true
      const text = language === 'zh' ? `检查了 ${done}/${all} 个文件` : `${done} of ${all} files checked`
      process.stderr.write(`\r${text}\u001b[K`)
    }
  }
}

/** Whether somebody is looking who can see a line change: not in CI, not in a pipe. */
function wantsProgress({CI, TERM}: NodeJS.ProcessEnv): boolean {
  return process.stderr.isTTY === true && TERM !== 'dumb' && (CI === undefined || CI === '' || CI === 'false')
}
