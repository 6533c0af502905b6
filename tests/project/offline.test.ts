import {spawn, spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {expect, test} from 'vitest'
import {optionGroups} from '../../src/cli/options.ts'
import {reporterNames} from '../../src/report/index.ts'
import {clean, doubled, folder} from '../cli/command.ts'
import {needs} from '../tools.ts'
import {filesIn, importsOf} from './files.ts'

/** The modules of Node that reach other machines. */
const network = /^(?:node:)?(?:https?|http2|net|dgram|dns|tls|inspector|undici)(?:\/|$)/

test('no file of ours, and none that is built, imports what reaches other machines', () => {
  const files = [...filesIn('src'), ...filesIn('rules'), ...filesIn('dist', 'js')]
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((path) => importsOf(path).some((name) => network.test(name)))).toEqual([])
})

test('nor does any ask by what is there without an import', () => {
  const asks =
    /\b(?:fetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|getBuiltinModule|process\.binding\((?!.buffer))/
  const code = (path: string) => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const files = [...filesIn('src'), ...filesIn('rules'), ...filesIn('dist', 'js')]
  expect(files.filter((path) => asks.test(code(path)))).toEqual([])
})

/** A value for each option that takes one: every option there is is tried, one that is new has to be added here. */
const values: Readonly<Record<string, readonly string[]>> = {
  '--annotate': ['annotated.docx'],
  '--baseline': ['baseline.json'],
  '--cache-location': ['cache'],
  '--config': ['.lintrc.json'],
  '--encoding': ['utf-8'],
  '--fix-rule': ['repeated-paragraph'],
  '--format': [...reporterNames],
  '--lang': ['zh', 'en'],
  '--max-score': ['3'],
  '--max-warnings': ['0'],
  '--output': ['report.txt'],
  '--report': reporterNames.map((name) => `${name}=report.${name}`),
  '--rule': ['repeated-paragraph:warning'],
  '--score-kind': ['newspaper', 'periodical'],
  '--sort': ['place', 'severity'],
  '--stdin-filename': ['night.txt'],
  '--workers': ['2']
}

/** Options that need others beside them. */
const beside: Readonly<Record<string, readonly string[]>> = {
  '--cache-location': ['--cache'],
  '--stdin-filename': ['-']
}

const options = optionGroups.flatMap(({options}) => options.map(({flags}) => flags))
const long = (flags: string): string => /--[\w-]+/.exec(flags)?.[0] ?? ''
const runs: readonly (readonly string[])[] = [
  [],
  ['--issue', 'pages', '--fix'],
  ...options
    // ends only when it is told to
    .filter((flags) => long(flags) !== '--watch')
    .flatMap((flags) => {
      const name = long(flags)
      const given = flags.includes('<') ? (values[name] ?? []).map((value) => [name, value]) : [[name]]
      // all reports come of one run
      return (name === '--report' ? [given.flat()] : given).map((it) => [...it, ...(beside[name] ?? [])])
    })
]
const subcommands = [
  ['rules'],
  ['explain', 'repeated-paragraph'],
  ['init'],
  ['print-config', 'pages/1.txt'],
  ['--help']
]

test('every option that takes a value is tried with one', () => {
  const names = options.filter((flags) => flags.includes('<')).map(long)
  expect(names.filter((name) => !values[name])).toEqual([])
})

/** Pages in the formats that there are fixtures of, beside those of this test. */
function pages(config = '{"$schema": "https://example.com/schema.json", "extends": ["recommended"]}') {
  const made = folder({
    '.lintrc.json': config,
    'pages/1.txt': doubled,
    'pages/2.md': `${clean}\n[原文](https://example.com/)\n`
  })
  return made.root
}

function start(root: string, command: readonly string[], args: readonly string[]) {
  const [first = '', ...rest] = [...command, process.execPath, resolve('dist/cli.js'), ...args]
  const {status, stdout, stderr} = spawnSync(first, rest, {
    cwd: root,
    encoding: 'utf8',
    input: doubled,
    env: {PATH: process.env.PATH ?? '', LANG: 'C.UTF-8'}
  })
  return {status, out: stdout, err: stderr.replace(/ *[\d.]+ ms/g, 'ms')}
}

const operands = (args: readonly string[]): readonly string[] =>
  args.includes('pages') || args.includes('-') || args[0] === '--issue' ? args : [...args, 'pages']

/** What `strace` saw of sockets and names asked for; each line is a call that the command made. */
function asked(root: string, args: readonly string[]): string[] {
  const log = join(root, '.strace')
  const {status} = start(root, ['strace', ...watched(log)], args)
  expect(status).not.toBe(null)
  return callsIn(log)
}

/** All threads and processes, all that has to do with sockets, nothing else. */
const watched = (log: string): readonly string[] => [
  '-f',
  '-qq',
  '-e',
  'trace=%network',
  '-e',
  'signal=none',
  '-o',
  log
]

function callsIn(log: string): string[] {
  // Node asks of its standard streams what they are: of a program that was started by another they are sockets
  const streams =
    /\b(?:getsockname\([012], |getsockopt\([012], SOL_SOCKET, SO_TYPE)|<\.\.\. getsock(?:name|opt) resumed>/
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !streams.test(line))
}

needs('strace', () => {
  test('what watches would see a request', () => {
    const root = pages()
    const log = join(root, 'log')
    const ask = "require('node:http').get('http://127.0.0.1:9/').on('error', () => {})"
    spawnSync('strace', [...watched(log), process.execPath, '-e', ask], {cwd: root})
    expect(callsIn(log).join('\n')).toMatch(/socket\(AF_INET/)
  })

  test('no option and no report asks the network for anything', () => {
    for (const args of runs) {
      const root = pages()
      expect({args, asked: asked(root, operands(args))}).toEqual({args, asked: []})
    }
  }, 300_000)

  test('nor does any command', () => {
    for (const args of subcommands) {
      const root = pages()
      expect({args, asked: asked(root, args)}).toEqual({args, asked: []})
    }
  }, 120_000)

  for (const watching of options.map(long).filter((name) => name === '--watch')) {
    test('nor does it while it watches', async () => {
      const root = pages()
      const log = join(root, 'log')
      const traced = [...watched(log), process.execPath, resolve('dist/cli.js'), watching, 'pages']
      const child = spawn('strace', traced, {cwd: root, stdio: 'ignore', detached: true})
      const ended = new Promise((done) => child.on('close', done))
      await new Promise((done) => setTimeout(done, 2000))
      expect(child.exitCode).toBe(null)
      process.kill(-(child.pid ?? 0), 'SIGTERM')
      await ended
      expect(callsIn(log)).toEqual([])
    })
  }
})

needs('unshare', () => {
  test('where there is no network, not even to the machine itself, every option does what it does elsewhere', () => {
    for (const args of [...runs.map(operands), ...subcommands]) {
      const [here, there] = [pages(), pages()]
      const expected = start(here, [], args)
      expect({args, ...start(there, ['unshare', '-rn'], args)}).toEqual({args, ...expected})
    }
  }, 300_000)
})
