import {execFileSync, spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

const quiet = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']

/** A newspaper's folder somewhere else, with copylint installed from the packed package as users install it. */
export interface Paper {
  readonly folder: string
  /** Writes a file of the folder. */
  readonly write: (path: string, text: string) => void
  /** Runs the installed `copylint`. */
  readonly copylint: (...args: readonly string[]) => Outcome
  /** Runs Node in the folder. */
  readonly node: (...args: readonly string[]) => Outcome
  readonly remove: () => void
}

export interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * Makes such a folder.
 *
 * @param files packages of rules, each by its folder's name: its files
 * @param packages from the registry
 */
export function makePaper(
  files: Readonly<Record<string, Readonly<Record<string, string>>>>,
  packages: readonly string[] = []
): Paper {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'copylint-')))
  const folder = join(root, 'paper')
  write(join(folder, 'package.json'), JSON.stringify({name: 'paper', private: true, type: 'module'}))
  const folders = Object.entries(files).map(([name, texts]) => {
    for (const [path, text] of Object.entries(texts)) write(join(root, name, path), text)
    return join(root, name)
  })
  const tarballs = [process.cwd(), ...folders].map((from) => pack(from, root))
  npm(folder, 'install', ...quiet, ...tarballs, ...packages)
  const run = (command: string, args: readonly string[]) =>
    spawnSync(command, args, {cwd: folder, encoding: 'utf8', shell: process.platform === 'win32'})
  return {
    folder,
    write: (path, text) => write(join(folder, path), text),
    copylint: (...args) => run(join('node_modules', '.bin', 'copylint'), args),
    node: (...args) => run(process.execPath, args),
    remove: () => rmSync(root, {recursive: true, force: true})
  }
}

/** Each package into a folder of its own, so that its file is the only one there. */
function pack(from: string, root: string): string {
  const to = mkdtempSync(join(root, 'packed-'))
  npm(from, 'pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', to)
  const [name = ''] = readdirSync(to)
  return join(to, name)
}

function npm(cwd: string, ...args: readonly string[]): void {
  execFileSync('npm', args, {cwd, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8'})
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, text)
}
