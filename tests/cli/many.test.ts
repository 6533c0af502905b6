import {execFileSync, spawn, spawnSync} from 'node:child_process'
import {
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import iconv from 'iconv-lite'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {clean, copylint, doubled, folder} from './command.ts'

const cli = resolve('dist/cli.js')
const pages = 2000
let root = ''

const pageOf = (index: number): string =>
  (index % 3 === 0 ? doubled : clean).replaceAll('昨天', `第${index}天`).replace('柳溪村', `松岭镇${index}组`)

/** A page as newspapers have them, with defects. */
const story = readFileSync('fixtures/bare.txt', 'utf8')

/** All that may go wrong on a page, among pages where nothing does. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'copylint-many-'))
  for (const name of ['a', 'b', 'c']) mkdirSync(join(root, name))
  for (let index = 0; index < pages; index++) {
    const name = join(root, index % 5 === 0 ? 'b' : 'a', `${String(index).padStart(4, '0')}.txt`)
    if (index % 211 === 7) writeFileSync(name, Buffer.from([0, 1, 2, 3, 0, 255]))
    else if (index % 211 === 8) symlinkSync('nowhere.txt', name)
    else writeFileSync(name, index % 7 === 0 ? iconv.encode(pageOf(index), 'gb18030') : pageOf(index))
  }
  writeFileSync(join(root, 'b/.lintrc.json'), '{"rules": {"repeated-paragraph": "off"}}')
  for (let index = 0; index < 60; index++) writeFileSync(join(root, 'c', `${index}.txt`), pageOf(index))
  writeFileSync(join(root, 'c/.lintrc.json'), '{"plugins": ["./desk.mjs"], "rules": {"desk": "info"}}')
  writeFileSync(join(root, 'c/desk.mjs'), throwing)
})
afterAll(() => rmSync(root, {recursive: true, force: true}))

const rule = (check: string) => `export const rules = [{
  name: 'desk', scope: 'article', severity: 'info', summary: {zh: '一', en: 'one'},
  messages: {one: {zh: {what: '一', why: '', how: ''}, en: {what: 'one', why: '', how: ''}}},
  *check(article, {text}) { ${check} }
}]`
const throwing = rule(`if (text(article.blocks[0]).includes('老石桥')) throw new Error('no bridge')`)
const ending = rule(`if (article.blocks.some((it) => text(it).includes('第33天'))) process.exit(3)`)

/** Whether pages were linted: else all was kept. */
const linted = (timing: string): boolean => / parse$/m.test(timing)

describe('two thousand pages', () => {
  test('the same report and the same complaints, with one thread and with two, with a cache and without, of few open files', async () => {
    const args = ['--format', 'json', 'a', 'b', 'c']
    const one = await copylint(root, ['--workers', '1', ...args])
    expect(JSON.parse(one.out)).toHaveLength(pages + 60)
    expect(one.status).toBe(2)
    expect(one.err).toContain('no bridge')
    const cached = ['--cache', '--cache-location', 'kept', ...args]
    expect(await copylint(root, ['--workers', '2', ...cached])).toEqual(one)
    expect(await copylint(root, ['--workers', '2', ...cached])).toEqual(one)
    const few = spawnLimited(root, ['--workers', '2', ...args])
    expect(few).toBe(one.out)
  }, 180_000)

  test('the same for people, and of what would be mended', async () => {
    for (const args of [['--format', 'pretty'], ['--format', 'text', '--score'], ['--fix-dry-run']]) {
      const one = await copylint(root, [...args, '--workers', '1', 'b', 'c'])
      expect(await copylint(root, [...args, '--workers', '2', 'b', 'c'])).toEqual(one)
      expect(one.out.length).toBeGreaterThan(1000)
    }
  })

  test('take little more memory than two hundred', () => {
    for (const [name, count] of [
      ['few', 200],
      ['all', pages]
    ] as const) {
      mkdirSync(join(root, name))
      for (let index = 0; index < count; index++) {
        writeFileSync(join(root, name, `${index}.txt`), story.replaceAll('昨天', `第${index}天`))
      }
    }
    const most = (name: string) => memoryOf(['--workers', '1', '--format', 'text', name])
    // about 1.12; on a busy machine, where V8 clears up late, more: one true measure in three is enough
    const within = () => most('all') / most('few') < 1.25
    expect(within() || within() || within()).toBe(true)
  })
})

test('a plugin that ends the process costs the page that it had; the others are linted', async () => {
  const {root} = folder({
    '.lintrc.json': '{"plugins": ["./desk.mjs"]}',
    'desk.mjs': ending,
    ...Object.fromEntries(Array.from({length: 60}, (_, index) => [`p/${100 + index}.txt`, pageOf(index)]))
  })
  const {status, out} = await copylint(root, ['--workers', '2', '--format', 'json', '--lang', 'en', 'p'])
  const report = JSON.parse(out) as {path: string; messages: unknown[]; failures: {reason: string}[]}[]
  const failed = report.filter(({failures}) => failures.length > 0)
  expect(status).toBe(2)
  expect(failed.map(({path}) => path)).toEqual(['p/133.txt'])
  expect(failed[0]?.failures[0]?.reason).toContain('process.exit')
  expect(report.filter(({messages}) => messages.length > 0)).toHaveLength(19)
})

describe('large pages', () => {
  /** Characters by chance, so that nothing is repeated but what is printed twice. */
  const large = (seed: number) => {
    let state = seed
    const next = () => {
      state = (state * 1103515245 + 12345) % 0x80000000
      return String.fromCharCode(0x4e00 + ((state >> 8) % 5000))
    }
    const paragraph = (length: number) => `　　${Array.from({length}, next).join('')}。`
    return Array.from({length: 520}, (_, index) => {
      const body = [500, 480].map(paragraph)
      return [`第${index}天的消息`, ...body, ...(index % 5 === 0 ? body.slice(1) : [])].join('\n')
    }).join('\n\n')
  }

  test('the same report with one thread and with more, of one page and of a few', async () => {
    const {root} = folder({'a.txt': large(1), 'b.txt': large(2), 'small.txt': doubled})
    for (const files of [['a.txt'], ['a.txt', 'b.txt', 'small.txt']]) {
      const one = await copylint(root, ['--workers', '1', '--format', 'json', ...files])
      expect(JSON.parse(one.out)[0].messages.length).toBeGreaterThan(50)
      expect(await copylint(root, ['--workers', '2', '--format', 'json', ...files])).toEqual(one)
      expect(await copylint(root, ['--format', 'json', ...files])).toEqual(one)
    }
  }, 120_000)

  test.each([1, 2])(
    'a thread that falls when it tells for time %i loses nothing',
    async (time) => {
      // loaded in every thread: ends the one beside the first with what it has done and not told
      const fall = `const {isMainThread, parentPort} = require('node:worker_threads')
      let told = 0
      if (!isMainThread) parentPort.postMessage = function (it) {
        if (++told < ${time}) return Object.getPrototypeOf(this).postMessage.call(this, it)
        require('node:fs').writeFileSync(__dirname + '/fallen', '')
        process.exit(3)
      }`
      const {root, read} = folder({'a.txt': large(1), 'fall.cjs': fall})
      const args = ['--format', 'json', 'a.txt']
      const one = await copylint(root, ['--workers', '1', ...args])
      const env = {NODE_OPTIONS: `--require ${join(root, 'fall.cjs')}`}
      expect(await copylint(root, ['--workers', '2', ...args], {env})).toEqual(one)
      expect(read('fallen')).toBe('')
    },
    120_000
  )

  test('a plugin that throws on one is told of, and nothing else is lost', async () => {
    const {root} = folder({
      'a.txt': large(1),
      'desk.mjs': rule(`throw new Error('no bridge')`),
      '.lintrc.json': '{"plugins": ["./desk.mjs"], "rules": {"desk": "info"}}'
    })
    const one = await copylint(root, ['--workers', '1', '--format', 'json', 'a.txt'])
    expect(one.err).toContain('no bridge')
    expect(await copylint(root, ['--workers', '2', '--format', 'json', 'a.txt'])).toEqual(one)
  }, 120_000)
})

describe('--cache', () => {
  const args = ['--cache', '--timing', '--format', 'json', '.']
  const news = {'a.txt': doubled, 'b.txt': clean, '.lintrc.json': '{"rules": {}}'}

  test('what is the same is not linted again, on another machine neither; what has changed is', async () => {
    const here = folder(news)
    const first = await copylint(here.root, args)
    expect(linted(first.err)).toBe(true)
    expect(here.read('.copylint-cache/.gitignore')).toBe('*\n')
    const there = folder({})
    cpSync(here.root, there.root, {recursive: true})
    const second = await copylint(there.root, args)
    expect(second.out).toBe(first.out)
    expect(linted(second.err)).toBe(false)
    writeFileSync(join(there.root, 'b.txt'), doubled)
    const third = await copylint(there.root, args)
    expect(linted(third.err)).toBe(true)
    expect(JSON.parse(third.out)[1].messages).toHaveLength(1)
  })

  test.each([
    ['a level', {'.lintrc.json': '{"rules": {"repeated-paragraph": "warning"}}'}],
    ['a word list', {'terms.yaml': 'forbidden:\n  - 石拱桥\n'}],
    ['what a plugin imports', {'words.mjs': 'export const word = "便桥"'}]
  ])('%s that has changed counts', async (_, changed) => {
    const {root} = folder({
      ...news,
      'terms.yaml': 'forbidden:\n  - 旧石桥\n',
      'words.mjs': 'export const word = "石匠"',
      'desk.mjs': `import {word} from './words.mjs'\n${rule('yield* []; void word')}`,
      '.lintrc.json': '{"plugins": ["./desk.mjs"], "rules": {"house-terms": ["warning", {"files": ["terms.yaml"]}]}}'
    })
    await copylint(root, args)
    expect(linted((await copylint(root, args)).err)).toBe(false)
    for (const [name, text] of Object.entries(changed)) writeFileSync(join(root, name), text)
    expect(linted((await copylint(root, args)).err)).toBe(true)
  })

  test('a damaged entry, and one put in the place of another, are linted again and mended', async () => {
    const {root} = folder(news)
    const {out} = await copylint(root, args)
    const files = () =>
      (readdirSync(join(root, '.copylint-cache'), {recursive: true}) as string[])
        .filter((it) => /[0-9a-f]{62}$/.test(it))
        .map((it) => join(root, '.copylint-cache', it))
    const [one = '', two = ''] = files()
    const good = readFileSync(one)
    for (const bad of [Buffer.from(''), Buffer.from('{}'), good.subarray(0, -9), readFileSync(two)]) {
      writeFileSync(one, bad)
      expect((await copylint(root, args)).out).toBe(out)
      expect(readFileSync(one)).toEqual(good)
    }
  })

  test('a folder that cannot be written is told of, and keeps nothing from being linted', async () => {
    const {root} = folder({...news, file: ''})
    const {status, err} = await copylint(root, ['--cache', '--cache-location', 'file/cache', '--lang', 'en', 'b.txt'])
    expect(status).toBe(0)
    expect(err).toContain('the cache cannot be written to')
  })

  test('two processes may use it at once', async () => {
    const {root} = folder(news)
    const [one, two] = await Promise.all([copylint(root, args), copylint(root, args)])
    expect(one?.out).toBe(two?.out)
    expect(linted((await copylint(root, args)).err)).toBe(false)
  })

  test('mends are made whatever is kept', async () => {
    const {root, read} = folder(news)
    await copylint(root, args)
    await copylint(root, ['--cache', '--fix', '.'])
    expect(read('a.txt').match(/邱三水/g)).toHaveLength(1)
    expect((await copylint(root, args)).status).toBe(0)
  })
})

describe('.copylintignore', () => {
  test('holds as Git’s does, in folders and below; a file that is named is linted all the same', async () => {
    const {root} = folder({
      '.copylintignore': '# proofs\n*.proof.txt\n/old/\n',
      'a.txt': clean,
      'a.proof.txt': doubled,
      'old/b.txt': doubled,
      'new/.copylintignore': '!keep.proof.txt\ndraft*\n',
      'new/keep.proof.txt': clean,
      'new/old/c.txt': clean,
      'new/draft1.txt': doubled
    })
    const paths = async (...args: string[]) =>
      (JSON.parse((await copylint(root, ['--format', 'json', ...args])).out) as {path: string}[]).map(({path}) => path)
    expect(await paths('.')).toEqual(['a.txt', 'new/keep.proof.txt', 'new/old/c.txt'])
    expect(await paths('**/*.txt')).toEqual(['a.txt', 'new/keep.proof.txt', 'new/old/c.txt'])
    expect(await paths('old/b.txt')).toEqual(['old/b.txt'])
    expect((await copylint(root, ['old'])).status).toBe(2)
  })
})

test('the nearest config holds for each file of a folder', async () => {
  const {root} = folder({
    'a.txt': doubled,
    '.lintrc.json': '{"rules": {"repeated-paragraph": "warning"}}',
    'sport/b.txt': doubled,
    'sport/.lintrc.json': '{"rules": {"repeated-paragraph": "off"}}',
    'sport/local/c.txt': doubled,
    'world/d.txt': doubled
  })
  const {out} = await copylint(root, ['--format', 'json', '.'])
  const found = (JSON.parse(out) as {path: string; messages: {severity: string}[]}[]).map(
    ({path, messages}) => `${path} ${messages.map(({severity}) => severity)}`
  )
  expect(found).toEqual(['a.txt warning', 'sport/b.txt ', 'sport/local/c.txt ', 'world/d.txt warning'])
})

describe('--watch', () => {
  test('lints again what is saved, made or deleted, and ends well', async () => {
    const {root} = folder({'p/a.txt': clean})
    const child = spawn(process.execPath, [cli, '--watch', '--lang', 'en', '--format', 'text', 'p'], {cwd: root})
    let said = ''
    child.stdout.on('data', (it: Buffer) => {
      said += it
    })
    child.stderr.on('data', (it: Buffer) => {
      said += it
    })
    const until = async (text: string) => {
      const end = Date.now() + 15_000
      while (!said.includes(text) && Date.now() < end) await new Promise((done) => setTimeout(done, 20))
      expect(said).toContain(text)
      await new Promise((done) => setTimeout(done, 50))
      said = ''
    }
    await until('waiting for changes in')
    writeFileSync(join(root, 'p/a.txt'), doubled)
    await until('repeated-paragraph')
    mkdirSync(join(root, 'p/sub'))
    await until('waiting')
    writeFileSync(join(root, 'p/sub/b.txt'), doubled)
    await until('p/sub/b.txt')
    // as editors save: beside, and renamed over it
    writeFileSync(join(root, '.lintrc.json'), '{"rules": {"repeated-paragraph": "off"}}')
    rmSync(join(root, 'p/sub'), {recursive: true})
    await until('p/a.txt: no issues found')
    const ended = new Promise((done) => child.on('exit', done))
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  })

  test('is not woken by what it writes itself into a file of the folder', async () => {
    const {root} = folder({'a.txt': doubled, '.lintrc.json': '{}'})
    const log = openSync(join(root, 'watch.log'), 'w')
    const child = spawn(process.execPath, [cli, '--watch', '--lang', 'en', '--format', 'text', '.'], {
      cwd: root,
      stdio: ['ignore', log, log]
    })
    const waits = () => readFileSync(join(root, 'watch.log'), 'utf8').split('waiting for').length - 1
    const end = Date.now() + 15_000
    while (waits() === 0 && Date.now() < end) await new Promise((done) => setTimeout(done, 20))
    // long enough for several rounds
    await new Promise((done) => setTimeout(done, 1500))
    const ended = new Promise((done) => child.on('exit', done))
    child.kill('SIGINT')
    await ended
    closeSync(log)
    expect(waits()).toBe(1)
  })

  test.each([[['-']], [['--fix', 'a.txt']]])('refuses %s', async (args) => {
    const {root} = folder({'a.txt': clean})
    const {status, err} = await copylint(root, ['--watch', '--lang', 'en', ...args])
    expect(status).toBe(2)
    expect(err).toContain('--watch')
  })
})

function spawnLimited(cwd: string, args: readonly string[]): string {
  try {
    return execFileSync('bash', ['-c', `ulimit -n 128; exec "$0" "$@"`, process.execPath, cli, ...args], {
      cwd,
      encoding: 'utf8',
      env: {PATH: process.env.PATH ?? '', LANG: 'C.UTF-8'},
      maxBuffer: 1e9,
      stdio: ['ignore', 'pipe', 'ignore']
    })
  } catch (error) {
    return String((error as {stdout: string}).stdout)
  }
}

/** The most memory that a run has had, in kilobytes. */
function memoryOf(args: readonly string[]): number {
  const hook = join(root, 'memory.cjs')
  const write = `require('fs').writeFileSync(__dirname + '/memory', String(process.resourceUsage().maxRSS))`
  writeFileSync(hook, `process.on('exit', () => ${write})`)
  spawnSync(process.execPath, ['-r', hook, cli, ...args], {cwd: root, stdio: 'ignore'})
  return Number(readFileSync(join(root, 'memory'), 'utf8'))
}
