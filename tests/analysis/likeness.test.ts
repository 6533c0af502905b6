import {type Likeness, likeness} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {codesOf, distinct, han} from './pages.ts'

/** How one text was made into another; marks count for nothing. */
const compare = (first: string, second: string): Likeness | undefined =>
  likeness(lettersIn(first), lettersIn(second))

const lettersIn = (text: string) => codesOf(text.replace(/[^\p{L}\p{N}]/gu, ''))

const nothing = {dropped: 0, added: 0, exchanged: 0, figures: false}

describe('likeness: how the first of two texts was made into the second', () => {
  test('of equal texts everything is kept', () => {
    expect(compare('社员们连夜插秧。', '社员们连夜插秧。')).toEqual({...nothing, kept: 7})
  })

  test('dropped: only in the first', () => {
    const [first, second] = ['县里派来的农技员手把手教大家育秧。', '农技员手把手教大家育秧。']
    expect(compare(first, second)).toEqual({...nothing, kept: 11, dropped: 5})
  })

  test('added: only in the second', () => {
    const [first, second] = ['农技员手把手教大家育秧。', '农技员手把手教大家育秧，分文不取。']
    expect(compare(first, second)).toEqual({...nothing, kept: 11, added: 4})
  })

  test('exchanged: other letters in the same place', () => {
    const [first, second] = ['北坡村书记陪同客商看了茶园。', '南塘村书记陪同客商看了茶园。']
    expect(compare(first, second)).toEqual({...nothing, kept: 11, exchanged: 2})
  })

  test('of an exchange the lesser side is counted, what is over is dropped or added', () => {
    const [first, second] = ['顾小满陪同客商看了茶园。', '老支书和会计陪同客商看了茶园。']
    expect(compare(first, second)).toEqual({...nothing, kept: 9, exchanged: 3, added: 3})
    expect(compare(second, first)).toEqual({...nothing, kept: 9, exchanged: 3, dropped: 3})
  })

  test('one or two equal letters between two changes are chance: the whole is one exchange', () => {
    // 的 is in both, 春天的风 and 夏日的雨 are not alike for that
    const [first, second] = ['他写道春天的风吹过了青石渡口。', '他写道夏日的雨吹过了青石渡口。']
    expect(compare(first, second)).toEqual({...nothing, kept: 10, exchanged: 4})
  })

  test('a clause that has moved is kept', () => {
    const [first, second] = ['清早下田插秧，看好水泵，全村男女老少都来了。', '全村男女老少都来了，清早下田插秧，看好水泵。']
    expect(compare(first, second)).toEqual({...nothing, kept: 19})
  })

  test('a word that has moved is too short to say so', () => {
    const [first, second] = ['傍晚社员们收工回到了青石渡村。', '社员们收工回到了青石渡村傍晚。']
    expect(compare(first, second)).toEqual({...nothing, kept: 12, dropped: 2, added: 2})
  })

  describe('figures: a number in the place of another, amid equal words', () => {
    test.each([
      ['县政府第五十六号令已经公布施行。', '县政府第五十七号令已经公布施行。'],
      ['全县完成插秧12万亩，进度过半。', '全县完成插秧３万亩，进度过半。'.replace('３', '3')],
      ['会议通过了甲类办法二十条，今起施行。', '会议通过了乙类细则八条，今起施行。']
    ])('%s %s', (first, second) => {
      expect(compare(first, second)?.figures).toBe(true)
      expect(compare(second, first)?.figures).toBe(true)
    })

    test.each([
      ['no number in the change', '北坡村12户签了合同，皆大欢喜。', '南塘村12户签了合同，皆大欢喜。'],
      ['a number that is only dropped', '全县完成插秧12万亩，进度过半。', '全县完成插秧，进度过半。'],
      ['at the beginning: two other texts', '12户人家搬进了新楼，皆大欢喜。', '37户人家搬进了新楼，皆大欢喜。'],
      ['at the end', '搬进新楼的人家一共有12户', '搬进新楼的人家一共有37户'],
      [
        'a clause that happens to hold one',
        '社员们说今年雨水足秧苗壮三月里就下了田家家都忙着收工。',
        '社员们说县里的农机队开来两台新式插秧机家家都忙着收工。'
      ]
    ])('not %s', (_, first, second) => {
      expect(compare(first, second)).toMatchObject({figures: false})
    })
  })

  test('two texts of other words are not alike', () => {
    expect(compare(distinct(40, 0x5000), distinct(40, 0x6000))).toBeUndefined()
    expect(compare('社员们连夜插秧。', '')).toBeUndefined()
  })
})

