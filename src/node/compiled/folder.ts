import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync
} from 'node:fs'
import {dirname, join} from 'node:path'

/** Set by scripts/build.mjs to a digest of all sources. */
declare const COPYLINT_BUILD: string | undefined

/** So many files are kept: those of this version, this Node and its flags, and a few of others. */
const most = 24
/** Compiled code of one file is a megabyte or two. */
const largest = 16 * 1024 * 1024

/**
 * Where compiled code is kept; nothing where it is not to be. Code is named by all that it depends on: V8 asks for its own version
 * and flags, and for the length of the source, not for its words.
 *
 * @param built the folder of what was built
 */
export function codeFolder(built: string): string | undefined {
  const root = rootFolder(process.env)
  if (root === undefined) return undefined
  const build = typeof COPYLINT_BUILD === 'string' ? COPYLINT_BUILD.slice(0, 16) : 'source'
  const flags = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ')
  return join(root, `${build}-${process.version}-${process.arch}-${digest(built + flags)}-`)
}

/** `COPYLINT_COMPILE_CACHE` says which folder, or `0` for none; else it is that of the system for what can be made again. */
function rootFolder(env: NodeJS.ProcessEnv): string | undefined {
  const {COPYLINT_COMPILE_CACHE: own = '', XDG_CACHE_HOME, LOCALAPPDATA, HOME} = env
  if (own === '0' || env.NODE_DISABLE_COMPILE_CACHE === '1') return undefined
  if (own !== '') return own
  const home = (...names: readonly string[]) => (HOME ? join(HOME, ...names) : undefined)
  const caches =
    process.platform === 'win32'
      ? LOCALAPPDATA
      : XDG_CACHE_HOME || (process.platform === 'darwin' ? home('Library', 'Caches') : home('.cache'))
  return caches ? join(caches, 'copylint', 'compiled') : undefined
}

/** Tells strings apart, no more: `node:crypto` takes longer to load than this saves. */
function digest(text: string): string {
  let hash = 5381
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(i)) >>> 0
  return hash.toString(36)
}

/**
 * Code of an earlier run; nothing where there is none, or where others could have written it: compiled code is code. V8 does not
 * look whether it is whole, and falls with what is not. So it is kept twice in its file: to compare the two takes a tenth of a
 * millisecond, a digest takes several.
 */
export function readCode(prefix: string, name: string): Buffer | undefined {
  let file: number | undefined
  try {
    file = openSync(`${prefix}${name}`, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    const stat = fstatSync(file)
    if (!stat.isFile() || !isOurs(stat) || stat.size > largest) return undefined
    const bytes = Buffer.allocUnsafeSlow(stat.size)
    if (readSync(file, bytes, 0, bytes.length, 0) < bytes.length) return undefined
    const [one, other] = [bytes.subarray(0, bytes.length / 2), bytes.subarray(bytes.length / 2)]
    return one.equals(other) ? one : undefined
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/**
 * Written beside its place and renamed; where it cannot be, nothing is kept, and nobody need know.
 *
 * @param code asked for where it can be kept: to make it takes as long as it saves
 */
export function writeCode(prefix: string, name: string, code: () => Buffer): void {
  const root = join(prefix, '..')
  const path = `${prefix}${name}`
  const beside = `${path}.${process.pid}`
  try {
    makeFolder(root)
    // not into what belongs to somebody else: `sudo` keeps the caller's HOME
    if (!isOurs(lstatSync(root))) return
    const file = openSync(beside, 'wx', 0o600)
    try {
      const whole = code()
      const twice = Buffer.concat([whole, whole])
      for (let at = 0; at < twice.length; ) at += writeSync(file, twice, at)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, path)
    prune(root)
  } catch {
    remove(beside)
  }
}

/** Each level once: asked to make all of them, Node never ends where there can be none, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  mkdirSync(path, {mode: 0o700})
}

/** Whether nobody else can write it. Windows has no such modes: what is in a user's own folder is hers. */
function isOurs({uid, mode}: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
}

/** Code of old versions goes, the oldest first. Touches nothing but what has the name of kept code. */
function prune(root: string): void {
  const files = readdirSync(root)
    .filter((name) => /^[0-9a-f]{16}-v\d[\w.-]*$/.test(name))
    .map((name) => join(root, name))
    .map((path) => ({path, time: lstatSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0}))
    .sort((a, b) => b.time - a.time)
  for (const {path} of files.slice(most)) remove(path)
}

function remove(path: string): void {
  try {
    rmSync(path, {force: true})
  } catch {
    // another process has been faster, or it was never ours
  }
}
