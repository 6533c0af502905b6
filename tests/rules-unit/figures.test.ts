import {type Block, characters, createUse, lint, readFigures} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {rounds} from '../../rules/headline-number/given.ts'
import headlineNumber from '../../rules/headline-number/index.ts'
import {findIn, findTwice} from '../../rules/inconsistent-number/findings.ts'
import inconsistentNumber from '../../rules/inconsistent-number/index.ts'
import {blocksThatReckon, blocksThatRepeat} from '../../rules/inconsistent-number/places.ts'
import {storyOf} from '../analysis/pages.ts'

const run = (rule: typeof headlineNumber | typeof inconsistentNumber, source: string) =>
  lint([{path: 'page.txt', source}], [{rule, severity: rule.severity, options: {}}]).findings.map(
    ({id, severity, at}) => `${severity} ${id} ${source.slice(at.start, at.end)}`
  )

const head = (headline: string, body: string) => run(headlineNumber, `# ${headline}\n\n本报讯（记者 安禾）${body}\n`)
const story = (body: string) => run(inconsistentNumber, `# 松岭镇近日有新事\n\n本报讯（记者 安禾）${body}\n`)

describe('what a head may say of a value', () => {
  const figure = (text: string) => {
    const [it] = readFigures(text)
    if (it === undefined) throw new Error(text)
    return it
  }

  test.each([
    ['12亿', 1196000000, true],
    ['12亿', 1230000000, true],
    ['近12亿', 1196000000, true],
    ['近12亿', 1230000000, false],
    ['逾3万', 32000, true],
    ['逾3万', 29000, false],
    ['超1600万', 16380000, true],
    ['超1500万', 16380000, false],
    ['近300', 286, true],
    ['两成', 19.8, true],
    ['25', 26, false],
    ['7.8%', 7.5, false]
  ])('%s of %d: %s', (text, value, may) => {
    expect(rounds(figure(text), value)).toBe(may)
  })
})

describe('headline-number', () => {
  test('is sure where two digits stand in the same words', () => {
    expect(head('松岭镇28名乡村教师受表彰', '松岭镇昨日有25名乡村教师受表彰。')).toEqual(['error other 28名'])
  })

  test('is less sure of one digit, and of figures that add up', () => {
    expect(head('松岭镇3名乡村教师受表彰', '松岭镇昨日有5名乡村教师受表彰。')).toEqual(['warning other 3名'])
    expect(head('松岭镇45名乡村教师受表彰', '松岭镇昨日有25名乡村教师受表彰，其中12名男教师，另有20名校工。')).toEqual(
      []
    )
  })

  test('nor does it heed another time where the story adds up to the head, or calls its year by a word', () => {
    const schools = '今年青溪县小提供学位720个，城东小学提供学位480个。去年新增学位1100个，前年860个，招了12位老师。'
    expect(head('青溪县新增学位1200个', schools)).toEqual([])
    expect(head('2025年高考报名启动', '明年高考报名今日启动。2024年高考报名人数为3200人。')).toEqual([])
  })

  test('of other units and digits it says nothing', () => {
    expect(head('青溪县新增1.2亿元贷款', '青溪县今年新增贷款12000万元。')).toEqual([])
    expect(head('青溪县新增二十五名校医', '青溪县今年新增25名校医。')).toEqual([])
    expect(head('青溪县新增25名校医', '青溪县今年新增２５名校医。')).toEqual([])
  })

  test('nor where the story has nothing of the kind', () => {
    expect(head('青溪县新增25名校医', '青溪县今年又招了一批校医，已经上岗。')).toEqual([])
    expect(head('青溪县新增25名校医', '青溪县今年修路25.8公里，招了校医。')).toEqual([])
  })

  test('a deck is read as a head, and a subhead as both', () => {
    const page = (figure: string, sub: string) =>
      `# 松岭镇表彰乡村教师\n\n## 最长任教${figure}\n\n本报讯（记者 安禾）松岭镇昨日表彰乡村教师，何苗任教38年。\n\n### ${sub}\n\n她说，还要再教几年。\n`
    expect(run(headlineNumber, page('36年', '一辈子在山里'))).toEqual(['warning other 36年'])
    expect(run(headlineNumber, page('36年', '三十六年在山里'))).toEqual([])
  })

  test('half-width marks are marks', () => {
    expect(head('松岭镇28名教师受表彰', '昨日,松岭镇召开座谈会,25名教师受表彰.')).toEqual(['error other 28名'])
  })

  test('an English page is left alone', () => {
    expect(
      run(
        headlineNumber,
        '# Bridge opens after 28 months\n\nLONDON, March 3 — The bridge opened after 25 months of work.\n'
      )
    ).toEqual([])
  })

  test('a second dateline under one head is read with the first', () => {
    const source =
      '# 两地新增42名校医\n\n本报讯（记者 安禾）青溪县新增校医12名。\n\n本报讯（记者 林岚）白溪县新增校医30名。\n'
    expect(run(headlineNumber, source)).toEqual([])
  })
})

