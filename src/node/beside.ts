import {spawnSync} from 'node:child_process'
import {createHash, randomBytes} from 'node:crypto'
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readlinkSync,
  rmSync,
  statSync,
  writeSync
} from 'node:fs'
import {hostname} from 'node:os'
import {dirname, join} from 'node:path'

/**
 * A name for a new text beside its file: short, since beside a name as long as the system allows there is room for no longer
 * one. It says which process of which machine writes it, so that another can tell what a killed one has left.
 *
 * @example pages/1.txt → pages/.copylint-5f2c91-4711-9ab03e
 */
export function besideOf(target: string): string {
  return join(dirname(target), `.copylint-${host()}-${process.pid}-${randomBytes(3).toString('hex')}`)
}

/** Of which machine, and which process. */
export const besideForm = /^\.copylint-([0-9a-f]{6})-(\d+)-[0-9a-f]{6}$/

/** Folders are shared between machines and containers, and process numbers mean nothing in another one. */
export function host(): string {
  return createHash('sha256').update(`${hostname()} ${processSpace()}`).digest('hex').slice(0, 6)
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

/**
 * Writes a new file, through to the disk. Removes what it has written if it cannot write it all; never what was there.
 *
 * @param like the file whose permissions, owner and, where the system has them, access lists and attributes it takes
 */
export function writeBeside(path: string, bytes: Uint8Array, like: string | undefined): void {
  const file = openSync(path, 'wx', like === undefined ? 0o666 : 0o600)
  try {
    try {
      if (like !== undefined) takeAttributes(like, path)
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
      if (like !== undefined) takeRights(like, file)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    remove(path)
    throw error
  }
}

/** Where even that fails, the failure that is told is the one before. */
export function remove(path: string): void {
  try {
    rmSync(path, {force: true})
  } catch {
    // the next run tries again
  }
}

function takeRights(from: string, file: number): void {
  const {mode, uid, gid} = statSync(from)
  // only the owner may give a file away: it is then ours, in the group it was in where we are of it
  if (!owned(file, uid, gid)) owned(file, process.getuid?.() ?? uid, gid)
  fchmodSync(file, mode & 0o7777)
}

function owned(file: number, uid: number, gid: number): boolean {
  try {
    fchownSync(file, uid, gid)
    return true
  } catch {
    return false
  }
}

/** Node knows nothing of access lists and extended attributes; where there is no such `cp`, permissions must do. */
function takeAttributes(from: string, to: string): void {
  if (process.platform !== 'linux') return
  spawnSync('cp', ['--attributes-only', '--preserve=all', '--no-preserve=timestamps', '--', from, to], {
    stdio: 'ignore'
  })
}
