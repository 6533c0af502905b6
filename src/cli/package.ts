import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** The folder of the package, wherever the bundler has put this file. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

/** A file of the package, or nothing where there is none. */
export function packageFile(...path: readonly string[]): string | undefined {
  try {
    return readFileSync(join(packageRoot(), ...path), 'utf8')
  } catch {
    return undefined
  }
}

/** copylint's version, `?` where its package is not around it, and its page, where it has one. */
export function packageInfo(): {version: string; homepage?: string} {
  const {version = '?', homepage} = JSON.parse(packageFile('package.json') ?? '{}') as {
    version?: string
    homepage?: string
  }
  return {version, ...(homepage !== undefined && {homepage})}
}
