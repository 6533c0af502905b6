import {createUse, type Finding, type Rule} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import doubledParticle from '../../rules/doubled-particle/index.ts'
import {findPhrases} from '../../rules/repeated-phrase/phrases.ts'
import repeatedStory from '../../rules/repeated-story/index.ts'
import {sharedEnding} from '../../rules/spliced-ending/ending.ts'
import type {Span} from '../../src/rule/finding.ts'
import {distinct, han, issueOf, storyOf} from '../analysis/pages.ts'

describe('doubled-particle', () => {
  const search = (paragraph: string) => {
    const issue = storyOf([paragraph])
    const text = ({start, end}: Span) => issue.pages[0]?.source.slice(start, end) ?? ''
    const found: Finding[] = [...doubledParticle.check(issue, {options: {}, lists: undefined, use: createUse(), text})]
    return found.map(({at, severity, fixes}) => `${severity ?? 'error'} ${fixes?.[0]?.safety} ${text(at)}`)
  }

  test.each([
    ['会议传达了学习了有关精神。', 'error safe 传达了学习了'],
    ['会议传达了学习了、部署了有关工作。', 'error safe 传达了学习了'],
    ['会议传达了学习了解放思想的文件。', 'error safe 传达了学习了'],
    ['公司解除了取消了原来的合同。', 'warning unsafe 解除了取消了'],
    ['工人们刷洗了擦亮了两百个饭盒。', 'warning unsafe 刷洗了擦亮了'],
    ['两地增进了了传统友谊。', 'warning unsafe 了了'],
    ['大家对感兴趣的的项目提了意见。', 'error unsafe 的的'],
    ['老人们在,在在食堂吃饭。', 'warning unsafe 在在'],
    ['这批设备是是外地运来的。', 'warning unsafe 是是'],
    ['老渡工和和工友们修船。', 'warning unsafe 和和'],
    ['老人上街,被被骗走了存折。', 'warning unsafe 被被']
  ])('%s %s', (paragraph, finding) => {
    expect(search(paragraph)).toEqual([finding])
  })

  test.each([
    '为了解决了用水难，县里修了渠。',
    '除了解决了用水难，还修了路。',
    '会议传达了、学习了有关精神。',
    '代表们参加了举办了多年的灯会。',
    '稿件把“传达学习了”写成了“传达了学习了”。',
    '会议传达了,学习了有关精神。',
    '他们参观了了不起的工程，增进了了解。',
    '他在村里学习了三年了。',
    '风停了我们了却心愿。',
    '受不了批评了就走。',
    '天亮了下雨了。',
    '调查清楚了才有了办法。',
    '目的的确定，标的的估价，有的的士停着，的的确确。',
    '他现在在食堂，成果实实在在，自在在心里。',
    '在在校学生和在在建工程里作了调查。',
    '友好和和平，饱和和不饱和，和和气气。',
    '但是是否可行，问题是是谁去办，是是非非。',
    '原告被被告告上法庭，棉被被偷。',
    '请专家把把关，一把把锄头，火把把夜照亮。',
    '凡参与与引水有关的事，人数与与会者相同。',
    '他说：“的的”是衍文。'
  ])('left alone: %s', (paragraph) => {
    expect(search(paragraph)).toEqual([])
  })
})

describe('sharedEnding', () => {
  const before = distinct(60)
  const other = distinct(60, 0x6000)

  test('an ending pasted over another is found from its first letter to its last mark', () => {
    const tails = fc.tuple(han(4, 12), han(6, 12)).map(([a, b]) => `${a}，${b}。`)
    fc.assert(
      fc.property(tails, (tail) => {
        fc.pre(tail.length >= 16)
        expect(sharedEnding(`${before}${tail}`, `${other}${tail}`, 12)).toEqual({
          length: tail.length,
          sure: true,
          inFirst: false
        })
      })
    )
  })

  test.each([
    [
      'half-width marks are the same',
      `${before}春天的水田和渠道,流进千家万户。`,
      '春天的水田和渠道，流进千家万户。',
      true
    ],
    ['one clause', `${before}春天的水田流进了千家万户。`, '春天的水田流进了千家万户。', false],
    ['a clause in both', `${before}，春天的水田，流进了千家万户。`, '，春天的水田，流进了千家万户。', false]
  ])('%s', (_, first, tail, sure) => {
    expect(sharedEnding(first, `${other}${tail}`, 12)?.sure).toBe(sure)
  })

  test('the paste is where it begins amid a clause', () => {
    const tail = '春天的水田，流进了千家万户。'
    expect(sharedEnding(`${before}${tail}`, `${other}，${tail}`, 12)).toMatchObject({sure: false, inFirst: true})
    expect(sharedEnding(`${before}，${tail}`, `${other}${tail}`, 12)).toMatchObject({sure: false, inFirst: false})
  })

  test.each([
    ['too short', '流进千家万户。'],
    ['no end of a sentence', '春天的水田和渠道流进千家万户'],
    ['figures', '1234567890123%。'],
    ['a long passage', `${distinct(50, 0x7000)}。`],
    ['who attended', '和有关部门负责人参加上述活动。'],
    ['what was heard', '法草案审议结果情况的报告。']
  ])('left alone: %s', (_, tail) => {
    expect(sharedEnding(`${before}${tail}`, `${other}${tail}`, 12)).toBeUndefined()
  })

  test('two that begin alike fill in one form', () => {
    const tail = '春天的水田和渠道，流进千家万户。'
    const form = distinct(30)
    expect(sharedEnding(`${form}${distinct(20, 0x6000)}${tail}`, `${form}${distinct(20, 0x6100)}${tail}`, 12)).toBe(
      undefined
    )
  })
})

