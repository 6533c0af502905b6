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
import {basename, dirname, join} from 'node:path'
import {Complaint} from './complaint.ts'

/**
 * Replaces a file: writes beside it and renames, so that nobody ever sees half of it. Keeps permissions and, where it may, the
 * owner; of a link the target is replaced.
 *
 * @param before what the file held when it was read: if somebody has written to it since, it is left alone
 * @throws Complaint where it cannot be written
 */
export function replaceFile(path: string, before: Uint8Array, after: Uint8Array): void {
  const target = realpathSync(path)
  if (Buffer.compare(readFileSync(target), before) !== 0) {
    throw new Complaint({
      zh: '检查期间文件被别的程序改过，没有写回，请再运行一次',
      en: 'it was changed by another program meanwhile and is left alone; run again'
    })
  }
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.copylint`)
  try {
    accessSync(target, constants.W_OK)
    write(beside, after, target)
    renameSync(beside, target)
  } catch (error) {
    rmSync(beside, {force: true})
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new Complaint({
      zh: `写不了这个文件（${code}），没有改动`,
      en: `it cannot be written (${code}) and is left as it was`
    })
  }
}

function write(path: string, bytes: Uint8Array, like: string): void {
  const {mode, uid, gid} = statSync(like)
  const file = openSync(path, 'wx', 0o600)
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
}
