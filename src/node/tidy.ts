import {readdirSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {besideForm, host, remove} from './beside.ts'

/** Older than this, in milliseconds, whoever wrote it is gone: it takes a moment to write a page. */
const longest = 24 * 3600 * 1000

/** Removes what killed runs have left beside the pages of a folder; what another run may be writing now is left alone. */
export function tidy(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, on, pid] = besideForm.exec(name) ?? []
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
