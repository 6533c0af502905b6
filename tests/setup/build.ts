import {execFileSync} from 'node:child_process'

/** Tests of the command run what users run: dist, built here once unless it is fresh. */
export default function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs', '--when-stale'], {stdio: 'inherit'})
}
