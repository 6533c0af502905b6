import {createArchive, createUse, fingerprints, lint, normalised, parsePage, toIssue} from 'copylint'
import {describe, expect, test} from 'vitest'
import {describe as word} from '../../src/report/describe.ts'
import type {Issue} from '../../src/tree/issue.ts'
import {active, page, ruleOf} from './rules.ts'

const rice = '清早，社员们把育好的秧苗连夜运到田头，抢在雨前全部插完，老支书这才松了一口气。'
const bridge = '施工队把最后一节钢梁稳稳吊装到位，两岸群众齐声欢呼，青石渡大桥今天正式合龙。'
const tea = '北坡的茶农天不亮就上了山，今年雨水足、芽头壮，收购价也比去年高出一成。'

const monday = page('11-16/2.txt', ['插秧', rice], ['采茶', tea])
const tuesday = page('11-17/1.txt', ['合龙', bridge])
const today = {path: '11-23/1.txt', source: `# 又到农忙\n\n今天的消息。\n\n${rice}\n`}

const issueOf = ({path, source}: {path: string; source: string}): Issue =>
  toIssue([{path, source, tree: parsePage(source)}])
const hashesOf = (page: {path: string; source: string}) => [...createUse()(fingerprints, issueOf(page)).hashes]

describe('createArchive', () => {
  const archive = createArchive([monday, tuesday])

  test('gives a page by its path, and nothing for a path that it does not know', () => {
    expect(archive.page('11-17/1.txt')).toEqual(tuesday)
    expect(archive.page('11-18/1.txt')).toBeUndefined()
  })

  test('finds the pages that share fingerprints, and says how many', () => {
    const all = hashesOf(monday)
    expect(archive.similar(all, 1)).toEqual([{page: monday, shared: new Set(all).size}])
    const [match, ...others] = archive.similar(hashesOf(today), 1)
    expect(others).toEqual([])
    expect(match?.page).toBe(monday)
    expect(match?.shared).toBeGreaterThan(1)
    expect(match?.shared).toBeLessThan(new Set(all).size)
  })

  test('the page that shares most comes first, of equals that of the lesser path', () => {
    const both = {path: '11-18/1.txt', source: `# 忙\n\n${rice}\n\n${bridge}\n`}
    const again = {...monday, path: '11-15/1.txt'}
    const paths = createArchive([tuesday, monday, both, again])
      .similar(hashesOf(monday), 1)
      .map((match) => match.page.path)
    expect(paths).toEqual(['11-15/1.txt', '11-16/2.txt', '11-18/1.txt'])
  })

  test('pages that share fewer than asked for are left out', () => {
    const [{shared} = {shared: 0}] = archive.similar(hashesOf(today), 1)
    expect(archive.similar(hashesOf(today), shared)).toHaveLength(1)
    expect(archive.similar(hashesOf(today), shared + 1)).toEqual([])
  })

  test('a fingerprint counts once, however often it is asked for or printed', () => {
    const twice = {path: 'twice.txt', source: `# 忙\n\n${rice}\n\n${rice}\n`}
    const hashes = hashesOf({path: 'once.txt', source: `# 忙\n\n${rice}\n`})
    const [match] = createArchive([twice]).similar([...hashes, ...hashes], 1)
    expect(match?.shared).toBe(new Set(hashes).size)
  })

  test('a later page takes the place of an earlier one of the same path', () => {
    const corrected = {path: monday.path, source: tuesday.source}
    const archive = createArchive([monday, corrected])
    expect(archive.page(monday.path)).toEqual(corrected)
    expect(archive.similar(hashesOf(monday), 1)).toEqual([])
  })

  test('an empty archive is like nothing', () => {
    expect(createArchive([]).similar(hashesOf(monday), 1)).toEqual([])
  })
})

describe('a rule of the archive', () => {
  /** A paragraph that was printed before, whatever its marks and widths. */
  const printedBefore = ruleOf('printed-before', 'archive', function* ({issue, archive}, {use}) {
    const here = use(normalised, issue)
    const key = (codes: Uint16Array) => codes.join(' ')
    for (const {page} of archive.similar(use(fingerprints, issue).hashes, 2)) {
      const there = use(normalised, issueOf(page))
      const printed = new Map(
        there.blocks
          .filter(({start, end}) => end - start >= 20)
          .map(({block, start, end}) => [key(there.codes.subarray(start, end)), block])
      )
      for (const {block, start, end} of here.blocks) {
        const first = printed.get(key(here.codes.subarray(start, end)))
        if (!first) continue
        const at = {start: first.start, end: first.end}
        yield {id: 'found', at: block, related: [{at, label: 'first', path: page.path, compare: true}]}
      }
    }
  })
  const archive = createArchive([tuesday, monday])
  const at = {page: 0, start: today.source.indexOf(rice), end: today.source.indexOf(rice) + rice.length}
  const there = {start: monday.source.indexOf(rice), end: monday.source.indexOf(rice) + rice.length}

  test('finds a paragraph of last week, on whatever page it stood', () => {
    const {findings, failures} = lint([today], [active(printedBefore)], archive)
    expect(failures).toEqual([])
    expect(findings).toEqual([
      {
        id: 'found',
        ruleId: 'printed-before',
        severity: 'error',
        at,
        related: [{at: there, label: 'first', path: '11-16/2.txt', compare: true}]
      }
    ])
  })

  test('a place in the archive may lie where the page of today has ended', () => {
    const late = {path: 'late.txt', source: `# 忙\n\n${bridge.repeat(5)}\n\n${rice}\n`}
    const {findings, failures} = lint([today], [active(printedBefore)], createArchive([late]))
    expect(failures).toEqual([])
    expect(findings[0]?.related?.[0]?.at.end).toBeGreaterThan(today.source.length)
  })

  test('a rule of the issue runs beside it', () => {
    const other = ruleOf('a-place', 'issue', () => [{id: 'found', at: {start: 0, end: 1}}])
    const {findings} = lint([today], [active(printedBefore), active(other)], archive)
    expect(findings.map(({ruleId}) => ruleId)).toEqual(['a-place', 'printed-before'])
  })

  test.each([
    ['zh', '见〈11-16/2.txt〉第3行', '先排在这里'],
    ['en', 'see line 3 of 11-16/2.txt', 'printed first here']
  ] as const)('the report says where it stood, in %s', (language, place, label) => {
    const result = lint([today], [active(printedBefore)], archive)
    const [report] = word(result, language, [printedBefore], {archive})
    const [message] = report?.messages ?? []
    expect(message?.reason).toContain(place)
    expect(message?.place.start).toEqual({line: 5, column: 1, offset: at.start})
    expect(message?.related).toEqual([
      {
        label,
        path: '11-16/2.txt',
        place: {
          start: {line: 3, column: 1, offset: there.start},
          end: {line: 3, column: 1 + rice.length, offset: there.end}
        },
        at: {start: there.start, end: there.end},
        text: rice,
        compare: true
      }
    ])
  })

  test('the failure of one is told with the first page', () => {
    const broken = ruleOf('broken', 'archive', () => {
      throw new Error('the archive is locked')
    })
    const result = lint([today, tuesday], [active(broken)], archive)
    expect(result.failures).toMatchObject([{rule: 'broken', reason: 'the archive is locked'}])
    const told = word(result, 'en', [broken], {archive}).map(({failures}) => failures.length)
    expect(told).toEqual([1, 0])
  })
})
