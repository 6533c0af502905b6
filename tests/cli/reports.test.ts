import {spawn} from 'node:child_process'
import {resolve} from 'node:path'
import {describe, expect, test} from 'vitest'
import {reporterNames} from '../../src/report/index.ts'
import {clean, copylint, doubled, folder} from './command.ts'

const cli = resolve(import.meta.dirname, '../../dist/cli.js')
const zh = {env: {LANG: 'zh_CN.UTF-8'}}

describe('ndjson is a filter', () => {
  test('lines are those of json, in the order given', async () => {
    const {root} = folder({'a.txt': doubled, 'b.txt': clean})
    const lines = await copylint(root, ['b.txt', 'none.txt', 'a.txt', '--format', 'ndjson'])
    const {out} = await copylint(root, ['b.txt', 'none.txt', 'a.txt', '--format', 'json'])
    expect(
      lines.out
        .trimEnd()
        .split('\n')
        .map((it) => JSON.parse(it))
    ).toEqual(JSON.parse(out))
    expect(lines.status).toBe(2)
    expect(lines.err).toContain('none.txt')
  })

  test('a file is told before the next one is read', async () => {
    const names = Array.from({length: 40}, (_, n) => `${String(n).padStart(2, '0')}.txt`)
    const {root} = folder(Object.fromEntries(names.map((it) => [it, doubled.repeat(40)])))
    const chunks = await new Promise<number[]>((done, fail) => {
      const child = spawn(process.execPath, [cli, '.', '--format', 'ndjson'], {cwd: root})
      const lines: number[] = []
      child.stdout.on('data', (chunk: Buffer) => lines.push(chunk.toString().split('\n').length - 1))
      child.on('error', fail)
      child.on('close', () => done(lines))
    })
    expect(chunks.reduce((total, it) => total + it, 0)).toBe(40)
    expect(chunks.length).toBeGreaterThan(3)
  })

  test('a reader that has seen enough ends the work, and nobody complains', async () => {
    const names = Array.from({length: 300}, (_, n) => `${n}.txt`)
    const {root} = folder(Object.fromEntries(names.map((it) => [it, doubled.repeat(20)])))
    const ended = await new Promise<{status: number | null; err: string}>((done, fail) => {
      const child = spawn(process.execPath, [cli, '.', '--format', 'ndjson'], {cwd: root})
      let err = ''
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString()
      })
      child.stdout.once('data', () => child.stdout.destroy())
      child.on('error', fail)
      child.on('close', (status) => done({status, err}))
    })
    expect(ended).toEqual({status: 2, err: ''})
  })

  test('into a file, and as a further report', async () => {
    const {root, read} = folder({'a.txt': doubled})
    const {out} = await copylint(root, ['a.txt', '--format', 'ndjson'])
    await copylint(root, ['a.txt', '--format', 'ndjson', '--output', 'one.ndjson', '--report', 'ndjson=two.ndjson'])
    expect([read('one.ndjson'), read('two.ndjson')]).toEqual([out, out])
  })

  test('failures wait for the language of the first page that has one', async () => {
    const {root} = folder({'a.txt': doubled})
    const {out} = await copylint(root, ['none.txt', 'a.txt', '--format', 'ndjson'])
    const [first, second] = out.split('\n')
    expect(JSON.parse(first ?? '').failures[0].reason).toContain('找不到')
    expect(JSON.parse(second ?? '').messages[0].reason).toMatch(/\p{Script=Han}/u)
  })
})

