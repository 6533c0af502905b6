import {
  type BigIntStats,
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync
} from 'node:fs'
import {dirname} from 'node:path'
import type {Texts} from '../rule/rule.ts'
import {besideOf, remove, writeBeside} from './beside.ts'
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
  /** The file as it was when its bytes were compared. */
  readonly seal: string
}

/**
 * Replaces files, all or none: a head that moves from one page to another must never be on neither. All new texts are written
 * beside their files and synced first; only then they are renamed, so that whoever looks, or pulls the plug, finds the old file or
 * the new one, whole. Between two renames of one issue the power may fail: each file is whole then, but some are old. Keeps
 * permissions and, where it may, the owner; of a link the target is replaced.
 *
 * @returns nothing, or why no file was changed, and which (by index) stood in the way
 */
export function replaceFiles(
  files: readonly Replacement[]
): {readonly index: number; readonly texts: Texts} | undefined {
  const prepared: Prepared[] = []
  let index = 0
  let renamed = 0
  try {
    for (const [at, file] of files.entries()) {
      index = at
      prepared.push(prepare(file))
    }
    for (const [at, file] of prepared.entries()) {
      index = at
      refuseChanged(file)
    }
    for (const [at, file] of prepared.entries()) {
      index = at
      // once more, since the other files were renamed: what is left of the window is this one call
      refuseChanged(file)
      rename(file)
      renamed = at + 1
    }
  } catch (error) {
    for (const {beside} of prepared.slice(renamed)) remove(beside)
    const left = prepared.slice(0, renamed).filter((it) => !putBack(it))
    return {index, texts: refusal(error, left)}
  }
  for (const folder of new Set(prepared.map(({target}) => dirname(target)))) syncFolder(folder)
  return undefined
}

function refusal(error: unknown, left: readonly Prepared[]): Texts {
  const {zh, en} = error instanceof Complaint ? error.texts : unwritable(reasonOf(error))
  if (left.length === 0) return {zh, en}
  const names = left.map(({path}) => path)
  return {
    zh: `${zh}；同一期里已经换掉、恢复不了的：${names.join('、')}`,
    en: `${en}; replaced already, with the same issue, and not to be put back: ${names.join(', ')}`
  }
}

const unwritable = ({zh, en}: Texts): Texts => ({
  zh: `写不了这个文件（${zh}），没有改动`,
  en: `it cannot be written (${en}) and is left as it was`
})

function prepare(file: Replacement): Prepared {
  const target = realpathSync(file.path)
  // for writing too, though it is only read: what may not be written to is not to be replaced either
  const opened = openSync(target, 'r+')
  try {
    const stat = fstatSync(opened, {bigint: true})
    const seal = sealOf(stat)
    if (Buffer.compare(readFileSync(opened), file.before) !== 0) throw new Complaint(changed)
    refuseShared(target, stat)
    const beside = besideOf(target)
    writeNew(beside, file.after, target)
    return {...file, target, beside, seal}
  } finally {
    closeSync(opened)
  }
}

function writeNew(beside: string, bytes: Uint8Array, target: string): void {
  try {
    writeBeside(beside, bytes, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== 'open') throw error
    const {zh, en} = reasonOf(error)
    throw new Complaint({
      zh: `新稿要先写在旁边，这个文件夹里却写不了（${zh}），没有改动`,
      en: `its folder does not take a new file (${en}): it is left as it was`
    })
  }
}

/** Two cases in which a new file in the place of the old one would not be the same file for everybody. */
function refuseShared(target: string, {nlink, dev}: BigIntStats): void {
  if (nlink > 1n) {
    throw new Complaint({
      zh: `这个文件还有 ${nlink - 1n} 个别的名字（硬链接），换掉这个名字下的，别的名字下还是原来的，没有改动；请先复制成单独的文件`,
      en: `it has ${nlink} names (hard links): replaced under this one it would stay as it was under the others; it is left as it was; make a copy of its own first`
    })
  }
  if (dev !== statSync(dirname(target), {bigint: true}).dev) throw new Complaint(mounted)
}

const mounted: Texts = {
  zh: '这个文件是单独挂载进来的，不能整个换掉，没有改动；请改为挂载它所在的文件夹',
  en: 'it is mounted by itself and cannot be replaced; it is left as it was; mount its folder instead'
}

function rename({beside, target}: Pick<Prepared, 'beside' | 'target'>): void {
  try {
    renameSync(beside, target)
  } catch (error) {
    // elsewhere than on Windows only what is mounted is busy
    const busy = (error as NodeJS.ErrnoException).code === 'EBUSY' && process.platform !== 'win32'
    throw busy ? new Complaint(mounted) : error
  }
}

function refuseChanged({target, seal}: Prepared): void {
  if (sealOf(statSync(target, {bigint: true})) !== seal) throw new Complaint(changed)
}

const changed: Texts = {
  zh: '检查期间文件被别的程序改过，没有写回，请再运行一次',
  en: 'it was changed by another program meanwhile and is left alone; run again'
}

/** What every write to a file, and every exchange of it for another, changes. */
function sealOf({ino, size, mtimeNs, ctimeNs}: BigIntStats): string {
  return [ino, size, mtimeNs, ctimeNs].join()
}

/** @returns whether the file is as it was before */
function putBack({target, before}: Prepared): boolean {
  const beside = besideOf(target)
  try {
    writeBeside(beside, before, target)
    renameSync(beside, target)
    return true
  } catch {
    remove(beside)
    return false
  }
}

/** Names lie in the folder: without this a power cut may bring the old file back. Not every system lets folders be synced. */
function syncFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r')
    try {
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
  } catch {
    // the file is whole in either case
  }
}
