import {spawn, spawnSync} from 'node:child_process'
import {readdirSync, watch} from 'node:fs'
import {resolve} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {generatePage} from '../../bench/generate.ts'
import {needs} from '../tools.ts'
import {copylint, doubled, folder} from './command.ts'

const cli = resolve('dist/cli.js')
const env = {PATH: process.env.PATH ?? '', LANG: 'C.UTF-8'}
const paragraph = '镇里请来的石匠邱三水说，桥面的石板要一块一块起下来编号，修好以后照原样铺回去。'

/** Three pages of one issue, long enough that writing one takes a moment, and what `--fix` makes of each. */
const names = ['1.txt', '2.txt', '3.txt']
const old = names.map((_, index) => `${generatePage({bytes: 40_000, seed: index + 1})}\n${other(index, doubled)}`)
const mended = old.map((text, index) => {
  const twice = other(index, paragraph)
  return text.replace(`\n${twice}\n\n${twice}\n`, `\n${twice}\n`)
})

/** The story of the bridge with words of its own on each page: the same on two pages would be another defect. */
function other(page: number, text: string): string {
  return page === 0 ? text : text.replaceAll(/[\u4e00-\u9fff]/g, (it) => String.fromCharCode(it.charCodeAt(0) + page))
}

function issue() {
  const {root, read} = folder(Object.fromEntries(names.map((name, index) => [name, old[index] ?? ''])))
  return {
    root,
    /** By page: whether it is the old or the new one; anything else is what must never be. */
    states: () =>
      names.map((name, index) => {
        const text = read(name)
        return text === old[index] ? 'old' : text === mended[index] ? 'new' : `neither: ${text.length} characters`
      }),
    beside: () => readdirSync(root).filter((name) => !names.includes(name))
  }
}

const args = ['--no-config', '--issue', '--fix-rule', 'repeated-paragraph', '--fix-rule', 'duplicate-closing', ...names]

test('the pages of this file are mended as it says', async () => {
  const {root, states, beside} = issue()
  const {err} = await copylint(root, [...args, '--lang', 'en'])
  expect({states: states(), err}).toEqual({
    states: ['new', 'new', 'new'],
    err: names.map((name) => `copylint: 1 mended: ${name}\n`).join('')
  })
  expect(beside()).toEqual([])
})

/** Half of the kills are spread over the whole run, half come just when a new text appears beside its page. */
test('killed fifty times at any moment of --fix, every page is the old or the new one, whole', async () => {
  const before = performance.now()
  await copylint(issue().root, args)
  const whole = performance.now() - before
  const seen: string[] = []
  for (let kill = 0; kill < 50; kill++) {
    const {root, states} = issue()
    await runAndKill(root, kill % 2 === 0 ? {after: (whole * kill) / 48} : {whenWriting: Math.random() * 6})
    seen.push(...states())
  }
  expect(seen).toHaveLength(150)
  expect(seen.filter((state) => state !== 'old' && state !== 'new')).toEqual([])
  expect(seen).toContain('old')
}, 300_000)

test('killed ten times in one folder, what it leaves beside stops nobody and is gone after the next run', async () => {
  const {root, states, beside} = issue()
  for (let kill = 0; kill < 10 && states().includes('old'); kill++) {
    await runAndKill(root, {whenWriting: 0})
  }
  const {status} = await copylint(root, args)
  expect(status).not.toBe(2)
  expect(states()).toEqual(['new', 'new', 'new'])
  expect(beside()).toEqual([])
}, 120_000)

needs('strace', () => {
  /** Kills, or fails, at the very call of the system that is named, whichever the machine and its load. */
  function inject(root: string, what: string) {
    // some systems rename by a call of a longer name
    const [call = '', ...how] = what.replace('rename', '/^rename').split(':')
    const traced = ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${[call, ...how].join(':')}`]
    const run = [process.execPath, cli, ...args, '--lang', 'en']
    return spawnSync('strace', [...traced, ...run], {cwd: root, env, encoding: 'utf8'})
  }

  test.each([
    ['fsync:signal=KILL:when=1', ['old', 'old', 'old'], 1],
    ['fsync:signal=KILL:when=3', ['old', 'old', 'old'], 3],
    ['rename:signal=KILL:when=1', ['old', 'old', 'old'], 3],
    ['rename:signal=KILL:when=2', ['new', 'old', 'old'], 2],
    ['rename:signal=KILL:when=3', ['new', 'new', 'old'], 1],
    ['fsync:signal=KILL:when=4', ['new', 'new', 'new'], 0]
  ])('killed at %s', async (what, expected, left) => {
    const {root, states, beside} = issue()
    inject(root, what)
    expect({states: states(), left: beside().length}).toEqual({states: expected, left})
    await copylint(root, args)
    expect({states: states(), left: beside().length}).toEqual({states: ['new', 'new', 'new'], left: 0})
  })

  test.each([
    ['fsync:error=EIO:when=2', '2.txt: it cannot be written (the disk failed) and is left as it was\n'],
    ['rename:error=ENOSPC:when=2', '2.txt: it cannot be written (the disk is full) and is left as it was\n'],
    ['rename:error=EACCES:when=3', '3.txt: it cannot be written (permission denied) and is left as it was\n'],
    // the first page cannot be put back either
    ['rename:error=EIO:when=2+', 'replaced already, with the same issue, and not to be put back: ']
  ])('where the disk fails at %s, none is mended, or what was is told', (what, said) => {
    const {root, states, beside} = issue()
    const {status, stderr} = inject(root, what)
    expect(stderr).toContain(said)
    const kept = what.endsWith('+') ? ['new', 'old', 'old'] : ['old', 'old', 'old']
    expect({status, states: states(), beside: beside()}).toEqual({status: 2, states: kept, beside: []})
  })
})

type Moment = {readonly after: number} | {readonly whenWriting: number}

/** Runs the command and kills it: so many milliseconds after its start, or after something has appeared beside the pages. */
function runAndKill(root: string, moment: Moment): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [cli, ...args], {cwd: root, env, stdio: 'ignore'})
    const timers: NodeJS.Timeout[] = []
    const killIn = (time: number) => timers.push(setTimeout(() => child.kill('SIGKILL'), time))
    const watcher = watch(root, (_, name) => {
      if ('whenWriting' in moment && name?.startsWith('.copylint-') && timers.length === 0) killIn(moment.whenWriting)
    })
    onTestFinished(() => watcher.close())
    if ('after' in moment) killIn(moment.after)
    child.on('error', fail)
    child.on('close', () => {
      for (const timer of timers) clearTimeout(timer)
      watcher.close()
      done()
    })
  })
}
