// Runs a script of ours that is written in TypeScript, which Node 20 does not read: `node scripts/run.mjs generate --check`.
// Bundled by rolldown as the command is, so that a measurement measures what is shipped; packages stay outside.
import {mkdirSync, rmSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {pathToFileURL} from 'node:url'
import {build} from 'rolldown'

const root = join(import.meta.dirname, '..')
/** Inside node_modules, so that packages are found; a folder a process, so that two runs do not write over one another. */
const dir = join(root, 'node_modules', '.cache', 'copylint', String(process.pid))
process.on('exit', () => rmSync(dir, {recursive: true, force: true}))

/**
 * Imports a module written in TypeScript.
 *
 * @param {string} file path from the project's root
 */
export async function load(file) {
  const name = relative(root, join(root, file)).split(sep).join('-').replace(/\.ts$/, '.mjs')
  mkdirSync(dir, {recursive: true})
  await build({
    cwd: root,
    input: join(root, file),
    platform: 'node',
    logLevel: 'warn',
    resolve: {alias: {copylint: join(root, 'src/index.ts')}},
    // jsonc-parser's modules name one another without endings, as only bundlers do
    external: (id) =>
      /^(node:|[a-z@])/.test(id) && id !== 'copylint' && !/^jsonc-parser/.test(id) && !id.includes(':\\'),
    output: {file: join(dir, name), format: 'esm', codeSplitting: false}
  })
  return import(pathToFileURL(join(dir, name)).href)
}

const [name, ...args] = process.argv.slice(2)
process.chdir(root)
const {main} = await load(name.includes('/') ? name : `scripts/${name}.ts`)
process.exitCode = await main(args, load)
