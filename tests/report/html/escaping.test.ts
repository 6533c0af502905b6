import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {webAddress} from '../../../src/report/html/markup.ts'
import {visible} from '../../../src/report/visible.ts'
import {elementsOf, hasClass, htmlOf, parsed, property, reportsOf, textOf} from './made.ts'

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><svg onload=alert(1)>',
  ']]>',
  '<!--',
  '&lt;b&gt;&#x22;',
  '\u202egnp.exe\u202c',
  '\u0000\u0007\u001b[31m',
  'javascript:alert(1)',
  '::error::%0A',
  '😀',
  '\ud800'
]
const piece = fc.oneof(
  fc.constantFrom(...hostile),
  fc.constantFrom('会议指出，', '本报讯 ', '\n\n', '# 标题\n\n', '。'),
  fc.string()
)
const words = fc.array(piece, {maxLength: 12}).map((it) => it.join(''))
const place = fc.tuple(fc.nat(400), fc.nat(80))

/** What the report is made of: elements and attributes that the pages have no say in. */
const elements = new Set(
  'html head meta title style body a div button header p span h1 bdi ul li b section h2 svg g text rect path circle main input select option optgroup output ol h3 figure figcaption blockquote details summary del ins code footer dialog dl dt dd kbd script article h4 h5 mark br small em table thead tbody tr th td'.split(
    ' '
  )
)

describe('nothing from a page becomes markup', () => {
  test('whatever copy, paths, words of rules and mends are', async () => {
    await fc.assert(
      fc.asyncProperty(
        words,
        words,
        words,
        fc.array(fc.tuple(place, place), {maxLength: 5}),
        async (copy, path, word, places) => {
          const clamp = ([start, length]: readonly [number, number], page: number) => {
            const from = Math.min(start, copy.length)
            return {page, start: from, end: Math.min(copy.length, from + length)}
          }
          const findings = places.map(([a, b]) => ({
            at: clamp(a, 0),
            data: {word},
            related: [{at: clamp(b, 0), label: 'there', compare: true}],
            fixes: [{title: 'mend', safety: 'safe' as const, edits: [{...clamp(a, 0), text: word}]}]
          }))
          const [page] = reportsOf({[path]: copy}, findings)
          if (!page) return
          const said = {
            ...page,
            failures: [{reason: word}],
            messages: page.messages.map((it) => ({...it, ruleId: word, url: word}))
          }
          const tree = parsed(await htmlOf([said]))
          for (const it of elementsOf(tree)) {
            expect(elements).toContain(it.tagName)
            expect(Object.keys(it.properties).filter((name) => /^on|^style$|^src/i.test(name))).toEqual([])
            if (it.properties.href !== undefined)
              expect(property(it, 'href')).toMatch(/^(?:#[a-z0-9-]+|https?:\/\/\S+)$/i)
          }
          expect(elementsOf(tree).filter(({tagName}) => tagName === 'script' || tagName === 'style')).toHaveLength(2)
          // the text of a page is its copy, block by block, with what hides in it drawn
          const [text] = elementsOf(tree).filter((it) => hasClass(it, 'text'))
          const own = page.blocks.map(({start, end}) => visible(copy.slice(start, end))).join('')
          expect(text ? textOf(text) : '').toBe(own)
        }
      ),
      {numRuns: 150}
    )
  })

  test('only addresses of the web become links', () => {
    for (const url of ['https://example.com/a?b=1&c', 'http://example.com']) expect(webAddress(url)).toBe(url)
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      '//example.com',
      ' https://example.com',
      'https://example.com/ x',
      'https://a\u202eb',
      'HTTPS:\\example.com',
      undefined
    ])
      expect(webAddress(url)).toBeUndefined()
  })
})

describe('marks that lie in one another', () => {
  const copy = '# 海棠镇修缮老石桥\n\n本报讯 海棠镇的老石桥昨天开始修缮，预计三个月后完工。\n'
  const at = (words: string) => ({page: 0, start: copy.indexOf(words), end: copy.indexOf(words) + words.length})
  const marksOf = async (...places: readonly string[]) => {
    const tree = parsed(
      await htmlOf(
        reportsOf(
          {'a.txt': copy},
          places.map((it) => ({at: at(it)}))
        )
      )
    )
    return elementsOf(tree)
      .filter(({tagName}) => tagName === 'mark')
      .map((it) => [property(it, 'dataF'), textOf(it)])
  }

  test('crossing: each piece names all that hold there, the shortest first', async () => {
    expect(await marksOf('海棠镇的老石桥', '老石桥昨天开始修缮')).toEqual([
      ['1', '海棠镇的'],
      ['1 2', '老石桥'],
      ['2', '昨天开始修缮']
    ])
  })

  test('nested: the inner one is the link of its words', async () => {
    expect(await marksOf('海棠镇的老石桥昨天开始', '昨天')).toEqual([
      ['1', '海棠镇的老石桥'],
      ['2 1', '昨天'],
      ['1', '开始']
    ])
  })

  test('over several paragraphs: each has its part', async () => {
    expect(await marksOf('老石桥\n\n本报讯')).toEqual([
      ['1', '老石桥'],
      ['1', '本报讯']
    ])
  })

  test('the mark of a head, which is no word of it, is a point before it', async () => {
    expect(await marksOf('#')).toEqual([['1', '']])
  })
})
