import {afterAll, beforeAll, expect, test} from 'vitest'
import {needs} from '../tools.ts'
import {makeProject, type Project, readYaml} from './project.ts'

interface Template {
  readonly copylint: {
    readonly variables: Readonly<Record<string, string>>
    readonly script: readonly string[]
    readonly artifacts: {readonly when: string; readonly reports: {readonly codequality: string}}
  }
}

const {copylint: job} = readYaml<Template>('ci/gitlab.yml')
const report = job.artifacts.reports.codequality

test('the report is kept where there are findings: a job that fails keeps none otherwise', () => {
  expect(job.artifacts.when).toBe('always')
  expect(report).toBe('gl-code-quality-report.json')
})

needs(['bash', 'git'], () => {
  let project: Project
  beforeAll(() => {
    project = makeProject()
  }, 300_000)
  afterAll(() => project?.remove())

  /** Runs the job as a runner does: its lines are one script, for bash or, where the image has none, sh. */
  function run(variables: Readonly<Record<string, string>> = {}, shell = ['bash', '-e', '-o', 'pipefail']) {
    const runner = {CI: 'true', GITLAB_CI: 'true', CI_PROJECT_DIR: project.folder}
    return project.run(shell, job.script.join('\n'), {...runner, ...job.variables, ...variables})
  }

  test.each([[['bash', '-e', '-o', 'pipefail']], [['sh', '-e']]])(
    'the findings are in the report, and the job fails: %j',
    (shell) => {
      const {status, out} = run({}, shell)
      expect(status).toBe(1)
      expect(out).toContain('pages/一 版.txt')
      const found = JSON.parse(project.read(report) ?? '')
      expect(found).toHaveLength(1)
      expect(found[0]).toMatchObject({
        description: expect.any(String),
        fingerprint: expect.stringMatching(/\S/),
        severity: expect.stringMatching(/^(?:info|minor|major|critical|blocker)$/),
        location: {path: 'pages/一 版.txt', lines: {begin: 7}}
      })
    }
  )

  test('variables: files with blanks, options, a version that is installed', () => {
    const {version} = readYaml<{version: string}>('package.json')
    const variables = {
      COPYLINT_FILES: 'pages/一 版.txt',
      COPYLINT_ARGS: '--quiet --rule duplicate-closing:off --rule repeated-paragraph:off'
    }
    expect(run({...variables, COPYLINT_VERSION: version}).status).toBe(0)
    expect(project.read(report)?.trim()).toBe('[]')
  })

  test.each(['"; touch x; "', '$(touch x)', '`touch x`', "'; touch x; '", '; touch x'])(
    'a variable is never a command: %j',
    (hostile) => {
      for (const name of Object.keys(job.variables)) expect(run({[name]: hostile}).status).not.toBe(0)
      expect(project.read('x')).toBeUndefined()
    }
  )
})
