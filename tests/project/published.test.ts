import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, posix, resolve} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {doubled} from '../cli/command.ts'
import {makePaper, type Paper} from '../plugins/paper.ts'

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
/** What can be imported: `copylint`, `copylint/parser` … */
const entries = Object.entries(manifest.exports).flatMap(([path, to]) =>
  typeof to === 'string' ? [] : [{name: posix.join('copylint', path), types: to.types}]
)

interface Manifest {
  readonly exports: Readonly<Record<string, string | {readonly types: string; readonly default: string}>>
}

describe('what npm pack takes', () => {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'], {
    encoding: 'utf8',
    shell: process.platform === 'win32'
  })
  const [{size, files}] = JSON.parse(output) as [{size: number; files: readonly {path: string}[]}]
  const paths = files.map(({path}) => path)

  test('is what users run, import and read, and nothing else', () => {
    const lawful = [
      /^dist\/[a-z]+\.[cm]?js$/,
      /^dist\/chunks\/[\w-]+\.[cm]?js$/,
      /^dist\/types\/src\/.+\.d\.ts$/,
      /^dist\/THIRD-PARTY\.txt$/,
      /^docs\/[\w.-]+\.md$/,
      /^rules\/[a-z-]+\/README(\.zh-CN)?\.md$/,
      /^schema\/[a-z-]+\.json$/,
      /^ci\/[\w.-]+\.yml$/,
      /^(package\.json|LICENSE|CHANGELOG\.md|README(\.zh-CN)?\.md)$/
    ]
    expect(paths.filter((path) => !lawful.some((pattern) => pattern.test(path)))).toEqual([])
  })

  test('lacks nothing that it names', () => {
    const named = Object.values(manifest.exports).flatMap((it) => (typeof it === 'string' ? [it] : Object.values(it)))
    const rules = readdirSync('rules').flatMap((name) => [`rules/${name}/README.md`, `rules/${name}/README.zh-CN.md`])
    const wanted = [
      ...named.map((path) => posix.normalize(path)),
      ...rules,
      ...typesReached(entries.map((it) => it.types))
    ]
    expect(wanted.filter((path) => !paths.includes(path))).toEqual([])
  })

  test('is small', () => {
    expect(size).toBeLessThan(2_000_000)
  })
})

describe('installed in an empty folder', () => {
  let paper: Paper
  beforeAll(() => {
    paper = makePaper({})
    for (const page of ['1', '2', '3']) paper.write(`pages/${page}.txt`, doubled)
  }, 300_000)
  afterAll(() => paper?.remove())

  test('the command runs, in threads too', () => {
    const run = (...args: string[]) => {
      const {status, stdout, stderr} = paper.copylint('--format', 'json', ...args, 'pages')
      expect({status, stderr}).toEqual({status: 1, stderr: ''})
      return stdout
    }
    const alone = run('--workers', '1')
    expect(JSON.parse(alone)).toHaveLength(3)
    expect(run('--workers', '2')).toBe(alone)
  })

  test('brings few packages with it, none with a command or a script of its own', () => {
    const folder = join(paper.folder, 'node_modules')
    expect(readdirSync(join(folder, '.bin')).filter((name) => !name.startsWith('copylint'))).toEqual([])
    const lock = JSON.parse(readFileSync(join(paper.folder, 'package-lock.json'), 'utf8')) as Lock
    expect(Object.keys(lock.packages).length).toBeLessThan(25)
    expect(Object.entries(lock.packages).filter(([, it]) => it.hasInstallScript)).toEqual([])
  })

  test('what is not exported cannot be imported', () => {
    const {stderr} = paper.node('--input-type=module', '--eval', "await import('copylint/dist/index.mjs')")
    expect(stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED')
  })

  test.each(['nodenext', 'bundler'] as const)(
    'by %s every entry exports what its types say, no more and no less',
    (resolution) => {
      const texts = entries.map(({name}) => comparing(name, namesIn(paper, name)))
      expect(mistakes(paper, texts, resolution)).toBe('')
      // the comparison sees both kinds
      const wrong = [['copyParser', 'parsePage', 'other'], ['parsePage']].map((it) => comparing('copylint/parser', it))
      expect(mistakes(paper, wrong, resolution).match(/error TS2322/g)).toHaveLength(2)
    }
  )

  test.each(['lintrc', 'house-terms'])('the schema %s can be imported', (name) => {
    const script = `import {createRequire} from 'node:module'
      const require = createRequire(process.cwd() + '/')
      console.log(require('copylint/schema/${name}.json').$schema, require('copylint/package.json').name)`
    const {stdout, stderr} = paper.node('--input-type=module', '--eval', script)
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^https?:\S+ copylint\n$/)
  })
})

function namesIn(paper: Paper, name: string): readonly string[] {
  const script = `console.log(JSON.stringify(Object.keys(await import('${name}'))))`
  const {stdout, stderr} = paper.node('--input-type=module', '--eval', script)
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

/** A file that the compiler refuses where types and exports of an entry differ. */
const comparing = (entry: string, names: readonly string[]): string =>
  [
    `import type * as entry from '${entry}'`,
    `const there = ${JSON.stringify(names)} as const`,
    'export const typed: readonly (keyof typeof entry)[] = there',
    'type Missing = Exclude<keyof typeof entry, (typeof there)[number]>',
    'export const all: [Missing] extends [never] ? true : Missing = true'
  ].join('\n')

/** What the compiler says of files in the folder, libraries' types checked as well; Node's own types are ours. */
function mistakes(paper: Paper, texts: readonly string[], moduleResolution: 'nodenext' | 'bundler'): string {
  const files = texts.map((_, index) => `check-${index}.ts`)
  for (const [index, text] of texts.entries()) paper.write(`check-${index}.ts`, text)
  const compilerOptions = {
    moduleResolution,
    module: moduleResolution === 'nodenext' ? 'nodenext' : 'esnext',
    target: 'es2023',
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    typeRoots: [resolve('node_modules/@types')],
    types: ['node']
  }
  paper.write('tsconfig.json', JSON.stringify({compilerOptions, files}))
  const tsc = resolve('node_modules/typescript/bin/tsc')
  return spawnSync(process.execPath, [tsc, '--project', '.'], {cwd: paper.folder, encoding: 'utf8'}).stdout
}

/** The files of types that these ask for, one by way of another. */
function typesReached(starts: readonly string[]): readonly string[] {
  const open = starts.map((path) => posix.normalize(path))
  const seen = new Set<string>()
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const text = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
    for (const [, name = ''] of text.matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)) {
      const asked = posix.join(posix.dirname(path), name).replace(/\.(?:js|ts)$/, '.d.ts')
      expect(existsSync(asked), `${path} asks for ${name}`).toBe(true)
      open.push(asked)
    }
  }
  return [...seen]
}

interface Lock {
  readonly packages: Readonly<Record<string, {readonly hasInstallScript?: boolean}>>
}
