import {normalised, ties} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createUse} from '../../src/rule/use.ts'
import {han, issueOf} from './pages.ts'

const ferry = [
  '# 青石渡口新渡轮首航',
  '本报讯（记者 顾小满）3月2日清晨，一声汽笛，新渡轮驶离青石渡口，开始首航。',
  '新渡轮可载客三百人，往返两岸只要二十分钟。',
  '船票仍是两元，老人和学生半价。'
]
const tea = [
  '# 北坡茶农采摘明前茶',
  '本报讯（记者 陶望津）眼下正是明前茶采摘时节，北坡的茶农天不亮就上了山。',
  '今年雨水足，芽头壮，茶农们说收购价也比去年高。',
  '采茶要赶在雨前，一双手一天能采两斤。'
]

function tiesOf(...sources: readonly string[]) {
  const issue = issueOf(...sources)
  const use = createUse()
  const letters = use(normalised, issue)
  const tied = use(ties, issue)
  const blockOf = (text: string) => {
    const found = letters.blocks.find(({block}) => block.text === text)
    if (!found) throw new Error(`no paragraph says ${text}`)
    return found
  }
  return {...tied, issue, blockOf, of: (text: string, place: number) => tied.of(blockOf(text), place)}
}

const pageOf = (...stories: readonly (readonly string[])[]) => stories.flat().join('\n\n')

