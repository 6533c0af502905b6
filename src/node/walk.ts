import {type Dirent, readdirSync, readlinkSync, realpathSync, statSync} from 'node:fs'
import {basename, dirname, join, resolve, sep} from 'node:path'
import type {Texts} from '../rule/rule.ts'
import {reasonOf} from './reasons.ts'

/** What stands at a path: a file, or what cannot be read as one, and why. */
export type Walked = {readonly path: string; readonly absolute: string; readonly refused?: Texts}

export interface WalkOptions {
  /** Whether a path, as reports name it, is asked for. */
  readonly wants: (path: string) => boolean
  /** Names that begin with a dot too. */
  readonly hidden?: boolean
  /** How many folders deep; without it, to the ground. */
  readonly depth?: number
}

const dangling: Texts = {zh: '链接断了：它指的文件不在', en: 'the link is broken: what it leads to is not there'}
const irregular: Texts = {zh: '不是普通文件', en: 'it is not a regular file'}

/**
 * The files of a folder that are asked for, sorted. Hidden ones and `node_modules` are left out; links to folders are not
 * followed: they may lead back. What is asked for and cannot be read is given with the reason, not passed over.
 *
 * @param path the folder as reports name it; empty for the one that the user is in
 */
export function walk(path: string, absolute: string, options: WalkOptions): Walked[] {
  const {wants, hidden = false, depth = Number.POSITIVE_INFINITY} = options
  let entries: Dirent[]
  try {
    entries = readdirSync(absolute, {withFileTypes: true}).sort((a, b) => byCode(a.name, b.name))
  } catch (error) {
    const {zh, en} = reasonOf(error)
    return [
      {
        path: path || '.',
        absolute,
        refused: {zh: `进不了这个文件夹（${zh}）`, en: `this folder cannot be read (${en})`}
      }
    ]
  }
  return entries.flatMap((entry): Walked[] => {
    if (entry.name === 'node_modules' || (!hidden && entry.name.startsWith('.'))) return []
    const inner = {path: join(path, entry.name).split(sep).join('/'), absolute: join(absolute, entry.name)}
    if (entry.isDirectory()) return depth > 0 ? walk(inner.path, inner.absolute, {...options, depth: depth - 1}) : []
    if (!wants(inner.path)) return []
    if (entry.isFile()) return [inner]
    const kind = kindAt(inner.absolute)
    if (kind === 'folder') return []
    return [kind === 'file' ? inner : {...inner, refused: refusals[kind]}]
  })
}

/** Why what is no file cannot be read. */
export const refusals = {dangling, irregular} as const

/** What stands at a path, links followed. */
export function kindAt(path: string): 'file' | 'folder' | keyof typeof refusals {
  // a link in a circle throws
  try {
    const stat = statSync(path)
    return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : 'irregular'
  } catch {
    return 'dangling'
  }
}

/** What a path leads to; of a file that is not there yet, by its folder, or by the link that it would be made through. */
export function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    const there = dirname(path) === path ? path : join(realPath(dirname(path)), basename(path))
    const target = (error as NodeJS.ErrnoException).code === 'ENOENT' ? targetOf(there) : undefined
    return target === undefined ? there : realPath(resolve(dirname(there), target))
  }
}

/** Where a link leads. */
function targetOf(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}

/** What tells a file from all others, whatever it is called: it may have several names, and on many disks `A.txt` is `a.txt`. */
export function identityOf(path: string): string {
  try {
    const {dev, ino} = statSync(path, {bigint: true})
    return `${dev}:${ino}`
  } catch {
    return realPath(path)
  }
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
