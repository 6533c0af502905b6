import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import headlineWording from '../../rules/headline-wording/index.ts'
import {difference, isOneWordOff} from '../../rules/headline-wording/near.ts'
import inconsistentQuotes from '../../rules/inconsistent-quotes/index.ts'
import inconsistentTerm from '../../rules/inconsistent-term/index.ts'
import {nearWords} from '../../rules/inconsistent-term/near-words.ts'
import {toWords} from '../../rules/inconsistent-term/words.ts'
import type {ActiveRule} from '../../src/lint.ts'
import {lint} from '../../src/lint.ts'
import type {AnyRule} from '../../src/rule/rule.ts'
import {runActive} from '../../src/testing/run.ts'
import {active} from '../engine/rules.ts'

const withLists = (rule: AnyRule): ActiveRule =>
  rule === inconsistentTerm ? {...active(rule), lists: toWords(nearWords)} : active(rule)

/** What a rule finds on a page: the id, how sure it is, and the words. */
function found(rule: AnyRule, source: string): string[] {
  const {findings} = runActive(withLists(rule), [{path: 'page.txt', source}])
  return findings.map(({id, severity, at}) => `${id} ${severity} ${source.slice(at.start, at.end)}`)
}

const page = (head: string, ...paragraphs: readonly string[]) => `# ${head}\n\n${paragraphs.join('\n\n')}\n`

describe('headline-wording', () => {
  test.each([
    ['“春风送岗”进村', '“春风送暖”昨日走进三个村。', ['quoted warning 春风送岗']],
    ['「春風送崗」進村', '「春風送暖」昨日走進三個村。', ['quoted warning 春風送崗']],
    ['"春风送岗"进村', '"春风送暖"昨日走进三个村。', ['quoted warning 春风送岗']],
    ['“全域旅游示范区”挂牌', '“全域旅游先行示范区”昨日挂牌。', ['quoted warning 全域旅游示范区']],
    ['《球发展倡议》发布', '《全球发展倡议》昨日发布。', ['quoted warning 球发展倡议']],
    ['《零拧忍》播出', '《零容忍》昨日播出。', ['quoted info 零拧忍']],
    ['“贸四五”开局', '“十四五”规划定了，“十四五”开局好。', ['quoted info 贸四五']],
    ['“护苗行动”开始', '“护苗行动”开始，另有“护企行动”。', ['quoted info 护苗行动']],
    // two plans, two halves, a play upon words
    ['“十五五”开局', '“十四五”收官，“十四五”成绩好。', []],
    ['“上半场”精彩', '“下半场”更好，“下半场”进了两球。', []],
    ['“夜校热”来了', '“夜校风”吹到乡镇。', []],
    ['人人争当名师', '形成了“人人争学名师,人人争做名师”的氛围。', ['slogan info 人人争当名师']],
    ['建好“美丽新乡村”', '县里要建好美丽大乡村，一年一个样。', ['slogan info 美丽新乡村']]
  ])('%s', (head, text, findings) => expect(found(headlineWording, page(head, `本报讯 ${text}`))).toEqual(findings))

  test.each([
    // the story has the words of the head as well
    ['“春风送岗”进村', '“春风送暖”去年办过，今年是“春风送岗”。'],
    // figures are another rule's
    ['“十三五”规划', '“十四五”规划昨日发布。'],
    // a head quotes what was said without its last word
    ['“这条路修得好”', '何大田说：“这条路修得好啊！”'],
    // each names itself first
    ['“中朝友好年”开幕', '“朝中友好年”昨日开幕。'],
    ['“老街”开街', '“新街”昨日开街。'],
    ['Harbour “opens again”', 'The harbour “opened again” on Monday, the mayor said.']
  ])('%s is left alone', (head, text) => expect(found(headlineWording, page(head, `本报讯 ${text}`))).toEqual([]))

  test('where two texts differ', () => {
    expect(difference('人人争当名师', '人人争做名师')).toEqual({before: 3, behind: 2, a: '当', b: '做'})
    expect(difference('甲', '甲')).toEqual({before: 1, behind: 0, a: '', b: ''})
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const {before, behind, a: x, b: y} = difference(a, b)
        expect(a).toBe(a.slice(0, before) + x + a.slice(a.length - behind))
        expect(b).toBe(b.slice(0, before) + y + b.slice(b.length - behind))
        expect(isOneWordOff(a, b)).toBe(isOneWordOff(b, a))
      })
    )
  })
})

