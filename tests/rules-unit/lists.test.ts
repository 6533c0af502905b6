import {characters, createUse} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import listSequence from '../../rules/list-sequence/index.ts'
import {itemsOf, numberOf, written} from '../../rules/list-sequence/items.ts'
import {slipsOf} from '../../rules/list-sequence/series.ts'
import numeralStyle from '../../rules/numeral-style/index.ts'
import type {AnyRule} from '../../src/rule/rule.ts'
import {runActive} from '../../src/testing/run.ts'
import type {Block} from '../../src/tree/issue.ts'
import {storyOf} from '../analysis/pages.ts'
import {active} from '../engine/rules.ts'

/** What a rule finds in a story: the id, how sure it is, and the words. */
function found(rule: AnyRule, ...paragraphs: readonly string[]): string[] {
  const source = `# 青溪县开会\n\n${paragraphs.join('\n\n')}\n`
  return runActive(active(rule), [{path: 'page.txt', source}]).findings.map(
    ({id, severity, at}) => `${id} ${severity} ${source.slice(at.start, at.end)}`
  )
}

function itemsIn(text: string) {
  const items = [...itemsOf(createUse()(characters, storyOf([text]))).values()].flat()
  return items.map(({kind, number}) => `${kind}${number}`)
}

describe('the marks of a list', () => {
  test.each([
    ['一是人，二是钱，三是地。', ['是1', '是2', '是3']],
    ['一要快,二要好;十二要稳。', ['要1', '要2', '要12']],
    ['第一，人。第二、钱。第三是地。', ['第1', '第2', '第3']],
    ['其一，远。其二是穷。', ['其1', '其2']],
    ['（一）修渠；(二)修桥。', ['（）1', '（）2']],
    ['他说：“一、修渠。二、修桥。”', ['、1', '、2']],
    ['1.修渠。２．修桥。3、修路。', ['1.1', '1.2', '1.3']],
    ['（1）修渠；(2)修桥；①清淤；②固堤。', ['(1)1', '(1)2', '①1', '①2']],
    ['首先，修渠。其次是修桥。再次，修路。', ['先1', '先2', '先3']]
  ])('%s', (text, items) => expect(itemsIn(text)).toEqual(items))

  test.each([
    '祖国统一是大势，三分之二是水。',
    '做人一是一，二是二。',
    '说到三要素，人人会背，三要三不要也会。',
    '今年二、三月少雨，二、三产业受影响。',
    '第一书记来了，第二产业兴了，第三方看了。',
    '他把首先到的人记下来，再次见面时认出来了。',
    '渠宽1.5米，水深2.3米，比分3、2。',
    '三（2）班，（3）班，都来了。',
    '他们叫他“木昆达”①，叫那屋子“仙人柱”②。'
  ])('none in %s', (text) => expect(itemsIn(text)).toEqual([]))

  test('a number is read as it is written', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 20}),
        fc.constantFrom('一是', '第一', '（一）', '1.', '(1)', '①'),
        (number, mark) => {
          const [block] = storyOf([`${mark}，岚。`]).articles[0]?.body ?? []
          const item = {
            kind: mark === '①' ? '①' : mark.includes('1') ? '1.' : '是',
            number: 1,
            index: 0,
            block,
            start: 0,
            end: mark.length
          }
          const other = written(item as Parameters<typeof written>[0], number)
          expect(numberOf(/[一二三四五六七八九十]+|\d+|[①-⑳]/u.exec(other)?.[0] ?? '')).toBe(number)
        }
      )
    )
  })

  test.each(['二三', '十二三', '', '十十', '百'])('“%s” is no number', (text) => expect(numberOf(text)).toBe(0))
})

describe('a list', () => {
  const ids = (...numbers: readonly number[]) => {
    const [block] = storyOf(['岚。']).articles[0]?.body ?? []
    const items = numbers.map((number) => ({
      kind: '是' as const,
      number,
      index: 0,
      block: block as Block,
      start: 0,
      end: 2
    }))
    return [...slipsOf(items)].map(({id, item, missing}) => `${id} ${item.number} ${missing}`)
  }

  test.each([
    ['counts on', [1, 2, 3, 4], []],
    ['may lie behind another', [1, 2, 3, 1, 2], []],
    ['may lie in an item of another', [1, 1, 2, 2, 3], []],
    ['may lie in the last item of another', [1, 2, 1, 2, 3, 3], []],
    ['that lacks its first item', [2, 3], ['first 2 1']],
    ['that lacks an item', [1, 2, 4], ['gap 4 3']],
    ['that lacks an item, behind another', [1, 2, 1, 3], ['gap 3 2']],
    ['with a number twice', [1, 2, 2, 3], ['twice 2 3']],
    ['with two items exchanged', [1, 3, 2, 4], ['order 2 2']],
    ['without its first item, behind another', [1, 2, 3, 2, 3], ['first 2 1']]
  ])('%s: %j', (_, numbers, slips) => expect(ids(...numbers)).toEqual(slips))

  test('any that counts from one is right', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 2, max: 30}), {maxLength: 8}), (lengths) => {
        expect(ids(...lengths.flatMap((length) => Array.from({length}, (_, i) => i + 1)))).toEqual([])
      })
    )
  })
})

