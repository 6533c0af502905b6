// Builds dist. Plain JavaScript, because it runs before anything is built.
//
//   node scripts/build.mjs               builds
//   node scripts/build.mjs --when-stale  builds unless dist was made from the files as they are now
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const inputs = ['package.json', 'package-lock.json', 'rolldown.config.ts', 'tsconfig.json', 'tsconfig.build.json']
const folders = ['src', 'rules']

process.chdir(join(import.meta.dirname, '..'))
const hash = hashInputs()
const fresh = existsSync('dist/.stamp') && readFileSync('dist/.stamp', 'utf8') === hash
if (!(fresh && process.argv.includes('--when-stale'))) await build()

/** Builds beside dist and then changes places: whoever runs the command meanwhile finds it whole. */
async function build() {
  const {rolldown} = await import('rolldown')
  const {loadConfig} = await import('rolldown/config')
  const next = `dist.${process.pid}`
  // a cache of findings asks which rules made them
  process.env.COPYLINT_BUILD = hash
  try {
    for (const config of await loadConfig('rolldown.config.ts')) {
      const bundle = await rolldown(config)
      await bundle.write({...config.output, dir: next})
      await bundle.close()
    }
    // for those who name the file: through npm the command is cli.cjs, which is quicker to start
    writeFileSync(`${next}/cli.js`, "#!/usr/bin/env node\nimport './cli.cjs'\n", {mode: 0o755})
    emitTypes(`${next}/types`)
    writeFileSync(`${next}/.stamp`, hash)
    if (existsSync('dist')) renameSync('dist', `${next}.old`)
    renameSync(next, 'dist')
  } finally {
    for (const left of [next, `${next}.old`]) rmSync(left, {recursive: true, force: true})
  }
}

function emitTypes(outDir) {
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc')
  const args = ['--project', 'tsconfig.build.json', '--outDir', outDir]
  const {status} = spawnSync(process.execPath, [tsc, ...args], {stdio: 'inherit'})
  if (status !== 0) throw new Error('The types were not built: see above')
}

/** By content, not by time: a checkout sets times as it likes. */
function hashInputs() {
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, {recursive: true})
      .map((name) => join(folder, name))
      .filter((name) => name.endsWith('.ts'))
      .sort()
  )
  const digest = createHash('sha256')
  for (const name of [...inputs, ...sources]) digest.update(`${name}\0`).update(readFileSync(name)).update('\0')
  return digest.digest('hex')
}
