import fc from 'fast-check'
import iconv from 'iconv-lite'
import {describe, expect, test} from 'vitest'
import {Complaint} from '../../src/node/complaint.ts'
import {decode, toEncoding} from '../../src/node/decode.ts'

const copy = '# 海棠镇修缮老石桥\n\n本报讯 海棠镇的老石桥昨天开始修缮，预计三个月后完工，“届时两岸往来更方便”。\n'
const marks = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33]
}

const bytesOf = (text: string, encoding: string): Uint8Array => iconv.encode(text, encoding.replace('utf-16', 'utf16'))

function refusal(bytes: Uint8Array): string {
  try {
    decode(bytes)
  } catch (error) {
    if (error instanceof Complaint) return error.texts.en
    throw error
  }
  return 'none'
}

describe('what an encoding is told by', () => {
  test.each(Object.keys(marks) as (keyof typeof marks)[])('%s, with its order mark and without', (encoding) => {
    const bytes = bytesOf(copy, encoding)
    expect(decode(bytes)).toEqual({text: copy, encoding, bom: false})
    expect(decode(new Uint8Array([...marks[encoding], ...bytes]))).toEqual({text: copy, encoding, bom: true})
  })

  test.each(['utf-16le', 'utf-16be'])('%s of Latin letters only, and of Han only', (encoding) => {
    expect(decode(bytesOf('A bridge was opened today.\r\n', encoding)).encoding).toBe(encoding)
    expect(decode(bytesOf('海棠镇修缮老石桥昨天开始', encoding)).encoding).toBe(encoding)
  })

  test('ASCII, and nothing at all, are UTF-8', () => {
    expect(decode(Buffer.from('A bridge.\n')).encoding).toBe('utf-8')
    expect(decode(new Uint8Array())).toEqual({text: '', encoding: 'utf-8', bom: false})
  })

  test('GB18030 with a few rare characters', () => {
    expect(decode(bytesOf(`${copy}朱镕基、㛃、𠮷`, 'gb18030')).text).toBe(`${copy}朱镕基、㛃、𠮷`)
  })

  test('a forced encoding outranks the guess', () => {
    expect(decode(bytesOf('囍', 'gb18030'), 'gb18030').text).toBe('囍')
    expect(() => decode(bytesOf(copy, 'gb18030'), 'utf-8')).toThrow(Complaint)
  })

  test('names as people write them', () => {
    expect(['UTF8', 'GBK', 'gb2312', 'UTF-16LE', 'latin1'].map(toEncoding)).toEqual([
      'utf-8',
      'gb18030',
      'gb18030',
      'utf-16le',
      undefined
    ])
  })

  test('any page comes back from each encoding', () => {
    const page = fc.string({unit: fc.constantFrom('海', '棠', '镇', '，', '。', 'a', ' ', '\n', '1'), minLength: 8})
    fc.assert(
      fc.property(page, fc.constantFrom('utf-8' as const, 'gb18030' as const), (body, encoding) => {
        expect(decode(bytesOf(copy + body, encoding))).toEqual({text: copy + body, encoding, bom: false})
      })
    )
  })
})

describe('what is refused', () => {
  test('UTF-8 that is cut short is not taken for GB18030', () => {
    const bytes = bytesOf(copy, 'utf-8')
    for (const cut of [2, 3, 5, 6])
      expect(refusal(bytes.subarray(0, bytes.length - cut))).toMatch(/ends in the middle of a character/)
  })

  test('UTF-8 with a bad byte: where', () => {
    const bytes = new Uint8Array([
      ...Buffer.from('海棠镇\n老石桥'),
      0xff,
      ...Buffer.from('昨天开始修缮，预计三个月后完工')
    ])
    expect(refusal(bytes)).toMatch(/^at 2:4 \(byte 19\) it is not UTF-8/)
  })

  test('with an order mark, bytes are counted with it', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...Buffer.from('海棠'), 0xff, 0x41])
    expect(refusal(bytes)).toMatch(/^at 1:3 \(byte 9\) it is not UTF-8/)
  })

  test.each([
    ['Latin-1', Buffer.from('Le café a été rénové, déjà très animé', 'latin1')],
    ['controls', new Uint8Array([0xba, 0xa3, 0x01, 0x02, 0xcc, 0xc4, 0x03])],
    [
      'chance bytes',
      new Uint8Array(Array.from({length: 400}, (_, index) => 1 + ((index * 7919 + index * index * 31) % 255)))
    ]
  ])('%s is no GB18030', (_, bytes) => {
    expect(refusal(bytes)).not.toBe('none')
  })

  test('a zero byte', () => {
    expect(refusal(Buffer.from('海棠\0镇'))).toMatch(/^this is a binary file \(byte 6 is zero\)/)
  })

  test('UTF-8 is what the standard says it is, byte for byte', () => {
    const standard = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})
    const piece = fc.constantFrom(
      ...['海', 'a', '\0', '\ufeff', '\uffff', '\ud7ff', '𠮷', '\u{10ffff}'].map((it) => Buffer.from(it))
    )
    const wrong = fc.uint8Array({minLength: 1, maxLength: 2})
    fc.assert(
      fc.property(fc.array(fc.oneof({weight: 8, arbitrary: piece}, {weight: 1, arbitrary: wrong})), (pieces) => {
        const bytes = Buffer.concat([Buffer.from('海棠镇'), ...pieces])
        let expected: string | undefined
        try {
          expected = standard.decode(bytes)
        } catch {}
        let text: string | undefined
        try {
          text = decode(bytes, 'utf-8').text
        } catch {}
        // a zero byte, and what is UTF-16 for certain, is refused for another reason
        if (text !== undefined || expected === undefined) expect(text).toBe(expected)
      })
    )
  })
})