describe('list-sequence', () => {
  const read = (...paragraphs: readonly string[]) => found(listSequence, ...paragraphs)

  test.each([
    ['the first item is gone', '会议要求，要快。二要好，三要省。', ['first error 二要']],
    ['half-width marks', '会议要求,要快.二要好;三要省.', ['first error 二要']],
    ['words that may stand for it', '一个原因是远，路不好走。第二，穷。第三，偏。', ['first warning 第二']],
    ['two items alone', '一是快，三是省。', ['gap warning 三是']],
    ['three', '一是快，二是好，四是省。', ['gap error 四是']],
    ['a place shared', '第一，青溪队；第二，白溪队；第二，松岭队；第四，渡口队。', ['twice warning 第二']],
    ['words of order', '会上说，修渠要快。其次，修桥要稳。再次，修路要宽。', ['first warning 其次']]
  ])('%s: %s', (_, text, finding) => expect(read(text)).toEqual(finding))

  test.each([
    '首先要快。第二，要好。第三，要省。',
    '双方一是加强往来，二是扩大贸易，三是互派学生。',
    '这是第一。第二，要好。第三，要省。',
    '一不等，二要快，三要好。',
    '冠军是青溪队。第二，白溪队。第三，松岭队。',
    '办法第六条：（二）不得取土；（三）不得洗药瓶。',
    '……（二）建立台账；（三）定期回访。',
    '一方面要快，二是要好，三是要省。',
    '步骤：1、整地 2、施肥 3、播种。注意：1、不要太深；2、不要太密。',
    '步骤：１、整地 ２、施肥 ３、播种。注意：１、不要太深；２、不要太密。'
  ])('nothing in %s', (text) => expect(read(text)).toEqual([]))

  test('a list goes on over paragraphs, and from another page', () => {
    expect(read('会上说，要快。', '二是要好。', '三是要省。')).toEqual(['first error 二是'])
    expect(read('（上接第一版）', '二是要好。', '三是要省。')).toEqual([])
  })

  test('a paragraph printed twice is no number twice', () => {
    const second = '二是修好水渠，让下游的田都浇上水。'
    expect(read('一是选好种子，今春不误农时。', second, second, '三是备足农机，随叫随到。')).toEqual([])
  })

  test.each(['二是。', '一是好。三是好。', '二是好。三是好。', '（', '1', '①'])(
    'a long run of %s costs little',
    (part) => {
      const start = performance.now()
      read(part.repeat(50_000))
      expect(performance.now() - start).toBeLessThan(5000)
    }
  )
})

describe('numeral-style', () => {
  const read = (text: string) => found(numeralStyle, text).map((line) => line.replace(' info', ''))

  test.each([
    ['渠在2024年十二月通水。', ['date 2024年十二月']],
    ['渠在２０２４年十二月三日通水。', ['date ２０２４年十二月三日']],
    ['渠在二〇二四年12月3日通水。', ['date 二〇二四年12月3日']],
    ['渠在12月三日、十一月2日通水。', ['date 12月三日', 'date 十一月2日']],
    ['腊月23祭灶，农历8月15赏月。', ['lunar 腊月23', 'lunar 8月15']],
    ['二O二四年动工，二零二五年完工。', ['zero 二O二四', 'zero 二零二五']],
    ['修了3、4天，来了七、八个人。', ['approximate 3、4天', 'approximate 七、八个']],
    ['花了三、四十万，来的人20几岁。', ['approximate 三、四十万', 'approximate 20几']],
    ['花了1千5百元。', ['mixed 1千5百']]
  ])('%s', (text, findings) => expect(read(text)).toEqual(findings))

  test.each([
    '2024年12月3日，二〇二四年十二月三日。',
    '1917年十月革命，2024年三月三，农历八月十五，2024年八月十五。',
    '3、4号楼，第3、4条，5、6月份，3、4两个月，2、3区，1、2、3个。',
    '三、四年级，二、三产业，七、八十年代，一、二等奖，第七、八届，五、六月。',
    '获3、4名，分别用了3、4天，长3.3、4.4米，2003、4年。',
    '金牌榜2、3名，排在3、4位。',
    '3千克，5千瓦，10千米，2012百强县，3百分点。',
    '正月10个人出工，2020几何学大会。'
  ])('nothing in %s', (text) => expect(read(text)).toEqual([]))
})
