import {execFileSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {posix, sep} from 'node:path'

/** Files below a folder, by path from the project's root, with `/` on every system. */
export function filesIn(folder: string, ending = '.ts'): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map((name) => posix.join(folder, name.split(sep).join('/')))
    .filter((path) => path.endsWith(ending))
    .sort()
}

/** Every file that is or will be in the repository. */
export function trackedFiles(): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  return execFileSync('git', args, {encoding: 'utf8'}).split('\0').filter(Boolean)
}

/** What a module imports, statically or when needed. Comments and texts are blanked out first, as far as they matter. */
export function importsOf(path: string): string[] {
  const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  return [...code.matchAll(/(?:\bfrom\s*|\b(?:import|require)\s*\(?\s*)(["'])([^"'\n]+)\1/g)].map(
    ([, , name = '']) => name
  )
}

/** The names of the rules' folders. */
export const ruleNames: readonly string[] = readdirSync('rules').sort()
