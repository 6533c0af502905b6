import {existsSync, readFileSync} from 'node:fs'
import {dirname, join, relative, sep} from 'node:path'
import ignore, {type Ignore} from 'ignore'
import {Complaint} from './complaint.ts'
import {decode} from './decode.ts'
import {reasonOf} from './reasons.ts'
import {ignoreFileName} from './settings.ts'

/**
 * Whether files are left out by the ignore files of their folder and those above it, as Git has it with its own: patterns
 * hold from the folder of their file down, the nearer file outranks, and what lies in a folder that is left out stays out.
 *
 * @param show a path as messages name it
 */
export function createIgnoring(show: (path: string) => string): (file: string) => boolean {
  const own = new Map<string, Ignore | undefined>()
  const folders = new Map<string, boolean>()

  const ownOf = (folder: string): Ignore | undefined => {
    if (!own.has(folder)) own.set(folder, readIgnoreFile(join(folder, ignoreFileName), show))
    return own.get(folder)
  }

  /** What the nearest file says that says something; `path` of a folder has a slash behind it. */
  const told = (path: string, from: string): boolean => {
    for (let folder = from; ; folder = dirname(folder)) {
      const {ignored = false, unignored = false} = ownOf(folder)?.test(inside(folder, path)) ?? {}
      if (ignored || unignored) return ignored
      if (dirname(folder) === folder) return false
    }
  }

  const leavesOutFolder = (folder: string): boolean => {
    const parent = dirname(folder)
    if (parent === folder) return false
    const before = folders.get(folder)
    if (before !== undefined) return before
    const is = leavesOutFolder(parent) || told(`${folder}${sep}`, parent)
    folders.set(folder, is)
    return is
  }

  return (file) => leavesOutFolder(dirname(file)) || told(file, dirname(file))
}

/** `news/a.txt`, as patterns are written on any system. */
const inside = (folder: string, path: string): string =>
  relative(folder, path).split(sep).join('/') + (path.endsWith(sep) ? '/' : '')

/** @throws Complaint for one that cannot be read: nobody can tell what it leaves out */
function readIgnoreFile(path: string, show: (path: string) => string): Ignore | undefined {
  if (!existsSync(path)) return undefined
  try {
    return ignore().add(decode(readFileSync(path)).text)
  } catch (error) {
    const {zh, en} = error instanceof Complaint ? error.texts : reasonOf(error)
    throw new Complaint({zh: `读不了 ${show(path)}（${zh}）`, en: `cannot read ${show(path)} (${en})`})
  }
}
