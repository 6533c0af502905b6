import {createUse, marksOf, pairs} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {storyOf} from './pages.ts'

/** The pairs of a paragraph as text, and what is alone in it. */
function read(text: string) {
  const issue = storyOf([text])
  const block = issue.articles[0]?.body[0]
  const found = block && createUse()(pairs, issue).get(block)
  const source = issue.pages[0]?.source ?? ''
  return {
    pairs: (found?.pairs ?? []).map(([open, close]) => source.slice(open, close + 1)),
    alone: (found?.alone ?? []).map(({at, opens}) => `${opens ? 'open' : 'close'} ${source.slice(at, at + 4).trim()}`),
    straight: found?.straight.length ?? 0
  }
}

describe('pairs', () => {
  test('nest, inner ones first', () => {
    expect(read('他说：“《茶经》（‘新’编）好看。”').pairs).toEqual([
      '《茶经》',
      '‘新’',
      '（‘新’编）',
      '“《茶经》（‘新’编）好看。”'
    ])
  })

  test.each([
    ['（全长11公里)', '（全长11公里)'],
    ['(全长11公里）', '(全长11公里）'],
    ['［注]', '［注]'],
    ['一个“严"字', '“严"'],
    ['一个"严”字', '"严”']
  ])('%s pairs in two widths', (text, pair) => {
    const found = read(`${text}记在心里。`)
    expect({...found, straight: 0}).toEqual({pairs: [pair], alone: [], straight: 0})
  })

  test('what is left over is the mark without a mate, wherever the words are', () => {
    expect(read('推出“错时服务、“静音书房”两项。').alone).toEqual(['open “错时服'])
    expect(read('推出错时服务”、“静音书房”两项。').alone).toEqual(['close ”、“静'])
    expect(read('推出“错时服务”、“静音书房两项。').alone).toEqual(['open “静音书'])
  })

  test('where two cross, the inner opener and the last closer are left', () => {
    expect(read('说“甲（乙”丙）话。').alone).toEqual(['open （乙”丙', 'close ）话。'])
  })

  test.each(['players’ names。', 'O’Neill 与 ’90s 的歌。', '好啊:)再会；）', '画了个笑脸:( 走了。', '‘90s 风格。'])(
    'nothing is alone in %s',
    (text) => expect(read(`何苗${text}`).alone).toEqual([])
  )

  test('kinds have their marks', () => {
    expect([0, 4, 6, 9].map((kind) => Object.values(marksOf(kind)).join(''))).toEqual(['“”', '《》', '（）', '［］'])
  })

  test('every mark is in one pair or alone, and pairs do not cross', () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom(...'“”‘’《》（）()春夏，。'), maxLength: 60}), (middle) => {
        const issue = storyOf([`春${middle}夏。`])
        const block = issue.articles[0]?.body[0]
        const found = block && createUse()(pairs, issue).get(block)
        const places = [...(found?.pairs.flat() ?? []), ...(found?.alone.map(({at}) => at) ?? [])]
        expect(new Set(places).size).toBe(places.length)
        for (const [a, b] of found?.pairs ?? []) {
          expect(a).toBeLessThan(b)
          for (const [c, d] of found?.pairs ?? []) expect(a < c && c < b && b < d).toBe(false)
        }
      })
    )
  })
})
