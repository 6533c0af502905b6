import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {applyFixes} from '../../src/fix/apply.ts'
import {type MendOptions, mend as mendDocuments} from '../../src/fix/mend.ts'
import {edited, textOf, untouched} from '../../src/fix/pieces.ts'
import {readPlain} from '../../src/formats/plain.ts'
import type {Found} from '../../src/lint.ts'
import {decode, type Encoding, encodings, markLength} from '../../src/node/decode.ts'
import {byteOffsets, createEncoder, encodePieces} from '../../src/node/encode.ts'
import type {Edit} from '../../src/rule/finding.ts'

const text = fc.string({
  unit: fc.constantFrom('海', '棠', '镇', '，', '。', 'a', ' ', '\n', '\r\n', '𠮷', '€', 'é'),
  maxLength: 60
})
const edit = fc.record({at: fc.nat(60), length: fc.nat(8), page: fc.nat(1), text})
const fixes = fc.array(fc.array(edit, {minLength: 1, maxLength: 3}), {maxLength: 12})

/** Edits that lie on the pages and split no surrogate pair. */
function placed(
  raw: readonly {at: number; length: number; page: number; text: string}[],
  sources: readonly string[]
): Edit[] {
  return raw.map(({at, length, page, text}) => {
    const source = sources[page] ?? ''
    const start = whole(source, Math.min(at, source.length))
    return {page, start, end: whole(source, Math.min(start + length, source.length)), text}
  })
}

const whole = (source: string, at: number): number => (/[\udc00-\udfff]/.test(source[at] ?? '') ? at - 1 : at)

describe('applyFixes', () => {
  test('makes a mend whole or not at all, and the first of two that overlap', () => {
    const {sources, made} = applyFixes(
      ['海棠镇修桥', '柳溪村分种'],
      [
        {
          edits: [
            {start: 0, end: 2, text: '荷花'},
            {page: 1, start: 0, end: 2, text: '杨溪'}
          ]
        },
        {
          edits: [
            {page: 1, start: 1, end: 3, text: '河镇'},
            {start: 3, end: 5, text: '补路'}
          ]
        }
      ]
    )
    expect(sources).toEqual(['荷花镇修桥', '杨溪村分种'])
    expect(made).toEqual([0])
  })

  test('two neighbours are made, two insertions at one place are not', () => {
    const source = ['一二三四']
    expect(
      applyFixes(source, [{edits: [{start: 0, end: 1, text: ''}]}, {edits: [{start: 1, end: 2, text: ''}]}]).sources
    ).toEqual(['三四'])
    expect(
      applyFixes(source, [{edits: [{start: 1, end: 1, text: 'a'}]}, {edits: [{start: 1, end: 1, text: 'b'}]}]).made
    ).toEqual([0])
  })

  test('no edits overlap, and the rest of the page stays', () => {
    fc.assert(
      fc.property(text, text, fixes, (one, two, raw) => {
        const before = [one, two]
        const {sources, edits} = applyFixes(
          before,
          raw.map((it) => ({edits: placed(it, before)}))
        )
        for (const [page, list] of edits.entries()) {
          list.forEach((it, index) => {
            expect(it.start).toBeGreaterThanOrEqual(list[index - 1]?.end ?? 0)
          })
          let kept = ''
          let at = 0
          for (const it of list) {
            kept += (before[page] ?? '').slice(at, it.start)
            at = it.end
          }
          kept += (before[page] ?? '').slice(at)
          const added = list.map((it) => it.text).join('').length
          expect(sources[page]?.length).toBe(kept.length + added)
        }
      })
    )
  })
})

