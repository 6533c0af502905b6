import {fits, lettersOf, normalised} from 'copylint'
import {describe, expect, test} from 'vitest'
import {createUse} from '../../src/rule/use.ts'
import {issueOf} from './pages.ts'

const ferry = {
  head: '青石渡口新渡轮首航',
  body: [
    '本报讯（记者 顾小满）3月2日清晨，一声汽笛，新渡轮驶离青石渡口，开始首航。',
    '新渡轮可载客三百人，往返两岸只要二十分钟。'
  ]
}
const tea = {
  head: '北坡茶农采摘明前茶',
  body: [
    '本报讯（记者 陶望津）眼下正是明前茶采摘时节，北坡的茶农天不亮就上了山。',
    '今年雨水足，芽头壮，茶农们说收购价也比去年高。'
  ]
}
const library = {
  head: '流动书车开进柳湾小学',
  body: ['本报讯（记者 易南）昨天下午，县图书馆的流动书车开进柳湾小学。', '孩子们围着书车挑书，一直挑到放学。']
}

interface Story {
  readonly head: string
  readonly body: readonly string[]
}

const pageOf = (...stories: readonly Story[]) =>
  stories.map(({head, body}) => [`# ${head}`, ...body].join('\n\n')).join('\n\n')

function fitsOf(...sources: readonly string[]) {
  const issue = issueOf(...sources)
  const use = createUse()
  const letters = use(normalised, issue)
  const fit = use(fits, issue)
  const headOf = (story: number) => {
    const head = issue.articles[story]?.headline
    if (!head) throw new Error('a story without a head')
    return lettersOf(letters, head)
  }
  return {...fit, issue, letters, headOf}
}

