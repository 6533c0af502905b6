import {readFileSync, statSync} from 'node:fs'
import {resolve} from 'node:path'
import type {ActiveRule} from '../../lint.ts'
import {localeLanguage} from '../../report/language.ts'
import type {LintOptions} from '../run.ts'
import type {Settings} from '../settings.ts'
import {build} from './build.ts'
import {digestOf} from './digest.ts'
import {pluginDigest} from './plugin-digest.ts'

/** What is kept under a key has this form. */
const form = 2

/** A page of an issue, as far as its report depends on it. */
export interface KeyPage {
  /** As the report names it. */
  readonly path: string
  /** Of its bytes. */
  readonly digest: string
  /** What its baseline accepts. */
  readonly accepted: unknown
}

/** Makes the keys of a run. */
export interface Keys {
  /**
   * The key of an issue: it tells apart all that its report may depend on, and nothing of the machine or the folder, so that
   * what one machine has kept serves another. Nothing where the report cannot be kept.
   */
  keyOf(pages: readonly KeyPage[], settings: Settings): string | undefined
  /** Whether a file of the house is part of the keys: one that rules read without their options naming it is not. */
  covers(file: string): boolean
}

export function createKeys({cwd, language, locale, encoding, score}: LintOptions): Keys {
  const holds = new Map<Settings, string | undefined>()
  const lists = new Map<string, string | undefined>()
  const options = [form, build, process.versions.icu, language, localeLanguage(locale), encoding, score]

  const listDigest = (file: string): string | undefined => {
    if (!lists.has(file)) lists.set(file, digestIfFile(file))
    return lists.get(file)
  }
  const listsOf = ({rule, options, folder = cwd}: ActiveRule) =>
    rule.lists ? [...stringsIn(options)].map((name) => [name, listDigest(resolve(folder, name))]) : []

  const settingsKey = (settings: Settings): string | undefined => {
    if (settings.errors.length + settings.failures.length > 0) return undefined
    try {
      return JSON.stringify([
        settings.active.map((it) => [it.rule.name, it.severity, it.options, listsOf(it)]),
        [...settings.states].map(([name, {level}]) => [name, level]),
        settings.lang?.value,
        [...settings.score.values()].map(({path, value}) => [path, value]),
        settings.plugins.map(pluginDigest)
      ])
    } catch {
      // options that are no JSON, a plugin's file that is gone: it is linted then
      return undefined
    }
  }

  return {
    keyOf: (pages, settings) => {
      if (!holds.has(settings)) holds.set(settings, settingsKey(settings))
      const hold = holds.get(settings)
      if (build === undefined || hold === undefined) return undefined
      return digestOf(
        JSON.stringify([options, hold, pages.map(({path, digest, accepted}) => [path, digest, accepted])])
      )
    },
    covers: (file) => lists.get(file) !== undefined
  }
}

/** Any of them may be the name of a file. */
function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const it of Object.values(value)) yield* stringsIn(it)
}

function digestIfFile(path: string): string | undefined {
  try {
    // a device may give bytes for ever
    return statSync(path).isFile() ? digestOf(readFileSync(path)) : undefined
  } catch {
    return undefined
  }
}
