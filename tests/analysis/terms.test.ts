import type {Term} from 'copylint'
import {beginnings, characters, createUse, pairsOf, spotAt, standsAt, termFinder} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {storyOf} from './pages.ts'

/** The terms in a paragraph of a story whose head has none. */
const found = (entries: readonly Term[], text: string) => {
  const page = createUse()(characters, storyOf([text]))
  return [...termFinder(entries)(page)].map(({entry, start, end}) => `${entry.term} ${start}–${end}`)
}

describe('the finder of listed terms', () => {
  test('of two that overlap the first counts, of two that begin alike the longer one', () => {
    const entries = [{term: '各行各业领域'}, {term: '社会各行各业领域'}, {term: '领域内'}, {term: '社会'}]
    expect(found(entries, '为社会各行各业领域内的社会人士')).toEqual(['社会各行各业领域 1–9', '社会 11–13'])
  })

  test('what must follow belongs to it', () => {
    const entries = [
      {term: '大约', rest: /[一二三]{1,3}人左右/uy},
      {term: '大约', rest: /[一二三]{1,3}人上下/uy}
    ]
    expect(found(entries, '大约三人上下，大约两人，大约一人左右')).toEqual(['大约 0–6', '大约 12–18'])
  })

  test('nothing in its longer words, wherever it stands in them', () => {
    const entries = [{term: '磁器', except: ['磁器口', '电磁器件']}]
    expect(found(entries, '磁器口的电磁器件厂不卖磁器')).toEqual(['磁器 11–13'])
  })

  test('of two that take the same words the first in the list counts, on a later page as on the first', () => {
    const first = {term: '大约', rest: /三人左右/y}
    const fillers = Array.from({length: 80}, (_, n) => ({term: `大约${String.fromCharCode(0x4e00 + n)}`}))
    const find = termFinder<Term>([...fillers, first, {term: '大约', rest: /三人../y}])
    // from the second page on a list that is longer than the page has an index of its own
    const entries = [1, 2].flatMap(() => [...find(createUse()(characters, storyOf(['大约三人左右。'])))])
    expect(entries.map(({entry}) => entry === first)).toEqual([true, true])
  })

  test('a term may be one letter', () => {
    expect(found([{term: '县'}, {term: '县城'}], '青溪县城，白溪县')).toEqual(['县城 2–4', '县 7–8'])
  })

  test('no terms, nothing found; an empty term is refused', () => {
    expect(found([], '青溪县')).toEqual([])
    expect(() => termFinder([{term: ''}])).toThrow('a term of a list is empty')
  })

  test('each place is told with its block, and the story it is in', () => {
    const issue = storyOf(['松岭渡口。', '松岭。'])
    const places = [...termFinder([{term: '松岭'}])(createUse()(characters, issue))]
    expect(places.map(({block, article, start}) => [block.text, article === issue.articles[0], start])).toEqual([
      ['松岭渡口。', true, 0],
      ['松岭。', true, 0]
    ])
  })

  test('finds what a search for each term by itself finds', () => {
    const letters = fc.string({unit: fc.constantFrom('一', '二', '三', 'é', '😀'), minLength: 1, maxLength: 40})
    const words = fc.uniqueArray(
      fc.string({unit: fc.constantFrom('一', '二', '三', '😀'), minLength: 1, maxLength: 5}),
      {maxLength: 80}
    )
    fc.assert(
      fc.property(words, letters, (terms, text) => {
        const pages = [text, `${text}岚${text}`].map((it) => createUse()(characters, storyOf([`岚${it}。`])))
        const begin = beginnings(pairsOf(terms))
        // the second time a list that is longer than the page reads it
        for (const page of [...pages, ...pages]) {
          const hits: string[] = []
          begin(page, (index, place) => {
            const {block, at} = spotAt(page, place)
            const term = terms[index] ?? ''
            if (block.role === 'body' && standsAt(page, term, place)) hits.push(`${term} ${at}`)
          })
          const body = page.printed.find(({block}) => block.role === 'body')?.block.text ?? ''
          expect(hits.sort()).toEqual(terms.flatMap((term) => placesOf(term, body)).sort())
        }
      })
    )
  })
})

function placesOf(term: string, text: string): string[] {
  const places = []
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) places.push(`${term} ${at}`)
  return places
}
