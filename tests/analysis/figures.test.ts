import {createUse, type Figure, figures, isSlip, readFigures} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {storyOf} from './pages.ts'

/** The one figure of a text. */
function read(text: string): Figure {
  const [figure, ...rest] = readFigures(text)
  if (figure === undefined || rest.length > 0) throw new Error(`${rest.length + (figure ? 1 : 0)} figures in ${text}`)
  return figure
}

describe('values', () => {
  test.each([
    ['25名教师', 25, 1, '名'],
    ['２５名教师', 25, 1, '名'],
    ['二十五名教师', 25, 1, '名'],
    ['三百零五人', 305, 1, '人'],
    ['十九个自然村', 19, 1, '个'],
    ['三百六十五万亩', 3650000, 1e4, '亩'],
    ['1,234.5元', 1234.5, 0.1, '元'],
    ['11.96亿元', 1196000000, 1e6, '元'],
    ['１１．６亿人', 1160000000, 1e7, '人'],
    ['1亿815万例', 108150000, 1e4, '例'],
    ['1亿294万6885例', 102946885, 1, '例'],
    ['二点五亿斤', 250000000, 1e7, '斤'],
    ['60多万册', 600000, 1e4, '册'],
    ['4.5万千瓦', 45000, 1e3, '千瓦'],
    ['三万千瓦', 30000, 1e4, '千瓦'],
    ['5百万元', 5000000, 1e6, '元'],
    ['3千米', 3, 1, '千米']
  ])('%s', (text, value, step, unit) => {
    expect(read(text)).toMatchObject({kind: 'count', value, step, unit})
  })

  test.each([
    ['占19.8%', 19.8],
    ['占１９．８％', 19.8],
    ['占百分之五', 5],
    ['占百分之3.5', 3.5],
    ['近两成', 20],
    ['三成五', 35],
    ['五分之一', 20]
  ])('the share %s', (text, value) => {
    expect(read(text)).toMatchObject({kind: 'percent', unit: '%', value})
  })

  test('percentage points are shares with a unit of their own', () => {
    expect(read('提高2.5个百分点')).toMatchObject({kind: 'percent', unit: '点', value: 2.5})
  })
})

describe('kinds', () => {
  test.each([
    ['第13次会商', 'ordinal'],
    ['第二十五届', 'ordinal'],
    ['二十届三中全会', 'ordinal'],
    ['2024年', 'year'],
    ['一九六三年', 'year'],
    ['净网2014行动', 'year'],
    ['3月', 'date'],
    ['下午3点', 'date'],
    ['90年代', 'date'],
    ['21世纪', 'date'],
    ['MH370航班', 'name'],
    ['G20峰会', 'name'],
    ['歼-20战机', 'name'],
    ['5G基站', 'name'],
    ['拨打3886657', 'name'],
    ['3年', 'count'],
    ['连续29日', 'count'],
    ['三点要求', 'count'],
    ['9个月', 'count']
  ])('%s is a %s', (text, kind) => {
    expect(readFigures(text)[0]?.kind).toBe(kind)
  })

  test.each(['四川', '统一思想', '七八个人', '一些', '万名干部', '百姓', '两会'])('%s has none', (text) => {
    expect(readFigures(text)).toEqual([])
  })

  test('a day behind its month is a date, its hour and minute too', () => {
    expect(readFigures('3月5日10时30分').map(({kind}) => kind)).toEqual(['date', 'date', 'date', 'date'])
  })
})

describe('how exact', () => {
  test.each([
    ['25名', 'exact'],
    ['近25名', 'under'],
    ['不到25名', 'under'],
    ['约25名', 'about'],
    ['25名左右', 'about'],
    ['超过25名', 'over'],
    ['逾25名', 'over'],
    ['20余名', 'over'],
    ['25名以上', 'over'],
    ['25名以下', 'under']
  ])('%s is %s', (text, hedge) => {
    expect(read(text).hedge).toBe(hedge)
  })

  test('both ends of a range know it', () => {
    expect(readFigures('3至5人，另有7人').map(({range}) => range)).toEqual([true, true, false])
  })
})

describe('whatever the text', () => {
  const piece = fc.constantFrom(...'0123456789０９．,，.%％一二十百千万亿〇两第分之成点多余近约至-年月日时人个元')

  test('figures stand in order, inside the text, and do not overlap', () => {
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 40}), (pieces) => {
        const text = pieces.join('')
        let end = 0
        for (const figure of readFigures(text)) {
          expect(figure.start).toBeGreaterThanOrEqual(end)
          expect(figure.end).toBeGreaterThan(figure.start)
          expect(figure.unitEnd).toBeGreaterThanOrEqual(figure.end)
          expect(figure.unitEnd).toBeLessThanOrEqual(text.length)
          expect(Number.isFinite(figure.value)).toBe(true)
          end = figure.end
        }
      })
    )
  })

  test('a whole number reads as itself, in digits of both widths', () => {
    fc.assert(
      fc.property(fc.nat(1e12), (value) => {
        const wide = String(value).replace(/\d/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0))
        expect(read(`共${value}人`).value).toBe(value)
        expect(read(`共${wide}人`).value).toBe(value)
      })
    )
  })

  test.each([
    ['digits', '7'],
    ['Han numerals', '三'],
    ['scales', '万'],
    ['groups', '111,'],
    ['points', '1.'],
    ['ranges', '1至'],
    ['counts', '共3人，']
  ])('a long line of %s takes no longer than its length', (_, part) => {
    const started = performance.now()
    readFigures(part.repeat(1_000_000 / part.length))
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

test('a paragraph is read once a run', () => {
  const issue = storyOf(['松岭镇有25名教师。', '教师们住在村里。'])
  const use = createUse()
  const figuresOf = use(figures, issue)
  const [block, other] = issue.articles[0]?.body ?? []
  if (!block || !other) throw new Error('no story')
  expect(figuresOf(block).map(({value}) => value)).toEqual([25])
  expect(use(figures, issue)(block)).toBe(figuresOf(block))
  expect(figuresOf(other)).toEqual([])
})

describe('isSlip', () => {
  test.each([
    ['7.5%', '7.8%', true],
    ['１．３亿', '1.8亿', true],
    ['第13', '第31', true],
    ['25', '25', false],
    ['25', '250', false],
    ['125', '341', false]
  ])('%s and %s: %s', (a, b, slip) => {
    expect(isSlip(a, b)).toBe(slip)
  })
})
