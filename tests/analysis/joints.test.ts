import {createUse, joints, openEnds, wrapped} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {bigramOf, countBigrams} from '../../src/analysis/bigrams.ts'
import {kindOfEnd} from '../../src/analysis/open-ends.ts'
import {issueOf} from './pages.ts'

const page = (...paragraphs: readonly string[]) => issueOf(`# 松岭镇河道清淤\n\n${paragraphs.join('\n\n')}\n`)
const lead = '本报讯（记者 安禾）松岭镇组织各村河长督促施工队加快河道清淤，赶在汛期前完工。'

describe('kindOfEnd', () => {
  test.each(['清淤完工。', '真方便！”', '清淤完工。（安禾）', '清淤完工。　　安禾　何苗', '清淤完工。——编者'])(
    '%s ends a sentence',
    (text) => expect(kindOfEnd(text)).toBeUndefined()
  )
  test.each(['今年改观。”⑤', '表决通过。，', '请看：', '他说……', '清淤；', '他停了停——', 'It docked.'])(
    'so does %s',
    (text) => expect(kindOfEnd(text)).toBeUndefined()
  )
  test.each(['到施', '学习《渠水谣》', '高呼“守渠”', '达到1', '全县完工（见图'])('%s ends in the open', (text) =>
    expect(kindOfEnd(text)).toBe('word')
  )
  test.each(['收集问题，', '收集问题,', '东桥、'])('%s ends in a comma', (text) =>
    expect(kindOfEnd(text)).toBe('comma')
  )
})

describe('joints', () => {
  const verdicts = (...paragraphs: readonly string[]) =>
    createUse()(joints, page(lead, ...paragraphs)).map(({verdict, block, tail}) => [verdict, block.text.slice(-tail)])

  test('what the page writes as one word elsewhere was cut', () => {
    expect(verdicts('镇长林岚先后到东桥、西桥、南桥等施', '工现场，察看清淤进度。')).toEqual([['sure', '施']])
    expect(verdicts('镇长说，清淤不能只清河面，该镇要督', '促各村把支渠也管起来。')).toEqual([['sure', '督']])
  })

  test('a figure, a quotation, a word that never ends a sentence go on', () => {
    expect(verdicts('清出的淤泥运到北坡，一共用了2', '024车。')).toEqual([['sure', '2']])
    expect(verdicts('这几年一到冬闲，镇里都要办“护渠', '能手”评选，各村都报了名。')).toEqual([['sure', '护渠']])
    expect(verdicts('水利站、各村把淤泥运到北坡，又把', '柳树栽到岸边。')).toEqual([['sure', '又把']])
  })

  test('a paragraph that begins anew is none', () => {
    expect(verdicts('清淤赶在汛期前。镇里给水利站添了一台挖掘机', '据介绍，松岭镇连年清淤。')).toEqual([
      ['apart', '掘机']
    ])
    expect(verdicts('清淤赶在汛期前。镇里给水利站添了一台挖掘机')).toEqual([['apart', '掘机']])
  })

  test('a comma goes on, but not in verse or a salutation', () => {
    expect(verdicts('水利站站长周启说，清出的淤泥运到北坡改土，', '岸上栽了两千棵柳树。')).toEqual([['sure', '改土，']])
    expect(verdicts('船靠岸了，', '灯亮了，', '人都站起来。')).toEqual([])
    expect(verdicts('行到山前桥已断，引入村口渠又开，', '田里人家都出来。')).toEqual([])
  })

  test('marks of half and full width are the same to it', () => {
    const full = ['镇长林岚说，清淤不能只清河面，该镇督', '促各村把支渠（含毛渠）管起来；谁不管，就问谁。']
    const half = full.map((text) =>
      text.replaceAll('，', ',').replaceAll('；', ';').replaceAll('（', '(').replaceAll('）', ')')
    )
    expect(verdicts(...half)).toEqual(verdicts(...full))
  })

  test('a cut paragraph of prose is never passed over in silence', () => {
    const text =
      '镇长林岚说，清淤不能只清河面，各村要把支渠也管起来，谁的渠谁清，谁的岸谁护，一段一段验收，一段一段公布。'
    fc.assert(
      fc.property(fc.integer({min: 16, max: text.length - 8}), (cut) => {
        const found = createUse()(joints, page(lead, text.slice(0, cut), text.slice(cut)))
        expect(found.map(({verdict}) => verdict)).not.toEqual([])
      })
    )
  })

  test('is linear on hostile pages', () => {
    const cut = '镇长林岚说，该镇督\n\n促各村把支渠管起来。\n\n'
    const pages = [
      cut.repeat(20_000),
      `# 头\n\n${'渠'.repeat(1_000_000)}`,
      '“'.repeat(100_000),
      '# 清淤\n'.repeat(100_000)
    ]
    for (const source of pages) {
      const issue = issueOf(source)
      const start = performance.now()
      createUse()(joints, issue)
      expect(performance.now() - start).toBeLessThan(2000)
    }
  })
})