describe('inconsistent-number', () => {
  test.each([
    ['松岭镇选出水管员20人，其中男12人、女9人。', ['error parts 20人']],
    ['松岭镇选出水管员20人,其中男12人,女9人.', ['error parts 20人']],
    ['松岭镇选出水管员２０人，其中男１２人、女９人。', ['error parts ２０人']],
    ['车上28人，其中6人受伤，其余23人无碍。', ['error parts 28人']],
    ['县里命名文明村156个，其中省级24个，市级134个。', ['warning parts 156个']],
    ['县里查出危桥32座，其中去年新增35座。', ['warning part 32座']],
    ['进出口4.16亿元，其中出口2.21亿元，进口1.95亿元。', []],
    ['能人30名，其中女性12名、党员21名。', []],
    ['党员20名，其中党员干部男5名、女3名。', []],
    ['路灯210盏，其中学校24盏、渡口8盏。', []],
    ['路灯约210盏，其中学校124盏、渡口96盏。', []],
    ['平均年龄41岁，其中最大的62岁。', []]
  ])('%s', (body, found) => {
    expect(story(body)).toEqual(found)
  })

  test.each([
    ['覆盖率由45%提高到58%，提高12个百分点。', ['error change 12个百分点']],
    ['覆盖率由45%提高到58%，提高13个百分点。', []],
    ['茶园从500亩扩大到800亩，增长50%。', ['warning change 50%']],
    ['茶园从500亩扩大到800亩，增长60%。', []],
    ['产值从500万元增加到800万元，年均增长9%。', []],
    ['产值从500万元增加到800万元，增长近六成。', []],
    ['男性占51%，女性占49%，其中老人占18%，其余占82%。', []],
    ['工资占45%，其余占比不高。去年增长5%。', []],
    ['工资占45%,其余占比不高.去年增长5%.', []]
  ])('%s', (body, found) => {
    expect(story(body)).toEqual(found)
  })

  test.each([
    ['全县共有120人参加比赛，决出名次。比赛为期三天，全县共有130人参加比赛。', ['warning twice 130人']],
    ['上午，全县共有120人参加比赛。下午，全县共有130人参加比赛。', []],
    ['桃林、河口、安坪、石桥三村通了车。', ['warning list 三村']],
    ['桃林、河口、安坪三村通了车。', []],
    ['桃林、河口、安坪等五村通了车。', []],
    ['桃林、河口、安坪、石桥等三村通了车。', ['warning list 三村']],
    ['会议提出三点要求：一是备种，二是修机，三是疏渠，四是管药。', ['warning items 三点']],
    ['会议提出三点要求：一是备种，二是修机，三是疏渠。', []]
  ])('%s', (body, found) => {
    expect(story(body)).toEqual(found)
  })

  test.each([
    ['parts', '共20人，其中男12人、女9人，'],
    ['totals', '其中3人共5人，'],
    ['lists', '桃林、河口、安坪、'],
    ['announcements', '三点要求：一是备种，'],
    ['changes', '由45%提高到58%，提高12个百分点，'],
    ['figures', '120余人参加培训。']
  ])('a long paragraph of %s does no harm', (_, part) => {
    const started = performance.now()
    const source = `# 松岭镇${'3人'}新事\n\n${part.repeat(500_000 / part.length)}\n`
    run(inconsistentNumber, source)
    run(headlineNumber, source)
    expect(performance.now() - started).toBeLessThan(8000)
  })
})

