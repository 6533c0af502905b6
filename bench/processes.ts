import {type ChildProcess, spawn} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** A program and its arguments. */
export type Command = readonly [string, ...string[]]

/** What a whole process took, with all that it started; nothing of what could not be measured on this system. */
export interface Cost {
  /** From start to exit, in milliseconds. */
  readonly wall: number
  /** Of all cores, in milliseconds; of watched processes only, and not on Windows. */
  readonly cpu?: number
  /** The greatest sum of what its processes held, in bytes; of watched processes only, on Linux. */
  readonly memory?: number
  /** It did not end within the limit, and was ended. */
  readonly late: boolean
}

export interface RunOptions {
  readonly cwd?: string
  /** In milliseconds. */
  readonly limit?: number
}

/** How often memory is looked at, in milliseconds: what a process held at most is kept by the system, so this may be seldom. */
const tick = 20

/** Runs a command with its output to nowhere, and nothing beside it. */
export async function timed(command: Command, options: RunOptions = {}): Promise<Cost> {
  const begin = performance.now()
  const {late} = await ended(command, 'ignore', options)
  return {wall: performance.now() - begin, late}
}

/** Runs a command with its output into a file, its errors into one beside it (`.err`), and looks at its processor time and memory, which costs a little time itself. */
export async function watched(command: Command, output: string, options: RunOptions = {}): Promise<Cost> {
  const begin = performance.now()
  if (process.platform === 'win32') {
    const {late} = await ended(command, 'ignore', options)
    return {wall: performance.now() - begin, late}
  }
  // every shell can say what its children took
  const shell: Command = ['sh', '-c', 'out=$1; shift; "$@" >"$out" 2>"$out.err"; times', 'sh', output, ...command]
  let memory = 0
  const {late, text} = await ended(shell, 'pipe', options, (group) => {
    memory = Math.max(memory, memoryOf(group))
  })
  const cpu = cpuOf(text)
  return {wall: performance.now() - begin, late, ...(cpu !== undefined && {cpu}), ...(memory > 0 && {memory})}
}

function ended(
  [program, ...args]: Command,
  stdout: 'ignore' | 'pipe',
  {cwd, limit = 2 ** 31 - 1}: RunOptions,
  watch: (group: number) => void = () => {}
): Promise<{late: boolean; text: string}> {
  return new Promise((done, fail) => {
    let late = false
    let text = ''
    // a group of its own, so that all that it starts is found, and ended with it
    const child = spawn(program, args, {
      cwd,
      stdio: ['ignore', stdout, 'ignore'],
      detached: process.platform !== 'win32'
    })
    const end = setTimeout(() => {
      late = true
      kill(child)
    }, limit)
    const watching = stdout === 'pipe' ? setInterval(() => watch(child.pid ?? 0), tick) : undefined
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk
    })
    const stop = () => {
      clearTimeout(end)
      clearInterval(watching)
    }
    child.on('error', (error) => {
      stop()
      fail(error)
    })
    child.on('close', () => {
      stop()
      done({late, text})
    })
  })
}

function kill(child: ChildProcess): void {
  if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL')
  else process.kill(-child.pid, 'SIGKILL')
}

/** Of the two lines that `times` writes, the shell's own and its children's: `0m1.230000s 0m0.040000s`. */
function cpuOf(text: string): number | undefined {
  const times = [...(text.trim().split('\n')[1] ?? '').matchAll(/(\d+)m([\d.,]+)s/g)]
  if (times.length !== 2) return undefined
  return times.reduce((sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + toNumber(seconds)) * 1000, 0)
}

const toNumber = (text = ''): number => Number(text.replace(',', '.'))

/** What the processes of a group held at most, without the shell that leads it. */
function memoryOf(group: number): number {
  if (process.platform !== 'linux') return 0
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== group)
    .reduce((sum, name) => sum + peakOf(join('/proc', name), group), 0)
}

function peakOf(folder: string, group: number): number {
  try {
    // the name may hold anything, brackets too; behind it state, parent, group
    const [, , its] = readFileSync(join(folder, 'stat'), 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    if (Number(its) !== group) return 0
    const [, kilobytes = '0'] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(join(folder, 'status'), 'utf8')) ?? []
    return Number(kilobytes) * 1024
  } catch {
    // it has ended in the meantime
    return 0
  }
}