describe('findPhrases', () => {
  const phrases = (text: string) =>
    [...findPhrases(text, 6)].map(({first, second, length}) => [
      text.slice(first, first + length),
      text.slice(second, second + length)
    ])

  test.each(['，', ','])('two objects of two verbs, with %s', (comma) => {
    const text = `镇里聚焦老人用餐问题，办起食堂，请来厨师，全力解决镇上老人用餐问题。`.replaceAll('，', comma)
    expect(phrases(text)).toEqual([['老人用餐问题', '老人用餐问题']])
  })

  test.each([
    ['neighbours', '镇里聚焦老人用餐问题，全力解决老人用餐问题。'],
    ['one verb', '镇里解决老人用餐问题，办起食堂，县里解决老人用餐问题。'],
    ['no verb', '这是老人用餐问题，办起食堂，那是老人用餐问题。'],
    ['two sentences', '镇里聚焦老人用餐问题，办起食堂。请来厨师，解决老人用餐问题。'],
    ['a semicolon', '镇里聚焦老人用餐问题，办起食堂；县里请来厨师，解决老人用餐问题。'],
    ['a pair', '镇里既聚焦老人用餐问题，办起食堂，又解决老人用餐问题。'],
    ['another object', '镇里聚焦老人用餐问题，办起食堂，解决外来的老人用餐问题。']
  ])('left alone: %s', (_, text) => {
    expect(phrases(text)).toEqual([])
  })

  test('a long line costs its length', () => {
    const line = '镇里聚焦老人用餐问题，办起食堂，请来厨师，全力解决镇上老人用餐问题，'.repeat(30_000)
    const start = performance.now()
    let count = 0
    for (const _ of findPhrases(line, 6)) count++
    expect(count).toBeGreaterThan(1000)
    expect(performance.now() - start).toBeLessThan(3000)
  })
})

describe('repeated-story', () => {
  const search = (...pages: readonly string[]) => {
    const issue = issueOf(...pages)
    const text = ({page = 0, start, end}: Span) => issue.pages[page]?.source.slice(start, end) ?? ''
    const {check}: Pick<Rule<'issue', never>, 'check'> = repeatedStory as never
    return [...check(issue, {options: {least: 40} as never, lists: undefined, use: createUse(), text})].map(
      ({at, severity, related}) =>
        `${severity ?? 'error'} ${at.page ?? 0}:${text(at)} ${related?.[0]?.at.page ?? 0}:${text(related?.[0]?.at ?? at)}`
    )
  }
  const story = (head: string, ...paragraphs: readonly string[]) => `# ${head}\n\n${paragraphs.join('\n\n')}\n\n`
  const [one, two, three] = [0x4e00, 0x6000, 0x7000].map((from) => `${distinct(60, from)}。`) as [
    string,
    string,
    string
  ]
  const rest = story('白溪县茶园试种新苗', `${distinct(80, 0x8000)}。`)

  test('on one page and on two, under one head or two, with another dateline', () => {
    const first = story('松岭镇引水渠通水', one, two)
    expect(search(first + rest + story('三千亩水田用上水', one, two))).toEqual([
      'error 0:三千亩水田用上水 0:松岭镇引水渠通水'
    ])
    expect(search(first + rest, story('松岭镇引水渠通水', `本报讯（记者 安禾）${one}`, two))).toEqual([
      'error 1:松岭镇引水渠通水 0:松岭镇引水渠通水'
    ])
  })

  test('the longer print may come later, and a third is told too', () => {
    expect(search(story('引水渠通水', one, two) + rest + story('三千亩水田用上水', one, two, three))).toEqual([
      'error 0:三千亩水田用上水 0:引水渠通水'
    ])
    expect(search(story('甲渠通水了', one, two), story('乙渠通水了', one, two), story('丙渠通水了', one, two))).toEqual(
      ['error 1:乙渠通水了 0:甲渠通水了', 'error 2:丙渠通水了 0:甲渠通水了']
    )
  })

  test.each([
    ['one paragraph of several', story('引水渠通水了', one, two) + story('茶园试种新苗', three, one)],
    [
      'a paragraph that slipped into another story',
      story('引水渠通水了', one) + story('茶园试种新苗', three, one, two)
    ],
    ['a short one', story('引水渠通水了', '今天通水。') + story('又通水了', '今天通水。')],
    ['lines over their story', `# 引水渠通水了\n\n${one}\n\n新华社青溪3月2日电　${one}\n\n${two}\n`]
  ])('left alone: %s', (_, page) => {
    expect(search(page)).toEqual([])
  })

  test('ten thousand heads over one story cost no square', () => {
    const page = story('松岭镇引水渠通水', one).repeat(10_000)
    const start = performance.now()
    expect(search(page).length).toBeGreaterThan(0)
    expect(performance.now() - start).toBeLessThan(6000)
  })
})
