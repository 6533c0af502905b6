import {readFileSync} from 'node:fs'
import {load} from 'js-yaml'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {needs} from '../tools.ts'
import {makeProject, type Project, readYaml} from './project.ts'

const files = ['docs/ci.md', 'docs/ci.zh-CN.md', 'README.md', 'README.zh-CN.md']
const {version} = readYaml<{version: string}>('package.json')

interface Block {
  readonly language: string
  readonly code: string
}

/** The blocks of code of a page, those of its part on CI where it has other parts. */
function blocksOf(path: string): Block[] {
  const text = readFileSync(path, 'utf8')
  const part = path.startsWith('README') ? (/^## [^\n]*\bCI\b[^\n]*\n[\s\S]*?(?=^## )/m.exec(text)?.[0] ?? '') : text
  return [...part.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, language = '', code = '']) => ({language, code}))
}

const shown = files.flatMap(blocksOf)

describe('what is shown', () => {
  test('is the same in both languages', () => {
    expect(blocksOf('docs/ci.zh-CN.md')).toEqual(blocksOf('docs/ci.md'))
    expect(blocksOf('README.zh-CN.md')).toEqual(blocksOf('README.md'))
  })

  test('each CI of the README in at most ten lines', () => {
    const blocks = blocksOf('README.md')
    expect(blocks).toHaveLength(5)
    expect(blocks.map(({code}) => code.trimEnd().split('\n').length).filter((lines) => lines > 10)).toEqual([])
  })

  test('names inputs, variables and hooks that there are, and the version that this is', () => {
    const inputs = Object.keys(readYaml<{inputs: object}>('action.yml').inputs)
    const variables = Object.keys(readYaml<{copylint: {variables: object}}>('ci/gitlab.yml').copylint.variables)
    const hooks = readYaml<{id: string}[]>('.pre-commit-hooks.yaml').map(({id}) => id)
    for (const {code} of shown.filter(({language}) => language === 'yaml')) {
      const named = collect(load(code))
      expect(named.filter(([key, value]) => key === 'uses' && String(value).includes('copylint'))).toEqual(
        named.filter(([, value]) => value === `copylint/copylint@v${version}`)
      )
      for (const [key, value] of named) {
        if (key === 'rev') expect(value).toBe(`v${version}`)
        if (key === 'remote') expect(value).toBe(`https://unpkg.com/copylint@${version}/ci/gitlab.yml`)
        if (key === 'id') expect(hooks).toContain(value)
        if (key === 'variables') expect(variables).toEqual(expect.arrayContaining(Object.keys(value as object)))
        if (key === 'with')
          expect([...inputs, 'sarif_file']).toEqual(expect.arrayContaining(Object.keys(value as object)))
      }
    }
  })
})

needs(['bash', 'git'], () => {
  let project: Project
  beforeAll(() => {
    project = makeProject()
  }, 300_000)
  afterAll(() => project?.remove())

  const commands = shown
    .flatMap(({code}) => [...code.matchAll(/npx [^|'\n]*/g)])
    .map(([it]) => it.trim())
    .concat(
      shown.flatMap(({code}) => [...code.matchAll(/args: (--[^,}\n]*)/g)]).map(([, it]) => `npx copylint ${it} pages/`)
    )

  test.each([...new Set(commands)])('%s', (command) => {
    const {status, err} = project.run(['bash'], command, {})
    expect({status, err: err.replace(/^npm warn.*\n/gm, '')}).toEqual({status: 1, err: ''})
    for (const [, file = ''] of command.matchAll(/--report \w+=(\S+)/g)) expect(project.read(file)).toContain('repeat')
  })
})

/** All keys with their values, however deep. */
function collect(value: unknown): [string, unknown][] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, it]) => [[key, it] as [string, unknown], ...collect(it)])
}
