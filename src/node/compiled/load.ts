import {readFileSync} from 'node:fs'
import Module from 'node:module'
import {basename, dirname, join} from 'node:path'
import {Script} from 'node:vm'
import {codeFolder, readCode, writeCode} from './folder.ts'

/** Compiled in this run, not taken from an earlier one. */
const fresh = new Map<string, Script>()
let folder: string | undefined
let asked = false

/**
 * Loads a built file and what it requires, as V8 has compiled them in an earlier run: reading all of it anew takes half of the time
 * of a run on one page. What Node 22.8 does for modules when it is asked to, for Node 20 too. Node knows the modules by their
 * files: whoever requires or imports them gets the same ones.
 *
 * @param file absolute
 */
export function load<T>(file: string): T {
  const own = Module.createRequire(file)
  if (!asked) {
    folder = codeFolder(dirname(file))
    asked = true
  }
  return (own.cache[file] ?? evaluate(file, own)).exports as T
}

/** At the end of the process what was compiled is kept for the next: of each file the functions that were used until then, and no others. */
export function keepCompiled(): void {
  const to = folder
  if (to === undefined || fresh.size === 0) return
  process.once('exit', () => {
    for (const [file, script] of fresh) writeCode(to, nameOf(file), () => script.createCachedData())
  })
}

function evaluate(file: string, own: NodeJS.Require): NodeJS.Module {
  const module = new Module(file)
  const require = (id: string): unknown => (id.startsWith('.') ? load(join(dirname(file), id)) : own(id))
  module.filename = file
  own.cache[file] = module
  try {
    compiled(file)(module.exports, require, module, file, dirname(file))
  } catch (error) {
    delete own.cache[file]
    throw error
  }
  module.loaded = true
  return module
}

// as Node does it; joined as bytes, since V8 would copy what is joined as strings
const before = Buffer.from('(function (exports, require, module, __filename, __dirname) { ')
const behind = Buffer.from('\n})')

type Wrapped = (exports: unknown, require: unknown, module: unknown, file: string, folder: string) => void

function compiled(file: string): Wrapped {
  // what is built is ASCII: nothing need be decoded
  const source = Buffer.concat([before, readFileSync(file), behind]).toString('latin1')
  const kept = folder === undefined ? undefined : readCode(folder, nameOf(file))
  const script = new Script(source, {
    filename: file,
    columnOffset: -before.length,
    ...(kept && {cachedData: kept})
  })
  if (kept === undefined || script.cachedDataRejected) fresh.set(file, script)
  return script.runInThisContext() as Wrapped
}

const nameOf = (file: string): string => basename(file, '.cjs')
