import {existsSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import type {Texts} from '../rule/rule.ts'
import {printBaseline} from '../suppress/baseline.ts'
import type {PageAcceptance} from './accepting.ts'
import {type Baseline, type BaselineFinder, nameIn} from './baseline.ts'
import {located} from './complaint.ts'
import {putFile} from './put.ts'
import {reasonOf} from './reasons.ts'
import {shown} from './settings.ts'
import {replaceFiles} from './write.ts'

/** What became of a baseline. */
export interface WrittenBaseline {
  /** As messages show it. */
  readonly path: string
  /** How many findings of the pages given it accepts. */
  readonly accepted: number
  readonly added: number
  /** Entries of nothing, and of files that are gone. */
  readonly dropped: number
  /** Why it could not be written. */
  readonly failure?: Texts
}

/** Once all pages are linted: what one baseline holds of them is written at once. */
export async function writeBaselines(
  acceptances: readonly (PageAcceptance | undefined)[],
  finder: BaselineFinder,
  cwd: string
): Promise<readonly WrittenBaseline[]> {
  const byPath = new Map<string, PageAcceptance[]>()
  for (const acceptance of acceptances) {
    if (!acceptance) continue
    const pages = byPath.get(acceptance.path)
    if (pages) pages.push(acceptance)
    else byPath.set(acceptance.path, [acceptance])
  }
  const done = await Promise.all(
    [...byPath.values()].map(async (pages) => {
      const own = await finder.baselineOf(pages[0]?.page ?? '')
      return own ? writeBaseline(own, pages, {cwd}) : []
    })
  )
  return done.flat()
}

/** Writes the entries of pages into a baseline, sorted; other pages keep theirs, unless their file is gone. */
export function writeBaseline(
  baseline: Baseline,
  pages: readonly PageAcceptance[],
  {cwd, keepsGone = false}: {readonly cwd: string; readonly keepsGone?: boolean}
): WrittenBaseline {
  const folder = dirname(baseline.path)
  const files = new Map(baseline.files)
  let gone = 0
  for (const [name, entries] of baseline.files) {
    if (keepsGone || existsSync(resolve(folder, name))) continue
    files.delete(name)
    gone += entries.length
  }
  for (const {page, entries} of pages) {
    const named = entries.map((it) => (it.with ? {...it, with: it.with.map((other) => nameIn(baseline, other))} : it))
    files.set(nameIn(baseline, page), named)
  }
  const failure = replaced(baseline, printBaseline(files), files.size > 0)
  const sum = (key: 'added' | 'dropped') => pages.reduce((total, it) => total + it[key], 0)
  return {
    path: shown(baseline.path, cwd),
    accepted: pages.reduce((total, {entries}) => total + entries.length, 0),
    added: sum('added'),
    dropped: sum('dropped') + gone,
    ...(failure && {failure: located(shown(baseline.path, cwd), failure)})
  }
}

/** Puts the text in its place at once; why it could not be done, or nothing. What is the same is not written. */
function replaced({path, bytes}: Baseline, text: string, isNeeded: boolean): Texts | undefined {
  if (bytes ? new TextDecoder().decode(bytes) === text : !isNeeded) return undefined
  const unwritable = ({zh, en}: Texts): Texts => ({
    zh: `基线没有写成（${zh}）`,
    en: `this baseline could not be written (${en})`
  })
  try {
    // made by another run meanwhile
    if (!bytes && existsSync(path)) throw Object.assign(new Error(), {code: 'EEXIST'})
    if (!bytes) putFile(path, text)
    const failed = bytes && replaceFiles([{path, before: bytes, after: new TextEncoder().encode(text)}])
    return failed && unwritable(failed.texts)
  } catch (error) {
    return unwritable(reasonOf(error))
  }
}
