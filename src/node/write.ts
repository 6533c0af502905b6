import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync
} from 'node:fs'
import {dirname, join} from 'node:path'
import type {Texts} from '../rule/rule.ts'
import {Complaint} from './complaint.ts'
import {reasonOf} from './reasons.ts'

/** A file that is to be replaced. */
export interface Replacement {
  readonly path: string
  /** What the file held when it was read: if somebody has written to it since, it is left alone. */
  readonly before: Uint8Array
  readonly after: Uint8Array
}

/** A new text that lies beside its file, not yet in its place. */
interface Prepared extends Replacement {
  readonly target: string
  readonly beside: string
}

/**
 * Replaces files, all or none: a head that moves from one page to another must never be on neither. All new texts are written
 * beside their files first; only then they are renamed, so that nobody ever sees half of one. Keeps permissions and, where it
 * may, the owner; of a link the target is replaced.
 *
 * @returns nothing, or why no file was changed, and which (by index) stood in the way
 */
export function replaceFiles(
  files: readonly Replacement[]
): {readonly index: number; readonly texts: Texts} | undefined {
  const prepared: Prepared[] = []
  for (const [index, file] of files.entries()) {
    try {
      prepared.push(prepare(file, index))
    } catch (error) {
      discard(prepared)
      return {index, texts: refusal(error)}
    }
  }
  for (const [index, {beside, target}] of prepared.entries()) {
    try {
      renameSync(beside, target)
    } catch (error) {
      discard(prepared.slice(index))
      for (const done of prepared.slice(0, index)) putBack(done)
      return {index, texts: refusal(error)}
    }
  }
  return undefined
}

function refusal(error: unknown): Texts {
  if (error instanceof Complaint) return error.texts
  const {zh, en} = reasonOf(error)
  return {zh: `写不了这个文件（${zh}），没有改动`, en: `it cannot be written (${en}) and is left as it was`}
}

function prepare(file: Replacement, index: number): Prepared {
  const target = realpathSync(file.path)
  if (Buffer.compare(readFileSync(target), file.before) !== 0) {
    throw new Complaint({
      zh: '检查期间文件被别的程序改过，没有写回，请再运行一次',
      en: 'it was changed by another program meanwhile and is left alone; run again'
    })
  }
  accessSync(target, constants.W_OK)
  // a short name: beside a name as long as the system allows there is room for no longer one
  const beside = join(dirname(target), `.copylint-${process.pid}-${index}`)
  write(beside, file.after, target)
  return {...file, target, beside}
}

/** Removes what it has written if it cannot write it all; never what was there. */
function write(path: string, bytes: Uint8Array, like: string): void {
  const {mode, uid, gid} = statSync(like)
  const file = openSync(path, 'wx', 0o600)
  try {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
      try {
        fchownSync(file, uid, gid)
      } catch {
        // only the owner may give a file away: it is then ours
      }
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    chmodSync(path, mode & 0o7777)
  } catch (error) {
    rmSync(path, {force: true})
    throw error
  }
}

function discard(prepared: readonly Prepared[]): void {
  for (const {beside} of prepared) rmSync(beside, {force: true})
}

function putBack({target, beside, before}: Prepared): void {
  try {
    write(beside, before, target)
    renameSync(beside, target)
  } catch {
    // the system has failed twice: the failure that is told names the file it began with
    rmSync(beside, {force: true})
  }
}
