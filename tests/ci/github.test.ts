import {afterAll, beforeAll, expect, test} from 'vitest'
import {needs} from '../tools.ts'
import {makeProject, type Project, readYaml} from './project.ts'

interface Action {
  readonly name: string
  readonly description: string
  readonly inputs: Readonly<Record<string, {readonly description: string; readonly default: string}>>
  readonly runs: {readonly using: string; readonly steps: readonly Step[]}
}

interface Step {
  readonly shell: string
  readonly env: Readonly<Record<string, string>>
  readonly run: string
}

const action = readYaml<Action>('action.yml')
const {steps} = action.runs

test('it is an action of steps, whose inputs all have defaults and reach the script by the environment only', () => {
  expect(action.runs.using).toBe('composite')
  expect(steps).toHaveLength(1)
  expect(Object.values(action.inputs).every((it) => typeof it.default === 'string' && it.description !== '')).toBe(true)
  expect(steps.map(({run}) => run).join()).not.toContain('${{')
  const used = steps.flatMap(({env}) => Object.values(env)).map((it) => /^\$\{\{ inputs\.(\w+) \}\}$/.exec(it)?.[1])
  expect(used.sort()).toEqual(Object.keys(action.inputs).sort())
})

needs(['bash', 'git'], () => {
  let project: Project
  beforeAll(() => {
    project = makeProject()
  }, 300_000)
  afterAll(() => project?.remove())

  /** Runs the step as a runner does, with the inputs that a workflow gives. */
  function run(inputs: Readonly<Record<string, string>> = {}) {
    const [{env, run: script} = steps[0] as Step] = steps
    const given = Object.entries(env).map(([name, value]) => {
      const input = /inputs\.(\w+)/.exec(value)?.[1] ?? ''
      return [name, inputs[input] ?? action.inputs[input]?.default ?? '']
    })
    const runner = {GITHUB_ACTIONS: 'true', CI: 'true', GITHUB_WORKSPACE: project.folder}
    // what `shell: bash` stands for
    return project.run(['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail'], script, {
      ...runner,
      ...Object.fromEntries(given)
    })
  }

  test('marks what it finds in the pull request, and fails', () => {
    const {status, out} = run()
    expect(status).toBe(1)
    expect(out).toMatch(
      /^::error file=pages\/一 版\.txt,line=7,.*duplicate-closing|^::error file=pages\/一 版\.txt,line=7,.*repeated-paragraph/m
    )
  })

  test('files may have blanks in their names, one a line; patterns are copylint’s', () => {
    project.write(
      'pages/2.txt',
      '# 柳溪村分发新种子\n\n本报讯 柳溪村昨天分发了新的种子，农户们说今年的收成有望超过去年。\n'
    )
    const paths = (files: string) => {
      const {out} = run({files, format: 'json'})
      return JSON.parse(out).map(({path}: {path: string}) => path)
    }
    expect(paths('pages/一 版.txt\n\npages/2.txt\n')).toEqual(['pages/一 版.txt', 'pages/2.txt'])
    expect(paths('pages/*.txt')).toEqual(['pages/2.txt', 'pages/一 版.txt'])
  })

  test('options go on: warnings fail, a page is left out, a further report is written', () => {
    const args = '--rule repeated-paragraph:warning\n--rule duplicate-closing:warning --report json=copylint.json'
    expect(run({args}).status).toBe(0)
    expect(project.read('copylint.json')).toMatch(/"severity": ?"warning"/)
    expect(run({args: `${args} --max-warnings 0`}).status).toBe(1)
  })

  test('what cannot be done is status 2: a file that is missing, a format that is none', () => {
    expect(run({files: 'nowhere.txt'}).status).toBe(2)
    expect(run({format: 'gihub'})).toMatchObject({status: 2, err: expect.stringContaining('github')})
  })

  test('a version that the repository has is not fetched; what is no version is refused', () => {
    const {version} = readYaml<{version: string}>('package.json')
    expect(run({version, args: '--version'})).toMatchObject({status: 0, out: `${version}\n`})
    for (const hostile of ['1; touch x', '$(touch x)', 'npm:evil', 'file:..', '1 --registry=http://x'])
      expect(run({version: hostile})).toMatchObject({status: 2, out: expect.stringContaining('::error::')})
    expect(project.read('x')).toBeUndefined()
  })

  test.each([
    '"; touch x; "',
    '$(touch x)',
    '`touch x`',
    "'; touch x; '",
    '&& touch x',
    '| tee x',
    '> x',
    '\\"; touch x #'
  ])('an input is never a command: %j', (hostile) => {
    const before = project.read('pages/一 版.txt')
    // a version that is none ends the script before the others are reached
    for (const inputs of [{version: hostile}, {files: hostile, args: hostile}, {format: hostile}]) {
      expect(run(inputs).status).toBe(2)
    }
    expect(project.read('x')).toBeUndefined()
    expect(project.git('status', '--porcelain', '--', 'pages/一 版.txt').out).toBe('')
    expect(project.read('pages/一 版.txt')).toBe(before)
  })

  test('a file is never an option', () => {
    const before = project.read('pages/一 版.txt')
    expect(run({files: '--fix\npages/'}).status).toBe(2)
    expect(project.read('pages/一 版.txt')).toBe(before)
  })

  test('where there is no Node.js the log says what to do', () => {
    const {run: script} = steps[0] as Step
    // built-ins of the shell are all there is
    const {status, out} = project.run(['/bin/bash', '--noprofile', '--norc', '-e'], script, {PATH: ''})
    expect({status, out}).toEqual({status: 2, out: expect.stringMatching(/^::error::.*actions\/setup-node/)})
  })
})
