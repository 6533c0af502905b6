import {existsSync, readFileSync} from 'node:fs'
import {basename, dirname, join, relative, resolve, sep} from 'node:path'
import type {Texts} from '../rule/rule.ts'
import type {Entry} from '../suppress/suppress.ts'
import {located} from './complaint.ts'
import {reasonOf} from './reasons.ts'
import {shown} from './settings.ts'
import {createUpward} from './upward.ts'
import {realPath} from './walk.ts'

/** The name of a baseline. */
export const baselineName = '.copylint-baseline.json'

/** A file of what is accepted, as it was read. */
export interface Baseline {
  readonly path: string
  /** By page, named from the baseline's folder with `/`. */
  readonly files: ReadonlyMap<string, readonly Entry[]>
  /** What the file held; nothing where there is none yet. */
  readonly bytes?: Uint8Array
  /** What is wrong with it: no page that it is for is linted. */
  readonly errors: readonly Texts[]
}

/** Where baselines are looked for. */
export interface BaselineOptions {
  readonly cwd: string
  /** An absolute path; `false` for none; else the nearest from the page's folder upward. */
  readonly file?: string | false
  /** It may be that it is not there yet. */
  readonly isNew?: boolean
}

export interface BaselineFinder {
  /** @param page an absolute path */
  baselineOf(page: string): Promise<Baseline | undefined>
}

/** A finder for one run: a folder is looked at once, a file read once. */
export function createBaselines({cwd, file, isNew = false}: BaselineOptions): BaselineFinder {
  const nearest = createUpward(baselineName)
  const baselines = new Map<string, Promise<Baseline>>()
  return {
    baselineOf: async (page) => {
      if (file === false) return undefined
      const path = file ?? nearest(dirname(page)) ?? (isNew ? homeOf(page, cwd) : undefined)
      if (path === undefined) return undefined
      const known = baselines.get(path) ?? readBaseline(path, cwd, isNew)
      baselines.set(path, known)
      return known
    }
  }
}

/** A new baseline lies where the command is run, or beside a page from elsewhere. */
const homeOf = (page: string, cwd: string): string =>
  join(relative(cwd, page).startsWith('..') ? dirname(page) : cwd, baselineName)

/** What a page is called in a baseline: as it is asked for, or, where a link leads to its folder, as it was accepted without the link. */
export function nameIn({path, files}: Baseline, page: string): string {
  const name = nameFrom(dirname(path), page)
  if (files.has(name)) return name
  const real = nameFrom(realPath(dirname(path)), join(realPath(dirname(page)), basename(page)))
  return files.has(real) ? real : name
}

const nameFrom = (folder: string, page: string): string => relative(folder, page).split(sep).join('/')

/** The entries of a page, other pages that they name as absolute paths. */
export function entriesOf(baseline: Baseline, page: string): readonly Entry[] {
  const folder = dirname(baseline.path)
  return (baseline.files.get(nameIn(baseline, page)) ?? []).map((entry) =>
    entry.with ? {...entry, with: entry.with.map((it) => resolve(folder, it))} : entry
  )
}

async function readBaseline(path: string, cwd: string, isNew: boolean): Promise<Baseline> {
  if (isNew && !existsSync(path)) return {path, files: new Map(), errors: []}
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    const {zh, en} = reasonOf(error)
    const isThere = existsSync(path)
    const texts = {
      zh: `读不了基线文件（${zh}）${isThere ? '' : '；第一次用，请加 --update-baseline'}`,
      en: `this baseline cannot be read (${en})${isThere ? '' : '; --update-baseline makes a new one'}`
    }
    return {path, files: new Map(), errors: [located(shown(path, cwd), texts)]}
  }
  const {parseBaseline} = await import('../suppress/baseline.ts')
  const {files, mistakes} = await parseBaseline(shown(path, cwd), new TextDecoder().decode(bytes))
  return {path, files, bytes, errors: mistakes}
}
