import {lettersOf, normalised, toSpan} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {fold} from '../../src/analysis/normalised.ts'
import {datelineLength} from '../../src/parse/dateline.ts'
import {createUse} from '../../src/rule/use.ts'
import {issueOf, storyOf, wordsOf} from './pages.ts'

const page = `# 青石渡大桥合龙

本报讯（记者 顾小满）3月2日，“青石渡大桥”合龙。

大桥长１２００米，可通行ＢＲＴ公交；bus 每10分钟一班。

“等了三十年！”
`

const pieces = [
  '# ',
  '青石渡',
  '大桥合龙',
  '本报讯（记者 顾小满）',
  '据新华社清河3月2日电 ',
  'LONDON, March 3 — ',
  'Ｂｒｔ',
  'BRT',
  '１２',
  '“',
  '”',
  '，',
  '。',
  '！”',
  '（完）',
  '\u3000\u3000',
  ' ',
  '𠮷',
  '\ud800',
  '〇',
  'é',
  '①',
  '\n',
  '\n\n',
  '\r\n'
]
const anyPage = fc.array(fc.constantFrom(...pieces), {maxLength: 50}).map((parts) => parts.join(''))

describe('fold', () => {
  test.each([
    ['full-width letters', 'ＢＲＴ', 'brt'],
    ['full-width digits', '１２００', '1200'],
    ['capitals', 'BRT', 'brt'],
    ['Han characters and the zero of years', '二〇二六年', '二〇二六年'],
    ['marks, blanks and signs', '，。：“”《》（）·—…　 \t+%＋％', '']
  ])('%s', (_, text, folded) => {
    const codes = Array.from(text, (it) => fold(it.charCodeAt(0))).filter((code) => code > 0)
    expect(String.fromCharCode(...codes)).toBe(folded)
  })

  test('keeps the letters and digits of Unicode, of all code units, and drops all else', () => {
    const wrong: string[] = []
    for (let code = 0; code <= 0xffff; code++) {
      // halves of rare Han characters
      const isLetter = (code >= 0xd800 && code <= 0xdfff) || /[\p{L}\p{N}]/u.test(String.fromCharCode(code))
      if ((fold(code) !== 0) !== isLetter) wrong.push(`U+${code.toString(16)}`)
    }
    expect(wrong).toEqual([])
  })

  test('what is folded already stays', () => {
    const changed = Array.from({length: 0x10000}, (_, code) => code).filter((code) => fold(fold(code)) !== fold(code))
    expect(changed).toEqual([])
  })
})

describe('normalised', () => {
  test('letters and digits of every paragraph, head and body, without datelines', () => {
    const {codes, blocks} = createUse()(normalised, issueOf(page))
    expect(blocks.map(({start, end}) => wordsOf(codes.subarray(start, end)))).toEqual([
      '青石渡大桥合龙',
      '3月2日青石渡大桥合龙',
      '大桥长1200米可通行brt公交bus每10分钟一班',
      '等了三十年'
    ])
  })

  test('offsets lead back to the source: there stands the letter', () => {
    fc.assert(
      fc.property(anyPage, anyPage, (first, second) => {
        const issue = issueOf(first, second)
        const {codes, offsets, blocks} = createUse()(normalised, issue)
        expect(offsets.length).toBe(codes.length)
        for (const {block, start, end} of blocks) {
          for (let i = start; i < end; i++) {
            const offset = offsets[i] ?? -1
            expect(offset >= block.start && offset < block.end).toBe(true)
            expect(fold(issue.pages[block.page]?.source.charCodeAt(offset) ?? 0)).toBe(codes[i])
            if (i > start) expect(offset).toBeGreaterThan(offsets[i - 1] ?? Infinity)
          }
        }
      })
    )
  })

  test('every paragraph of every article has its stretch, in order, one behind the other', () => {
    fc.assert(
      fc.property(anyPage, anyPage, (first, second) => {
        const issue = issueOf(first, second)
        const {codes, blocks} = createUse()(normalised, issue)
        expect(blocks.map(({block}) => block)).toEqual(issue.articles.flatMap((article) => article.blocks))
        let at = 0
        for (const {block, article, start, end} of blocks) {
          expect(start).toBe(at)
          expect(issue.articles[article]?.blocks).toContain(block)
          const behindDateline = block.text.slice(datelineLength(block.text)).split('')
          expect(end - start).toBe(behindDateline.filter((it) => fold(it.charCodeAt(0)) > 0).length)
          at = end
        }
        expect(at).toBe(codes.length)
      })
    )
  })

  test('a letter of an alphabet weighs a third of a Han character; the most of the letters decide', () => {
    const weights = (...paragraphs: string[]) =>
      createUse()(normalised, storyOf(paragraphs)).blocks.map(({weight}) => weight)
    expect(
      weights(
        '大桥今天合龙，可通行BRT。',
        'The bridge over the river was closed on Monday.',
        '２０２６年３月２日，１２００米。'
      )
    ).toEqual([1, 1, 1 / 3, 1])
  })
})

