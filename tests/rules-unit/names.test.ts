import {lint, parsePage} from 'copylint'
import {describe, expect, test} from 'vitest'
import rule from '../../rules/inconsistent-name/index.ts'

const lists = await rule.lists?.({
  options: {},
  share: (load) => load(),
  read: () => Promise.reject(new Error('no file is read'))
})
const find = (...sources: readonly string[]) =>
  lint(
    sources.map((source, page) => ({path: `${page + 1}.txt`, source, tree: parsePage(source)})),
    [{rule, severity: 'warning', options: {}, lists}]
  )
const said = (source: string) =>
  find(source).findings.map(({at, data, severity}) => [source.slice(at.start, at.end), data?.usual, severity])

const story = (other: string) => `# 松岭镇引水渠全线通水
本报讯（记者 安禾）松岭镇引水渠昨日全线通水，县水利局局长周启元到现场查看。
周启元说，渠道全长十一公里。周启元介绍，沿线设了九道闸门。
${other}
`

describe('inconsistent-name', () => {
  test.each([
    ['周起元要求，入冬前砌好渠坡。', '周起元'],
    ['县水利局局长周启园要求，入冬前砌好渠坡。', '周启园'],
    ['舟启元要求，入冬前砌好渠坡。', '舟启元'],
    ['周元启要求，入冬前砌好渠坡。', '周元启'],
    ['周启柏要求，入冬前砌好渠坡。', '周启柏'],
    ['县水利局局长周元要求，入冬前砌好渠坡。', '周元'],
    ['县水利局局长周小启元要求，入冬前砌好渠坡。', '周小启元'],
    ['县水利局局长周启元元要求，入冬前砌好渠坡。', '周启元元']
  ])('%s', (other, form) => {
    expect(said(story(other)).map(([text, usual]) => [text, usual])).toEqual([[form, '周启元']])
  })
  test.each([
    '县水利局技术员周启园要求，入冬前砌好渠坡，周启园的弟弟也来了，周启园很高兴。',
    '副镇长周启柏要求，入冬前砌好渠坡。周启元和周启柏走完了全程。',
    '周启元、周启柏走完了全程。',
    '周启元要求，入冬前砌好渠坡。',
    '本周启动砌坡。'
  ])('nothing: %s', (other) => {
    expect(said(story(other))).toEqual([])
  })
  test('who is miswritten where his office stands', () => {
    const source =
      '# 举重赛开赛\n本报讯 出战的选手田艳煤在去年夺冠。\n第三把，田艳梅试举没有成功。昨日，田艳梅第二把就成功。\n'
    expect(said(source)).toEqual([['田艳煤', '田艳梅', 'warning']])
  })
  test('a relative is someone else', () => {
    expect(said(story('周启元说，兄长周启柏在渠首看闸。'))).toEqual([])
  })
  test('half-width marks are marks', () => {
    expect(
      said(story('周起元要求:渠坡,入冬前砌好.').replaceAll('，', ',').replace('（', '(').replace('）', ')'))
    ).toEqual([['周起元', '周启元', 'warning']])
  })
  test('a name miswritten on the second page is found there', () => {
    const second = '# 渠坡开砌\n本报讯（记者 安禾）县水利局局长周起元昨日到松岭镇。\n'
    const [finding] = find(story(''), second).findings
    expect(finding?.at.page).toBe(1)
    expect(second.slice(finding?.at.start, finding?.at.end)).toBe('周起元')
    expect(finding?.related?.every(({at}) => at.page === 0)).toBe(true)
  })
  test('English is left alone', () => {
    expect(said('# The canal is open\n\nMr Chow said so. Mr Chou said it again. Mr Chow was glad.\n')).toEqual([])
  })
  test.each([
    ['surnames only', '王李张刘陈'.repeat(60_000)],
    ['one surname', '王'.repeat(300_000)],
    ['a list without end', '王大山、李大海、'.repeat(40_000)],
    ['one line', '县长何树青说，何树青表示，何树情表示，'.repeat(15_000)],
    [
      'many names',
      Array.from(
        {length: 20_000},
        (_, i) => `县长王${String.fromCharCode(0x4e00 + (i % 4000))}${String.fromCharCode(0x5e00 + (i % 77))}说，好。`
      ).join('')
    ],
    ['offices without a deputy', '县长何树青来。'.repeat(40_000)],
    ['institutions', '在局和青溪县水利局和青溪县水力局说'.repeat(15_000)],
    ['sites', '在青溪流域和渡口路项目建设现场，'.repeat(20_000)]
  ])('%s are read in time', (_, text) => {
    const start = performance.now()
    expect(find(`# 头条\n\n${text}\n`).failures).toEqual([])
    expect(performance.now() - start).toBeLessThan(4000)
  })
})