describe('fits', () => {
  test('a head fits its own body, and better than any other', () => {
    const {own, better, of, headOf} = fitsOf(pageOf(ferry, tea, library))
    expect(own).toHaveLength(3)
    expect(better.map((row) => row.size)).toEqual([0, 0, 0])
    for (const [story, fit] of own.entries()) {
      expect(fit).toBeGreaterThan(0.5)
      expect(fit).toBeLessThanOrEqual(1)
      for (const other of [0, 1, 2]) {
        if (other !== story) expect(of(headOf(story), other)).toBeLessThan(fit / 2)
      }
    }
  })

  test('exchanged heads fit crosswise, as well as they would fit at home', () => {
    const right = fitsOf(pageOf(ferry, tea, library))
    const {own, better} = fitsOf(pageOf({...ferry, head: tea.head}, {...tea, head: ferry.head}, library))
    expect(better[0]?.get(1)).toBeCloseTo(right.own[1] ?? 0)
    expect(better[1]?.get(0)).toBeCloseTo(right.own[0] ?? 0)
    expect(better[2]?.size).toBe(0)
    expect(own[0]).toBeLessThan(0.1)
    expect(own[1]).toBeLessThan(0.1)
    expect(own[2]).toBeCloseTo(right.own[2] ?? 0)
  })

  test('a head whose every word is in the lead fits wholly; one of which nothing is there does not fit', () => {
    const page = pageOf({head: '渡轮首航', body: ['渡轮首航了，两岸都来看。']}, {head: '梨花开', body: ['渔汛已过。']})
    expect(fitsOf(page).own).toEqual(Float64Array.of(1, 0))
  })

  test('what stands in the first two paragraphs counts in full, what stands further down by half', () => {
    const filler = '两岸的人都来看。'
    const page = (...body: string[]) => fitsOf(pageOf({head: '渡轮首航', body}, tea)).own[0]
    expect(page('渡轮首航了。', filler, filler)).toBe(1)
    expect(page(filler, '渡轮首航了。', filler)).toBe(1)
    expect(page(filler, filler, '渡轮首航了。')).toBe(0.5)
  })

  test('words that every body has tell nothing; rare ones tell most', () => {
    // 全县 is in all bodies, 渡轮 in one
    const stories = ['渡轮', '茶园', '书车'].map((word) => ({head: `全县${word}`, body: [`全县的${word}都来了。`]}))
    const {own, of, headOf} = fitsOf(pageOf(...stories))
    for (const [story, fit] of own.entries()) {
      const there = of(headOf(story), (story + 1) % 3)
      expect(there).toBeGreaterThan(0)
      expect(there).toBeLessThan(fit / 3)
    }
  })

  test('a second dateline under one head belongs to the story of that head', () => {
    const second = '本报讯（记者 易南）又讯，新渡轮当天往返青石渡口六趟。'
    const {own, bodies, issue} = fitsOf(pageOf({...ferry, body: [...ferry.body, second]}, tea))
    expect(issue.articles.map(({headline}) => headline?.text)).toEqual([ferry.head, undefined, tea.head])
    expect(bodies.map((body) => body.map(({block}) => block.text))).toEqual([[...ferry.body, second], [], tea.body])
    expect(own[0]).toBeGreaterThan(0.5)
    expect(own[1]).toBe(0)
  })

  test('but a story without a head that opens the next page is its own', () => {
    const {bodies} = fitsOf(pageOf(ferry), tea.body.join('\n\n'))
    expect(bodies.map((body) => body.map(({block}) => block.text))).toEqual([ferry.body, tea.body])
  })

  test('heads are held against the bodies of all pages', () => {
    const {better} = fitsOf(pageOf({...ferry, head: tea.head}), pageOf({...tea, head: ferry.head}))
    expect(better[0]?.get(1)).toBeGreaterThan(0.5)
    expect(better[1]?.get(0)).toBeGreaterThan(0.5)
  })

  test('decks and kickers can be asked for on the same scale', () => {
    const page = `# ${ferry.head}\n\n## 三百人二十分钟往返两岸\n\n${ferry.body.join('\n\n')}\n\n${pageOf(tea)}`
    const {issue, letters, of, own, headOf} = fitsOf(page)
    const [deck] = issue.articles[0]?.decks ?? []
    if (!deck) throw new Error('a story without a deck')
    expect(of(lettersOf(letters, deck), 0)).toBeGreaterThan(0.5)
    expect(of(lettersOf(letters, deck), 1)).toBe(0)
    expect(of(headOf(0), 0)).toBe(own[0])
  })

  test('leaning: of what tells two bodies apart, the share that speaks for the second', () => {
    const {leaning, headOf} = fitsOf(pageOf(ferry, tea, library))
    expect(leaning(headOf(0), 0, 1)).toBeLessThan(0.2)
    expect(leaning(headOf(1), 0, 1)).toBeGreaterThan(0.8)
    // the same question the other way round
    expect(leaning(headOf(0), 1, 0)).toBeCloseTo(1 - leaning(headOf(0), 0, 1))
    // nothing of the head is in either
    expect(leaning(headOf(2), 0, 0)).toBe(0.5)
    expect(leaning(new Uint16Array(), 0, 1)).toBe(0.5)
  })

  test('asking changes nothing: the next question has the same answer', () => {
    const {of, own, headOf} = fitsOf(pageOf(ferry, tea, library))
    for (const story of [0, 1, 2, 1, 0]) expect(of(headOf(story), story)).toBe(own[story])
    expect(of(headOf(0), 99)).toBe(0)
    expect(of(headOf(0), 0)).toBe(own[0])
  })

  test('what more than 64 bodies have speaks for none of them: a thousand stories are not held against each other', () => {
    const stories = (count: number) =>
      Array.from({length: count}, (_, i) => ({head: i === 0 ? '全县插秧' : '渔汛', body: ['全县插秧忙。']}))
    const few = fitsOf(pageOf(...stories(64)))
    expect([few.own[0], few.of(few.headOf(0), 63)]).toEqual([1, 1])
    const many = fitsOf(pageOf(...stories(65)))
    expect([many.own[0], many.of(many.headOf(0), 64)]).toEqual([0, 0])
    const stray = Array.from({length: 1000}, () => ({head: '全县插秧', body: ['渔船出海。', '全县插秧忙。']}))
    expect(fitsOf(pageOf(...stray)).better.reduce((sum, row) => sum + row.size, 0)).toBe(0)
  })
})
