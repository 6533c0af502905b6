import {createUse, daysIn, type Issue, weekdayOf} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import dateOrder from '../../rules/date-order/index.ts'
import impossibleDate from '../../rules/impossible-date/index.ts'
import weekdayMismatch from '../../rules/weekday-mismatch/index.ts'
import {issueOf, storyOf} from '../analysis/pages.ts'

const rules = [impossibleDate, weekdayMismatch, dateOrder]

/** What all three find: the rule, the severity, the words. */
function findIn(issue: Issue): string[] {
  const use = createUse()
  const source = issue.pages[0]?.source ?? ''
  const text = ({start, end}: {start: number; end: number}) => source.slice(start, end)
  return rules.flatMap((rule) =>
    [...rule.check(issue, {use, options: {}, lists: undefined, text})].map(
      ({at, severity}) => `${rule.name} ${severity ?? 'error'} ${text(at)}`
    )
  )
}

const find = (text: string): string[] => findIn(storyOf([text]))
const findOn = (folio: string, text: string): string[] => findIn(issueOf(`${folio}\n\n# 青溪渠通水\n\n${text}\n`))

describe('dates', () => {
  test.each([
    ['会期11月31日。', ['impossible-date error 11月31日']],
    ['会期十三月二日。', ['impossible-date error 十三月二日']],
    ['会期2024年13月。', ['impossible-date error 2024年13月']],
    ['会期2024-11-31。', ['impossible-date error 2024-11-31']],
    ['会期1900年2月29日。', ['impossible-date error 1900年2月29日']],
    ['农历二月三十一日。', ['impossible-date error 二月三十一日']],
    ['会期12月1日，二月三十日闭会。', ['impossible-date warning 二月三十日']],
    ['民国三年修渠，二月三十日通水。', ['impossible-date warning 二月三十日']],
    ['会期11月28日至31日。', ['impossible-date error 31日']],
    ['会期11月29日、31日。', ['impossible-date error 31日']],
    ['晚上25时开演。', ['impossible-date error 晚上25时']],
    ['5月1日24:30开演。', ['impossible-date error 24:30']]
  ])('are wrong: %s', (text, expected) => {
    expect(find(text)).toEqual(expected)
  })

  test.each([
    '会期2000年2月29日。',
    '编号第1013月2日，共六月三十一号楼。',
    '历时25时61分，比分24:30，孕期13月，用时75分。',
    '日历上没有2月30日，他把4月30日写成4月31日。',
    '希吉来历4月31日开斋，玛雅历13月20日祭祀。',
    '乾隆五年二月三十日立碑，甲辰年二月三十日重修。',
    '4月31日、6月31日，这些日子都不存在。1900年2月29日（这一年不是闰年）也没有。',
    '雏鸡28日至35日龄，第28日至35日，需28日至35日，今晚80点击，晚8点90分钟的戏。',
    '跌破2月30日均线，4月31家企业参展，魅族154月22日上市，6月31人到会，等了32日。',
    'In June 31 people came, in April 45, and on May 31 they left.'
  ])('are right: %s', (text) => {
    expect(find(text)).toEqual([])
  })

  test('every day of every month is right, and the next is wrong', () => {
    for (let month = 1; month <= 12; month++) {
      const days = daysIn(month)
      expect(find(`会期${month}月${days}日。`)).toEqual([])
      expect(find(`会期${month}月${days + 1}日。`)).toHaveLength(1)
    }
  })
})

