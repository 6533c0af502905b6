import {describe, expect, test} from 'vitest'
import type {Found} from '../../src/lint.ts'
import {parsePage} from '../../src/parse/parse.ts'
import type {DefectClass} from '../../src/rule/rule.ts'
import {accountOf} from '../../src/score/account.ts'
import {type ScoreConfig, scoreOptions} from '../../src/score/options.ts'
import {toIssue} from '../../src/tree/issue.ts'

const page = `第五版　2024年3月8日

# 青溪县修缮老石桥

## 松岭镇一桥连两岸

本报讯（记者何苗）青溪县的老石桥昨天开始修缮，预计三个月后完工，届时两岸居民往来将更加方便。

镇里请来的石匠林岚说，桥面的石板要一块一块起下来编号，修好以后照原样铺回去，一块也不多，一块也不少。
`

/** Rules by what their findings count as. */
const classes: Readonly<Record<string, DefectClass>> = {
  logic: 'fact',
  words: 'character',
  more: 'character',
  figures: 'numeral',
  marks: 'punctuation',
  form: 'layout',
  taste: 'nothing'
}

function account(findings: readonly Found[], config: ScoreConfig = {}, sources: readonly string[] = [page]) {
  const issue = toIssue(sources.map((source, i) => ({path: `${i}.txt`, source, tree: parsePage(source)})))
  return accountOf(issue, findings, (ruleId) => classes[ruleId], scoreOptions(config))
}

/** A finding of a rule on words of the page. */
function on(ruleId: string, words: string, rest: Partial<Found> = {}): Found {
  const start = page.indexOf(words)
  if (start < 0) throw new Error(`${words} is not on the page`)
  return {id: 'found', ruleId, severity: 'error', at: {page: 0, start, end: start + words.length}, ...rest}
}

const pointsOf = (findings: readonly Found[], config?: ScoreConfig) =>
  account(findings, config).items.map(({points}) => points)

describe('what an error weighs', () => {
  test.each([
    ['a fact', on('logic', '三个月'), 1],
    ['one character', on('words', '桥'.repeat(1)), 1],
    ['five', on('words', '石板要一块'), 2],
    ['six', on('words', '石板要一块一'), 4],
    ['a style of figures', on('figures', '三个月'), 0.1],
    ['a mark', on('marks', '，预'), 0.1],
    ['layout', on('form', '两岸居民'), 0]
  ])('%s', (_, found, points) => {
    // in the body, whatever word the head shares with it
    const body = page.indexOf('本报讯')
    const start = found.at.start < body ? page.indexOf('桥', body) : found.at.start
    const at = {page: 0, start, end: start + found.at.end - found.at.start}
    expect(pointsOf([{...found, at}])).toEqual([points])
  })

  test('the weights of the config', () => {
    const findings = [on('form', '两岸居民'), on('marks', '，预'), on('logic', '三个月')]
    expect(pointsOf(findings, {weights: {layout: 0.1, punctuation: 0.5, fact: 2}})).toEqual([0.1, 0.5, 2])
  })

  test('a mend says how many characters are wrong', () => {
    const found = on('words', '一块一块起下来编号')
    const fixes = [{title: 'cut', safety: 'unsafe' as const, edits: [{...found.at, end: found.at.start + 2, text: ''}]}]
    expect(account([{...found, fixes}]).items).toMatchObject([{characters: 2, points: 2}])
  })
})