describe('the paragraphs that are read for their figures', () => {
  const clause = fc.constantFrom(
    ...[
      '共有#余人参加培训',
      '工作人员已有#人参加培训',
      '全镇#千瓦时电量',
      '：男#人、女#人，共#人',
      '共#人，其中男#人、女#人'
    ],
    ...[
      '由#%提高到#%，提高#个百分点',
      '从#人增加到#人，增加了#人',
      '占#%，其余占#%',
      '青溪、白溪、松岭#镇',
      '包括#名教师、#名学生'
    ],
    ...[
      '提出#点意见：一是修桥，二是修路，三是修渠',
      '提出#点意见：“一要修桥，二要修路”',
      '#吨，分别运出#吨、#吨',
      '村里有桥'
    ]
  )
  const number = fc.constantFrom('2', '3', '12', '13', '15', '21', '1.5', '120', '130', '1.6万', '三', '二十', '４５')
  const mark = fc.constantFrom('，', '。', '；', '、', '', ' ')
  const paragraph = fc
    .array(fc.tuple(clause, fc.array(number, {minLength: 3, maxLength: 3}), mark), {minLength: 1, maxLength: 4})
    .map((parts) =>
      parts.map(([words, numbers, end]) => words.replace(/#/g, () => numbers.pop() ?? '2') + end).join('')
    )

  test('are all in which something can be found', () => {
    fc.assert(
      fc.property(fc.array(paragraph, {minLength: 1, maxLength: 6}), (paragraphs) => {
        const issue = storyOf(paragraphs.map((it) => `本镇消息${it}。`))
        const page = createUse()(characters, issue)
        const all = issue.articles[0]?.body ?? []
        const counted = (block: Block) =>
          readFigures(block.text).filter(({kind}) => kind === 'count' || kind === 'percent')
        const reckoning = new Set(blocksThatReckon(page))
        for (const block of all) if ([...findIn(block, counted(block))].length > 0) expect(reckoning).toContain(block)
        const pairs = (blocks: readonly Block[]) => blocks.map((block) => [block, counted(block)] as const)
        expect(blocksThatRepeat(page).flatMap((blocks) => [...findTwice(pairs(blocks))])).toEqual([
          ...findTwice(pairs(all))
        ])
      }),
      {numRuns: 400}
    )
  })

  test('a unit may be any character: 镇 stands high among them', () => {
    const page = createUse()(characters, storyOf(['青溪、白溪、松岭13镇提出意见', '青溪、白溪、松岭12镇提出意见']))
    expect(blocksThatRepeat(page).map((blocks) => blocks.length)).toEqual([2])
  })

  test('are read in the order of the story, whichever pair was seen first', () => {
    const paragraphs = ['全镇13余人参加培训', '青溪有15余名教师，白溪有18余名教师', '松岭有15余人参加培训']
    const page = createUse()(
      characters,
      storyOf([paragraphs[1] ?? '', paragraphs[0] ?? '', `${paragraphs[1]}，${paragraphs[2]}`])
    )
    const starts = blocksThatRepeat(page)
      .flat()
      .map(({start}) => start)
    expect(starts).toHaveLength(3)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })
})