describe('weekdays', () => {
  const names = '日一二三四五六'
  const day = fc.date({min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true})

  test('of full dates are told where wrong, and only there', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({min: 0, max: 6}),
        fc.constantFrom('（星期X）', '（周X）', '星期X'),
        (date, by, form) => {
          const [year, month, of] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
          const name = names.charAt((weekdayOf(year, month, of) + by) % 7)
          const found = find(`定于${year}年${month}月${of}日${form.replace('X', name)}，开渠。`)
          expect(found).toHaveLength(by === 0 ? 0 : 1)
        }
      )
    )
  })

  test.each([
    ['本报讯 12月7日（周五）开演。', ['weekday-mismatch error 12月7日（周五）']],
    ['本报讯 去年12月1日（星期日）开演。', ['weekday-mismatch error 去年12月1日（星期日）']],
    ['本报讯 1月3日（星期三）开演。', ['weekday-mismatch error 1月3日（星期三）']],
    ['本报讯 下周五（12月7日）开演。', ['weekday-mismatch error 周五（12月7日']],
    ['本报讯 7日（星期五）开演。', ['weekday-mismatch error 7日（星期五）']],
    ['本报讯 12月7日至8日（周六）开演。', ['weekday-mismatch warning 8日（周六）']],
    ['本报讯 12月30日至1月2日（周一至周五）歇业。', ['weekday-mismatch error 1月2日（周一至周五）']],
    // the story of another year
    ['本报讯 1990年两河通航。10月3日（星期三）首航。', []],
    ['本报讯 1990年两河通航。\n\n10月3日（星期三）首航。', ['weekday-mismatch warning 10月3日（星期三）']]
  ])('by the date of the page: %s', (text, expected) => {
    expect(findOn('2024年12月1日 星期日 第三版', text)).toEqual(expected)
  })

  test('without a year are no matter, unless two contradict each other', () => {
    expect(find('12月1日（星期五）开演。')).toEqual([])
    expect(find('12月1日（星期日）开演，12月3日（星期二）散场，1月5日（星期日）结账。')).toEqual([])
    expect(find('12月1日（星期日）开演，12月3日（星期五）散场，12月5日（星期四）结账。')).toEqual([
      'weekday-mismatch error 12月3日（星期五）'
    ])
  })
})

describe('the order of ranges', () => {
  test.each([
    ['会期11月28日至27日。', 'error'],
    ['会期12月1日至11月28日。', 'warning'],
    ['会期12月3日至11月28日。', 'error'],
    ['会期2024年5月至2024年3月。', 'error'],
    ['会期一九六三年至一九六二年。', 'error'],
    ['会期2024—2023年。', 'error'],
    ['会期28日20时至27日20时。', 'error'],
    ['会期9月28日至3日。', 'warning'],
    ['会期16:00—14:30。', 'warning'],
    ['何大田（1950—1930）。', 'error'],
    ['古王（1802—1780）。', 'warning'],
    ['2024—2023赛季。', 'error']
  ])('%s %s', (text, severity) => {
    expect(find(text).map((it) => it.split(' ').slice(0, 2))).toEqual([['date-order', severity]])
  })

  test.each([
    '会期12月28日至1月3日，30日至2日，去年12月至今年2月。',
    '公元前1600年至1046年，距今5300年至4300年，前221年至前206年。',
    '每年11月1日至10月20日，财年4月1日至3月31日，赛季8月20日至5月25日。',
    '提前15日至10日，术前5日至3日，3-1日本队，2—1日新队。',
    '22时至6时，20:00—8:00，21:18—20:22，上午9时至5时，21:30—20:30（次日）。',
    '“12月3日至11月28日”这样的写法要改，有人把起止写成“11月28日至26日”。',
    '何大田（1930—1950）的电话（2024-1950），青政（2024—1986）号。'
  ])('lawful: %s', (text) => {
    expect(find(text)).toEqual([])
  })
})

describe('hostile copy takes linear time', () => {
  test.each([
    ['月', '1月'.repeat(50_000)],
    ['ranges', '1月1日至'.repeat(50_000)],
    ['weekdays', '12月1日（星期日）12月3日（星期五）'.repeat(10_000)],
    ['blanks', `12月${' '.repeat(300_000)}1日${'（ '.repeat(50_000)}`],
    ['figures', '1'.repeat(500_000)],
    ['years', '（1950—'.repeat(50_000)],
    ['weeks', '（周一'.repeat(50_000)]
  ])('%s', (_, text) => {
    const start = performance.now()
    findIn(issueOf(text))
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
