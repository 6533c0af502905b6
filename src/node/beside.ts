import {spawnSync} from 'node:child_process'
import {createHash, randomBytes} from 'node:crypto'
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  writeSync
} from 'node:fs'
import {hostname} from 'node:os'
import {dirname, join} from 'node:path'
import {Complaint} from './complaint.ts'
import {reasonOf} from './reasons.ts'

/** Older than this, in milliseconds, whoever wrote it is gone: it takes a moment to write a page. */
const longest = 24 * 3600 * 1000

/**
 * A name for a new text beside its file: short, since beside a name as long as the system allows there is room for no longer
 * one. It says which process of which machine writes it, so that another can tell what a killed one has left.
 *
 * @example pages/1.txt → pages/.copylint-5f2c91-4711-9ab03e
 */
export function besideOf(target: string): string {
  return join(dirname(target), `.copylint-${host()}-${process.pid}-${randomBytes(3).toString('hex')}`)
}

const ours = /^\.copylint-([0-9a-f]{6})-(\d+)-[0-9a-f]{6}$/

/** Folders are shared between machines and containers, and process numbers mean nothing in another one. */
function host(): string {
  return createHash('sha256').update(`${hostname()} ${processSpace()}`).digest('hex').slice(0, 6)
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

/** Removes what killed runs have left beside the pages of a folder; what another run may be writing now is left alone. */
export function tidy(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, on, pid] = ours.exec(name) ?? []
    if (pid === undefined) continue
    const path = join(folder, name)
    try {
      const dead = (on === host() && !isAlive(Number(pid))) || Date.now() - statSync(path).mtimeMs > longest
      if (dead) remove(path)
    } catch {
      // it is gone already
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // it is there, but somebody else's
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Writes a new file, through to the disk, with the permissions of another. Removes what it has written if it cannot write it
 * all; never what was there.
 *
 * @param like the file whose permissions, owner and, where the system has them, access lists and attributes it takes
 */
export function writeBeside(path: string, bytes: Uint8Array, like: string): void {
  const file = create(path)
  try {
    const {mode, uid, gid} = statSync(like)
    try {
      takeAttributes(like, path)
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
      // only the owner may give a file away: it is then ours, in the group it was in where we are of it
      if (!owned(file, uid, gid)) owned(file, process.getuid?.() ?? uid, gid)
      fchmodSync(file, mode & 0o7777)
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

function create(path: string): number {
  try {
    return openSync(path, 'wx', 0o600)
  } catch (error) {
    const {zh, en} = reasonOf(error)
    throw new Complaint({
      zh: `新稿要先写在旁边，这个文件夹里却写不了（${zh}），没有改动`,
      en: `its folder does not take a new file (${en}): it is left as it was`
    })
  }
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