describe('inconsistent-quotes', () => {
  test.each([
    ['整治“政绩工程”、面子工程、“形象工程”。', ['bare warning 面子工程']],
    ['整治“政绩工程”面子工程“形象工程”。', ['bare warning 面子工程']],
    ['整治政绩工程、“面子工程”、“形象工程”。', ['bare warning 政绩工程']],
    ['整治“政绩工程”、“面子工程”、形象工程。', ['bare warning 形象工程']],
    ['推出“拓渠道”“优环境”强保障三方面措施。', ['bare warning 强保障']],
    ['推出拓渠道“优环境”“强保障”三方面措施。', ['bare warning 拓渠道']],
    ['推荐《渡口》、《青山》和河灯等书。', ['bare info 河灯']],
    ['通报“厕所革命”、垃圾分类和“百村示范”。', ['bare info 垃圾分类']],
    ['通报“厕所革命”、垃圾分类和“百村示范”。垃圾分类好，垃圾分类站多。', []],
    ['办起“农家乐”、民宿和“采摘园”。', []],
    ['推荐《渡口》、老街往事、《青山》。', ['bare info 老街往事']],
    ['推荐《渡口》，河灯，《青山》。', []],
    ['办起6个老年食堂、23个“老年餐桌”、3个老年助餐点,', ['quoted info “老年餐桌”']],
    ['办起6个“老年食堂”、23个老年餐桌和3个“助餐点”,', ['bare info 老年餐桌']],
    ['读《青溪晨报》和青溪晚报。', ['bare info 青溪晚报']]
  ])('%s', (text, findings) => expect(found(inconsistentQuotes, page('青溪县开会', text))).toEqual(findings))

  test.each([
    '从“面子”变为“里子”。',
    '“甲方案”与《乙方案》、丙方案。',
    '“双碳”目标、“双减”政策。',
    '发展畜牧、渔业、“三产”、“四新”。',
    '“这边请”，他说，“那边请”。',
    '办起8所“爱心小学”、5个食堂。',
    '坚持“一国两制”、“港人治港”、高度自治。'
  ])('%s is left alone', (text) => expect(found(inconsistentQuotes, page('青溪县开会', text))).toEqual([]))
})

describe('inconsistent-term', () => {
  const terms = '老年助餐好，老年助餐点开了，老年助餐补贴发了。'
  test.each([
    [`${terms}养老助餐办法出台。`, ['word info 养老助餐']],
    [`${terms}老年人助餐办法出台。`, []],
    ['老年食堂、养老食堂各一个。', []],
    ['教写作与摄像、航拍制作，学员掌握写作、摄影、航拍制作。', ['word info 摄影']],
    ['教写作、摄影、摄像，学员写作、航拍制作样样行。', []]
  ])('%s', (text, findings) => expect(found(inconsistentTerm, page('青溪县开会', text))).toEqual(findings))

  test('a letter that differs once', () => {
    const often = '农村物流配送中心建成。农村物流配送中心开张。农村物流配送中心很大。'
    expect(found(inconsistentTerm, page('开张', `${often}农村物流派送中心添车。`))).toEqual([
      'letter info 农村物流派送中心'
    ])
    // not across a mark, not with a figure, not two things
    expect(found(inconsistentTerm, page('开张', `${often}农村物流，派送中心添车。`))).toEqual([])
    expect(
      found(inconsistentTerm, page('开张', '第一季度收入增。第一季度收入高。第一季度收入好。第二季度收入低。'))
    ).toEqual([])
  })

  test('groups have words of two letters or more, none in two groups', () => {
    const words = nearWords.trim().split(/\s+/)
    expect(words.filter((word) => !/^[\u3400-\u9fff]{2,6}$/.test(word))).toEqual([])
    expect(new Set(words).size).toBe(words.length)
    for (const line of nearWords.trim().split('\n')) expect(line.split(' ').length).toBeGreaterThan(1)
  })
})

describe('hostile and long input', () => {
  const rules: readonly AnyRule[] = [headlineWording, inconsistentQuotes, inconsistentTerm]
  test.each([
    ['one long line', page('的的的的的的的的', '的'.repeat(300_000))],
    ['quotes', page('“甲乙丙丁”“甲乙丙戊”', '“甲乙丙己”、'.repeat(20_000))],
    ['bare names', page('甲、乙', '“甲”、乙、'.repeat(20_000))],
    ['heads', '# 人人争当名师\n\n'.repeat(20_000)],
    ['counted', page('开会', '3个“甲乙”、'.repeat(20_000))],
    ['words', page('开会', '老年助餐养老助餐'.repeat(20_000))],
    ['full names', page('讲思政课', '思想政治理论课思想课'.repeat(10_000))]
  ])('%s', {timeout: 20_000}, (_, source) => {
    for (const rule of rules) {
      const {timings} = lint([{path: 'page.txt', source}], [withLists(rule)])
      expect(timings.get(rule.name)).toBeLessThan(1500)
    }
  })

  test('whatever stands on the page, no rule fails', () => {
    const bits = fc.constantFrom(
      '“',
      '”',
      '《',
      '》',
      '、',
      '和',
      '老年',
      '养老',
      '助餐',
      '3个',
      '，',
      '\n',
      '# ',
      '甲乙',
      '等',
      '三方面'
    )
    fc.assert(
      fc.property(fc.array(bits, {maxLength: 40}), (parts) => {
        for (const rule of rules) found(rule, parts.join(''))
      }),
      {numRuns: 200}
    )
  })
})