describe('lettersOf', () => {
  test('gives every paragraph its own letters, on every page', () => {
    fc.assert(
      fc.property(anyPage, anyPage, (first, second) => {
        const letters = createUse()(normalised, issueOf(first, second))
        for (const {block, start, end} of letters.blocks) {
          expect(lettersOf(letters, block)).toEqual(letters.codes.subarray(start, end))
        }
      })
    )
  })

  test('knows nothing of a paragraph of another issue, though it stands at the same place', () => {
    const letters = createUse()(normalised, issueOf(page))
    for (const block of issueOf(page).articles[0]?.blocks ?? []) expect(lettersOf(letters, block)).toHaveLength(0)
  })
})

describe('toSpan', () => {
  const issue = issueOf(page)
  const letters = createUse()(normalised, issue)
  const spanOf = (paragraph: number, words: string) => {
    const block = letters.blocks[paragraph]
    if (!block) throw new Error('There is no such paragraph')
    const from = block.start + wordsOf(letters.codes.subarray(block.start, block.end)).indexOf(words)
    const {start, end} = toSpan(letters, block, from, from + words.length)
    return page.slice(start, end)
  }

  test('inside a paragraph it is what stands between the first and the last letter', () => {
    expect(spanOf(2, 'brt公交bus每')).toBe('ＢＲＴ公交；bus 每')
  })

  test('at the end of the paragraph the final mark belongs to it, and so does a closing quote', () => {
    expect(spanOf(1, '合龙')).toBe('合龙。')
    expect(spanOf(3, '三十年')).toBe('三十年！”')
  })

  test('at the beginning the opening quote belongs to it; the dateline does not', () => {
    expect(spanOf(3, '等了')).toBe('“等了')
    expect(spanOf(1, '3月2日')).toBe('3月2日')
  })

  test('a paragraph as a whole is the block without its dateline', () => {
    expect(spanOf(3, '等了三十年')).toBe('“等了三十年！”')
    expect(spanOf(1, '3月2日青石渡大桥合龙')).toBe('3月2日，“青石渡大桥”合龙。')
  })

  test('its source has exactly the letters asked for', () => {
    fc.assert(
      fc.property(anyPage, fc.nat(), fc.nat(), fc.nat(), (source, which, a, b) => {
        const issue = issueOf(source)
        const letters = createUse()(normalised, issue)
        const full = letters.blocks.filter(({start, end}) => end > start)
        const block = full[which % Math.max(1, full.length)]
        if (!block) return
        const from = block.start + (a % (block.end - block.start))
        const to = from + 1 + (b % (block.end - from))
        const span = toSpan(letters, block, from, to)
        const codes = source
          .slice(span.start, span.end)
          .split('')
          .map((it) => fold(it.charCodeAt(0)))
          .filter((code) => code > 0)
        expect(codes).toEqual(Array.from(letters.codes.subarray(from, to)))
      })
    )
  })
})
