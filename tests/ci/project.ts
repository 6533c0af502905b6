import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {load} from 'js-yaml'
import {doubled} from '../cli/command.ts'
import {makePaper} from '../plugins/paper.ts'

/** A newspaper's repository, with copylint installed as users install it: what CI checks out. */
export interface Project {
  readonly folder: string
  readonly write: (path: string, text: string) => void
  /** The text of a file; nothing where there is none. */
  readonly read: (path: string) => string | undefined
  /** Runs a script as CI does: only the environment given, and what a runner has. */
  readonly run: (shell: readonly string[], script: string, env: Readonly<Record<string, string>>) => Outcome
  readonly git: (...args: readonly string[]) => Outcome
  readonly remove: () => void
}

interface Outcome {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

export function makeProject(): Project {
  const {folder, write, remove} = makePaper({})
  const start = (command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome => {
    const runner = {PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LANG: 'C.UTF-8', ...quiet, ...env}
    const {status, stdout, stderr} = spawnSync(command, args, {cwd: folder, encoding: 'utf8', env: runner})
    return {status, out: stdout, err: stderr}
  }
  const git = (...args: readonly string[]) => start('git', args)
  write('pages/一 版.txt', doubled)
  write('.gitignore', 'node_modules/\n')
  git('init', '--quiet', '--initial-branch=main')
  git('add', '--all')
  git('commit', '--quiet', '--message=Pages')
  return {
    folder,
    write,
    read: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined),
    run: (shell, script, env) => {
      const file = join(folder, '..', 'script.sh')
      writeFileSync(file, script)
      const [command = '', ...args] = shell
      const ended = start(command, [...args, file], env)
      rmSync(file)
      return ended
    },
    git,
    remove
  }
}

/** Nobody's settings, and no word from npm about itself. */
const quiet = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'He Miao',
  GIT_AUTHOR_EMAIL: 'hemiao@example.com',
  GIT_COMMITTER_NAME: 'He Miao',
  GIT_COMMITTER_EMAIL: 'hemiao@example.com',
  npm_config_update_notifier: 'false',
  npm_config_prefer_offline: 'true'
}

export const readYaml = <T>(path: string): T => load(readFileSync(path, 'utf8')) as T
