import {lint} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import doubled from '../../rules/doubled-punctuation/index.ts'
import width from '../../rules/punctuation-width/index.ts'
import unpaired from '../../rules/unpaired-punctuation/index.ts'

const rules = [
  {rule: width, severity: width.severity, options: {least: 1}},
  {rule: doubled, severity: doubled.severity, options: {}},
  {rule: unpaired, severity: unpaired.severity, options: {}}
]

/** What is found on a page: the rule, the message and the marks. */
function find(source: string): string[] {
  const {findings, failures} = lint([{path: 'page.txt', source}], rules)
  expect(failures).toEqual([])
  return findings.flatMap(({ruleId, id, at, related = []}) =>
    [at, ...related.map((it) => it.at)].map(({start, end}) => `${ruleId}/${id} ${source.slice(start, end)}`)
  )
}

/** The page after the safe mends of its first finding. */
function mend(source: string, only?: (typeof rules)[number]['rule']): string {
  const [found] = lint(
    [{path: 'page.txt', source}],
    rules.filter(({rule}) => !only || rule === only)
  ).findings
  const edits = [...(found?.fixes?.[0]?.edits ?? [])].sort((a, b) => b.start - a.start)
  return edits.reduce((text, {start, end, text: put}) => text.slice(0, start) + put + text.slice(end), source)
}

const head = '# 青溪县春耕忙\n\n'
const story = (text: string) => `${head}本报讯（记者 安禾）${text}\n`

describe('width', () => {
  test.each([
    '渠长3.5公里，投资1,000,000元，上午10:30提闸，主队3:1取胜。',
    '见https://qingxi.example/a?b=1,2;c=(3)，或写信到read@qingxi.example。',
    '生产总值(GDP)增长，展出《哈姆莱特》(Hamlet)。',
    '县长用英语说：Good morning, friends! Welcome: come in (please).',
    '“One,” she said, “two.” Then: “Three?”',
    '报告.docx和约翰.史密斯的书。',
    '一. 总则二. 附则。',
    '显示器有27"和32"两种，身高5\'6"。',
    '张?村的老人一向认为?蠊是中间宿主。',
    '雅虎Yahoo!中国公司。',
    '代码写作for (;;)和a[i], b[j]。',
    '网页里写着&nbsp;三字，[原文](https://qingxi.example/原文)。'
  ])('nothing in %s', (text) => expect(find(story(text))).toEqual([]))

  test.each([
    ['渠长3.5公里,投资大;好!', ',;!'],
    ['增长5%,利润翻番:IBM,微软到场。', ',:,'],
    ['推出"错时服务",座位多了。', '"",'],
    ['来人(全是老人)都问:怎么办?', '():?'],
    ['（见附表)里的“严"字。', ')"'],
    ['渠通了.', '.'],
    ['渠通了.目前水到田头。', '.'],
    ['平均增幅22%;', ';'],
    ['终于等到了!!!', '!!!'],
    ['怎么办?!', '?!'],
    ['下雪了:) 老街好看。', ''],
    ['“渠通了.”何苗说。', '.'],
    ['第１名和第23名、第24名。', '１']
  ])('%s', (text, marks) => {
    expect(
      find(story(text))
        .map((it) => it.split(' ').slice(1).join(' '))
        .join('')
    ).toBe(marks)
  })

  test('a blank behind a mark goes in the body, not in a byline or a head', () => {
    expect(mend('# 春耕, 正忙\n\n本报讯（记者:安禾 通讯员: 何苗）水来了, 人笑了: “好!”\n')).toBe(
      '# 春耕， 正忙\n\n本报讯（记者：安禾 通讯员：何苗）水来了，人笑了： “好！”\n'
    )
  })

  test('where straight quotes open and close is to be sure of', () => {
    const source = story('“推出"错时服务"了。”')
    expect(find(source)).toEqual(['punctuation-width/half "', 'punctuation-width/half "'])
    expect(mend(source)).toBe(source)
  })

  test('a page in full-width digits has its style; a page in half-width digits keeps figures as they are', () => {
    expect(find(story('１９９０年产柑桔３．５万吨，ＡＢ两地。'))).toEqual([])
    const mixed = story('2024年5月18日，１２人到场。')
    expect(find(mixed)).toEqual(['punctuation-width/full １２'])
    expect(mend(mixed)).toBe(mixed)
  })

  test('each page of an issue has a finding of its own', () => {
    const pages = ['水来了,人笑了。', '渠通了。', '人笑了;水来了。'].map((text, i) => ({
      path: `${i}`,
      source: story(text)
    }))
    expect(lint(pages, rules).findings.map(({at}) => at.page)).toEqual([0, 2])
  })

  test('heads of sections count', () => {
    const stories = '### 渠通了\n\n本报讯 水来了。\n\n### 人笑了\n\n本报讯 花开了。\n'
    expect(find(`## 百日攻坚,冲刺全年\n\n${stories}`)).toEqual(['punctuation-width/half ,'])
  })

  test('mends come to an end, and leave no mark that they could mend', () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom(...'春夏秋冬,;:!?()"23a “”（）'), maxLength: 40}), (text) => {
        let source = story(`水${text}来。`)
        let passes = 0
        for (let next = mend(source, width); next !== source; next = mend(source, width)) {
          source = next
          passes++
        }
        expect(passes).toBeLessThan(5)
      })
    )
  })
})

