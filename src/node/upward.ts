import {existsSync} from 'node:fs'
import {dirname, join} from 'node:path'

/** Finds the nearest file of a name, from a folder upward; each folder is looked at once. */
export function createUpward(name: string): (folder: string) => string | undefined {
  const folders = new Map<string, string | undefined>()
  const find = (folder: string): string | undefined => {
    if (folders.has(folder)) return folders.get(folder)
    const own = join(folder, name)
    const parent = dirname(folder)
    const path = existsSync(own) ? own : parent === folder ? undefined : find(parent)
    folders.set(folder, path)
    return path
  }
  return find
}