describe('in a head', () => {
  test.each([
    ['headline', '青溪县修缮老石桥'],
    ['deck', '松岭镇一桥连两岸'],
    ['furniture', '2024年3月8日']
  ])('%s: double', (role, words) => {
    expect(account([on('logic', words)]).items).toMatchObject([{weight: 1, doubled: role, points: 2}])
  })

  test.each([
    '临溪日报 2026年11月24日 星期三',
    '临溪日报\n2026年11月24日 星期三',
    '临溪日报\n\n2026年11月24日 星期三',
    '3 民生 2026年11月24日 星期三',
    'A3 民生 2026年11月24日 星期三\n责任编辑 林岚',
    'Linxi Daily, 24 November 2026 星期三'
  ])('the masthead %j', (masthead) => {
    const weekday = (source: string, at = source.indexOf('星期三')) =>
      account([{id: 'found', ruleId: 'logic', severity: 'error', at: {page: 0, start: at, end: at + 3}}], {}, [source])
        .items[0]?.points
    const story = page.slice(page.indexOf('# '))
    expect(weekday(`${masthead}\n\n${story}`)).toBe(2)
    expect(weekday(`${masthead}\n\n${story.replaceAll('#', '').replaceAll('\n ', '\n')}`)).toBe(2)
    // in the same words nothing is a masthead below a story, nor where no head comes
    expect(weekday(`${story}\n${masthead}。\n`)).toBe(1)
    expect(weekday(`本报讯 石匠林岚说，老石桥到了星期三才修好。\n\n${story}`)).toBe(1)
  })

  test('characters and figures too, marks and layout not', () => {
    const words = '青溪县修缮'
    expect(pointsOf([on('words', words)])).toEqual([4])
    expect(pointsOf([on('figures', words)])).toEqual([0.2])
    expect(pointsOf([on('marks', words)])).toEqual([0.1])
    expect(pointsOf([on('form', words)], {weights: {layout: 1}})).toEqual([1])
  })

  test('with the marks of the head', () => {
    expect(pointsOf([on('logic', '# 青溪县修缮老石桥')])).toEqual([2])
  })

  test('not what goes on in the body', () => {
    const start = page.indexOf('青溪县修缮老石桥')
    expect(pointsOf([{...on('logic', '桥'), at: {page: 0, start, end: page.length}}])).toEqual([1])
  })

  test('not in a periodical: only its cover is double', () => {
    expect(pointsOf([on('logic', '青溪县修缮老石桥')], {kind: 'periodical'})).toEqual([1])
  })

  test('two exchanged heads are two errors', () => {
    const found = on('logic', '青溪县修缮老石桥', {
      wrong: ['青溪县修缮老石桥', '松岭镇一桥连两岸'].map((words) => on('logic', words).at),
      related: [{at: on('logic', '三个月').at, label: 'evidence'}]
    })
    const {items, whole} = account([found])
    expect(items.map(({points, also}) => [points, also])).toEqual([
      [2, undefined],
      [2, true]
    ])
    expect(whole.points).toBe(4)
  })
})

describe('what is not counted', () => {
  const places = (words: string) => [...page.matchAll(new RegExp(words, 'g'))].map(({index}) => index)

  test('the same slip counts three times', () => {
    const body = page.indexOf('本报讯')
    const findings = places('[一块]')
      .filter((start) => start > body)
      .map((start) => ({...on('words', '块'), at: {page: 0, start, end: start + 1}}))
    const items = account(findings).items
    for (const word of '一块') {
      const own = items.filter(({at}) => page[at.start] === word)
      expect(own.map(({points}) => points)).toEqual(own.map((_, index) => (index < 3 ? 1 : 0)))
    }
    expect(items.some(({spared}) => spared === 'thrice')).toBe(true)
  })

  test('marks count each time', () => {
    const starts = places('，')
    const findings = starts.map((start) => ({...on('marks', '，'), at: {page: 0, start, end: start + 1}}))
    expect(account(findings).whole.points).toBe(Math.round(starts.length * 10) / 100)
  })

  test('the style of figures costs an issue at most one point', () => {
    const findings = Array.from({length: 14}, (_, index) => ({
      ...on('figures', '桥'),
      at: {page: 0, start: page.indexOf('镇里') + index, end: page.indexOf('镇里') + index + 1}
    }))
    const {items, whole} = account(findings)
    expect(whole.points).toBe(1)
    expect(items.map(({points}) => points)).toEqual([...Array(10).fill(0.1), ...Array(4).fill(0)])
    expect(items[10]?.spared).toBe('numerals')
  })

  test('words that two rules mark count once, for the weightier', () => {
    const items = account([on('words', '一块一块起下来'), on('logic', '一块一块起下来编')]).items
    expect(items.map(({points, spared}) => [points, spared])).toEqual([
      [4, undefined],
      [0, 'told']
    ])
  })

  test('and so do two errors of logic that begin at one word', () => {
    expect(pointsOf([on('logic', '镇里请来的石匠林岚说，桥面的石板'), on('logic', '镇里请来')])).toEqual([1, 0])
  })

  test('a slip inside words that are superfluous altogether is none of its own', () => {
    const items = account([on('words', '镇里请来的石匠林岚说，桥面的石板要一块一块'), on('more', '石匠')]).items
    expect(items.map(({points}) => points)).toEqual([4, 0])
  })

  test('a slip inside a paragraph that stands in a wrong place is', () => {
    expect(pointsOf([on('logic', '镇里请来的石匠林岚说，桥面的石板要一块一块'), on('words', '石匠')])).toEqual([1, 2])
  })

  test('what is likely takes nothing from what is certain', () => {
    const items = account([on('words', '一块一块起下来', {severity: 'warning'}), on('logic', '一块一块起下来编')]).items
    expect(items.map(({points}) => points)).toEqual([0, 1])
  })

  test('a likely passage adds what the slips inside it have not', () => {
    const passage = on('words', '镇里请来的石匠林岚说，桥面的石板要一块一块', {severity: 'warning'})
    const {items, whole} = account([passage, on('figures', '石匠'), on('figures', '桥面')])
    expect(items.map(({points}) => points)).toEqual([3.8, 0.1, 0.1])
    expect([whole.points, whole.likely.points]).toEqual([0.2, 4])
  })

  test('questions, matters of taste and rules that do not say what they count as are told', () => {
    const findings = [
      on('logic', '三个月', {severity: 'info'}),
      on('taste', '三个月'),
      on('unknown', '三个月', {severity: 'warning'}),
      on('unknown', '石匠')
    ]
    const {items, uncounted} = account(findings)
    expect(items).toEqual([])
    expect(uncounted).toEqual([
      [
        {ruleId: 'logic', findings: 1, why: 'question'},
        {ruleId: 'taste', findings: 1, why: 'nothing'},
        {ruleId: 'unknown', findings: 2, why: 'unclassed'}
      ]
    ])
  })

  test('a finding of the whole page is one, with the number of its places', () => {
    const items = account([on('form', '，预', {data: {count: 330}})], {weights: {layout: 0.1}}).items
    expect(items).toMatchObject([{places: 330, points: 0.1}])
  })
})