describe('pieces', () => {
  test('pass after pass, they make the same text as the edits do', () => {
    fc.assert(
      fc.property(text, fc.array(fixes, {maxLength: 4}), (source, passes) => {
        let now = [source, '']
        let pieces = untouched(source.length)
        for (const raw of passes) {
          const applied = applyFixes(
            now,
            raw.map((it) => ({
              edits: placed(it, now).map((one) => ({
                ...one,
                page: 0,
                end: Math.min(one.end, now[0]?.length ?? 0),
                start: Math.min(one.start, now[0]?.length ?? 0)
              }))
            }))
          )
          pieces = edited(pieces, applied.edits[0] ?? [])
          now = [...applied.sources]
          expect(textOf(pieces, source)).toBe(now[0])
        }
      })
    )
  })

  test.each(encodings)('bytes outside of the edits stay as they are: %s', async (encoding) => {
    const encode = await createEncoder(encoding)
    fc.assert(
      fc.property(text, fixes, fc.boolean(), (source, raw, bom) => {
        const mark = bom
          ? {
              'utf-8': [0xef, 0xbb, 0xbf],
              'utf-16le': [0xff, 0xfe],
              'utf-16be': [0xfe, 0xff],
              gb18030: [0x84, 0x31, 0x95, 0x33]
            }[encoding]
          : []
        const bytes = new Uint8Array([...mark, ...encode(source)])
        const edits =
          applyFixes(
            [source, ''],
            raw.map((it) => ({edits: placed(it, [source, ''])}))
          ).edits[0] ?? []
        const pieces = edited(untouched(source.length), edits)
        const after = encodePieces(bytes, {text: source, encoding, bom}, pieces, encode)
        expect(new TextDecoder(encoding, {ignoreBOM: true}).decode(after.subarray(mark.length))).toBe(
          textOf(pieces, source)
        )
        expect([...after.subarray(0, mark.length)]).toEqual(mark)
      })
    )
  })

  test('byte offsets of GB18030, whose characters have one, two or four bytes', async () => {
    const bytes = (await createEncoder('gb18030'))('a海𠮷é。')
    expect([...byteOffsets(bytes, 'a海𠮷é。', 'gb18030', [0, 1, 2, 4, 5, 6]).values()]).toEqual([0, 1, 3, 7, 9, 11])
  })

  test('a character that another table would change keeps its bytes', async () => {
    // U+E5E5 and its kin: a round trip through iconv-lite's table is not the same as through the runtime's
    const bytes = new Uint8Array([0xba, 0xa3, 0xa6, 0xd9, 0xba, 0xa3, 0xcc, 0xc4])
    const decoded = {text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' as Encoding, bom: false}
    const after = encodePieces(
      bytes,
      decoded,
      edited(untouched(4), [{start: 2, end: 3, text: '江'}]),
      await createEncoder('gb18030')
    )
    expect([...after.subarray(0, 4)]).toEqual([...bytes.subarray(0, 4)])
    expect(markLength('gb18030')).toBe(4)
    expect(decode(after, 'gb18030').text.slice(2)).toBe('江棠')
  })
})

/** Mends pages of plain text. */
function mend(
  sources: readonly string[],
  lint: (copies: readonly string[]) => {findings: Found[]},
  options: MendOptions
) {
  const done = mendDocuments(sources.map(readPlain), (now) => lint(now.map(({copy}) => copy)), options)
  return {...done, sources: done.documents.map(({copy}) => copy)}
}

/** A rule as a function: puts one text in place of another wherever it stands. */
const replacing =
  (...pairs: readonly [string, string][]) =>
  (sources: readonly string[]): {findings: Found[]} => ({
    findings: sources.flatMap((source, page) =>
      pairs.flatMap(([from, to], rule) =>
        [...source.matchAll(new RegExp(from, 'g'))].map(({index}): Found => {
          const at = {page, start: index, end: index + from.length}
          return {
            id: 'x',
            ruleId: `rule-${rule}`,
            severity: 'error',
            at,
            fixes: [{title: 'x', safety: 'safe', edits: [{...at, text: to}]}]
          }
        })
      )
    )
  })

describe('mend', () => {
  test('goes on until nothing changes', () => {
    const {sources, count} = mend(['aaaa'], replacing(['aa', 'a']), {level: 'safe'})
    expect(sources).toEqual(['a'])
    expect(count).toBe(3)
  })

  test('leaves out what goes in a circle, and what never ends', () => {
    expect(mend(['ab'], replacing(['a', 'x'], ['x', 'a'], ['b', 'c']), {level: 'safe'})).toMatchObject({
      sources: ['ac'],
      circling: ['rule-0', 'rule-1']
    })
    expect(mend(['ab'], replacing(['a', 'aa'], ['b', 'c']), {level: 'safe'})).toMatchObject({
      sources: ['ac'],
      circling: ['rule-0']
    })
  })

  test('a second run changes nothing', () => {
    const word = fc.string({unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3})
    fc.assert(
      fc.property(
        fc.string({unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12}),
        fc.array(fc.tuple(word, fc.oneof(word, fc.constant(''))), {maxLength: 4}),
        (source, pairs) => {
          const once = mend([source], replacing(...pairs), {level: 'safe'})
          expect(mend(once.sources, replacing(...pairs), {level: 'safe'}).sources).toEqual(once.sources)
          expect(textOf(once.pieces[0] ?? [], source)).toBe(once.sources[0])
        }
      )
    )
  })

  test('refuses what the page cannot hold, and tries the next mend', () => {
    const at = {page: 0, start: 0, end: 1}
    const found: Found = {
      id: 'x',
      ruleId: 'rule',
      severity: 'error',
      at,
      fixes: [
        {title: 'x', safety: 'safe', edits: [{...at, text: '\ud800'}]},
        {title: 'y', safety: 'safe', edits: [{...at, text: 'y'}]}
      ]
    }
    const lint = ([source]: readonly string[]) => ({findings: source === 'a' ? [found] : []})
    const {sources} = mend(['a'], lint, {level: 'safe', accepts: (_, it) => !/[\ud800-\udfff]/.test(it)})
    expect(sources).toEqual(['y'])
  })

  test('new text takes the line ends of the page', () => {
    expect(mend(['a b\r\n'], replacing([' ', '\n']), {level: 'safe', lineEnds: ['\r\n']}).sources).toEqual([
      'a\r\nb\r\n'
    ])
  })
})
