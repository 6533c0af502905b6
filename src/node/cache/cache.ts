import {type BaselineFinder, nameIn} from '../baseline.ts'
import type {Input} from '../files.ts'
import type {Outcome} from '../outcomes.ts'
import {readBytes} from '../pages.ts'
import type {LintOptions} from '../run.ts'
import type {Settings} from '../settings.ts'
import {digestOf} from './digest.ts'
import {fromEntry, toEntry} from './entry.ts'
import {createKeys, type KeyPage} from './key.ts'
import type {Store} from './store.ts'

/** What was found before, by the content of all that it depends on. */
export interface Cache {
  readonly digestOf: (bytes: Uint8Array) => string
  /** The key of an issue as its files are now, where something is kept under it. */
  find(inputs: readonly Input[], settings: Settings | undefined): Promise<string | undefined>
  /** What is kept under a key; nothing where it is damaged. */
  get(key: string, inputs: readonly Input[]): Outcome | undefined
  /** Keeps what came of an issue, unless something was left undone. */
  put(inputs: readonly Input[], settings: Settings, outcome: Outcome): Promise<void>
}

export function createCache(store: Store, options: LintOptions, baselines: BaselineFinder): Cache {
  const keys = createKeys(options)
  const keyOf = async (inputs: readonly Input[], digests: readonly (string | undefined)[], settings: Settings) => {
    const pages: KeyPage[] = []
    for (const [index, input] of inputs.entries()) {
      const digest = digests[index]
      if (digest === undefined || 'missing' in input) return undefined
      const baseline = await baselines.baselineOf(input.absolute)
      if (baseline && baseline.errors.length > 0) return undefined
      const name = baseline && nameIn(baseline, input.absolute)
      pages.push({path: input.path, digest, accepted: name !== undefined && [name, baseline?.files.get(name)]})
    }
    return keys.keyOf(pages, settings)
  }
  return {
    digestOf,
    find: async (inputs, settings) => {
      const digests = inputs.map((input) => digestOfInput(input, options))
      const key = settings && (await keyOf(inputs, digests, settings))
      return key !== undefined && store.has(key) ? key : undefined
    },
    get: (key, inputs) => {
      const text = store.get(key)
      const paths = inputs.map(({path}) => path)
      return text === undefined ? undefined : fromEntry(text, key, paths, options.lean === true)
    },
    put: async (inputs, settings, outcome) => {
      const {pages, digests = [], reads = []} = outcome
      if (pages.some(({shared, own}) => shared.length + own.length > 0)) return
      // by what was read when it was linted: a page may have been saved since
      const key = await keyOf(inputs, digests, settings)
      if (key !== undefined && reads.every(keys.covers)) store.put(key, toEntry(key, outcome))
    }
  }
}

function digestOfInput(input: Input, {stdin}: LintOptions): string | undefined {
  if ('missing' in input) return undefined
  if (input.stdin) return stdin && digestOf(stdin.bytes)
  const bytes = readBytes(input.absolute)
  return 'unread' in bytes ? undefined : digestOf(bytes)
}
