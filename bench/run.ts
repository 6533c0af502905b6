import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {generatePage} from './generate.ts'
import {measure, type Times} from './measure.ts'

/** Pages by their size in UTF-8, and how often each is measured. */
const sizes = [
  {name: '20 KB', bytes: 20_000, runs: 21},
  {name: '1 MB', bytes: 1_000_000, runs: 7},
  {name: '10 MB', bytes: 10_000_000, runs: 3}
] as const
const warmUps = 5
const starts = 15
const commands = 3
const startPage = 'fixtures/marked.txt'

interface Row {
  readonly step: string
  /** Medians in milliseconds, by size. */
  readonly medians: readonly number[]
  /** Time per character at the greatest size, as a multiple of that at the size before. */
  readonly growth: number
}

/** `npm run bench`, and with `-- --json` for a machine. */
export async function main(args: readonly string[]): Promise<number> {
  const pages = sizes.map(({bytes}) => generatePage({bytes}))
  // compiled code for the small sizes as for the great one: else the small ones look slow
  await repeat(warmUps, new TextEncoder().encode(pages[1]))
  const times: Times[][] = []
  for (const [index, {runs}] of sizes.entries()) times.push(await repeat(runs, new TextEncoder().encode(pages[index])))
  const steps = [...(times[0]?.[0]?.keys() ?? [])]
  const rows = steps.map((step) => {
    const medians = times.map((runs) => median(runs.map((run) => run.get(step) ?? 0)))
    return toRow(step, medians, pages)
  })
  rows.push(measureCommand(pages))
  const start = measureStart()
  console.log(args.includes('--json') ? JSON.stringify({sizes, rows, start}, null, 2) : table(rows, start))
  return 0
}

async function repeat(runs: number, bytes: Uint8Array): Promise<Times[]> {
  const times: Times[] = []
  for (let run = 0; run < runs; run++) times.push(await measure(bytes))
  return times
}

/** The built command from start to exit, a process a page. */
function measureCommand(pages: readonly string[]): Row {
  spawnSync(process.execPath, ['scripts/build.mjs', '--when-stale'], {stdio: 'inherit'})
  const folder = mkdtempSync(join(tmpdir(), 'copylint-bench-'))
  const medians = pages.map((page, index) => {
    const path = join(folder, `${index}.txt`)
    writeFileSync(path, page)
    return median(Array.from({length: commands}, () => timeOf('dist/cli.js', '--no-config', '--format', 'json', path)))
  })
  rmSync(folder, {recursive: true, force: true})
  return toRow('command, whole process', medians, pages)
}

/** The built command on a small page against Node that does nothing, in turns. */
function measureStart(): {node: number; command: number; ratio: number} {
  spawnSync(process.execPath, ['scripts/build.mjs', '--when-stale'], {stdio: 'inherit'})
  const timed = (...args: string[]) => {
    const begin = performance.now()
    spawnSync(process.execPath, args, {stdio: 'ignore'})
    return performance.now() - begin
  }
  const pairs = Array.from(
    {length: starts + 1},
    () => [timed('-e', '0'), timed('dist/cli.js', startPage)] as const
  ).slice(1)
  const [node, command] = [median(pairs.map(([it]) => it)), median(pairs.map(([, it]) => it))]
  return {node, command, ratio: command / node}
}

function timeOf(...args: readonly string[]): number {
  const begin = performance.now()
  spawnSync(process.execPath, args, {stdio: 'ignore'})
  return performance.now() - begin
}

function toRow(step: string, medians: readonly number[], pages: readonly string[]): Row {
  const perCharacter = medians.map((ms, index) => ms / (pages[index]?.length ?? 1))
  return {step, medians, growth: (perCharacter[2] ?? 0) / (perCharacter[1] ?? 1)}
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

function table(rows: readonly Row[], start: ReturnType<typeof measureStart>): string {
  const head = ['ms, median', ...sizes.map(({name}) => name), 'growth']
  const body = rows.map(({step, medians, growth}) => [step, ...medians.map((ms) => ms.toFixed(2)), growth.toFixed(2)])
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  return [
    line(head),
    ...body.map(line),
    '',
    `growth: time per character at ${sizes[2].name} as a multiple of that at ${sizes[1].name}`,
    `start: node -e 0 ${start.node.toFixed(1)} ms, copylint ${startPage} ${start.command.toFixed(1)} ms, ${start.ratio.toFixed(2)} times`
  ].join('\n')
}
