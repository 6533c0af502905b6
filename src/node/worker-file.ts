import {existsSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** The file that threads run, wherever the bundler has put this one. */
export function workerFile(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = [join(folder, 'worker.cjs'), join(folder, 'dist', 'worker.cjs')].find((it) => existsSync(it))
    if (file !== undefined || dirname(folder) === folder) return file ?? 'worker.cjs'
  }
}
