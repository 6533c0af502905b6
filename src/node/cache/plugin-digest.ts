import {existsSync, readFileSync, statSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import type {Plugin} from '../plugins.ts'
import {digestOf} from './digest.ts'

/** What a relative import may lack. */
const endings = ['', '.js', '.mjs', '.cjs', '.ts', '.json', '/index.js']

/**
 * Which plugin this is, by content: its file, all files that it and those name by a relative path (`import './words.js'`,
 * `new URL('./words.txt', import.meta.url)`), the manifest of its package, and its options.
 */
export function pluginDigest({name, file, retext}: Plugin): string {
  const digests: string[] = []
  const seen = new Set([file])
  // a set may grow while it is walked
  for (const path of seen) {
    const bytes = readFileSync(path)
    digests.push(digestOf(bytes))
    if (!/\.(?:[cm]?[jt]s|json)$/.test(path)) continue
    for (const [, , named = ''] of bytes.toString().matchAll(/(['"`])(\.{1,2}\/[^'"`\n]+)\1/g)) {
      const found = endings.map((it) => resolve(dirname(path), named) + it).find(isFile)
      if (found !== undefined) seen.add(found)
    }
  }
  return digestOf(JSON.stringify([name, digests, manifestOf(file), Array.isArray(retext) ? retext[1] : null]))
}

const isFile = (path: string): boolean => statSync(path, {throwIfNoEntry: false})?.isFile() ?? false

function manifestOf(file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const path = join(folder, 'package.json')
    if (existsSync(path)) return digestOf(readFileSync(path))
    if (dirname(folder) === folder) return ''
  }
}
