import type {Parsed} from './parse.ts'

/** Beyond so many columns a line of a report is too long to read. */
const widest = 120

/** Whether to use colours: the options, then the environment, then whether somebody is looking. */
export function wantsColor(options: Parsed['options'], toFile = false): boolean {
  const {NO_COLOR, FORCE_COLOR, TERM} = process.env
  if (typeof options.color === 'boolean') return options.color
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0'
  return !toFile && process.stdout.isTTY === true && TERM !== 'dumb'
}

/** The columns a report has. */
export function columns(): number {
  const own = process.stdout.columns ?? Number(process.env.COLUMNS)
  return Math.min(own >= 20 ? own : 80, widest)
}

/** The locale of the environment, by the order of POSIX. */
export function localeOf({LC_ALL, LC_MESSAGES, LANG}: NodeJS.ProcessEnv): string | undefined {
  return [LC_ALL, LC_MESSAGES, LANG].find((it) => it !== undefined && it !== '')
}