describe('all reports', () => {
  test.each(reporterNames.filter((it) => !['pretty', 'text'].includes(it)))(
    '%s: nothing else on standard output, the same bytes again',
    async (format) => {
      const {root, read} = folder({'a.txt': doubled, 'b.txt': clean})
      const args = ['a.txt', 'b.txt', '--format', format, '--timing', '--score']
      const [first, again] = await Promise.all([copylint(root, args, zh), copylint(root, args, zh)])
      expect(first.status).toBe(1)
      expect(first.out).toBe(again?.out)
      expect(first.out).toContain('repeated-paragraph')
      expect(first.out).not.toContain(root)
      await copylint(root, ['a.txt', 'b.txt', '--score', '--report', `${format}=report`], zh)
      expect(read('report')).toBe(first.out)
    }
  )

  test.each(reporterNames)('%s: a line of 100,000 characters', async (format) => {
    const line = Array.from({length: 50_000}, (_, n) =>
      String.fromCharCode(0x4e00 + ((n * 7919) % 20_000), 0x4e01 + (n % 97))
    ).join('')
    const {root} = folder({'a.txt': `# 修桥\n\n本报讯 ${line}。\n\n${line}。\n`})
    const {out, err, status} = await copylint(root, ['a.txt', '--format', format], zh)
    expect([err, status]).toEqual(['', 1])
    // programs are told the edits, which hold the words; html has the copy
    if (!['json', 'ndjson', 'sarif', 'rdjson', 'html'].includes(format)) expect(out.length).toBeLessThan(100_000)
  })

  test('errors only, in both languages', async () => {
    const {root} = folder({'a.txt': doubled})
    const {out} = await copylint(root, ['a.txt', '--format', 'github', '--lang', 'en', '--quiet'])
    expect(out).toMatch(/^::error file=a\.txt,line=7,.*title=repeated-paragraph::\P{Script=Han}*“/u)
    expect(out.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('what does not go together', () => {
  test.each(reporterNames.filter((it) => !['pretty', 'text', 'summary'].includes(it)))(
    'a dry run prints a diff, no %s',
    async (format) => {
      const {root} = folder({'a.txt': doubled})
      const {status, out, err} = await copylint(root, ['a.txt', '--fix-dry-run', '--format', format])
      expect([status, out]).toEqual([2, ''])
      expect(err).toBe(`copylint: --fix-dry-run prints a diff: it cannot be used with --format ${format}\n`)
    }
  )

  test.each([
    ['sariff', 'did you mean sarif?'],
    ['gtihub', 'did you mean github?'],
    ['xyzzy', 'there are pretty, text, json']
  ])('--format %s', async (format, words) => {
    const {root} = folder({'a.txt': doubled})
    for (const args of [
      ['--format', format],
      ['--report', `${format}=x`]
    ]) {
      const {status, out, err} = await copylint(root, ['a.txt', ...args])
      expect([status, out]).toEqual([2, ''])
      expect(err).toContain(words)
      expect(err.trimEnd().split('\n')).toHaveLength(1)
    }
  })
})

describe('vfile reporters by name', () => {
  const manifest = (main: string, type: string) => JSON.stringify({name: 'x', main, type, exports: `./${main}`})
  const esm = `export default async (files, {color}) => {
    await null
    return files.map((file) => [file.path, file.messages.length, file.messages[0]?.fatal, color].join(' ')).join('\\n')
  }`
  const packages = {
    'node_modules/vfile-reporter-own/package.json': manifest('index.js', 'module'),
    'node_modules/vfile-reporter-own/index.js': esm,
    'node_modules/@desk/old/package.json': manifest('index.cjs', 'commonjs'),
    'node_modules/@desk/old/index.cjs': 'module.exports = (files) => files.length + " files\\n"'
  }

  test.each([
    ['vfile-reporter-own', 'a.txt 1 true false\n'],
    ['own', 'a.txt 1 true false\n'],
    ['@desk/old', '1 files\n'],
    ['./node_modules/@desk/old/index.cjs', '1 files\n']
  ])('%s', async (format, report) => {
    const {root, read} = folder({'a.txt': doubled, ...packages})
    const {status, out} = await copylint(root, ['a.txt', '--format', format, '--report', `${format}=out`, '--quiet'])
    expect([status, out]).toEqual([1, report])
    expect(read('out')).toBe(report)
  })

  test('are found beside the config and the page, too', async () => {
    const {root} = folder({
      'paper/a.txt': doubled,
      'house/.lintrc.json': '{}',
      ...Object.fromEntries(Object.entries(packages).map(([name, text]) => [`house/${name}`, text])),
      'paper/node_modules/near/package.json': manifest('index.js', 'module'),
      'paper/node_modules/near/index.js': `export const reporter = () => 'near'`
    })
    const named = await copylint(root, ['paper/a.txt', '--config', 'house/.lintrc.json', '--format', 'own'])
    expect(named.out).toMatch(/^paper\/a\.txt /)
    expect((await copylint(root, ['paper/a.txt', '--format', 'near'])).out).toBe('near\n')
  })

  test.each([
    ['export default () => { throw new Error("no paper\\nleft") }', 'the reporter bad failed: no paper'],
    ['export default async () => { throw new Error("late") }', 'the reporter bad failed: late'],
    ['export default () => new Promise(() => {})', 'the reporter bad failed: its await never settled'],
    ['export default () => 7', 'the reporter bad failed: it gave no text'],
    ['export const x = 1', 'bad is no vfile reporter: its default export is no function'],
    ['throw new Error("\\u001b[31mred")', 'the reporter bad failed: ␛[31mred'],
    ['not javascript', 'the reporter bad failed: Unexpected identifier']
  ])('%s: one sentence', async (code, words) => {
    const {root, read} = folder({
      'a.txt': doubled,
      'node_modules/bad/package.json': manifest('index.js', 'module'),
      'node_modules/bad/index.js': code
    })
    const args = ['a.txt', '--lang', 'en', '--format', 'bad', '--report', 'json=a.json']
    const {status, out, err} = await copylint(root, args)
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(`copylint: ${words}`)
    expect(err.split('\n').filter((it) => it.startsWith('copylint:'))).toHaveLength(1)
    // what fails late takes no other report down
    if (code.startsWith('export default')) expect(JSON.parse(read('a.json'))).toHaveLength(1)
  })

  test('a name that nothing has is one sentence, and so is one of Node’s own modules', async () => {
    const {root} = folder({'a.txt': doubled})
    for (const name of ['vfile-reporter-nowhere', 'fs', './none.js', '/etc/hostname/x', '..', '']) {
      const {status, out, err} = await copylint(root, ['a.txt', `--format=${name}`])
      expect([name, status, out]).toEqual([name, 2, ''])
      expect(err.trimEnd().split('\n')).toHaveLength(1)
      expect(err).not.toContain('it failed itself')
    }
  })
})
