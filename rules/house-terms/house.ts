import type {DataMistake, Issue, ListFile, ListMistake, Use} from 'copylint'
import {listFault, mistakesIn, readData} from 'copylint'
import {check, type Found} from './check.ts'
import {clashesOf, merged} from './clashes.ts'
import {type Entry, entriesOf} from './entries.ts'
import {chinese, withPairs} from './keys.ts'
import {lexiconOf} from './lexicon.ts'
import {type House, houseSchema} from './schema.ts'
import {unmeantIn} from './unmeant.ts'

/** So many mistakes of one file are told, the others counted: one slip of the form makes thousands. */
const mostTold = 20

/** What terms in the options are called, that stand in no file of their own. */
const inline = 'house-terms › terms'

const wordless = {
  zh: '里面没有词；至少写两行，如 forbidden: 和下一行的 - 残废',
  en: 'there is no term in it; write two lines at least, such as “forbidden:” and “- 残废” in the next'
}

type Path = readonly (string | number)[]

/** Where a file's data stands. */
interface Source {
  readonly path: string
  readonly placeOf: (path: Path, part?: 'key' | 'value') => {readonly line?: number; readonly column?: number}
}

/**
 * Reads the files of a house, and what its options say of terms themselves.
 *
 * @returns what finds what is not as the house says; nothing where it has no terms
 * @throws listFault for all that is wrong with them
 */
export async function readHouse(
  files: readonly string[],
  terms: Readonly<Record<string, unknown>>,
  read: (path: string) => Promise<ListFile>
): Promise<((issue: Issue, use: Use) => Iterable<Found>) | undefined> {
  const mistakes: ListMistake[] = []
  const sources: Source[] = []
  const entries: Entry[] = []
  const add = (data: unknown, source: Source) => {
    const value = withPairs(data)
    const wrong = value === undefined || value === null ? [] : [...mistakesIn(houseSchema, value)]
    for (const it of wrong) mistakes.push(worded(it, value, source))
    if (wrong.some(({path}) => path.length === 0)) return
    const left = new Set(wrong.map(({path}) => path.slice(0, 2).join('/')))
    const file = sources.push(source) - 1
    const own = entriesOf((value ?? {}) as House, file, left)
    for (const entry of own) entries.push(entry)
    if (own.length === 0 && wrong.length === 0 && source.path !== inline)
      mistakes.push({path: source.path, ...wordless})
  }
  add(terms, {path: inline, placeOf: () => ({})})
  for (const file of files) {
    try {
      const listFile = await read(file)
      const data = await readData(listFile)
      if (data.mistakes.length > 0) mistakes.push(...data.mistakes)
      else add(data.value, {path: listFile.path, placeOf: data.placeOf})
    } catch (error) {
      mistakes.push(...told(error))
    }
  }
  for (const entry of entries) {
    for (const texts of unmeantIn(entry)) {
      const {path, placeOf} = sources[entry.file] as Source
      mistakes.push({path, ...placeOf(entry.path, 'key'), ...texts})
    }
  }
  for (const {entry, other, zh, en} of clashesOf(entries)) {
    const there = lineOf(other, sources)
    const {path, placeOf} = sources[entry.file] as Source
    mistakes.push({
      path,
      ...placeOf(entry.path, 'key'),
      zh: zh.replace('{place}', there),
      en: en.replace('{place}', there)
    })
  }
  if (mistakes.length > 0) throw listFault(bounded(mistakes))
  if (entries.length === 0) return undefined
  const lexicon = await lexiconOf(merged(entries), (entry) => lineOf(entry, sources))
  return (issue, use) => check(issue, use, lexicon)
}

function worded({path: keys, part, zh, en}: DataMistake, value: unknown, {path, placeOf}: Source): ListMistake {
  const colon = colonIn(value, keys)
  const inner = path === inline && keys.length > 0 ? `${inline}.${keys.join('.')}` : path
  const meant = part === 'key' ? chinese[String(keys.at(-1))] : undefined
  const said = {
    zh: meant === undefined ? zh : zh.replace(/（可用.*/, `，请写 ${meant}`),
    en: meant === undefined ? en : en.replace(/ \(there are.*/, `; write ${meant}`)
  }
  return {path: inner, ...placeOf(keys, part), zh: said.zh + colon.zh, en: said.en + colon.en}
}

/** A text where pairs should stand has perhaps a colon that YAML does not know: 林岚：县长, or 林岚:县长 without a blank. */
function colonIn(value: unknown, keys: Path): {zh: string; en: string} {
  let inner = value
  for (const key of keys) inner = (inner as Readonly<Record<string | number, unknown>> | undefined)?.[key]
  if (typeof inner !== 'string' || !/[：:]/.test(inner)) return {zh: '', en: ''}
  return {zh: '；冒号要用英文冒号，后面空一格', en: '; write the colon as “: ”, with a blank behind it'}
}

function lineOf({file, path}: Entry, sources: readonly Source[]): string {
  const source = sources[file] as Source
  const {line} = source.placeOf(path, 'key')
  return line === undefined ? `${source.path}.${path.join('.')}` : `${source.path}:${line}`
}

function told(error: unknown): readonly ListMistake[] {
  const mistakes = error instanceof Error && 'mistakes' in error ? error.mistakes : undefined
  if (!Array.isArray(mistakes)) throw error
  return mistakes
}

function bounded(mistakes: readonly ListMistake[]): ListMistake[] {
  return [...grouped(mistakes)].flatMap(([path, all]) => {
    all.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
    const rest = all.length - mostTold
    if (rest <= 0) return all
    return [
      ...all.slice(0, mostTold),
      {path, zh: `还有 ${rest} 处错误，没有列出`, en: `${rest} more mistakes are not shown`}
    ]
  })
}

const fileOf = ({path}: ListMistake): string => (path.startsWith(inline) ? inline : path)

function grouped(mistakes: readonly ListMistake[]): Map<string, ListMistake[]> {
  const files = new Map<string, ListMistake[]>()
  for (const mistake of mistakes) {
    const list = files.get(fileOf(mistake))
    if (list) list.push(mistake)
    else files.set(fileOf(mistake), [mistake])
  }
  return files
}
