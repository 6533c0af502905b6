import {availableParallelism} from 'node:os'
import {levels} from '../config/levels.ts'
import {meant} from '../config/nearest.ts'
import {Complaint} from '../node/complaint.ts'
import {type Encoding, encodings, toEncoding} from '../node/decode.ts'
import type {MendRequest} from '../node/mend-pages.ts'
import type {Language} from '../rule/rule.ts'
import {leastLimit} from '../score/options.ts'
import type {Parsed} from './parse.ts'

type Options = Parsed['options']

/** Each has a copy of the rules and the words in memory. */
const mostWorkers = 8

/** One of a few values; the nearest is named where it is none of them. */
export function choice<T extends string>(
  options: Options,
  name: string,
  flag: string,
  allowed: readonly T[]
): T | undefined {
  const value = options[name]
  if (typeof value !== 'string') return undefined
  return oneOf(value, flag, allowed)
}

export function oneOf<T extends string>(value: string, flag: string, allowed: readonly T[]): T {
  const found = allowed.find((it) => it === value)
  if (found !== undefined) return found
  const {zh, en} = meant(value, allowed)
  throw new Complaint({
    zh: `${flag} 不能是“${value}”${zh || `，可用：${allowed.join('、')}`}`,
    en: `${flag} cannot be “${value}”${en || `; there are: ${allowed.join(', ')}`}`
  })
}

export const languageOf = (options: Options): Language | undefined => choice(options, 'lang', '--lang', ['zh', 'en'])

export function encodingOf({encoding}: Options): Encoding | undefined {
  if (typeof encoding !== 'string') return undefined
  return toEncoding(encoding) ?? oneOf(encoding, '--encoding', encodings)
}

/** `--rule NAME:SEVERITY`, in the order given. */
export function rulesOf({rule}: Options): {rule: string; level: (typeof levels)[number]}[] {
  return list(rule).map((value) => {
    const at = value.lastIndexOf(':')
    if (at <= 0) {
      throw new Complaint({
        zh: `--rule 应当写成 规则名:级别，如 --rule repeated-paragraph:off，现在是“${value}”`,
        en: `--rule is written NAME:SEVERITY, like --rule repeated-paragraph:off, not “${value}”`
      })
    }
    return {rule: value.slice(0, at), level: oneOf(value.slice(at + 1), '--rule', levels)}
  })
}

/** The level at which to mend, and the rules to which it is kept; nothing where no mending was asked for. */
export function mendOf({fix, fixUnsafe, fixDryRun, fixRule}: Options): MendRequest | undefined {
  const rules = list(fixRule)
  if (fix !== true && fixUnsafe !== true && fixDryRun !== true && rules.length === 0) return undefined
  const level = fixUnsafe === true ? 'unsafe' : 'safe'
  return {level, dry: fixDryRun === true, ...(rules.length > 0 && {rules: new Set(rules)})}
}

/** `--report NAME=FILE`. */
export function reportsOf({report}: Options): {name: string; file: string}[] {
  return list(report).map((value) => {
    const at = value.indexOf('=')
    if (at <= 0 || at === value.length - 1) {
      throw new Complaint({
        zh: `--report 应当写成 样式=文件，如 --report json=report.json，现在是“${value}”`,
        en: `--report is written NAME=FILE, like --report json=report.json, not “${value}”`
      })
    }
    return {name: value.slice(0, at), file: value.slice(at + 1)}
  })
}

/** Errors in ten thousand characters. */
export function maxScoreOf({maxScore}: Options): number | undefined {
  if (typeof maxScore !== 'string') return undefined
  if (/^\d+(?:\.\d+)?$/.test(maxScore) && Number(maxScore) >= leastLimit) return Number(maxScore)
  throw new Complaint({
    zh: `--max-score 应当是一个不小于 ${leastLimit} 的数，写每万字的差错数，如 3，现在是“${maxScore}”`,
    en: `--max-score must be a number, at least ${leastLimit}: errors in ten thousand characters, like 3; not “${maxScore}”`
  })
}

export function maxWarningsOf({maxWarnings}: Options): number | undefined {
  if (typeof maxWarnings !== 'string') return undefined
  if (/^\d+$/.test(maxWarnings)) return Number(maxWarnings)
  throw new Complaint({
    zh: `--max-warnings 应当是一个不小于 0 的整数，现在是“${maxWarnings}”`,
    en: `--max-warnings must be a whole number, 0 or more, not “${maxWarnings}”`
  })
}

/** How many threads may check. Where nothing is said, one for each processor. */
export function workersOf({workers}: Options): number {
  if (typeof workers !== 'string') return Math.min(availableParallelism(), mostWorkers)
  if (/^[1-9]\d*$/.test(workers)) return Math.min(Number(workers), 64)
  throw new Complaint({
    zh: `--workers 应当是一个不小于 1 的整数，现在是“${workers}”`,
    en: `--workers must be a whole number, 1 or more, not “${workers}”`
  })
}

function list(value: Options[string]): readonly string[] {
  return Array.isArray(value) ? value : []
}