describe('doubled', () => {
  test.each([
    '他愣住了……，随后笑了。……众人散去。',
    '真的？！好！！走吧？？',
    '“怎么办？”。他问。《怎么办？》，书名。（好。）',
    '1.、2.两项；赞助商Qingxi Inc.，本县公司。',
    'std::vector<int>与for (;;)，见www.qingxi.example，.com域名。',
    '目录............12页',
    '“真好。”，何苗说。'
  ])('nothing in %s', (text) => expect(find(story(text)).filter((it) => it.startsWith('doubled'))).toEqual([]))

  test.each([
    ['水来了，，人笑了。', '，，', '水来了，人笑了。'],
    ['水来了,，人笑了。', ',，', '水来了，人笑了。'],
    ['水来了,,人笑了。', ',,', '水来了,人笑了。'],
    ['水来了。　。', '。　。', '水来了。'],
    ['水来了，。', '，。', '水来了。'],
    ['“水来了；。”', '；。', '“水来了。”'],
    ['说：：好。', '：：', '说：好。'],
    ['水来了......', '......', '水来了……']
  ])('%s is mended', (text, marks, after) => {
    expect(find(story(text))[0]?.split(' ').slice(1).join(' ')).toBe(marks)
    expect(mend(story(text))).toBe(story(after))
  })

  test('of two marks an editor chooses', () => {
    const {findings} = lint([{path: 'p', source: story('有茶、，有水；、有人。，众人散去。。。')}], rules)
    expect(findings.map(({fixes}) => `${fixes?.[0]?.safety} ${fixes?.[0]?.edits[0]?.text}`)).toEqual([
      'unsafe ，',
      'unsafe ；',
      'unsafe 。',
      'unsafe ……'
    ])
  })

  test('one defect is told once: width leaves what is doubled alone', () => {
    expect(find(story('水来了,，人笑了，,花开了, ,渠通了。'))).toEqual([
      'doubled-punctuation/same ,，',
      'doubled-punctuation/same ，,',
      'doubled-punctuation/same , ,'
    ])
  })
})

describe('unpaired', () => {
  test.each([
    ['each paragraph opens anew', '他说：“一。\n\n“二。\n\n“三。”\n\n众人散去。'],
    ['the inner quotation too', '他说：“甲说：‘一。\n\n“‘二。’三。”\n\n众人散去。'],
    ['the last one closes', '贺信说：“一。\n\n二。\n\n三。”'],
    ['in English', '“One,” she said, “two.\n\n“Three, four, five.”'],
    ['a caption between', '他说：“一。\n\n图为何苗在讲话。 安禾 摄\n\n“二。”'],
    ['a broken paragraph', '推出“错时\n\n服务”，受欢迎。'],
    ['a broken bracket', '公司（驻青\n\n溪县）开业。'],
    ['a note in brackets', '（编者按：一。\n\n二。）'],
    ['a quotation that goes on elsewhere', '他说：“一。\n\n（下转第三版）']
  ])('%s', (_, text) => expect(find(story(text))).toEqual([]))

  test('the same on a page without marks, where the rest may pass for a head', () => {
    const body = '松岭镇今年修渠十一公里，沿线七个村的水田都用上了自流水，村民们说起来都笑。'
    expect(find(`松岭镇引水渠通水\n\n本报讯 ${body}推出“错时\n\n服务”很受欢迎\n\n${body}\n`)).toEqual([])
  })

  test.each([
    ['推出“错时服务，受欢迎。', 'open “'],
    ['推出错时服务”，受欢迎。', 'close ”'],
    ['他读《茶经，又读《水经》。', 'open 《'],
    ['记者（安禾报道。', 'open （'],
    ['他说：“先看‘头茶，再看水。”', 'open ‘'],
    ['种茶“农家乐“开张。', 'turned “ turned “'],
    ['种茶”农家乐”开张。', 'turned ” turned ”'],
    ['说“甲（乙”丙）话。', 'crossed （ crossed ）'],
    ['推出"错时服务。', 'odd "']
  ])('%s', (text, marks) => {
    expect(
      find(story(text))
        .map((it) => it.replace('unpaired-punctuation/', ''))
        .join(' ')
    ).toBe(marks)
  })

  test('the brackets of a list count where the list has whole brackets', () => {
    expect(find(story('做三件事：1）看天；2）看芽；一）看手；b）看水。'))).toEqual([])
    expect(find(story('做两件事：\n\n一）看天。\n\n（二）看芽。'))).toEqual(['unpaired-punctuation/close ）'])
  })

  test('an opener and a closer far apart are two defects, not a quotation', () => {
    const text = '推出“错时服务，受欢迎。\n\n读者多了。\n\n店名青溪坊”挂起来。'
    expect(find(story(text))).toEqual(['unpaired-punctuation/open “', 'unpaired-punctuation/close ”'])
  })

  test('nothing is carried over to the next story', () => {
    expect(find(`${story('他说：“一。')}\n# 又一篇\n\n本报讯 渠通了。”\n`)).toEqual([
      'unpaired-punctuation/open “',
      'unpaired-punctuation/close ”'
    ])
  })
})

test('any page is read in linear time', () => {
  const units = [
    '春,',
    '，',
    '“',
    '”',
    '（',
    '“（”）',
    '春"',
    '春(',
    '(春',
    '１1',
    '， ',
    '春。 ',
    '。。春',
    'http://a.b,春 ',
    '“春\n\n',
    '春”\n\n',
    '# “春\n\n'
  ]
  for (const unit of units) {
    const start = performance.now()
    lint([{path: 'p', source: unit.repeat(Math.ceil(100_000 / unit.length))}], rules)
    expect(performance.now() - start, unit).toBeLessThan(5000)
  }
})
