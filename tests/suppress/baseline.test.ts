import fc from 'fast-check'
import {expect, test} from 'vitest'
import {parseBaseline, printBaseline} from '../../src/suppress/baseline.ts'
import {fromFingerprint, toFingerprint} from '../../src/suppress/fingerprint.ts'
import {hashOf} from '../../src/suppress/hash.ts'
import {acceptAll, fixture} from './accept.ts'

const entries = acceptAll(fixture('marked'))
const files = new Map([
  ['b/第2版.txt', entries],
  ['a.txt', entries.slice(0, 1)],
  ['empty.txt', []]
])

test('a baseline is read as it was written; written again it is the same to the byte', async () => {
  const text = printBaseline(files)
  const {files: read, mistakes} = await parseBaseline('base.json', text)
  expect(mistakes).toEqual([])
  expect([...read.keys()]).toEqual(['a.txt', 'b/第2版.txt'])
  expect(printBaseline(read)).toBe(text)
  expect(printBaseline(new Map([...files].reverse().map(([name, list]) => [name, [...list].reverse()])))).toBe(text)
})

test('it is read by people: an entry a line, what does not show is an escape', () => {
  const [entry] = entries
  if (!entry) throw new Error('unreachable')
  const text = printBaseline(new Map([['a.txt', [{...entry, text: '甲\u202e乙', reason: '照原文'}]]]))
  const lines = text.split('\n').filter((line) => line.includes('"rule"'))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('"text": "甲\\u202e乙", "reason": "照原文"')
})

test.each([
  ['{"version": 1, "files": {"a.txt": [{"rule": "x"}]}}', 'base.json:1:36: “fingerprint” is missing'],
  [
    '{"version": 1, "files": {"a.txt": [{"rule": 5, "fingerprint": ""}]}}',
    /^base\.json:1:45: “rule” must be a text, not 5/
  ],
  ['{"version": 1,\n "file": {}}', /^base\.json:2:2: there is no key “file”; did you mean files\?/],
  ['{"version": 1, "files": {}', /^base\.json:1:\d+: a closing brace } is missing/],
  ['{"version": 2, "files": []}', /^base\.json:1:13: another version of copylint/],
  ['[]', /^base\.json:1:1: the file must be “key: value” pairs, not a list/],
  [
    '{"version": 1, "files": {"a.txt": [{"rule": "x", "fingerprint": "zz"}]}}',
    /^base\.json:1:65: this fingerprint is damaged/
  ],
  [`{"version": 1,\n<<<<<<< HEAD\n"files": {}\n=======\n`, /^base\.json:2:1: a merge has left its marks here/],
  ['\u0000PK', /^base\.json:1:1: .*; take the file as it was before, or delete it/]
])('a mistake is told with its place, and nothing of the file holds: %s', async (text, sentence) => {
  const {files: read, mistakes} = await parseBaseline('base.json', text)
  expect(read.size).toBe(0)
  expect(mistakes[0]?.en).toMatch(sentence)
})

test('of very many mistakes the first ones are told', async () => {
  const entry = '{"rule": "x", "fingerprint": "zz"}'
  for (const it of [entry, '{"rule": "x"}']) {
    const text = `{"version": 1, "files": {"a.txt": [${`${it}, `.repeat(50_000)}${entry}]}}`
    const start = performance.now()
    const {mistakes} = await parseBaseline('base.json', text)
    expect(mistakes).toHaveLength(10)
    expect(performance.now() - start).toBeLessThan(4000)
  }
})

test('a very large one is read in a moment, by hand or not', async () => {
  const [entry] = entries
  if (!entry) throw new Error('unreachable')
  const text = printBaseline(new Map([['a.txt', Array.from({length: 100_000}, () => entry)]]))
  const start = performance.now()
  expect((await parseBaseline('base.json', text)).files.get('a.txt')).toHaveLength(100_000)
  expect(performance.now() - start).toBeLessThan(3000)
  const byHand = text.replace('"files"', '  "files"')
  expect((await parseBaseline('base.json', byHand)).files.get('a.txt')).toHaveLength(100_000)
  expect((await parseBaseline('base.json', text.replaceAll('\n', '\r\n'))).mistakes).toEqual([])
})

test('an empty file is an empty baseline', async () => {
  expect(await parseBaseline('base.json', '\n')).toEqual({files: new Map(), mistakes: []})
})

test('fingerprints are written and read', () => {
  for (const {fingerprint} of entries) {
    const places = fromFingerprint(fingerprint)
    expect(places && toFingerprint(places)).toBe(fingerprint)
  }
  for (const bad of ['', '+', '0123456789ab', '0123456789ab-x---', 'g123456789ab----'])
    expect(fromFingerprint(bad)).toBeUndefined()
})

test('hashes are stable, and differ where texts do', () => {
  // written down: what was accepted with an older copylint must be known by the next
  expect([hashOf(''), hashOf('a'), hashOf('人人争当名师')]).toEqual([
    '8259975b956c8cfa',
    'c52c55c6df8bc496',
    '444d89f8f0fe7d58'
  ])
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), fc.string({unit: 'binary'}), (a, b) => {
      expect(hashOf(a) === hashOf(b)).toBe(a === b)
    })
  )
  const seen = new Set<string>()
  for (let a = 0x4e00; a < 0x4e00 + 400; a++) {
    for (let b = 0x4e00; b < 0x4e00 + 400; b++) seen.add(hashOf(String.fromCharCode(a, b), 12))
  }
  expect(seen.size).toBe(160_000)
})
