import type {ActiveRule} from './lint.ts'
import {type ListFile, type ListHost, type ListMistake, listFault, placeOfMistake as place} from './rule/lists.ts'
import type {Texts} from './rule/rule.ts'

/**
 * Reads a file that options name.
 *
 * @throws what `listFault` makes, where it cannot be read
 */
export type ReadList = (path: string, active: ActiveRule) => Promise<ListFile>

/** Rules that can check, and what is to be said of those that cannot. */
export interface Listed {
  readonly rules: readonly ActiveRule[]
  /** Each with the file and the place. */
  readonly failures: readonly Texts[]
}

/**
 * Loads the word lists of rules, each once, however many pages are linted: `(await lists(rules)).rules` can be given to `lint`.
 * A rule whose lists cannot be loaded is left out and told of, the others run.
 *
 * @param read how a file that options name is read; without it there are no such files
 */
export function createLists(read: ReadList = noFiles): (rules: readonly ActiveRule[]) => Promise<Listed> {
  const loaded = new Map<string, Promise<{lists: unknown} | {failures: readonly Texts[]}>>()
  const shared = new Map<() => Promise<unknown>, Promise<unknown>>()
  const share = <T>(load: () => Promise<T>): Promise<T> => {
    const loading = (shared.get(load) as Promise<T> | undefined) ?? load()
    shared.set(load, loading)
    return loading
  }
  const load = (active: ActiveRule) => {
    const key = JSON.stringify([active.rule.name, active.folder, active.options])
    const before = loaded.get(key)
    if (before) return before
    const loading = loadLists(active, {read: (path) => read(path, active), share})
    loaded.set(key, loading)
    return loading
  }
  return async (rules) => {
    // most rules have none: they wait for nothing
    const outcomes = await Promise.all(rules.map((active) => (active.rule.lists ? load(active) : undefined)))
    return {
      rules: rules.flatMap((active, index) => {
        const outcome = outcomes[index]
        if (!outcome) return [active]
        return 'lists' in outcome ? [{...active, lists: outcome.lists}] : []
      }),
      failures: outcomes.flatMap((it) => (it && 'failures' in it ? it.failures : []))
    }
  }
}

async function loadLists(
  {rule, options}: ActiveRule,
  host: Omit<ListHost<unknown>, 'options'>
): Promise<{lists: unknown} | {failures: readonly Texts[]}> {
  try {
    return {lists: await rule.lists?.({options, ...host})}
  } catch (error) {
    const mistakes = mistakesOf(error)
    if (mistakes) return {failures: mistakes.map((it) => ({zh: `${place(it)}${it.zh}`, en: `${place(it)}${it.en}`}))}
    const reason = error instanceof Error ? error.message : String(error)
    const {name} = rule
    return {
      failures: [{zh: `${name} 的词表载入失败：${reason}`, en: `the word lists of ${name} did not load: ${reason}`}]
    }
  }
}

function mistakesOf(error: unknown): readonly ListMistake[] | undefined {
  const mistakes: unknown = error instanceof Error && 'mistakes' in error && error.mistakes
  return Array.isArray(mistakes) && mistakes.length > 0 ? mistakes : undefined
}

const noFiles: ReadList = async (path) => {
  throw listFault([{path, zh: '这里不能读文件', en: 'files cannot be read here'}])
}
