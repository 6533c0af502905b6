import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {generatePage} from './generate.ts'

const pages = 2000
const bytes = 4000

/** `node scripts/run.mjs bench/many.ts`: two thousand pages, whole processes, one time each: threads, and what a cache saves. */
export async function main(): Promise<number> {
  spawnSync(process.execPath, ['scripts/build.mjs', '--when-stale'], {stdio: 'inherit'})
  const folder = mkdtempSync(join(tmpdir(), 'copylint-many-'))
  for (let seed = 1; seed <= pages; seed++) {
    writeFileSync(join(folder, `${seed}.txt`), generatePage({bytes, seed}))
  }
  const timed = (...args: string[]): number => {
    const begin = performance.now()
    spawnSync(process.execPath, [resolve('dist/cli.cjs'), '--format', 'json', ...args, '.'], {
      cwd: folder,
      stdio: 'ignore'
    })
    return performance.now() - begin
  }
  const one = timed('--workers', '1')
  const two = timed('--workers', '2')
  const first = timed('--workers', '1', '--cache')
  const again = timed('--workers', '1', '--cache')
  rmSync(folder, {recursive: true, force: true})
  for (const [what, time] of Object.entries({one, two, first, again}))
    console.log(`${time.toFixed(0).padStart(7)} ms  ${what}`)
  console.log(`${(two / one).toFixed(2).padStart(7)}     two threads to one`)
  console.log(`${(again / first).toFixed(2).padStart(7)}     kept to first`)
  return 0
}
