import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {lint} from 'copylint'
import {describe, expect, test} from 'vitest'
import {generatePage} from '../../bench/generate.ts'
import {exponentOf, growthOf} from '../../bench/growth.ts'
import {hostilePages} from '../../bench/hostile.ts'
import {peers} from '../../bench/peers.ts'
import {planOf} from '../../bench/performance.ts'
import {timed, watched} from '../../bench/processes.ts'
import {folder} from '../cli/command.ts'
import {defaults} from '../engine/defaults.ts'

test('the same seed gives the same page, another seed another', () => {
  const page = generatePage({bytes: 20_000, seed: 7})
  expect(generatePage({bytes: 20_000, seed: 7})).toBe(page)
  expect(generatePage({bytes: 20_000, seed: 8})).not.toBe(page)
  expect(Buffer.byteLength(page)).toBeGreaterThanOrEqual(20_000)
})

test.each(['marked', 'bare'] as const)(
  'a generated page of shape %s is read as stories, each with its head',
  (shape) => {
    const source = generatePage({bytes: 50_000, shape})
    const {issue} = lint([{path: 'page.txt', source}], [])
    const leads = source.match(/本报讯/g)?.length ?? 0
    expect(issue.articles.filter(({headline}) => headline)).toHaveLength(leads)
  }
)

test.each(['marked', 'bare'] as const)('a generated page of shape %s has no defects', (shape) => {
  const {findings, failures} = lint([{path: 'page.txt', source: generatePage({bytes: 200_000, shape})}], defaults)
  expect(failures).toEqual([])
  expect(findings).toEqual([])
})

test('a made page is like a printed one: Han letters, marks, figures, lengths', () => {
  const lines = generatePage({bytes: 300_000}).split('\n')
  const copy = lines.filter((line) => line !== '' && !line.startsWith('#'))
  const text = copy.join('')
  const share = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) / text.length
  expect(share(/\p{Script=Han}/gu)).toBeGreaterThan(0.82)
  expect(share(/\d/g)).toBeLessThan(0.05)
  expect(share(/、/g)).toBeGreaterThan(0.005)
  expect(text.length / copy.length).toBeGreaterThan(60)
  expect(text.length / copy.length).toBeLessThan(130)
})

describe('the exponent of growth', () => {
  test('is 1 where time grows as size, 2 where it grows as its square', () => {
    expect(exponentOf([1, 10], [5, 50])).toBeCloseTo(1)
    expect(exponentOf([1, 10], [5, 500])).toBeCloseTo(2)
  })

  test('is not told of a short time, nor raised by one too short to be measured', () => {
    expect(exponentOf([1, 10], [0, 1.9])).toBe(undefined)
    expect(exponentOf([1, 10], [0, 2])).toBeCloseTo(1)
  })

  test('is measured of every step', async () => {
    const pages = [2000, 20_000].map((bytes) => new TextEncoder().encode(generatePage({bytes})))
    const steps = await growthOf(pages, [2, 2])
    expect(steps.map(({step}) => step)).toEqual(
      expect.arrayContaining(['decode', 'parse', 'rule doubled-phrase', 'lint'])
    )
    for (const {medians, least} of steps) expect([medians, least].map((it) => it.length)).toEqual([2, 2])
  })
})

test.each(hostilePages)(
  'a hostile page, $name, is linted, and ten times as long at its greater size',
  ({sizes, page}) => {
    expect(sizes[1] / sizes[0]).toBe(10)
    const {failures} = lint([{path: 'page.txt', source: page(sizes[0] / 100)}], defaults)
    expect(failures).toEqual([])
  }
)

describe('a process', () => {
  const node = (script: string) => [process.execPath, '-e', script] as const

  test('is timed from start to exit, and ended at its limit with all that it started', async () => {
    const cost = await timed(node('setTimeout(() => {}, 200)'))
    expect(cost).toEqual({wall: expect.any(Number), late: false})
    expect(cost.wall).toBeGreaterThan(190)
    const endless = node('require("node:child_process").spawnSync(process.execPath, ["-e", "for (;;);"])')
    expect(await timed(endless, {limit: 300})).toMatchObject({late: true})
  })

  test('is watched: its output kept, its time and memory, those of processes that it starts as well', async () => {
    const {root, read} = folder()
    const busy =
      'const a = Buffer.alloc(1e8, 1); const end = Date.now() + 300; while (Date.now() < end); console.log(a.length)'
    const script = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(busy)}], {stdio: 'inherit'})`
    const cost = await watched(node(script), join(root, 'output'))
    expect(read('output')).toBe('100000000\n')
    if (process.platform !== 'win32') expect(cost.cpu).toBeGreaterThan(50)
    if (process.platform === 'linux') expect(cost.memory).toBeGreaterThan(1e8)
  })
})

test('every peer has a fixed version, and reports are counted', () => {
  for (const {packages} of peers) expect(Object.values(packages).join(' ')).toMatch(/^[\d.]+( [\d.]+)*$/)
  const found = (name: string, report: string) => peers.find((it) => it.name === name)?.found(report)
  expect(found('autocorrect', '{"messages": [{"lines": [{}, {}]}, {"lines": [{}]}]}')).toBe(3)
  expect(found('textlint', '[{"messages": [{}, {}]}]')).toBe(2)
  expect(found('zhlint', '- a.md\n\nFound 441 errors.\n')).toBe(441)
  expect(found('lint-md', '✖ 372 problems (372 errors, 0 warnings)')).toBe(372)
})

test('the comparison runs whole or in part, and refuses what it does not know', () => {
  expect(planOf([])).toMatchObject({runs: 5, limit: 120, peers: peers.map(({name}) => name)})
  expect(planOf(['--only', 'start,many', '--peers', 'jscpd', '--runs', '1'])).toMatchObject({
    parts: ['start', 'many'],
    peers: ['jscpd'],
    runs: 1
  })
  for (const wrong of [['--only', 'all'], ['--peers', 'vale'], ['--runs', '0'], ['--limit', 'x'], ['--fast']])
    expect(planOf(wrong)).toBe(undefined)
})

test('docs/performance.md has every part that the comparison writes', () => {
  const text = readFileSync('docs/performance.md', 'utf8')
  for (const name of ['machine', 'peers', 'steps', 'hostile']) {
    expect(text).toContain(`<!-- ${name} -->\n`)
    expect(text).toContain(`<!-- /${name} -->\n`)
  }
})
