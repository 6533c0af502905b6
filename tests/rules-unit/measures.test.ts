import {describe, expect, test} from 'vitest'
import enumerationConjunction from '../../rules/enumeration-conjunction/index.ts'
import wrongMeasureWord from '../../rules/wrong-measure-word/index.ts'
import {measures, plants} from '../../rules/wrong-measure-word/measures.ts'
import {toTable} from '../../rules/wrong-measure-word/table.ts'
import type {AnyRule} from '../../src/rule/rule.ts'
import {runRule} from '../../src/testing/run.ts'

/** What a rule finds in a story: how sure it is, and the words. */
async function found(rule: AnyRule, text: string): Promise<string[]> {
  const source = `# 青溪县开会\n\n${text}\n`
  const {findings} = await runRule(rule, [{path: 'page.txt', source}])
  return findings.map(({severity, at}) => `${severity} ${source.slice(at.start, at.end)}`)
}

describe('a list whose 和 comes too early', () => {
  test.each([
    ['了解工程进度、施工难度和工程细节、重点部位,并检查。', ['warning 施工难度和工程细节、重点部位']],
    ['了解工程进度、施工难度和工程细节、重点部位', ['warning 施工难度和工程细节、重点部位']],
    ['抓好金融、能源、消防、烟草和医药、开发区等领域。', ['info 烟草和医药、开发区']],
    ['来自老挝、缅甸和土耳其、哥斯达黎加的学员。', ['info 缅甸和土耳其、哥斯达黎加']],
    ['经济建设、政治建设、文化建设和社会建设、生态文明建设', ['info 文化建设和社会建设、生态文明建设']],
    ['提高工作能力、协调能力和组织能力、应急能力走向田间地头。', ['info 协调能力和组织能力、应急能力']],
    ['工程进度、施工难度和工程细节、重点部位在会上通报。', ['warning 施工难度和工程细节、重点部位']],
    ['讲“渠水”、“茶山”和“老街”、“人家”。', ['warning “茶山”和“老街”、“人家”']]
  ])('%s', async (text, findings) => expect(await found(enumerationConjunction, text)).toEqual(findings))

  test.each([
    '弘扬自由和平等、公平和正义、民主和法治。',
    '活跃在街巷、庭院和畜圈、磨道、厕所等各个角落。',
    '县林业局、自然资源和规划局、城建中心负责。',
    '坚持生态优先、绿色发展和共抓大保护、不搞大开发。',
    '防治难产、妇女病和训练助产士、护理员工。',
    '弘扬劳模精神、劳动精神和劳模精神、劳动精神。',
    '县领导陈明远、周启明和林岚、何苗参加。',
    '除了邓明、陈慧、向华和他弟弟、杨成之外。',
    '做好心理抚慰、思想疏导和社会治安、救灾重建工作。',
    '工业和信息化部、财政部、商务部。',
    '游览天坛、故宫、颐和园、北海。',
    '巨港、泗水和棉兰、万隆以及日惹与望加锡。',
    '提出“修渠引水、开沟排涝和平整土地、植树造林”。',
    '抓好渠道清淤、闸门检修和物资储备、应急演练和巡查值守。',
    '、和、',
    'A, B and C, D'
  ])('left alone: %s', async (text) => expect(await found(enumerationConjunction, text)).toEqual([]))

  test('a pair that the story has twice is one member', async () =>
    expect(await found(enumerationConjunction, '村里有水面、种植和养殖、加工，种植和养殖是支柱。')).toEqual([]))
})

describe('a wrong measure word', () => {
  test.each([
    ['栽下3颗小树。', ['warning 3颗小树']],
    ['栽下三十多颗苹果树苗。', ['warning 多颗苹果树苗']],
    ['建成一只能打胜仗的高素质干部队伍。', ['warning 一只能打胜仗的高素质干部队伍']],
    ['一副副山水画挂满墙。', ['warning 一副副山水画']],
    ['两坐石桥通车。', ['warning 两坐石桥']],
    ['停着4量车。', ['warning 4量车']],
    ['一颗树上的小鸟。', ['warning 一颗树']],
    ['一颗枣树、一颗苹果树。', ['warning 一颗枣树', 'warning 一颗苹果树']],
    ['栽下一顆大樹。', ['warning 一顆大樹']],
    ['几位贪官落马。', ['info 几位贪官']],
    ['白菜翠绿欲滴,颗颗饱满。', ['info 颗颗']]
  ])('%s', async (text, findings) => expect(await found(wrongMeasureWord, text)).toEqual(findings))

  test.each([
    '一只手握笔，一颗挂在圣诞树上的星星，一颗树莓，一颗松果。',
    '这只是歌曲的开头，这只能靠部队。',
    '一位小偷的母亲，一位受害人家属。',
    '数量汽车装不下，这俩汽车都是新的，他一坐车就睡。',
    '林一梅夺得金牌，一鼓作气凝聚力量。',
    '石榴颗颗饱满，油菜籽颗颗饱满，一颗颗心。',
    '白菜进了窖。葡萄颗颗饱满。',
    '《一颗树》上映，“一颗树”应为“一棵树”。',
    '第一副总理，一副画架，一支天鹅绒花，一支蝴蝶兰。'
  ])('left alone: %s', async (text) => expect(await found(wrongMeasureWord, text)).toEqual([]))

  test('every line of the table says what it should, no noun twice', () => {
    const seen = new Set<string>()
    for (const line of measures.trim().split('\n')) {
      const [wrong, right, ...words] = line.split(' ')
      expect(line).toMatch(/^\S (?:\S [!?]|=) \S/)
      for (const word of right === '=' ? words : words.slice(1)) {
        const key = `${wrong}${right === '=' ? '=' : ''}${word}`
        expect(seen, key).not.toContain(key)
        seen.add(key)
      }
    }
    expect(toTable(measures, plants).plants).toContain('白菜')
  })
})

test.each([
  ['和', 2e5],
  ['、和', 1e5],
  ['经济、文化和科技、农业，', 2e4],
  ['一颗', 1e5],
  ['一只的', 7e4],
  ['白菜颗颗', 2e4]
])('%s over and over does no harm', async (text, times) => {
  const start = performance.now()
  for (const rule of [enumerationConjunction, wrongMeasureWord]) await found(rule, text.repeat(times))
  expect(performance.now() - start).toBeLessThan(20_000)
})
