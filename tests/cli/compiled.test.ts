import {spawn} from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {join, resolve} from 'node:path'
import {expect, test} from 'vitest'
import {clean, copylint, doubled, folder} from './command.ts'

const args = ['--no-config', '--format', 'json', 'a.txt']
const pages = {'a.txt': doubled, 'b.txt': clean}

/** A folder with pages, a place for compiled code, and the command that keeps it there. */
function project(files: Readonly<Record<string, string>> = pages) {
  const {root} = folder(files)
  const cache = join(root, 'cache')
  const run = (more: readonly string[] = args, env: Record<string, string> = {}) =>
    copylint(root, more, {env: {COPYLINT_COMPILE_CACHE: cache, ...env}})
  const kept = () => {
    try {
      return readdirSync(cache).sort()
    } catch {
      return []
    }
  }
  const path = (part: string) => join(cache, kept().find((it) => it.includes(part)) ?? part)
  return {root, cache, run, kept, path}
}

const stateOf = (path: string) => `${statSync(path).ino} ${statSync(path).mtimeMs}`

test('the first run keeps what it has compiled, the next takes it and writes nothing', async () => {
  const {run, kept, path} = project()
  const first = await run()
  expect(first).toMatchObject({status: 1, err: ''})
  expect(kept().map((it) => it.replace(/.*-(command|engine|lists).*/, '$1'))).toEqual([
    'command',
    'command',
    'engine',
    'lists'
  ])
  const before = stateOf(path('engine'))
  expect(await run()).toEqual(first)
  expect(stateOf(path('engine'))).toBe(before)
  expect(kept()).toHaveLength(4)
})

test('all other commands take it, and leave it as it is', async () => {
  const {run, kept} = project()
  expect((await run(['--version'])).status).toBe(0)
  expect((await run(['rules'])).status).toBe(0)
  expect(kept()).toEqual([])
  await run()
  const without = await run(['explain', 'repeated-paragraph'], {COPYLINT_COMPILE_CACHE: '0'})
  expect(await run(['explain', 'repeated-paragraph'])).toEqual(without)
})

test('nobody but the user can read or write it', async () => {
  const {cache, run, path} = project()
  await run()
  expect(statSync(cache).mode & 0o777).toBe(0o700)
  expect(statSync(path('engine')).mode & 0o777).toBe(0o600)
})

test('what is damaged is made again, and nobody hears of it', async () => {
  const {run, path} = project()
  const first = await run()
  const whole = readFileSync(path('engine'))
  const inside = Buffer.from(whole).fill(0x5a, 1000, 1400)
  for (const damage of [Buffer.alloc(0), Buffer.from('no code'), whole.subarray(0, 5000), Buffer.alloc(9000), inside]) {
    writeFileSync(path('engine'), damage)
    expect(await run()).toEqual(first)
    expect(readFileSync(path('engine')).length).toBeGreaterThan(50_000)
  }
})

test('code that others could have written is not taken, nor is what a link leads to', async () => {
  const {root, run, path} = project()
  const first = await run()
  chmodSync(path('engine'), 0o666)
  expect(await run()).toEqual(first)
  expect(statSync(path('engine')).mode & 0o777).toBe(0o600)

  const elsewhere = join(root, 'elsewhere')
  const engine = path('engine')
  writeFileSync(elsewhere, readFileSync(engine), {mode: 0o600})
  rmSync(engine)
  symlinkSync(elsewhere, engine)
  const before = stateOf(elsewhere)
  expect(await run()).toEqual(first)
  expect(stateOf(elsewhere)).toBe(before)
  expect(statSync(engine).ino).not.toBe(statSync(elsewhere).ino)
})

test.runIf(process.getuid?.() === 0)('another user’s code is not taken, and her folder is left alone', async () => {
  const {cache, run, kept, path} = project()
  const first = await run()
  chownSync(path('engine'), 12345, 12345)
  expect(await run()).toEqual(first)
  expect(statSync(path('engine')).uid).toBe(0)

  chownSync(cache, 12345, 12345)
  chownSync(path('engine'), 12345, 12345)
  const before = stateOf(path('engine'))
  expect(await run()).toEqual(first)
  expect(stateOf(path('engine'))).toBe(before)
  expect(kept()).toHaveLength(4)
})

test('where it cannot be kept everything else works', async () => {
  const {root, cache, run} = project()
  writeFileSync(cache, 'a file')
  expect(await run()).toMatchObject({status: 1, err: ''})
  expect(readFileSync(cache, 'utf8')).toBe('a file')
  for (const env of [{COPYLINT_COMPILE_CACHE: '/proc/none'}, {COPYLINT_COMPILE_CACHE: '', XDG_CACHE_HOME: cache}]) {
    expect(await run(args, env)).toMatchObject({status: 1, err: ''})
  }
  // no folder is named: nothing is left in the working folder
  expect(await run(args, {COPYLINT_COMPILE_CACHE: ''})).toMatchObject({status: 1, err: ''})
  expect(readdirSync(root).sort()).toEqual(['a.txt', 'b.txt', 'cache'])
})

