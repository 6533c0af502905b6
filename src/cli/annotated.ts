import {existsSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {besideOf} from '../node/beside.ts'
import {Complaint, located} from '../node/complaint.ts'
import {reasonOf} from '../node/reasons.ts'
import {kindAt, realPath} from '../node/walk.ts'
import {replaceFiles} from '../node/write.ts'

/**
 * Writes the Word file with comments, whole or not at all: what was there before stays where it cannot be written.
 *
 * @throws Complaint with the name of the file
 */
export function writeAnnotated(file: string, bytes: Uint8Array): void {
  const path = resolve(file)
  try {
    if (kindAt(realPath(path)) === 'irregular') writeFileSync(path, bytes)
    else if (existsSync(path)) replace(path, bytes)
    else create(path, bytes)
  } catch (error) {
    throw new Complaint(located(file, reasonOf(error)))
  }
}

function replace(path: string, after: Uint8Array): void {
  const failed = replaceFiles([{path, before: readFileSync(path), after}])
  if (failed) throw new Complaint(failed.texts)
}

function create(path: string, bytes: Uint8Array): void {
  const beside = besideOf(path)
  try {
    writeFileSync(beside, bytes, {flag: 'wx', flush: true})
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, {force: true})
    throw error
  }
}
