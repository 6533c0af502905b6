import {type Likeness, likeness, normalised, passages} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createUse} from '../../src/rule/use.ts'
import {distinct, han, sentence, storyOf} from './pages.ts'

/** How one paragraph was made into another. */
function compare(first: string, second: string): Likeness {
  const use = createUse()
  const issue = storyOf([first, second])
  // the head of the story is paragraph 0; two paragraphs that share no passage have no runs
  const pair = use(passages, issue).find((it) => it.first === 1 && it.second === 2)
  return likeness(use(normalised, issue), pair ?? {first: 1, second: 2, runs: []})
}

const nothing = {dropped: 0, added: 0, exchanged: 0, figures: false}
/** What most of the paragraphs below have in common. */
const rest = '手把手教大家育秧，还留下了电话号码，说随叫随到，分文不取。'
const restLetters = 25

describe('likeness: how the first of two paragraphs was made into the second', () => {
  test('of equal paragraphs everything is kept', () => {
    expect(compare(`农技员${rest}`, `农技员${rest}`)).toEqual({...nothing, kept: restLetters + 3})
  })

  test('marks and widths are no change', () => {
    expect(compare(`12位农技员${rest}`, `“１２位农技员”，${rest}`)).toEqual({...nothing, kept: restLetters + 6})
  })

  test('dropped: only in the first', () => {
    expect(compare(`农技员手把手教大家育秧，${rest}`, rest)).toMatchObject({added: 0, dropped: 11, kept: restLetters})
  })

  test('added: only in the second', () => {
    const [first, second] = [`农技员${rest}`, `农技员${rest.slice(0, -1)}，走时没有喝一口水。`]
    expect(compare(first, second)).toEqual({...nothing, kept: restLetters + 3, added: 8})
    expect(compare(second, first)).toEqual({...nothing, kept: restLetters + 3, dropped: 8})
  })

  test('exchanged: other letters in the same place', () => {
    const [first, second] = [`清早从北坡来的农技员${rest}`, `清早从南塘来的农技员${rest}`]
    expect(compare(first, second)).toEqual({...nothing, kept: restLetters + 8, exchanged: 2})
  })

  test('of an exchange the lesser side is counted; what is over is dropped or added', () => {
    const [first, second] = [`昨天顾小满来了，${rest}`, `昨天老支书和会计来了，${rest}`]
    expect(compare(first, second)).toMatchObject({exchanged: 3, added: 3, dropped: 0})
    expect(compare(second, first)).toMatchObject({exchanged: 3, added: 0, dropped: 3})
  })

  test('one or two equal letters between two changes are chance: the whole is one exchange', () => {
    // 的 is in both, and 春天的风 is not like 夏日的雨 for that
    const [first, second] = [`他写道春天的风吹过渡口，${rest}`, `他写道夏日的雨吹过渡口，${rest}`]
    expect(compare(first, second)).toEqual({...nothing, kept: restLetters + 7, exchanged: 4})
  })

  test('a clause that has moved is kept', () => {
    const clause = '天刚亮全村男女老少就都来到了田头'
    const [first, second] = [`${clause}，${rest}`, `${rest.slice(0, -1)}，${clause}。`]
    expect(compare(first, second)).toEqual({...nothing, kept: restLetters + clause.length})
  })

  test('every letter is told of once, where what moved comes again', () => {
    const clause = '老支书来了'
    const tail = '手把手教大家育秧，还留下了电话号码，说随叫随到，分文不取'
    const {kept, dropped, added} = compare(`${clause}，${tail}。`, `${tail}，${clause}又来了县长。`)
    expect({kept, dropped, added}).toEqual({kept: 30, dropped: 0, added: 5})
  })

  test('a word that has moved is too short to say so', () => {
    const [first, second] = [`傍晚${rest}`, `${rest.slice(0, -1)}，傍晚。`]
    expect(compare(first, second)).toEqual({...nothing, kept: restLetters, dropped: 2, added: 2})
  })

  test('two paragraphs of other words share nothing', () => {
    const {kept} = compare(sentence(distinct(40, 0x5000)), sentence(distinct(30, 0x6000)))
    expect(kept).toBe(0)
  })

  describe('figures: a number in the place of another, amid equal words', () => {
    test.each([
      ['县政府办公室昨天发布的第五十六号令', '县政府办公室昨天发布的第五十七号令'],
      ['全县各个乡镇截至昨天已经插秧12万亩', '全县各个乡镇截至昨天已经插秧3万亩'],
      ['县政府昨天的会议上通过了办法二十条', '县政府昨天的会议上通过了细则八条']
    ])('%s, %s', (first, second) => {
      expect(compare(`${first}，${rest}`, `${second}，${rest}`).figures).toBe(true)
      expect(compare(`${second}，${rest}`, `${first}，${rest}`).figures).toBe(true)
    })

    test.each([
      ['no number in the change', `北坡村12户签了合同，${rest}`, `南塘村12户签了合同，${rest}`],
      ['a number that is only dropped', `全县各个乡镇12日起插秧，${rest}`, `全县各个乡镇起插秧，${rest}`],
      ['at the beginning', `12位农技员${rest}`, `37位农技员${rest}`],
      ['at the end', `${rest.slice(0, -1)}，一共12。`, `${rest.slice(0, -1)}，一共37。`],
      [
        'a clause that happens to hold one',
        `${rest.slice(0, -1)}，社员们说今年雨水足秧苗壮三月里就下了田，晚上各家各户的灯火亮到很晚很晚才熄。`,
        `${rest.slice(0, -1)}，妇女队的几个人从二里外挑来了绿豆汤和馒头，晚上各家各户的灯火亮到很晚很晚才熄。`
      ]
    ])('not %s', (_, first, second) => {
      expect(compare(first, second).figures).toBe(false)
    })
  })
})

