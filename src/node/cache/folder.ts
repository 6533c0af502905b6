import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  futimesSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import {join} from 'node:path'
import type {Texts} from '../../rule/rule.ts'
import {reasonOf} from '../reasons.ts'
import type {Store} from './store.ts'

/** An entry is a page's report: larger ones are none. */
const largest = 64 * 1024 * 1024
const day = 24 * 60 * 60 * 1000
/** Entries that nobody has asked for so long are removed, */
const oldest = 30 * day
/** and the oldest of them where all together have more bytes. */
const mostBytes = 512 * 1024 * 1024

/**
 * Keeps each entry in a file of its own, named by its key: two processes may use the folder at once. What is written is written
 * beside its place and renamed. Nothing here is needed: what cannot be read is linted again, and where nothing can be
 * written nothing is kept.
 */
export function createFolderStore(location: string): Store {
  const root = join(location, 'v1')
  const folderOf = (key: string) => join(root, key.slice(0, 2))
  const fileOf = (key: string) => join(folderOf(key), key.slice(2))
  const made = new Set<string>()
  const own = `${process.pid}-${Date.now().toString(36)}`
  let trouble: Texts | undefined

  const put = (key: string, text: string) => {
    if (trouble) return
    const beside = `${fileOf(key)}.${own}`
    try {
      if (made.size === 0) prepare(location)
      if (!made.has(folderOf(key))) mkdirSync(folderOf(key), {recursive: true})
      made.add(folderOf(key))
      writeFileSync(beside, text, {flag: 'wx', mode: 0o644})
      renameSync(beside, fileOf(key))
    } catch (error) {
      remove(beside)
      const {zh, en} = reasonOf(error)
      trouble = {
        zh: `缓存写不进 ${location}（${zh}），这次没有都存下来`,
        en: `the cache cannot be written to ${location} (${en}): not all of this run is kept`
      }
    }
  }

  return {
    has: (key) => existsSync(fileOf(key)),
    get: (key) => readEntry(fileOf(key)),
    put,
    trouble: () => trouble,
    close: () => {
      // what has grown is cleared up, once a day
      if (made.size > 0 && !trouble && isDue(join(root, 'pruned'))) prune(root)
    }
  }
}

function remove(path: string): void {
  try {
    rmSync(path, {force: true})
  } catch {
    // where it cannot be removed it cannot be made, or another process has been faster
  }
}

/** A folder of our own is none of the project's: Git leaves it out. */
function prepare(location: string): void {
  if (existsSync(location)) return
  mkdirSync(location, {recursive: true})
  writeFileSync(join(location, '.gitignore'), '*\n')
}

/** A pipe in the place of an entry must not keep us waiting, nor a device give bytes for ever. */
function readEntry(path: string): string | undefined {
  let file: number
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch {
    return undefined
  }
  try {
    const stat = fstatSync(file)
    if (!stat.isFile() || stat.size > largest) return undefined
    const bytes = Buffer.allocUnsafe(stat.size)
    let length = 0
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null)
    touch(file, stat.mtimeMs)
    return bytes.toString('utf8', 0, length)
  } catch {
    return undefined
  } finally {
    closeSync(file)
  }
}

/** An entry that is asked for stays: its time says when that was, to the day. */
function touch(file: number, time: number): void {
  const now = Date.now()
  if (now - time < day) return
  try {
    futimesSync(file, now / 1000, now / 1000)
  } catch {
    // in a folder that is read only entries do not age
  }
}

function isDue(mark: string): boolean {
  const now = Date.now()
  const {mtimeMs = 0} = lstatSync(mark, {throwIfNoEntry: false}) ?? {}
  if (now - mtimeMs < day) return false
  try {
    if (mtimeMs === 0) writeFileSync(mark, '', {flag: 'wx'})
    else utimesSync(mark, now / 1000, now / 1000)
    // a cache that has just begun has nothing that is old
    return mtimeMs > 0
  } catch {
    return false
  }
}

/** Removes entries that are old, then the oldest while all are too much. Touches nothing but what has the name of an entry. */
function prune(root: string): void {
  try {
    const entries = readdirSync(root)
      .filter((name) => /^[0-9a-f]{2}$/.test(name))
      .flatMap((name) => readdirSync(join(root, name)).map((entry) => join(root, name, entry)))
      .filter((path) => /[\\/][0-9a-f]{62}(?:\.[\w-]+)?$/.test(path))
      .flatMap((path) => {
        const stat = lstatSync(path, {throwIfNoEntry: false})
        return stat ? [{path, time: stat.mtimeMs, size: stat.size}] : []
      })
      .sort((a, b) => b.time - a.time)
    const now = Date.now()
    let bytes = 0
    for (const {path, time, size} of entries) {
      bytes += size
      // what was left half written by a process that was ended
      const left = /\.[\w-]+$/.test(path) && now - time > day
      if (left || now - time > oldest || bytes > mostBytes) remove(path)
    }
  } catch {
    // another process clears up as well
  }
}
