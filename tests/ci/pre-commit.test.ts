import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {clean, doubled} from '../cli/command.ts'
import {trackedFiles} from '../project/files.ts'
import {needs} from '../tools.ts'
import {readYaml} from './project.ts'

interface Hook {
  readonly id: string
  readonly entry: string
  readonly files: string
}

const hooks = readYaml<readonly Hook[]>('.pre-commit-hooks.yaml')

test('the hooks are asked about pages, and about nothing else', () => {
  for (const {files} of hooks) {
    // Python writes the flag into the pattern
    const pattern = new RegExp(files.replace(/^\(\?i\)/, ''), 'i')
    for (const name of [
      '1.txt',
      '一 版.TXT',
      'a/b.md',
      'a.markdown',
      'a.html',
      'a.htm',
      'a.xhtml',
      '来稿.docx',
      'a.docm',
      'a.dotx'
    ])
      expect(name).toMatch(pattern)
    for (const name of ['a.ts', 'txt', 'a.doc', 'a.txt.bak', '.lintrc.json']) expect(name).not.toMatch(pattern)
  }
})

needs(['pre-commit', 'git'], () => {
  const root = join(tmpdir(), `copylint-pre-commit-${process.pid}`)
  const repository = join(root, 'copylint')
  const paper = join(root, 'paper')
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    LANG: 'C.UTF-8',
    PRE_COMMIT_HOME: join(root, 'home'),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'He Miao',
    GIT_AUTHOR_EMAIL: 'hemiao@example.com',
    GIT_COMMITTER_NAME: 'He Miao',
    GIT_COMMITTER_EMAIL: 'hemiao@example.com',
    // what npm needs to reach its registry from here
    ...Object.fromEntries(
      Object.entries(process.env).filter(([name]) =>
        /^(?:https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|npm_config_(?:registry|cafile|cache))$/i.test(name)
      )
    ),
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false'
  }

  /** Of this project, as it is now, a repository that pre-commit can clone; and a newspaper's that uses it. */
  beforeAll(() => {
    for (const path of trackedFiles().filter((it) => existsSync(it))) {
      mkdirSync(dirname(join(repository, path)), {recursive: true})
      cpSync(path, join(repository, path))
    }
    for (const folder of [repository, paper]) {
      mkdirSync(folder, {recursive: true})
      git(folder, 'init', '--quiet', '--initial-branch=main')
    }
    git(repository, 'add', '--all')
    git(repository, 'commit', '--quiet', '--message=As it is')
    const rev = git(repository, 'rev-parse', 'HEAD').out.trim()
    const config = {
      repos: [{repo: repository, rev, hooks: [{id: 'copylint'}, {id: 'copylint-fix', stages: ['manual']}]}]
    }
    writeFileSync(join(paper, '.pre-commit-config.yaml'), JSON.stringify(config))
    const {status, out} = run(paper, 'pre-commit', 'install', '--install-hooks')
    expect(out).not.toContain('unexpected error')
    expect(status).toBe(0)
  }, 600_000)
  afterAll(() => rmSync(root, {recursive: true, force: true}))

  function run(cwd: string, command: string, ...args: string[]) {
    const {status, stdout, stderr} = spawnSync(command, args, {cwd, env, encoding: 'utf8'})
    return {status, out: `${stdout}${stderr}`}
  }
  const git = (cwd: string, ...args: string[]) => run(cwd, 'git', ...args)

  test('a page with an error is not committed, and why is told; without it, it is', () => {
    writeFileSync(join(paper, '一 版.txt'), doubled)
    writeFileSync(join(paper, '二版.txt'), clean)
    git(paper, 'add', '--all')
    const refused = git(paper, 'commit', '--message=Tonight')
    expect(refused.status).toBe(1)
    expect(refused.out).toMatch(/copylint\.*Failed[\s\S]*一 版\.txt[\s\S]*7:1/)

    // the hook that mends writes the file and stops, so that somebody looks at what it did
    const mended = run(paper, 'pre-commit', 'run', 'copylint-fix', '--hook-stage', 'manual', '--all-files')
    expect(mended.out).toMatch(/copylint --fix\.*Failed[\s\S]*files were modified by this hook/)
    expect(readFileSync(join(paper, '一 版.txt'), 'utf8').match(/邱三水/g)).toHaveLength(1)
    expect(readFileSync(join(paper, '二版.txt'), 'utf8')).toBe(clean)

    git(paper, 'add', '--all')
    const {status, out} = git(paper, 'commit', '--message=Tonight')
    expect(out).toMatch(/copylint\.*Passed/)
    expect(status).toBe(0)
  })

  test('a commit without pages does not ask', () => {
    writeFileSync(join(paper, 'a.css'), '')
    git(paper, 'add', '--all')
    expect(git(paper, 'commit', '--message=Style').out).toMatch(/no files to check.*Skipped/)
  })
})
