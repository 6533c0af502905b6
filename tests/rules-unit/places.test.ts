import {createUse, lint, normalised} from 'copylint'
import * as v from 'valibot'
import {describe, expect, test} from 'vitest'
import misplacedClosing from '../../rules/misplaced-closing/index.ts'
import {presumed} from '../../rules/misplaced-closing/things.ts'
import misplacedDeck from '../../rules/misplaced-deck/index.ts'
import {findHalves} from '../../rules/stray-caption/cut.ts'
import strayCaption from '../../rules/stray-caption/index.ts'
import {issueOf, storyOf} from '../analysis/pages.ts'

const rules = [misplacedClosing, misplacedDeck, strayCaption].map((rule) => ({
  rule,
  severity: rule.severity,
  options: v.parse(rule.options ?? v.strictObject({}), {})
}))

/** What is found on the pages of an issue: rule, message, and the words marked. */
function findOn(...sources: readonly string[]) {
  const {findings, failures} = lint(
    sources.map((source, page) => ({path: `${page}.txt`, source})),
    rules
  )
  expect(failures).toEqual([])
  return findings.map(({ruleId, id, at}) => `${ruleId}/${id}: ${sources[at.page]?.slice(at.start, at.end)}`)
}

const meeting = [
  '# 青溪县政府常务会议召开',
  '本报讯（记者 安禾）3月4日上午，县长林岚主持召开县政府常务会议，研究春耕用水和学校食堂工作。',
  '会议指出，水到田头才算数，各镇要守好闸门，村村有人巡渠。'
]
const works = [
  '# 林岚察看松岭镇水利工地',
  '本报讯（记者 周启）3月5日，县长林岚到松岭镇察看引水渠工地，询问水泥标号和工期，叮嘱施工单位把好质量关。',
  '在二号闸门旁，林岚同工人一起量了渠底宽度，要求雨季之前全线通水。'
]
const pageOf = (...stories: readonly (readonly string[])[]) => stories.flat().join('\n\n')

describe('misplaced-closing: what a closing takes for granted', () => {
  const presumedIn = (paragraph: string) => {
    const block = storyOf([paragraph]).articles[0]?.body[0]
    if (!block) throw new Error('no paragraph')
    const found = presumed(block)
    return found && `${found.thing.name}: ${paragraph.slice(found.index)}`
  }

  test.each([
    ['会议还研究了其他事项。林岚出席会议。', '会议: 会议还研究了其他事项。林岚出席会议。'],
    ['会议还研究了其他事项。', '会议: 会议还研究了其他事项。'],
    ['渠修好了。林岚、何苗参加会议。', '会议: 林岚、何苗参加会议。'],
    ['副市长陶远会见时在座。', '会见: 副市长陶远会见时在座。'],
    ['林岚、何苗参加了上述座谈会。', '座谈会: 林岚、何苗参加了上述座谈会。'],
    ['有关负责同志陪同调研。', '调研: 有关负责同志陪同调研。'],
    ['水来了。林岚主持座谈会。何苗、周启出席。', '座谈会: 林岚主持座谈会。何苗、周启出席。'],
    ['水来了。何苗、周启出席。', undefined],
    ['林岚、何苗参加上述活动。', undefined],
    ['林岚出席会议并讲话，要求把水送到田头。', undefined],
    ['他说，出席会议的人都来看水。', undefined]
  ])('%s', (paragraph, expected) => {
    expect(presumedIn(paragraph)).toBe(expected)
  })

  test('is told of where the story has no such thing, and one near by has', () => {
    const closing = '会议还研究了其他事项。何苗、蔡岩出席会议。'
    expect(findOn(pageOf(meeting, [...works, closing]))).toEqual([`misplaced-closing/thing: ${closing}`])
    expect(findOn(pageOf([...works, closing], meeting))).toEqual([`misplaced-closing/thing: ${closing}`])
  })

  test('as the last sentences of a paragraph as well', () => {
    const [head = '', lead = '', last = ''] = works
    const closing = '何苗、蔡岩出席会议。'
    expect(findOn(pageOf(meeting, [head, lead, last + closing]))).toEqual([`misplaced-closing/thing: ${closing}`])
  })

  test('not where its own story has a meeting by another name, in its head, or in the closing itself', () => {
    const closing = '何苗、蔡岩出席会议。'
    const [head = '', lead = ''] = works
    expect(findOn(pageOf(meeting, [...works, '随后开了现场会，定下工期。', closing]))).toEqual([])
    expect(findOn(pageOf(meeting, ['# 松岭镇水利工地现场推进会召开', lead, closing]))).toEqual([])
    expect(findOn(pageOf(meeting, [head, lead, `随后召开了碰头会。${closing}`]))).toEqual([])
  })

  test('a warning where its own story has something held by another name', () => {
    const severityOf = (line: string) => {
      const closing = '何苗、蔡岩出席会议。'
      return lint([{path: '1.txt', source: pageOf(meeting, [...works, line, closing])}], rules).findings[0]?.severity
    }
    expect(severityOf('工人们说，今年能赶上春灌。')).toBe('error')
    expect(severityOf('县里当天还举行了植树活动。')).toBe('warning')
  })

  test('not where no other story of the page lacks it', () => {
    const closing = '何苗、蔡岩出席会议。'
    expect(findOn(pageOf([...meeting, closing], [...works, closing]))).toEqual([])
    expect(findOn(pageOf(works, [...works.slice(0, 2), closing]))).toEqual([])
    expect(findOn(pageOf(meeting), pageOf([...works, closing]))).toEqual([])
  })

  test('half-width marks are marks', () => {
    const half = (lines: readonly string[]) =>
      lines.map((line) => line.replaceAll('，', ',').replace('（', '(').replace('）', ')'))
    const closing = '会议还研究了其他事项。区领导何苗、蔡岩出席会议。'
    expect(findOn(pageOf(half(meeting), [...half(works), closing]))).toEqual([`misplaced-closing/thing: ${closing}`])
  })

  test('a closing printed twice is told of where it is first, and not moved', () => {
    const closing = '会议还研究了其他事项。何苗、蔡岩出席会议。'
    const source = pageOf(meeting, [...works, closing, closing])
    const [found, ...more] = lint([{path: '1.txt', source}], rules).findings
    expect(more).toEqual([])
    expect(found?.at.start).toBe(source.indexOf(closing))
    expect(found?.fixes).toBeUndefined()
  })
})

