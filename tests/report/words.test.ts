import fc from 'fast-check'
import stringWidth from 'string-width'
import {describe, expect, test} from 'vitest'
import {compare} from '../../src/report/compare.ts'
import {chooseLanguage} from '../../src/report/language.ts'
import {toLines} from '../../src/report/lines.ts'
import {quote} from '../../src/report/quote.ts'
import {visible, visibleLines} from '../../src/report/visible.ts'
import {commonWidth, loadMeasure} from '../../src/report/width.ts'
import {wrap} from '../../src/report/wrap.ts'

describe('toLines', () => {
  test('lines end with LF, CR LF or CR', () => {
    const point = toLines('一\n二\r\n三\r四')
    expect([0, 1, 2, 4, 5, 7, 8].map((offset) => `${point(offset).line}:${point(offset).column}`)).toEqual([
      '1:1',
      '1:2',
      '2:1',
      '2:3',
      '3:1',
      '4:1',
      '4:2'
    ])
  })

  test('agrees with counting', () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom('海', 'a', '\n', '𠮷')}), fc.nat(), (source, at) => {
        const offset = at % (source.length + 1)
        const before = source.slice(0, offset).split('\n')
        expect(toLines(source)(offset)).toEqual({line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset})
      })
    )
  })
})

describe('quote', () => {
  test.each([
    ['海棠镇修缮老石桥', '海棠镇修缮老石桥'],
    ['镇里请来的石匠邱三水说，桥面的石板要一块一块起下来编号。', '镇里请来的…下来编号。'],
    ['一行\r\n  又一行', '一行 又一行'],
    ['坏\u001b[31m字\u202e', '坏␛[31m字\\u{202e}'],
    ['The old bridge of Haitang', 'The old bridge of Haitang'],
    ['The old bridge of Haitang is being repaired, stone by stone', 'The old bridge of…stone by stone']
  ])('%j', (text, short) => {
    expect(quote(text)).toBe(short)
  })
})

describe('visible', () => {
  test('draws what is hidden, and nothing else', () => {
    expect(visible('海\u0000\u007f\u009b\u200b\ufeff\ud800棠\t。')).toBe('海␀␡\\u{9b}\\u{200b}\\u{feff}\ufffd棠 。')
    expect(visible('海棠　“𠮷” café — 😀')).toBe('海棠　“𠮷” café — 😀')
    expect(visibleLines('一\u001b\r\n二')).toBe('一␛\n二')
  })

  test('leaves no control behind', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
        expect(visible(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/)
      })
    )
  })
})

describe('compare', () => {
  test('shows what went and what came', () => {
    expect(compare('为全镇发展作出了应有贡献。', '为全镇发展作出应有贡献。')).toEqual([
      {kind: 'same', text: '为全镇发展作出'},
      {kind: 'gone', text: '了'},
      {kind: 'same', text: '应有贡献。'}
    ])
  })

  test('words of English whole', () => {
    expect(compare('The bridge opened today', 'The bridges opened today').filter(({kind}) => kind !== 'same')).toEqual([
      {kind: 'gone', text: 'bridge'},
      {kind: 'added', text: 'bridges'}
    ])
  })

  test('passages that are not alike are given in full', () => {
    expect(compare('海棠', '柳溪')).toEqual([
      {kind: 'gone', text: '海棠'},
      {kind: 'added', text: '柳溪'}
    ])
  })

  test('the stretches make both passages again', () => {
    const text = fc.string({unit: fc.constantFrom('海', '棠', '的', 'a', 'b', ' ')})
    fc.assert(
      fc.property(text, text, (first, second) => {
        const stretches = compare(first, second)
        const side = (without: string) =>
          stretches
            .filter(({kind}) => kind !== without)
            .map((it) => it.text)
            .join('')
        expect(side('added')).toBe(first)
        expect(side('gone')).toBe(second)
      })
    )
  })
})

describe('chooseLanguage', () => {
  test.each([
    [{asked: 'en', config: 'zh'}, 'en'],
    [{config: 'zh', locale: 'en_US.UTF-8'}, 'zh'],
    [{locale: 'zh_CN.UTF-8', copy: ['A bridge']}, 'zh'],
    [{locale: 'C.UTF-8', copy: ['海棠镇']}, 'zh'],
    [{locale: 'POSIX', copy: ['A bridge was opened']}, 'en'],
    [{locale: 'de_DE.UTF-8', copy: ['', '海棠镇 GDP 增长']}, 'zh'],
    [{}, 'en']
  ] as const)('%j', (hints, language) => {
    expect(chooseLanguage(hints)).toBe(language)
  })
})

describe('width', () => {
  test('what is known without the library is what the library says', () => {
    for (let code = 0x20; code < 0x10000; code++) {
      const it = String.fromCharCode(code)
      if (
        /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u2190-\u2199\u2460-\u257f\u25a0-\u25ef\u3000-\u3029\u3030-\u303e\u3041-\u3096\u30a1-\u30ff\u3400-\u9fff\ufe30-\ufe4f\uff01-\uff60]$/.test(
          it
        )
      ) {
        expect([it, code, commonWidth(it)]).toEqual([it, code, stringWidth(it)])
      }
    }
  })

  test('others are asked of it', async () => {
    expect((await loadMeasure(['海棠'])) === commonWidth).toBe(true)
    const measure = await loadMeasure(['海棠👩‍🚀'])
    expect([measure('👩‍🚀'), measure('海')]).toEqual([2, 2])
  })
})

describe('wrap', () => {
  test.each([
    ['no closing mark begins a line', '海棠镇的桥，修好了。', 10, ['海棠镇的', '桥，修好', '了。']],
    ['no opening mark ends one', '海棠镇的“桥”', 10, ['海棠镇的', '“桥”']],
    ['words stay whole', 'The old bridge of Haitang', 10, ['The old', 'bridge of', 'Haitang']],
    ['what cannot be broken is broken', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['nothing', '', 10, ['']]
  ])('%s', (_, text, columns, lines) => {
    expect(wrap(text, columns, commonWidth)).toEqual(lines)
  })

  test('nothing is lost, and no line is too long', () => {
    fc.assert(
      fc.property(
        fc.string({unit: fc.constantFrom('海', '，', '“', '”', 'a', ' ', '。')}),
        fc.integer({min: 2, max: 20}),
        (text, columns) => {
          const lines = wrap(text, columns, commonWidth)
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
          for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns)
        }
      )
    )
  })
})