test('it is where the system keeps such things, and can be switched off', async () => {
  const {root, run} = project()
  const home = join(root, 'home')
  mkdirSync(home)
  await run(args, {COPYLINT_COMPILE_CACHE: '0', HOME: home})
  await run(args, {COPYLINT_COMPILE_CACHE: '', NODE_DISABLE_COMPILE_CACHE: '1', HOME: home})
  expect(readdirSync(home)).toEqual([])
  if (process.platform !== 'linux') return
  await run(args, {COPYLINT_COMPILE_CACHE: '', HOME: home})
  expect(readdirSync(join(home, '.cache/copylint/compiled'))).toHaveLength(4)
  await run(args, {COPYLINT_COMPILE_CACHE: '', HOME: home, XDG_CACHE_HOME: join(root, 'xdg')})
  expect(readdirSync(join(root, 'xdg/copylint/compiled'))).toHaveLength(4)
})

test('code of other versions and flags stands beside it; the oldest goes, and no file that is not ours', async () => {
  const {cache, run, kept} = project()
  mkdirSync(cache, {mode: 0o700})
  const foreign = Array.from({length: 30}, (_, index) => `notes-${index}.txt`)
  const old = Array.from({length: 30}, (_, index) => `${String(index).padStart(16, '0')}-v20.0.0-x64-abc-engine`)
  for (const name of [...foreign, ...old]) writeFileSync(join(cache, name), '')
  await run()
  await run(args, {NODE_OPTIONS: '--max-old-space-size=900'})
  expect(kept().filter((it) => foreign.includes(it))).toEqual([...foreign].sort())
  const ours = kept().filter((it) => !foreign.includes(it))
  expect(ours).toHaveLength(24)
  expect(ours.filter((it) => !old.includes(it))).toHaveLength(8)
})

test('several at once: each works, and what is left is whole', async () => {
  const {run, kept} = project()
  const runs = await Promise.all(Array.from({length: 4}, () => run()))
  for (const it of runs) expect(it).toEqual(runs[0])
  expect(kept()).toHaveLength(4)
  expect(await run()).toEqual(runs[0])
})

test('threads find what they find without it', async () => {
  const {run} = project(Object.fromEntries(Array.from({length: 40}, (_, i) => [`p/${i}.txt`, i % 2 ? doubled : clean])))
  const many = ['--no-config', '--format', 'json', '--workers', '2', 'p']
  const without = await run(many, {COPYLINT_COMPILE_CACHE: '0'})
  await run(many)
  expect(await run(many)).toEqual(without)
})

test('a run that sets flags of V8 on its way keeps nothing that the next could not take', async () => {
  const {run, kept, path} = project({
    ...pages,
    ...Object.fromEntries(Array.from({length: 120}, (_, i) => [`p/${i}.txt`, clean]))
  })
  await run(['--no-config', '--workers', '1', 'p'])
  expect(kept()).toEqual([])
  await run()
  const before = stateOf(path('engine'))
  await run(['--no-config', '--workers', '1', 'p'])
  await run()
  expect(stateOf(path('engine'))).toBe(before)
})

test('a plugin gets the modules that the command uses, with kept code and without', async () => {
  const {root, run} = project({
    ...pages,
    'package.json': '{}',
    '.lintrc.json': '{"plugins": ["./desk.mjs"]}',
    'desk.mjs': `
      import {characters, defineRule} from 'copylint'
      import {createRequire} from 'node:module'
      const require = createRequire(import.meta.url)
      const loaded = Object.values(require.cache).filter((it) => Object.values(it.exports).includes(characters))
      const own = Object.keys(require.cache).some((it) => it.endsWith('command.cjs'))
      export const rules = [defineRule({
        name: 'desk/same', scope: 'issue', severity: 'info', counts: 'nothing',
        summary: {zh: '一', en: 'one'},
        messages: {same: {zh: {what: '{said}', why: '一', how: '一'}, en: {what: '{said}', why: 'a', how: 'a'}}},
        *check() {
          yield {at: {start: 0, end: 1}, id: 'same', data: {said: own && loaded.length > 0 ? 'same modules' : 'others'}}
        }
      })]`
  })
  mkdirSync(join(root, 'node_modules'))
  symlinkSync(resolve(import.meta.dirname, '../..'), join(root, 'node_modules/copylint'))
  for (let turn = 0; turn < 2; turn++) {
    const {out, err} = await run(['--lang', 'en', '--format', 'json', 'a.txt'])
    expect(err).toBe('')
    expect(out).toContain('same modules')
  }
})

test('a stack says where it was thrown', async () => {
  const {root, run} = project({
    ...pages,
    '.lintrc.json': '{"plugins": ["./desk.mjs"]}',
    'desk.mjs': `export const rules = [{name: 'desk/falls', scope: 'issue', severity: 'info',
      summary: {zh: '一', en: 'one'}, messages: {}, check() { throw new Error('fell') }}]`
  })
  await run(['--debug', 'a.txt'])
  const {err} = await run(['--debug', 'a.txt'])
  expect(err).toMatch(/at .*check .*desk\.mjs:2:/)
  expect(err).toMatch(/at \w+ \(.*engine-\w+\.cjs:\d+:\d+\)/)
  expect(root).toBeTruthy()
})

test('a signal while it is being kept leaves nothing half', async () => {
  const {root, cache, run, kept} = project()
  const child = spawn(process.execPath, [resolve('dist/cli.cjs'), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {PATH: process.env.PATH ?? '', COPYLINT_COMPILE_CACHE: cache}
  })
  child.stdout.once('data', () => child.kill('SIGKILL'))
  child.stdout.resume()
  await new Promise((done) => child.on('close', done))
  expect(await run()).toMatchObject({status: 1, err: ''})
  expect(kept().filter((it) => !/\.\d+$/.test(it))).toHaveLength(4)
})
