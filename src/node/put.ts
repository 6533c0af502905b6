import {accessSync, constants, renameSync, statSync, writeFileSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {besideOf, remove, writeBeside} from './beside.ts'
import {realPath} from './walk.ts'

/**
 * Makes a file, or replaces one that is ours to replace (a report of yesterday): whoever looks finds the old one or the new one, whole, whatever
 * happens meanwhile. What cannot be exchanged is written in its place: a device, a pipe, a file with a second name, one that is mounted
 * by itself or lies in a folder that takes no new file.
 */
export function putFile(path: string, content: string | Uint8Array): void {
  const target = realPath(resolve(path))
  const like = statSync(target, {throwIfNoEntry: false})
  // /dev/stdout may lead to a file that others are writing to as well
  const isOpened = /^\/(?:dev|proc)\//.test(resolve(path))
  const isOwn = !like || (like.isFile() && like.nlink === 1 && like.dev === statSync(dirname(target)).dev)
  if (isOpened || !isOwn || !takesFiles(dirname(target))) writeFileSync(path, content)
  else exchange(target, typeof content === 'string' ? new TextEncoder().encode(content) : content, like !== undefined)
}

function exchange(target: string, bytes: Uint8Array, isThere: boolean): void {
  const beside = besideOf(target)
  writeBeside(beside, bytes, isThere ? target : undefined)
  try {
    renameSync(beside, target)
  } catch (error) {
    remove(beside)
    // somebody else's file in a folder like /tmp, one that another program holds open
    if (!isThere || !['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    writeFileSync(target, bytes)
  }
}

function takesFiles(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