describe('likeness, whatever the texts', () => {
  test('a text is like itself', () => {
    fc.assert(
      fc.property(han(1, 200), (text) => {
        expect(compare(text, text)).toEqual({...nothing, kept: text.length})
      })
    )
  })

  /** A text in which no letter comes twice, cut in three. */
  const cut = fc
    .tuple(fc.integer({min: 3, max: 60}), fc.integer({min: 1, max: 60}), fc.integer({min: 3, max: 60}))
    .map(([a, b, c]) => [distinct(a, 0x5000), distinct(b, 0x6000), distinct(c, 0x7000)] as const)
    .filter(([a, b, c]) => b.length < a.length + c.length)

  test('what is taken out one way is put in the other way', () => {
    fc.assert(
      fc.property(cut, ([a, b, c]) => {
        const kept = a.length + c.length
        expect(compare(a + b + c, a + c)).toEqual({...nothing, kept, dropped: b.length})
        expect(compare(a + c, a + b + c)).toEqual({...nothing, kept, added: b.length})
      })
    )
  })

  test('an exchange is the same both ways', () => {
    fc.assert(
      fc.property(cut, ([a, b, c]) => {
        const other = distinct(b.length, 0x8000)
        const expected = {...nothing, kept: a.length + c.length, exchanged: b.length}
        expect(compare(a + b + c, a + other + c)).toEqual(expected)
        expect(compare(a + other + c, a + b + c)).toEqual(expected)
      })
    )
  })

  test('every letter of either text is told of once', () => {
    // shorter than a clause that could move, with a letter between that is in no other place
    const edited = fc.array(
      fc.tuple(fc.constantFrom('keep', 'drop', 'add', 'exchange'), fc.integer({min: 1, max: 3})),
      {minLength: 1, maxLength: 20}
    )
    fc.assert(
      fc.property(edited, (edits) => {
        let [first, second] = ['', '']
        edits.forEach(([kind, length], i) => {
          const same = distinct(6, 0x5000 + i * 6)
          first += same + (kind === 'drop' || kind === 'exchange' ? distinct(length, 0x6000 + i * 3) : '')
          second += same + (kind === 'add' || kind === 'exchange' ? distinct(length, 0x7000 + i * 3) : '')
        })
        const like = compare(first, second)
        if (!like) throw new Error('they are alike')
        expect(like.kept + like.dropped + like.exchanged).toBe(first.length)
        expect(like.kept + like.added + like.exchanged).toBe(second.length)
        expect(like.kept).toBe(edits.length * 6)
      })
    )
  })

  test('a paragraph of 100,000 letters does not stop the page: past 600 changes it gives up', () => {
    const long = distinct(20_000).repeat(5)
    const edit = (changes: number) => {
      const letters = codesOf(long)
      for (let i = 0; i < changes; i++) letters[Math.floor(i * (long.length / changes)) + 7] = 0xac00 + i
      return letters
    }
    // an exchange is two changes: one letter gone, one come
    expect(likeness(codesOf(long), edit(200))).toEqual({...nothing, kept: 99_800, exchanged: 200})
    expect(likeness(codesOf(long), edit(400))).toBeUndefined()
    expect(likeness(codesOf(long), codesOf(distinct(20_000, 0x9000).repeat(5)))).toBeUndefined()
  })
})
