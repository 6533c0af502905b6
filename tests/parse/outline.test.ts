import {expect, test} from 'vitest'
import type {OutlineLine} from '../../src/parse/outline.ts'
import {parsePage} from '../../src/parse/parse.ts'
import {toIssue} from '../../src/tree/issue.ts'

const body = '新桥今天通车，两岸村民出门再也不用绕路，县里为此修了三年，花了不少心思。'
const more = '通车以后，车辆往来一天比一天多，沿线的铺面也都开了张，生意不错。'

type Line = readonly [text: string, said?: Omit<OutlineLine, 'start'>]

/** The stories of a page whose lines a format knows: each block as `role first-words`. */
function stories(marks: boolean, ...lines: readonly Line[]): string[][] {
  const source = lines.map(([text]) => text).join('\n')
  let start = 0
  const outlined: OutlineLine[] = []
  for (const [text, said] of lines) {
    if (said) outlined.push({start, ...said})
    start += text.length + 1
  }
  const tree = parsePage(source, {marks, lines: outlined})
  return toIssue([{path: 'page', source, tree}]).articles.map(({blocks}) =>
    blocks.map(({role, text}) => `${role} ${text.slice(0, 6)}`)
  )
}

test('levels make heads of lines without marks', () => {
  expect(
    stories(false, ['新桥通车', {level: 1}], ['两岸不再绕路', {level: 2}], [body], ['春耕部署', {level: 1}], [more])
  ).toEqual([
    ['headline 新桥通车', 'deck 两岸不再绕路', 'body 新桥今天通车'],
    ['headline 春耕部署', 'body 通车以后，车']
  ])
})

test('a `#` is a mark only where the format has none of its own', () => {
  expect(stories(true, ['# 新桥通车'], [body])).toEqual([['headline 新桥通车', 'body 新桥今天通车']])
  expect(stories(false, ['春耕部署', {level: 1}], [more], ['# 新桥'])[0]).toEqual([
    'headline 春耕部署',
    'body 通车以后，车',
    'body # 新桥'
  ])
})

test('what the format calls a line outranks its level and its neighbours', () => {
  const kicker: Line = ['全县上下齐动手', {level: 3, role: 'kicker'}]
  const headline: Line = ['新桥通车', {level: 2, role: 'headline'}]
  const deck: Line = ['两岸不再绕路', {level: 3, role: 'deck'}]
  expect(stories(false, kicker, headline, deck, [body], ['小标题在这里', {level: 5, role: 'subhead'}], [more])).toEqual(
    [
      [
        'kicker 全县上下齐动',
        'headline 新桥通车',
        'deck 两岸不再绕路',
        'body 新桥今天通车',
        'subhead 小标题在这里',
        'body 通车以后，车'
      ]
    ]
  )
  // without copy between them: a head whose story was lost
  expect(stories(false, headline, deck, kicker, headline, [body]).map(([first]) => first)).toEqual([
    'headline 新桥通车',
    'kicker 全县上下齐动'
  ])
})

test('captions, bylines and notes that look like copy', () => {
  expect(
    stories(false, ['新桥通车', {level: 1}], ['桥上的人们', {role: 'caption'}], ['林岚', {role: 'byline'}], [body])
  ).toEqual([['headline 新桥通车', 'caption 桥上的人们', 'byline 林岚', 'body 新桥今天通车']])
})

test('a head without a level is a line like any other', () => {
  expect(stories(false, ['新桥通车', {role: 'headline'}], [body])).toEqual([['headline 新桥通车', 'body 新桥今天通车']])
})

test('a whole line of Latin copy does not flow into the next', () => {
  const one = 'The bridge is open today.'
  expect(stories(false, [one, {whole: true}], ['Cars are many.', {whole: true}])).toEqual([
    ['body The br', 'body Cars a']
  ])
  expect(stories(false, [one], ['Cars are many.'])).toEqual([['body The br']])
})

test('Shift+Enter ends a paragraph, but for a head in two lines', () => {
  expect(stories(false, ['新桥通车\u2028两岸不再绕路', {level: 1}], [`${body}\u2028${more}\u2028林岚 摄`])).toEqual([
    ['headline 新桥通车\u2028两', 'body 新桥今天通车', 'body 通车以后，车', 'caption 林岚 摄']
  ])
})
