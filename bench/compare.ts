import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {generatePage} from './generate.ts'
import {median} from './growth.ts'
import type {Peer} from './peers.ts'
import {type Command, type Cost, timed, watched} from './processes.ts'

/** What all are run on, each with what it is. */
export const inputs = [
  {name: 'start', what: 'a page of fixtures, from start to exit', path: 'start'},
  {name: '20KB', what: 'one page of 20 KB', path: '20KB', bytes: 20_000},
  {name: '1MB', what: 'one file of 1 MB', path: '1MB', bytes: 1_000_000},
  {name: '10MB', what: 'one file of 10.5 MB', path: '10MB', bytes: 10_500_000},
  {name: 'many', what: '559 files of 20 KB', path: 'many', bytes: 20_000, files: 559}
] as const

export type Input = (typeof inputs)[number]

/** What one tool took for one input. */
export interface Measured {
  readonly tool: string
  readonly input: string
  /** Of a run that was watched: slower by a little. */
  readonly watched: Cost
  /** Median of the runs that nothing watched; that of the watched run where it took too long to be repeated. */
  readonly wall: number
  readonly runs: number
  /** How many problems it told; nothing where it did not end or gave no report that can be read. */
  readonly found: number | undefined
}

export interface CompareOptions {
  readonly inputs: readonly Input[]
  readonly peers: readonly Peer[]
  readonly runs: number
  /** How long a process may take, in milliseconds. */
  readonly limit: number
  readonly tell: (line: string) => void
}

/** What takes longer than this, in milliseconds, is not repeated. */
const patience = 20_000
const startPage = 'fixtures/marked.txt'

/** A tool as it is run: ours, a peer, or Node that does nothing. */
interface Tool {
  readonly name: string
  readonly command: (input: Input) => Command
  readonly report?: string | undefined
  readonly found?: (report: string) => number
}

/** Installs the peers, makes the pages and runs all in turn, so that what else the machine does falls on each alike. */
export async function compare({inputs, peers, runs, limit, tell}: CompareOptions): Promise<readonly Measured[]> {
  const folder = install(peers, tell)
  try {
    for (const input of inputs) writePages(folder, input)
    const measured: Measured[] = []
    const tools = [nothing, ours(), ...peers.map(toTool)]
    for (const input of inputs) measured.push(...(await compareOn(input, tools, {folder, runs, limit, tell})))
    return measured
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Into a folder outside the project, which has a package.json of its own: npm goes up to the next otherwise. */
function install(peers: readonly Peer[], tell: (line: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'copylint-peers-'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({name: 'peers', private: true}))
  mkdirSync(join(folder, 'scratch'))
  const packages = peers.flatMap((it) => Object.entries(it.packages).map(([name, version]) => `${name}@${version}`))
  if (packages.length > 0) {
    tell(`installing ${packages.join(' ')}`)
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--save-exact']
    const shell = process.platform === 'win32'
    const {status} = spawnSync('npm', ['install', ...quiet, ...packages], {cwd: folder, stdio: 'inherit', shell})
    if (status !== 0) throw new Error('The peers could not be installed; `--peers` chooses some of them')
  }
  for (const {files = {}} of peers)
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** The same pages twice, as text and as Markdown, in a folder each: some read only one, and others all that they find. */
function writePages(folder: string, input: Input): void {
  for (const ending of ['txt', 'md']) {
    const put = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), {recursive: true})
      writeFileSync(join(folder, path), text)
    }
    if (!('bytes' in input)) put(`${ending}/${input.path}.${ending}`, readFileSync(startPage, 'utf8'))
    else if (!('files' in input)) put(`${ending}/${input.path}.${ending}`, generatePage({bytes: input.bytes}))
    else
      for (let seed = 1; seed <= input.files; seed++)
        put(`${ending}/${input.path}/${seed}.${ending}`, generatePage({bytes: input.bytes, seed}))
  }
}

const nothing: Tool = {name: 'node -e 0', command: () => [process.execPath, '-e', '0']}

function ours(): Tool {
  spawnSync(process.execPath, ['scripts/build.mjs', '--when-stale'], {stdio: 'inherit'})
  const {bin} = JSON.parse(readFileSync('package.json', 'utf8')) as {bin: {copylint: string}}
  const cli = resolve(bin.copylint)
  return {
    name: 'copylint',
    command: (input) => [process.execPath, cli, '--no-config', '--format', 'json', pathOf(input, 'txt')],
    found: (text) => JSON.parse(text).reduce((sum: number, {messages}: {messages: []}) => sum + messages.length, 0)
  }
}

function toTool({name, args, ending, all = (folder) => folder, report, found}: Peer): Tool {
  const pages = (input: Input) => ('files' in input ? all(pathOf(input, ending)) : pathOf(input, ending))
  return {name, command: (input) => [process.execPath, ...args(pages(input))], report, found}
}

/** A page, or the folder of many. */
const pathOf = ({path, ...input}: Input, ending: 'txt' | 'md'): string =>
  'files' in input ? join(ending, path) : join(ending, `${path}.${ending}`)

interface Surroundings {
  readonly folder: string
  readonly runs: number
  readonly limit: number
  readonly tell: (line: string) => void
}

async function compareOn(input: Input, tools: readonly Tool[], {folder, runs, limit, tell}: Surroundings) {
  const firsts = new Map<Tool, {cost: Cost; found: number | undefined}>()
  for (const tool of tools) {
    const output = join(folder, 'scratch', 'output')
    const report = join(folder, tool.report ?? join('scratch', 'output'))
    rmSync(report, {force: true})
    const cost = await watched(tool.command(input), output, {cwd: folder, limit})
    const found = cost.late ? undefined : countOf(report, tool)
    firsts.set(tool, {cost, found})
    tell(
      `${input.name}  ${tool.name}  ${cost.late ? 'not in time' : `${cost.wall.toFixed(0)} ms`}, found ${found ?? '–'}`
    )
  }
  const walls = new Map<Tool, number[]>(tools.map((tool) => [tool, []]))
  const quick = tools.filter((tool) => (firsts.get(tool)?.cost.wall ?? 0) < patience && !firsts.get(tool)?.cost.late)
  // what takes a tenth of a second is told apart only by many runs
  for (let run = 0; run < (input.name === 'start' ? runs * 3 : runs); run++)
    for (const tool of quick) walls.get(tool)?.push((await timed(tool.command(input), {cwd: folder, limit})).wall)
  return tools.map((tool): Measured => {
    const {cost = {wall: 0, late: true}, found} = firsts.get(tool) ?? {}
    const times = walls.get(tool) ?? []
    const wall = times.length > 0 ? median(times) : cost.wall
    return {tool: tool.name, input: input.name, watched: cost, wall, runs: Math.max(times.length, 1), found}
  })
}

function countOf(report: string, {found}: Tool): number | undefined {
  if (!found || !existsSync(report) || statSync(report).size === 0) return undefined
  try {
    return found(readFileSync(report, 'utf8'))
  } catch {
    // half a report, of a tool that failed
    return undefined
  }
}
