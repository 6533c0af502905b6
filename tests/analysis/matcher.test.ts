import {matcher} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'

const found = (terms: readonly string[], text: string) =>
  [...matcher(terms)(text)].map(({term, start, end}) => `${terms[term]} ${start}–${end}`)

describe('the matcher of terms', () => {
  test('finds all of them, in the order of their ends, longer ones first', () => {
    expect(found(['渡口', '松岭渡口', '口镇'], '松岭渡口镇的渡口')).toEqual([
      '松岭渡口 0–4',
      '渡口 2–4',
      '口镇 3–5',
      '渡口 6–8'
    ])
  })

  test('a term that another begins with is found where the longer one breaks off', () => {
    expect(found(['再接再励', '接再', '再厉'], '再接再厉')).toEqual(['接再 1–3', '再厉 2–4'])
  })

  test('of equal terms the first is told', () => {
    expect([...matcher(['岚', '岚'])('岚')]).toEqual([{term: 0, start: 0, end: 1}])
  })

  test('no terms, nothing found; an empty term is refused', () => {
    expect(found([], '松岭')).toEqual([])
    expect(() => matcher(['岚', ''])).toThrow('a term of a matcher is empty')
  })

  test('finds what a search for each term by itself finds', () => {
    const letters = fc.string({unit: fc.constantFrom('一', '二', '三', 'é', '😀'), maxLength: 60})
    const words = fc.uniqueArray(
      fc.string({unit: fc.constantFrom('一', '二', '三', '😀'), minLength: 1, maxLength: 5}),
      {
        maxLength: 12
      }
    )
    fc.assert(
      fc.property(words, letters, (terms, text) => {
        expect(found(terms, text).sort()).toEqual(terms.flatMap((term) => placesOf(term, text)).sort())
      })
    )
  })

  test('terms that are one another’s ends are all found', () => {
    const terms = Array.from({length: 200}, (_, index) => '一'.repeat(index + 1))
    let count = 0
    for (const _ of matcher(terms)('一'.repeat(2000))) count++
    expect(count).toBe(200 * 2000 - (200 * 199) / 2)
  })
})

function placesOf(term: string, text: string): string[] {
  const places = []
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1))
    places.push(`${term} ${at}–${at + term.length}`)
  return places
}
