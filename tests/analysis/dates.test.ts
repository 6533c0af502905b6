import {createUse, type DateMention, dates, dayNumber, daysIn, issueDate, paragraphs, weekdayOf} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {issueOf, storyOf} from './pages.ts'

function datesIn(text: string): readonly DateMention[] {
  const issue = storyOf([text])
  const [block] = issue.articles[0]?.body ?? []
  if (!block) throw new Error('a story without a body')
  return createUse()(dates, issue).get(block) ?? []
}

/** A moment in short: 2024/12/1 9:30 w5. */
function brief(it: DateMention['from'] | undefined): string {
  if (!it) return ''
  const date = [it.year ?? it.yearWord, it.month ?? it.monthWord, it.day ?? it.dayWord]
    .map((part) => part ?? '')
    .join('/')
  const time = it.hour === undefined ? '' : ` ${it.part ?? ''}${it.hour}:${it.minute ?? 0}`
  return `${date}${time}${it.weekday ? ` w${it.weekday.value}` : ''}`
}

const read = (text: string) => datesIn(text).map(({from, to}) => (to ? `${brief(from)} - ${brief(to)}` : brief(from)))

describe('what is read', () => {
  test.each([
    ['定于2024年12月1日（星期五）上午9时30分开幕。', ['2024/12/1 上午9:30 w5']],
    ['１１月３１日截止。', ['/11/31']],
    ['一九六三年一月三日十三时零九分起飞。', ['1963/1/3 13:9']],
    ['11 月 31 日截止。', ['/11/31']],
    ['11月27日至28日举行。', ['/11/27 - /11/28']],
    ['11月27—28日举行。', ['/11/27 - /11/28']],
    ['27至28日举行。', ['//27 - //28']],
    ['自11月28日起至12月1日止。', ['/11/28 - /12/1']],
    ['2023至2024年。', ['2023// - 2024//']],
    ['去年12月至今年2月停工。', ['去/12/ - 今/2/']],
    ['今年1至10月增长。', ['今/1/ - /10/']],
    ['22时至次日6时停水。', ['// 22:0 - //次 6:0']],
    ['8月6日0—24时新增。', ['/8/6 0:0 - /8/ 24:0']],
    ['11月29日、30日停课。', ['/11/29', '/11/30']],
    ['2024-12-01（周日）开放。', ['2024/12/1 w0']],
    ['2024.12.1—2024.12.3开放。', ['2024/12/1 - 2024/12/3']],
    ['12月1日周一鸣来访。', ['/12/1']],
    ['12月1日（今天，星期日上午）開幕。', ['/12/1 w0']],
    ['12月31號（週二）晚間8時。', ['/12/31 晚間8:0 w2']],
    ['12月1日（周日，农历十一月初一）。', ['/12/1 w0']],
    ['第三周星期日休息，比分3:1，有一点意见，走了9月。', ['/9/']]
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test.each([
    ['农历二月三十日祭祖。', 'lunar'],
    ['農曆二月三十日祭祖。', 'lunar'],
    ['闰二月三十日立碑。', 'lunar'],
    ['2月30日（农历）祭祖。', 'lunar'],
    ['光绪二十年二月三十日立碑。', 'lunar'],
    ['伊斯兰历4月31日。', 'other'],
    ['民国时的2月30日。', 'common'],
    ['令和6年2月30日。', 'common']
  ])('the calendar of %s', (text, calendar) => {
    expect(datesIn(text).map((it) => it.calendar)).toEqual([calendar])
  })

  test('a lunar date behind one of ours leaves it so', () => {
    expect(datesIn('12月1日 星期日 农历十一月初一。').map((it) => it.calendar)).toEqual(['common', 'lunar'])
  })

  test('weekdays behind ranges and lists, and before dates', () => {
    const text = '12月1日至3日（周日至周二），12月7日、8日（周六、周日），本周五（12月6日），每周五（12月6日起）。'
    const found = datesIn(text)
    const cut = (it: {start: number; end: number} | undefined) => it && text.slice(it.start, it.end)
    expect(found.map(({weekdays}) => weekdays?.map(cut))).toEqual([
      ['周日', '周二'],
      undefined,
      ['周六', '周日'],
      undefined,
      undefined
    ])
    expect(found.map(({before}) => cut(before))).toEqual([undefined, undefined, undefined, '周五', undefined])
  })

  test('English dates', () => {
    const found = datesIn('The mill reopened on Friday, December 1, 2024, the county said, and closed on Nov. 31.')
    expect(found.map(({from}) => brief(from))).toEqual(['2024/12/1', '/11/31'])
    expect(found[0]?.before?.value).toBe(5)
  })

  test('spans lie in the text, in order, whatever the text', () => {
    const pieces = [
      '12月',
      '1日',
      '至',
      '2024年',
      '（周',
      '五）',
      '上午',
      '9时',
      '—',
      '一',
      '十',
      '、',
      '：',
      '30',
      ' ',
      '岚'
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), {maxLength: 30}), (parts) => {
        const text = `岚${parts.join('')}岚。`
        let done = 0
        for (const {start, end} of datesIn(text)) {
          expect(start).toBeGreaterThanOrEqual(done)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          done = end
        }
      })
    )
  })
})