describe('ties', () => {
  test('a story has its head, its closing and the rest apart', () => {
    const {stories} = tiesOf(pageOf(ferry, tea))
    expect(stories.map(({headline}) => `# ${headline?.block.text}`)).toEqual([ferry[0], tea[0]])
    expect(stories.map(({closing}) => closing?.block.text)).toEqual([ferry[3], tea[3]])
    expect(stories.map(({rest}) => rest.map(({block}) => block.text))).toEqual([ferry.slice(1, 3), tea.slice(1, 3)])
  })

  test('of a closing that is printed twice the first is the closing; a story of one paragraph has none', () => {
    const {stories} = tiesOf(pageOf([...ferry, ferry[3] ?? ''], tea.slice(0, 2)))
    expect(stories[0]?.rest).toHaveLength(2)
    expect(stories[0]?.body).toHaveLength(4)
    expect(stories[0]?.closing).toBe(stories[0]?.body[2])
    expect(stories[1]?.closing).toBeUndefined()
  })

  test('a deck is tied to the story whose words it uses', () => {
    const {of} = tiesOf(pageOf([ferry[0] ?? '', '## 茶农们说收购价比去年高', ...ferry.slice(1)], tea))
    const {own, other} = of('茶农们说收购价比去年高', 0)
    expect(own.words).toBe(0)
    expect(other?.story).toBe(1)
    expect(other?.words).toBeGreaterThan(8)
    expect(other?.strength).toBeGreaterThan(5 * own.strength)
  })

  test('a closing is not held against itself, but against other closings', () => {
    const moved = '往返两岸的新渡轮也半价'
    const {of} = tiesOf(pageOf(ferry, [...tea, moved]))
    const {own, other} = of(moved, 1)
    expect(own.words).toBe(0)
    expect(other?.story).toBe(0)
    const alone = tiesOf(pageOf([...ferry.slice(0, 3), '船票半价'], [...tea.slice(0, 3), '船票半价']))
    // what only the closings have counts half for the other, and nothing for its own
    expect(alone.of('船票半价', 0)).toMatchObject({own: {words: 0}, other: {story: 1}})
    expect(alone.of('船票半价', 0).other?.words).toBeCloseTo(1.5)
  })

  test('who attended ties to no story', () => {
    const {stories, of} = tiesOf(
      pageOf([...ferry.slice(0, 3), '安禾、何苗等参加上述活动。'], [...tea, '安禾、何苗等参加上述活动。'])
    )
    expect(stories.map(({attendance}) => attendance)).toEqual([true, true])
    expect(of('安禾、何苗等参加上述活动。', 1).other).toBeUndefined()
  })

  test('a pair that few stories have says most', () => {
    const words = ['渡轮', '茶园', '书车', '灯会']
    const page = words.map((word) => [`# 全县${word}忙`, `## 全县${word}`, `全县的${word}都来了，全县都知道。`])
    const {of} = tiesOf(pageOf(...page))
    const {own, other} = of('全县渡轮', 0)
    expect(own.words).toBeGreaterThan(1.5)
    expect(other?.words).toBeLessThan(0.5)
  })

  test('stories of another page are not offered, but make words common', () => {
    const deck = '## 茶农们说收购价比去年高'
    const {of} = tiesOf(pageOf([ferry[0] ?? '', deck, ...ferry.slice(1)]), pageOf(tea))
    expect(of('茶农们说收购价比去年高', 0).other).toBeUndefined()
  })

  test('groups: without marks a story without a dateline may be a part of the one above it', () => {
    const bare = (story: readonly string[]) => story.map((line) => line.replace('# ', ''))
    const part = ['岸边的茶摊又开了', '渡口的茶摊从前有七家，如今又开了三家。', '客人等船的时候都坐在那里。']
    const {stories} = tiesOf(pageOf(bare(ferry), part, bare(tea)))
    expect(stories.map(({group}) => group)).toEqual([1, 1, 2])
    expect(tiesOf(pageOf(ferry, ['# 岸边的茶摊又开了', ...part.slice(1)])).stories.map(({group}) => group)).toEqual([
      1, 2
    ])
  })

  test('a comment is signed with a sign, a reporter’s story is none', () => {
    const signed = (name: string) => ['# 夜里的灯', name, '灯亮着，路就不远。', '让更多的门在夜里开着。']
    const {stories} = tiesOf(pageOf(ferry, signed('□林岚'), signed('□本报记者 林岚')))
    expect(stories.map(({comment}) => comment)).toEqual([false, true, false])
  })

  test('a second dateline under one head is part of the story', () => {
    const {stories, placeOf} = tiesOf(pageOf([...ferry, '本报讯（记者 易南）又讯，新渡轮当天往返六趟。'], tea))
    expect(stories).toHaveLength(2)
    expect([...placeOf]).toEqual([0, 0, 1])
  })

  test('asking changes nothing, and ties are never negative', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(han(1, 60), {minLength: 1, maxLength: 4}), {minLength: 1, maxLength: 6}),
        (bodies) => {
          const page = bodies
            .map((body, i) => `# 第${i}篇的标题\n\n${body.map((it) => `${it}。`).join('\n\n')}`)
            .join('\n\n')
          const issue = issueOf(page)
          const tied = createUse()(ties, issue)
          const ask = () =>
            tied.stories.flatMap(({closing}, place) => {
              if (!closing) return []
              const {own, other} = tied.of(closing, place)
              return [own.words, own.strength, other?.words ?? 0, other?.story ?? -1]
            })
          const first = ask()
          expect(ask()).toEqual(first)
          for (const it of first) expect(it).toBeGreaterThanOrEqual(-1)
          for (const it of first) expect(Number.isFinite(it)).toBe(true)
        }
      ),
      {numRuns: 50}
    )
  })

  test('an empty page, and one without copy', () => {
    expect(tiesOf('').stories).toEqual([])
    expect(tiesOf('# 只有标题').stories).toEqual([])
  })

  test('hundreds of stories that share their words are not held against each other', () => {
    const stories = Array.from({length: 300}, (_, i) => [
      `# 插秧${i}`,
      '## 全县插秧忙碌',
      '全县插秧忙。',
      '全县插秧忙，忙了一天。'
    ])
    const {of} = tiesOf(pageOf(...stories))
    expect(of('全县插秧忙碌', 0).own.words).toBeLessThan(2)
  })
})
