import type {DataMistake, Issue, ListFile, ListMistake, Texts, Use} from 'copylint'
import {listFault, mistakesIn, readData} from 'copylint'
import {check, type Found} from './check.ts'
import {clashesOf, merged} from './clashes.ts'
import {type Entry, entriesOf} from './entries.ts'
import {chinese, pathIn, withPairs} from './keys.ts'
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
  /** What is written from a place on. */
  readonly textAt?: (place: {readonly line?: number; readonly column?: number}) => string
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
  const add = (data: unknown, {placeOf, ...rest}: Source) => {
    const value = withPairs(data)
    const source: Source = {...rest, placeOf: (path, part) => placeOf(pathIn(data, path), part)}
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
      else {
        const textAt: Source['textAt'] = ({line = 1, column = 1}) =>
          (listFile.text.replace(/^\ufeff/, '').split(/\r\n?|\n/)[line - 1] ?? '').slice(column - 1)
        add(data.value, {path: listFile.path, placeOf: data.placeOf, textAt})
      }
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

function worded({path: keys, part, zh, en}: DataMistake, value: unknown, {path, placeOf, textAt}: Source): ListMistake {
  const place = placeOf(keys, part)
  const hint = hintFor(value, keys, part)
  const inner = path === inline && keys.length > 0 ? `${inline}.${keys.join('.')}` : path
  const meant = part === 'key' ? chinese[String(keys.at(-1)).trim()] : undefined
  const said = {
    zh: meant === undefined ? zh : zh.replace(/（可用.*/, `，请写 ${meant}`),
    en: meant === undefined ? en : en.replace(/ \(there are.*/, `; write ${meant}`)
  }
  // 0110 is 110 for YAML, and not what the editor wrote
  const written = /^[-+.\w]+/.exec(textAt?.(place) ?? '')?.[0]
  const asWritten = (text: string): string =>
    written === undefined ? text : text.replace(/"[-+.\w]+"$/, () => `"${written}"`)
  const isNumber = typeof at(value, keys) === 'number'
  return {
    path: inner,
    ...place,
    zh: (isNumber ? asWritten(said.zh) : said.zh) + hint.zh,
    en: (isNumber ? asWritten(said.en) : said.en) + hint.en
  }
}

function at(value: unknown, keys: Path): unknown {
  let inner = value
  for (const key of keys) inner = (inner as Readonly<Record<string | number, unknown>> | undefined)?.[key]
  return inner
}

/** What a text that stands where pairs or a list should was perhaps to be: 林岚：县长, 林岚:县长 without a blank, -残废. */
function hintFor(value: unknown, keys: Path, part: 'key' | 'value'): Texts {
  const inner = part === 'key' ? String(keys.at(-1)) : at(value, keys)
  if (typeof inner !== 'string') return {zh: '', en: ''}
  if (/^[\u3000\u00a0]|[:：-] *[\u3000\u00a0]/.test(inner)) {
    return {
      zh: '；这里有全角空格（或网页上复制来的空格），请换成普通的半角空格',
      en: '; a blank here is a full-width or a non-breaking one: make it a plain blank'
    }
  }
  if (part === 'key') return {zh: '', en: ''}
  if (/^[-－–—]\s?\S/.test(inner)) {
    return {
      zh: '；列表每项前面用英文的 -，后面空一格：“- 残废”',
      en: '; an item of a list begins with “- ”: a plain dash, and a blank behind it'
    }
  }
  if (!/[：:]/.test(inner)) return {zh: '', en: ''}
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
