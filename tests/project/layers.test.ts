import {readFileSync} from 'node:fs'
import {builtinModules} from 'node:module'
import {posix} from 'node:path'
import {expect, test} from 'vitest'
import {filesIn, importsOf} from './files.ts'

/** The layers, from the edge inward: a file imports from its own or from those below. The first entry that fits counts. */
const layers: readonly (readonly string[])[] = [
  ['src/cli.ts', 'src/cli/', 'src/node/'],
  [
    'src/builtin.ts',
    'src/config/',
    'src/report/',
    'src/fix/',
    'src/suppress/',
    'src/testing/',
    'src/plugin.ts',
    'src/index.ts',
    'rules/'
  ],
  ['src/lint.ts', 'src/lists.ts', 'src/precedence.ts', 'src/presets.ts', 'src/archive.ts', 'src/score/'],
  ['src/analysis/', 'src/formats/'],
  ['src/tree/', 'src/rule/', 'src/parse/']
]

const files = [...filesIn('src'), ...filesIn('rules')]
const inner = files.filter((path) => layerOf(path) > 0)

test('every file is in a layer', () => {
  expect(files.filter((path) => layerOf(path) < 0)).toEqual([])
})

test('files import only from their own layer or from those right of it', () => {
  const wrong = files.flatMap((path) =>
    importsOf(path)
      .filter((name) => name.startsWith('.'))
      .map((name) => posix.join(posix.dirname(path), name))
      .filter((target) => layerOf(target) < layerOf(path))
      .map((target) => `${path} imports ${target}`)
  )
  expect(wrong).toEqual([])
})

test('built-in rules import only what a stranger’s rule can: copylint and valibot, and files of their own folder', () => {
  const wrong = filesIn('rules').flatMap((path) =>
    importsOf(path)
      .filter((name) => name !== 'copylint' && name !== 'valibot')
      .filter((name) => !(name.startsWith('./') || posix.join(posix.dirname(path), name).startsWith(ruleFolder(path))))
      .map((name) => `${path} imports ${name}`)
  )
  expect(wrong).toEqual([])
})

test('right of the first layer nothing is Node’s: it runs in a browser', () => {
  const wrong = inner.flatMap((path) => {
    const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    const names = importsOf(path).filter((name) => name.startsWith('node:') || builtinModules.includes(name))
    return [...names, ...(code.match(/\b(?:process\.\w+|Buffer\.\w+|__dirname|require\()/g) ?? [])].map(
      (name) => `${path}: ${name}`
    )
  })
  expect(wrong).toEqual([])
})

test('nor is anything in what is built for a browser, libraries too', () => {
  const wrong: string[] = []
  const seen = new Set<string>()
  const visit = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    for (const name of importsOf(path)) {
      if (name.startsWith('.')) visit(posix.join(posix.dirname(path), name))
      else wrong.push(`${path} imports ${name}`)
    }
  }
  for (const entry of ['index', 'formats', 'parser', 'testing']) visit(`dist/${entry}.js`)
  expect(wrong).toEqual([])
})

function layerOf(path: string): number {
  return layers.findIndex((places) =>
    places.some((place) => path === place || (place.endsWith('/') && path.startsWith(place)))
  )
}

function ruleFolder(path: string): string {
  return `${path.split('/').slice(0, 2).join('/')}/`
}
