import {lint} from 'copylint'
import {describe, expect, test} from 'vitest'
import headingLevel from '../../rules/heading-level/index.ts'
import missingBody from '../../rules/missing-body/index.ts'
import missingHeadline from '../../rules/missing-headline/index.ts'
import pageFurniture from '../../rules/page-furniture/index.ts'
import {looseEnds} from '../../rules/page-furniture/jumps.ts'
import {issueOf} from '../analysis/pages.ts'

const all = [headingLevel, missingBody, missingHeadline, pageFurniture]

/** What the rules find on pages: `rule/message`, and the words of the first place. */
function found(rules: typeof all, ...sources: readonly string[]): string[] {
  const active = rules.map((rule) => ({rule, severity: rule.severity, options: {}}))
  const pages = sources.map((source, page) => ({path: `${page + 1}.txt`, source}))
  const {findings, failures} = lint(pages, active)
  expect(failures).toEqual([])
  return findings.map(({ruleId, id, at}) => `${ruleId}/${id} ${sources[at.page]?.slice(at.start, at.end)}`)
}

const story = (head: string, place: string) => `${head}\n本报讯（记者 林岚）${place}的水渠修好了，村民用上了自流水。\n`
const copy = '渠道全长十一公里，沿线设了九道闸门，由水利站派人看守。'

describe('jumps', () => {
  const ends = (paths: readonly string[], ...bodies: readonly string[]) => {
    const issue = issueOf(...bodies.map((body) => `# 头条头条头条\n${body}\n`))
    const pages = issue.pages.map((page, i) => ({...page, path: paths[i] ?? ''}))
    const {onward, back} = looseEnds({...issue, pages})
    return [...onward.map(({to}) => `→${to}`), ...back.map(({to}) => `←${to}`)]
  }

  test.each([
    [['1.txt', '3.txt'], '（下转第三版）', '（上接第一版）'],
    [['a/20250418-01.txt', 'a/20250418-03.txt'], '（下转第3版）', '上接第１版'],
    [['A1.txt', 'A12.txt'], '下转第Ａ１２版', '（上接A1版）'],
    [['x.txt', 'y.txt'], '（下转第二版）', '（上接第一版）'],
    [['9.txt', '21.txt'], '（下转第二十一版）', '（上接第九版）']
  ])('of %j meet: %s … %s', (paths, jump, back) => {
    expect(ends(paths, `${copy}${jump}`, `${back}${copy}`)).toEqual([])
  })

  test('one that is missing is told where it is missing, once', () => {
    expect(ends(['1.txt', '2.txt', '3.txt'], `${copy}（下转第三版）`, copy, copy)).toEqual(['→3'])
    expect(ends(['1.txt', '2.txt', '3.txt'], copy, copy, `（上接第二版）${copy}`)).toEqual(['←2'])
    expect(ends(['1.txt', '2.txt', '3.txt'], `${copy}（下转第三版）`, `（上接第一版）${copy}`, copy)).toEqual(['→3'])
  })

  test('two jumps to one page want two ends', () => {
    const two = `${copy}（下转第二版）\n# 又一个头条头条\n${copy}（下转第二版）`
    expect(ends(['1.txt', '2.txt'], two, `（上接第一版）${copy}`)).toEqual(['→2'])
    expect(ends(['1.txt', '2.txt'], two, `（上接第一版）${copy}\n# 又一个头条头条\n（上接第一版）${copy}`)).toEqual([])
  })

  test('nothing is said of pages that are not given, or that have one name', () => {
    expect(ends(['1.txt', '2.txt'], `${copy}（下转第七版）`, copy)).toEqual([])
    expect(ends(['1/1.txt', '2/1.txt'], `${copy}（下转第二版）`, copy)).toEqual([])
    expect(ends(['1.txt'], `${copy}（下转第二版）`)).toEqual([])
  })

  test('a folio says more than the file’s name', () => {
    const {onward} = looseEnds(
      issueOf(`第五版\n# 头条头条头条\n${copy}（下转第六版）\n`, `第六版\n# 头条头条头条\n${copy}\n`)
    )
    expect(onward.map(({here, to}) => `${here}→${to}`)).toEqual(['5→6'])
  })
})

describe('heading-level', () => {
  test.each([['#', '#', '#'], ['##', '##'], ['#', '##', '##'], ['']])('is silent on %j', (...levels) => {
    expect(found([headingLevel], levels.map((it, i) => story(`${it} 第${i}条消息传来`, `松岭${i}`)).join(''))).toEqual(
      []
    )
  })

  test('is one finding, however many heads', () => {
    const page = Array.from({length: 40}, (_, i) => story(`${i % 3 ? '##' : '#'} 松岭${i}村修好水渠`, `松岭${i}`)).join(
      ''
    )
    expect(found([headingLevel], page)).toEqual(['heading-level/uneven ##'])
  })

  test('sees full-width marks', () => {
    const page = `${story('＃ 松岭修好水渠', '松岭')}${story('＃ 白溪修好水渠', '白溪')}${story('＃＃ 青溪修好水渠', '青溪')}`
    expect(found([headingLevel], page)).toEqual(['heading-level/uneven ＃＃'])
  })

  test('wants datelines on both levels', () => {
    expect(
      found(
        [headingLevel],
        `${story('# 松岭修好水渠', '松岭')}${story('# 白溪修好水渠', '白溪')}## 老渠工的账本\n${copy}\n`
      )
    ).toEqual([])
  })
})

describe('half-width marks and old type', () => {
  test('a story without its head is found under (记者林岚) too', () => {
    const page = `# 松岭镇引水渠全线通水\n本报讯(记者安禾)松岭镇引水渠日前全线通水,下游用上了自流水。\n${copy}\n本报讯(记者林岚)县图书馆夜间开放,周末不休。\n`
    expect(found([missingHeadline], page)).toEqual(['missing-headline/joined 本报讯(记者林岚)'])
  })

  test('and in traditional characters', () => {
    const page = `# 松嶺鎮引水渠全線通水\n本報訊（記者安禾）松嶺鎮引水渠日前全線通水。\n${copy}\n`
    expect(found(all, page)).toEqual([])
  })

  test('English copy is left alone', () => {
    const page =
      '# Ferry Resumes\n\nLONDON, March 3 — The ferry is back on the river.\n\n# Library Opens at Night\n\nLONDON, March 3 — The library opens at night.\n'
    expect(found(all, page)).toEqual([])
  })
})

describe('pages as they should not be', () => {
  test.each([
    ['nothing', ''],
    ['a head alone', '# 松岭镇引水渠全线通水\n'],
    ['marks alone', '#\n##\n###\n'],
    ['a line without end', `# 头条头条头条头条\n${'渠水进村'.repeat(50_000)}`],
    ['heads alone', '# 松岭镇引水渠全线通水\n'.repeat(20_000)],
    ['heads of two levels', '# 松岭镇引水渠全线通水\n## 白溪县茶园试种新苗\n'.repeat(10_000)],
    ['bare heads', '松岭镇引水渠全线通水\n'.repeat(20_000)],
    ['datelines alone', '本报讯（记者 林岚）\n'.repeat(20_000)],
    ['codes alone', '扫一扫 关注我们\n'.repeat(20_000)],
    ['jumps alone', '（下转第二版）\n（上接第一版）\n'.repeat(10_000)],
    ['quotes', '“'.repeat(10_000)]
  ])('%s do no harm', (_, page) => {
    const start = performance.now()
    found(all, page, page)
    expect(performance.now() - start).toBeLessThan(4000)
  })
})