describe('the calendar', () => {
  test('lengths of months', () => {
    expect([0, 1, 2, 4, 12, 13].map((month) => daysIn(month))).toEqual([0, 31, 29, 30, 31, 0])
    expect([1900, 2000, 2023, 2024].map((year) => daysIn(2, year))).toEqual([28, 29, 28, 29])
  })

  test('weekdays, and days that follow one another', () => {
    expect(weekdayOf(2024, 12, 1)).toBe(0)
    expect(weekdayOf(1949, 10, 1)).toBe(6)
    expect(dayNumber(2024, 3, 1) - dayNumber(2024, 2, 28)).toBe(2)
  })
})

describe('the date of an issue', () => {
  const story = '# 青溪渠通水\n\n本报讯（记者林岚）青溪渠昨日通水，两岸六个村的田都浇上了水。\n'
  const of = (...pages: readonly string[]) => {
    const found = createUse()(issueDate, issueOf(...pages))
    return found && `${found.year}-${found.month}-${found.day}`
  }

  test('is that of a line with weekday or page number, or of the first line', () => {
    expect(of(`2024年12月1日 星期日 第三版\n\n${story}`)).toBe('2024-12-1')
    expect(of(`${story}\n第三版 2024年12月1日\n`)).toBe('2024-12-1')
    expect(of(`2024年12月1日 星期日 农历甲辰年十一月初一\n\n${story}`)).toBe('2024-12-1')
    expect(of(`2024年12月1日\n\n${story}`)).toBe('2024-12-1')
  })

  test('is not that of a letter, of a sentence, or of two that differ', () => {
    expect(of(`${story}\n何大田\n\n1949年10月1日\n`)).toBeUndefined()
    expect(of(`${story}\n（作者1949年10月1日作于青溪）\n`)).toBeUndefined()
    const diary = '1978年10月1日 星期日 晴\n\n渠水到了村口，全村人站在坝上看了一夜。\n'
    expect(of(`${story}\n${diary}`)).toBeUndefined()
    expect(of(`${story}\n渠成于2024年12月1日 星期日。\n`)).toBeUndefined()
    expect(of(`2024年12月1日 星期日\n\n${story}`, `2024年12月2日 星期一\n\n${story}`)).toBeUndefined()
  })

  test('is read from lines that are in no story', () => {
    const issue = issueOf(`${story}\n2024年12月1日 星期日 第三版\n`)
    expect(createUse()(paragraphs, issue).some(({block}) => block.text.startsWith('2024年'))).toBe(true)
  })
})

test('paragraphs without a date are left out; those between stories are there', () => {
  const issue = issueOf('2024年12月1日 星期日\n\n# 松岭镇修路\n\n路修好了，花了三年。\n\n会期11月28日至30日。\n')
  const found = [...createUse()(dates, issue)].map(([{text}, mentions]) => `${text} ${mentions.length}`)
  expect(found).toEqual(['2024年12月1日 星期日 1', '会期11月28日至30日。 1'])
})
