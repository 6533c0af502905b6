import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {extname, join, resolve} from 'node:path'
import type {Fault} from './fault.ts'
import type {Input} from './inputs/input.ts'

/** How many files one run lints: enough for two threads. */
const files = 40

/** The real command, in a process of its own: on each input it ends as it should, and two threads write what one writes. */
export function commandFaults(inputs: readonly Input[]): Fault[] {
  const folder = mkdtempSync(join(tmpdir(), 'copylint-fuzz-'))
  try {
    for (const [index, {name, content}] of inputs.slice(0, files).entries()) {
      writeFileSync(join(folder, `${index}${extname(name)}`), content)
    }
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [resolve('dist/cli.js'), '--no-config', ...args, '.'], {
        cwd: folder,
        maxBuffer: 2 ** 30,
        timeout: 120_000,
        encoding: 'utf8'
      })
    const [one, two, people] = [
      run('--format', 'json', '--workers', '1'),
      run('--format', 'json', '--workers', '2'),
      run()
    ]
    const property = 'the command ends as it should'
    const faults = [one, two, people].flatMap(({status, stderr}): Fault[] => {
      if (![0, 1, 2].includes(status ?? -1)) return [{property, says: `with ${status}: ${stderr.slice(0, 400)}`}]
      return /^ {4}at /m.test(stderr) ? [{property, says: `with a stack: ${stderr.slice(0, 400)}`}] : []
    })
    if (JSON.parse(one.stdout).length !== inputs.length)
      faults.push({property, says: 'pages are missing from the report'})
    if (one.stdout !== two.stdout) faults.push({property: 'two threads write what one writes', says: 'they differ'})
    return faults
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