describe('stray-caption: a paragraph cut in two', () => {
  const halvesOf = (...paragraphs: readonly string[]) => {
    const {blocks} = createUse()(normalised, issueOf(['# 头条新闻的标题', ...paragraphs].join('\n\n')))
    const at = blocks.findIndex(({block}) => block.role === 'caption')
    return findHalves(blocks, at)?.map(({text}) => text)
  }
  const [above, caption, below] = [
    '水利站说，引水渠全长十一公里，沿线设了九道闸门，还要架起两座渡',
    '图为工人架设渡槽。 安 禾 摄',
    '槽，石料取自山上的旧采石场，抬石头的号子从早喊到晚。'
  ]

  test('between two halves of a word', () => {
    expect(halvesOf(above, caption, below)).toEqual([above, below])
  })

  test('a row of captions is told of once', () => {
    expect(halvesOf(above, caption, caption, below)).toEqual([above, below])
  })

  test.each([
    ['a whole paragraph above', [`${above}槽。`, caption, below]],
    ['a colon above', [`${above}槽：`, caption, below]],
    ['another story begins below', [above, caption, '本报讯（记者 周启）县图书馆本周起夜间开放到九点，周末不休。']],
    ['a new part begins below', [above, caption, '二、渡槽两头架起护栏，石料取自山上的旧采石场。']],
    ['a credit alone', [above, '安 禾 摄', below]],
    ['nothing below', [above, caption]]
  ])('not with %s', (_, paragraphs) => {
    expect(halvesOf(...paragraphs)).toBeUndefined()
  })
})

describe('misplaced-deck', () => {
  test('two exchanged decks are one finding, whichever comes first', () => {
    const canal = ['# 引水渠通水', '## 自习的学生不用再排队', '本报讯 引水渠日前全线通水，三千亩水田用上自流水。']
    const library = ['# 图书馆夜里开门', '## 三千亩水田用上自流水', '本报讯 图书馆开到九点，自习的学生不用再排队。']
    const found = findOn(pageOf(canal, library))
    expect(found).toEqual(['misplaced-deck/exchanged: 自习的学生不用再排队'])
    expect(findOn(pageOf(library, canal))).toEqual(['misplaced-deck/exchanged: 三千亩水田用上自流水'])
  })

  test('a deck that fits its own story is never called', () => {
    const deck = '## 三千亩水田用上自流水'
    const canal = ['# 引水渠通水', deck, '本报讯 引水渠日前全线通水，三千亩水田用上自流水。']
    const again = ['# 水田里的歌', '本报讯 三千亩水田用上自流水，插秧的人唱起歌。']
    expect(findOn(pageOf(canal, again))).toEqual([])
  })
})

test('copy in English is left alone', () => {
  const page = pageOf(
    [
      '# Council meets',
      'BAIXI, March 4 — The county council met on Monday to talk about water.',
      'It meets again in May.'
    ],
    [
      '# Library opens late',
      'BAIXI, March 4 — The library will stay open until nine.',
      'The county council met on Monday to talk about water.'
    ]
  )
  expect(findOn(page)).toEqual([])
})