describe('the sums', () => {
  const source = `# 桥\n\n${'桥'.repeat(9_998)}。\n`
  const slip = (severity: Found['severity'], start = 5): Found => ({
    id: 'found',
    ruleId: 'logic',
    severity,
    at: {page: 0, start, end: start + 1 + (start % 3)}
  })

  test('points in ten thousand characters, the marks of heads and blanks left out', () => {
    expect(account([slip('error')], {}, [source]).whole).toEqual({
      characters: 10_000,
      points: 1,
      rate: 1,
      passed: true,
      likely: {points: 1, rate: 1, passed: true}
    })
  })

  test('what is likely is summed beside', () => {
    const {whole} = account([slip('error'), slip('warning', 10), slip('info', 20)], {}, [source])
    expect([whole.points, whole.likely.points]).toEqual([1, 2])
  })

  test('or counted, where the config says so', () => {
    const {whole} = account([slip('error'), slip('warning', 10)], {severities: ['error', 'warning']}, [source])
    expect([whole.points, whole.likely.points]).toEqual([2, 2])
  })

  test('three pass in a newspaper, two in a periodical, or what the config allows', () => {
    const findings = [5, 10, 15, 21].map((start) => slip('error', start))
    const passed = (count: number, config?: ScoreConfig) =>
      account(findings.slice(0, count), config, [source]).whole.passed
    expect([passed(3), passed(4)]).toEqual([true, false])
    expect([2, 3].map((count) => passed(count, {kind: 'periodical'}))).toEqual([true, false])
    expect([1, 2].map((count) => passed(count, {limit: 1.5}))).toEqual([true, false])
  })

  test('a kind that is asked for has its own limit', () => {
    expect(scoreOptions({limit: 2.5}, 'periodical').limit).toBe(2)
    expect(scoreOptions({kind: 'periodical', limit: 1}, 'periodical').limit).toBe(1)
    expect(scoreOptions({limit: 2.5}).limit).toBe(2.5)
  })

  test('a page without a word', () => {
    expect(account([], {}, ['']).whole).toMatchObject({
      characters: 0,
      points: 0,
      rate: 0,
      passed: null,
      likely: {passed: null}
    })
  })

  test('English', () => {
    const english = '# The old bridge\n\nThe mason said that that the stones would be numbered.\n'
    const start = english.indexOf('that that')
    const found: Found = {
      id: 'found',
      ruleId: 'words',
      severity: 'error',
      at: {page: 0, start, end: start + 9},
      fixes: [{title: 'cut', safety: 'safe', edits: [{start, end: start + 5, text: ''}]}]
    }
    expect(account([found], {}, [english])).toMatchObject({
      items: [{characters: 1, points: 1}],
      whole: {characters: 57}
    })
  })

  test('pages of an issue have sums of their own, and one together', () => {
    const findings = [slip('error'), {...slip('error', 12), at: {page: 1, start: 12, end: 14}}]
    const {pages, whole} = account(findings, {}, [source, source])
    expect(pages.map(({points}) => points)).toEqual([1, 1])
    expect(whole).toMatchObject({characters: 20_000, points: 2, rate: 1})
  })

  test('many findings take no longer than they are many', () => {
    const findings = Array.from({length: 20_000}, (_, index) => slip('error', 10 + (index % 9_000)))
    const start = performance.now()
    account(findings, {}, [source])
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})