describe('countBigrams', () => {
  test('counts as looking at each pair does', () => {
    const text = fc.string({unit: fc.constantFrom(...'渠水。，\n'), maxLength: 80})
    fc.assert(
      fc.property(text, fc.constantFrom('渠水', '水渠', '渠渠'), (source, pair) => {
        const key = bigramOf(pair.charCodeAt(0), pair.charCodeAt(1))
        const found = countBigrams(issueOf(source), [key], [key])(key)
        const places = Array.from(source, (_, i) => i).filter((i) => source.startsWith(pair, i))
        expect(found?.count).toBe(places.length)
        expect(found?.closes).toBe(places.filter((i) => source[i + 2] === '。').length)
        expect(found?.opens).toBe(places.filter((i) => source[i - 1] === '。').length)
        expect(found?.clauses).toBe(places.filter((i) => source[i - 1] === '，').length)
        for (const i of places.filter((it) => it + 2 < source.length)) {
          expect(found?.around?.has(source.charCodeAt(i + 2) + 0x10000)).toBe(true)
        }
      })
    )
  })
})

describe('wrapped', () => {
  const copy =
    '松岭镇组织各村河长督促施工队加快河道清淤，赶在汛期前完工。镇长林岚说，清淤不能只清河面，各村要把支渠也管起来。水利站站长周启说，清出的淤泥运到北坡改土，岸上栽了两千棵柳树，明年再栽三千棵。'

  test.each([12, 20, 31])('finds a page cut at %i characters, with or without blank lines', (width) => {
    const lines = copy.repeat(3).match(new RegExp(`.{1,${width}}`, 'gu')) ?? []
    for (const gap of ['\n', '\n\n', '\r\n']) {
      const found = createUse()(wrapped, issueOf(`# 清淤\n\n${lines.join(gap)}\n`)).get(0) ?? []
      const open = lines.slice(0, -1).filter((line) => line.length === width && !/[。；]$/u.test(line))
      expect(found.map(({block}) => block.text)).toEqual(open)
    }
  })

  test('leaves whole paragraphs and lists of names alone', () => {
    expect(createUse()(wrapped, page(lead, copy, copy, copy, copy, copy)).size).toBe(0)
    expect(
      createUse()(wrapped, page(lead, ...Array.from({length: 20}, (_, i) => `松岭镇第${i}村村民何苗家`))).size
    ).toBe(0)
  })
})

test('openEnds tells prose from lines', () => {
  const forms = createUse()(
    openEnds,
    page(
      lead,
      '科技下乡',
      '合理用水，减少渗漏，降低成本',
      '清淤完工。柳树也栽上了',
      '镇里的水渠一共有三条，一条比一条长，一条比一条深'
    )
  )
  expect(forms.map(({form}) => form)).toEqual(['line', 'line', 'sentences', 'clause'])
})