describe('likeness, whatever the paragraphs', () => {
  test('a paragraph is like itself', () => {
    fc.assert(
      fc.property(han(1, 200), (text) => {
        expect(compare(sentence(text), sentence(text))).toEqual({...nothing, kept: text.length})
      })
    )
  })

  /** A text in which no letter comes twice, cut in three. */
  const cut = fc
    .tuple(fc.integer({min: 15, max: 60}), fc.integer({min: 1, max: 60}), fc.integer({min: 15, max: 60}))
    .map(([a, b, c]) => [distinct(a, 0x5000), distinct(b, 0x6000), distinct(c, 0x7000)] as const)

  test('what is taken out one way is put in the other way', () => {
    fc.assert(
      fc.property(cut, ([a, b, c]) => {
        const kept = a.length + c.length
        const [long, short] = [sentence(a + b + c), sentence(a + c)]
        expect(compare(long, short)).toEqual({...nothing, kept, dropped: b.length})
        expect(compare(short, long)).toEqual({...nothing, kept, added: b.length})
      })
    )
  })

  test('an exchange is the same both ways', () => {
    fc.assert(
      fc.property(cut, ([a, b, c]) => {
        const [one, other] = [sentence(a + b + c), sentence(a + distinct(b.length, 0x8000) + c)]
        const expected = {...nothing, kept: a.length + c.length, exchanged: b.length}
        expect(compare(one, other)).toEqual(expected)
        expect(compare(other, one)).toEqual(expected)
      })
    )
  })

  test('every letter of either paragraph is told of once', () => {
    const edits = fc.array(
      fc.tuple(fc.constantFrom('keep', 'drop', 'add', 'exchange'), fc.integer({min: 1, max: 20})),
      {minLength: 1, maxLength: 20}
    )
    fc.assert(
      fc.property(edits, (edits) => {
        let [first, second] = ['', '']
        edits.forEach(([kind, length], i) => {
          const same = distinct(6, 0x5000 + i * 6)
          first += same + (kind === 'drop' || kind === 'exchange' ? distinct(length, 0x6000 + i * 20) : '')
          second += same + (kind === 'add' || kind === 'exchange' ? distinct(length, 0x7000 + i * 20) : '')
        })
        const like = compare(sentence(first), sentence(second))
        expect(like.kept).toBe(edits.length * 6)
        expect(like.kept + like.dropped + like.exchanged).toBe(first.length)
        expect(like.kept + like.added + like.exchanged).toBe(second.length)
      })
    )
  })
})

describe('a paragraph of 100,000 letters does not stop the page', () => {
  /** Letters at random, the same on every run. */
  const random = (length: number, seed: number) => {
    let state = seed
    const letters = Array.from({length}, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return String.fromCharCode(0x5000 + ((state >>> 16) % 0x4000))
    })
    return letters.join('')
  }
  const long = random(100_000, 7)
  const exchange = (count: number) => {
    const letters = long.split('')
    for (let i = 0; i < count; i++) letters[i * 700 + 500] = String.fromCharCode(0xac00 + i)
    return letters.join('')
  }

  test('few changes in it are told one by one', () => {
    expect(compare(sentence(long), sentence(exchange(30)))).toEqual({...nothing, kept: 99_970, exchanged: 30})
  })

  test('of many changes some are told as one, and still every letter is told of once', () => {
    const like = compare(sentence(long), sentence(exchange(140)))
    expect(like).toMatchObject({dropped: 0, added: 0})
    expect(like.kept + like.exchanged).toBe(long.length)
    expect(like.exchanged).toBeGreaterThanOrEqual(140)
  })

  test('and other letters are other letters', () => {
    const like = compare(sentence(long), sentence(random(100_000, 8)))
    expect(like.kept).toBeLessThan(1000)
    expect(like.kept + like.exchanged + like.dropped).toBe(long.length)
  })
})
