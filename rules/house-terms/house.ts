import type {DataMistake, Issue, ListFile, ListMistake, Use} from 'copylint'
import {listFault, mistakesIn, readData} from 'copylint'
import {check, type Found} from './check.ts'
import {clashesOf} from './clashes.ts'
import {type Entry, entriesOf} from './entries.ts'
import {lexiconOf} from './lexicon.ts'
import {type House, houseSchema} from './schema.ts'

/** So many mistakes of one file are told, the others counted: one slip of the form makes thousands. */
const mostTold = 20

/** What terms in the options are called, that stand in no file of their own. */
const inline = 'house-terms › terms'

/** Keys as an editor may write them. */
const chinese: Readonly<Record<string, string>> = {
  人物: 'people',
  人名: 'people',
  人员: 'people',
  领导: 'people',
  机构: 'organisations',
  单位: 'organisations',
  organizations: 'organisations',
  地名: 'places',
  固定提法: 'phrases',
  提法: 'phrases',
  规范: 'preferred',
  规范写法: 'preferred',
  禁用: 'forbidden',
  禁用词: 'forbidden',
  姓名: 'name',
  名字: 'name',
  名称: 'name',
  职务: 'office',
  排名: 'rank',
  简称: 'short',
  别名: 'also',
  错: 'wrong',
  对: 'right',
  原因: 'why',
  理由: 'why',
  级别: 'level',
  例外: 'except',
  词: 'term',
  改为: 'instead'
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
  const add = (value: unknown, source: Source) => {
    const wrong = value === undefined || value === null ? [] : [...mistakesIn(houseSchema, value)]
    for (const it of wrong) mistakes.push(worded(it, value, source))
    if (wrong.some(({path}) => path.length === 0)) return
    const left = new Set(wrong.map(({path}) => path.slice(0, 2).join('/')))
    const file = sources.push(source) - 1
    for (const entry of entriesOf((value ?? {}) as House, file, left)) entries.push(entry)
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
  const lexicon = await lexiconOf(entries, (entry) => lineOf(entry, sources))
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
