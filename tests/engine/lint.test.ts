import {readFileSync} from 'node:fs'
import {type Issue, lint, normalised, parsePage, toIssue} from 'copylint'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {builtin} from '../../src/builtin.ts'
import {checkIssue} from '../../src/lint.ts'
import type {Finding, Severity} from '../../src/rule/finding.ts'
import {issues} from '../fixtures/pages.ts'
import {defaults} from './defaults.ts'
import {active, page, ruleOf, wordRule} from './rules.ts'

const ferry = page('1.txt', ['渡轮首航', '青石渡口的新渡轮今天首航。'], ['开渔', '渡轮让路，渔船出海。'])
const tea = page('2.txt', ['采茶', '坐渡轮来的客商看了茶园。'])

describe('what a finding becomes', () => {
  test('it has its rule, its severity, and every place its page', () => {
    const {findings, failures} = lint([ferry, tea], [active(wordRule('渡轮'))])
    expect(failures).toEqual([])
    expect(findings).toEqual(
      [
        {page: 0, start: ferry.source.indexOf('渡轮今天')},
        {page: 0, start: ferry.source.indexOf('渡轮让路')},
        {page: 1, start: tea.source.indexOf('渡轮来')}
      ].map(({page, start}) => ({
        id: 'found',
        ruleId: 'a-word',
        severity: 'error',
        at: {page, start, end: start + 2}
      }))
    )
  })

  test('a rule of stories need not name the page, in related places and mends neither', () => {
    const rule = ruleOf('a-pair', 'article', function* ({body: [block]}) {
      if (!block) return
      const at = {start: block.start, end: block.start + 2}
      yield {
        id: 'found',
        at,
        related: [{at: {start: block.end - 2, end: block.end}, label: 'first'}],
        fixes: [{title: 'drop', safety: 'unsafe', edits: [{...at, text: ''}]}]
      }
    })
    const pages = lint([tea, ferry], [active(rule)]).findings.map(({at, related, fixes}) => [
      at.page,
      related?.[0]?.at.page,
      fixes?.[0]?.edits[0]?.page
    ])
    expect(pages).toEqual([
      [0, 0, 0],
      [1, 1, 1],
      [1, 1, 1]
    ])
  })

  test('a rule of issues that names no page means the first', () => {
    const rule = ruleOf('a-place', 'issue', () => [{id: 'found', at: {start: 0, end: 1}}])
    expect(lint([ferry, tea], [active(rule)]).findings.map(({at}) => at.page)).toEqual([0])
  })

  test('a block may stand for its span: the finding has the span only', () => {
    const rule = ruleOf('a-block', 'article', function* ({headline, body: [block]}) {
      if (!headline || !block) return
      yield {
        id: 'found',
        at: block,
        related: [{at: headline, label: 'first'}],
        fixes: [{title: 'drop', safety: 'unsafe', edits: [{...block, text: ''}]}]
      }
    })
    const [found] = lint([ferry], [active(rule)]).findings
    expect(Object.keys(found?.at ?? {}).sort()).toEqual(['end', 'page', 'start'])
    expect(Object.keys(found?.related?.[0]?.at ?? {}).sort()).toEqual(['end', 'page', 'start'])
    expect(Object.keys(found?.fixes?.[0]?.edits[0] ?? {}).sort()).toEqual(['end', 'page', 'start', 'text'])
  })

  const order: readonly Severity[] = ['error', 'warning', 'info']
  test.each(order.flatMap((config) => [undefined, ...order].map((own) => ({config, own}))))(
    'where the config says $config and the finding $own, the less grave counts',
    ({config, own}) => {
      const finding: Finding = {id: 'found', at: {start: 0, end: 1}, ...(own && {severity: own})}
      const [found] = lint(
        [ferry],
        [
          active(
            ruleOf('a-place', 'issue', () => [finding]),
            config
          )
        ]
      ).findings
      const lower = order[Math.max(order.indexOf(config), order.indexOf(own ?? config))]
      expect(found?.severity).toBe(lower)
    }
  )

  test('the rule is given the source of a span, of the first page where the span has none', () => {
    const seen: string[] = []
    const rule = ruleOf('a-reader', 'issue', (issue, {text}) => {
      for (const {body} of issue.articles) for (const block of body) seen.push(text(block))
      seen.push(text({start: 2, end: 6}))
      return []
    })
    lint([ferry, tea], [active(rule)])
    expect(seen).toEqual(['青石渡口的新渡轮今天首航。', '渡轮让路，渔船出海。', '坐渡轮来的客商看了茶园。', '渡轮首航'])
  })
})

describe('a rule that does not do its work', () => {
  const sound = active(wordRule('渡轮', 'sound'))
  const soundPlaces = lint([ferry, tea], [sound]).findings

  test('one that throws is a failure of its own: the others find what they find without it', () => {
    const broken = ruleOf('broken', 'issue', () => {
      throw new Error('the list of names is empty')
    })
    for (const rules of [
      [active(broken), sound],
      [sound, active(broken)]
    ]) {
      const {findings, failures} = lint([ferry, tea], rules)
      expect(failures).toMatchObject([{rule: 'broken', reason: 'the list of names is empty'}])
      expect(findings).toEqual(soundPlaces)
    }
  })

  test('one that throws at a story says on which page, once, and keeps what it had found', () => {
    const broken = ruleOf('broken', 'article', function* ({page, headline}) {
      if (page === 1) throw new Error('no tea here')
      if (headline) yield {id: 'found', at: headline}
    })
    const {findings, failures} = lint([ferry, tea, tea], [active(broken)])
    expect(failures).toMatchObject([{rule: 'broken', page: 1, reason: 'no tea here'}])
    expect(findings.map(({at}) => at.page)).toEqual([0, 0])
  })

  test.each([
    ['a text', 'a text', 'a text'],
    ['nothing', undefined, 'it threw something that is no error'],
    ['what has no string', Object.create(null), 'it threw something that is no error']
  ])('one may throw %s', (_, thrown, reason) => {
    const broken = ruleOf('broken', 'issue', () => {
      throw thrown
    })
    expect(lint([ferry], [active(broken)]).failures).toMatchObject([{rule: 'broken', reason}])
  })

  const length = ferry.source.length
  test.each([
    {start: -1, end: 2},
    {start: 3, end: 2},
    {start: 0, end: length + 1},
    {start: Number.NaN, end: 2},
    {start: 0, end: Number.NaN},
    {start: 0, end: 1, page: 1},
    {start: 0, end: 1, page: -1},
    {start: 0, end: 1, page: 0.5}
  ])('a place that is not on the page is a failure, wherever it is named: %j', (wrong) => {
    const at = {start: 0, end: 1}
    const wrongs: Finding[] = [
      {id: 'found', at: wrong},
      {id: 'found', at, related: [{at: wrong, label: 'first'}]},
      {id: 'found', at, fixes: [{title: 'drop', safety: 'safe', edits: [{...wrong, text: ''}]}]}
    ]
    for (const finding of wrongs) {
      const {findings, failures} = lint([ferry], [active(ruleOf('astray', 'issue', () => [finding])), sound])
      expect(failures).toMatchObject([{rule: 'astray', reason: expect.stringContaining('not on the page')}])
      expect(findings.map(({ruleId}) => ruleId)).toEqual(['sound', 'sound'])
    }
  })

  test('the whole page, and nothing at its very end, are places on it', () => {
    const rule = ruleOf('edges', 'issue', () =>
      [
        {start: 0, end: length},
        {start: length, end: length}
      ].map((at) => ({id: 'found', at}))
    )
    expect(lint([ferry], [active(rule)])).toMatchObject({failures: [], findings: [{}, {}]})
  })

  test.each(['fuond', 'toString', '__proto__'])('a message that it does not have is a failure: %s', (id) => {
    const rule = ruleOf('misspelt', 'issue', () => [{id, at: {start: 0, end: 1}}])
    expect(lint([ferry], [active(rule)])).toMatchObject({
      findings: [],
      failures: [{rule: 'misspelt', reason: expect.stringContaining(id)}]
    })
  })

  test.each([
    ['no list', undefined],
    ['a list of nothing', [undefined]]
  ])('one that gives %s is a failure', (_, given) => {
    const rule = ruleOf('empty-handed', 'issue', () => given as unknown as Finding[])
    expect(lint([ferry], [active(rule)])).toMatchObject({findings: [], failures: [{rule: 'empty-handed'}]})
  })
})

describe('what is found', () => {
  test('stands in the order of the pages, then of their text, the shorter place first, then by rule', () => {
    const places = [
      {page: 1, start: 0, end: 1},
      {page: 0, start: 5, end: 9},
      {page: 0, start: 5, end: 6},
      {page: 0, start: 2, end: 3}
    ]
    const rules = ['b-rule', 'a-rule'].map((name) =>
      active(ruleOf(name, 'issue', () => places.map((at) => ({id: 'found', at}))))
    )
    const {findings} = lint([ferry, tea], rules)
    expect(findings.map(({ruleId, at: {page, start, end}}) => `${page} ${start}–${end} ${ruleId}`)).toEqual([
      '0 2–3 a-rule',
      '0 2–3 b-rule',
      '0 5–6 a-rule',
      '0 5–6 b-rule',
      '0 5–9 a-rule',
      '0 5–9 b-rule',
      '1 0–1 a-rule',
      '1 0–1 b-rule'
    ])
  })

  test('nothing where there are no pages, no text or no rules', () => {
    expect(lint([], defaults)).toMatchObject({findings: [], failures: []})
    expect(lint([{path: 'empty.txt', source: ''}], defaults)).toMatchObject({findings: [], failures: []})
    expect(lint([ferry], [])).toMatchObject({findings: [], failures: []})
  })

  test('a rule of the archive is silent where there is none', () => {
    const rule = ruleOf('old-news', 'archive', () => {
      throw new Error('it was asked')
    })
    expect(lint([ferry], [active(rule)])).toMatchObject({findings: [], failures: []})
  })

  test('and how long each step took', () => {
    const {timings} = lint([ferry], [active(wordRule('渡轮')), active(wordRule('茶', 'another-word'))])
    expect([...timings.keys()].sort()).toEqual(['a-word', 'another-word', 'parse'])
    for (const time of timings.values()) expect(time).toBeGreaterThanOrEqual(0)
  })
})

describe('built-in rules on the fixture pages', () => {
  const names = Object.values(issues).flat()
  const pages = names.map((name) => ({
    path: `${name}.txt`,
    source: readFileSync(`fixtures/${name}.marked.txt`, 'utf8').replace(/⟦(?:[\w#-]*\|)?|⟧/gu, '')
  }))
  const {findings} = lint(pages, defaults)

  test('find something, each of them', () => {
    // house-terms has no terms where nobody gives it any: fixtures/terms
    const names = builtin.map(({name}) => name).filter((name) => name !== 'house-terms')
    expect([...new Set(findings.map(({ruleId}) => ruleId))].sort()).toEqual(names.sort())
  })

  test('change nothing: the tree is frozen to its leaves', () => {
    const issue = deepFreeze(parsed(pages))
    const {findings: again, failures} = checkIssue(issue, defaults)
    expect(failures).toEqual([])
    expect(again).toEqual(findings)
  })

  test('find the same again', () => {
    expect(JSON.stringify(lint(pages, defaults).findings)).toBe(JSON.stringify(findings))
  })

  test('find the same in whatever order they run', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...defaults], {minLength: defaults.length}), (rules) => {
        expect(JSON.stringify(lint(pages, rules).findings)).toBe(JSON.stringify(findings))
      }),
      {numRuns: 20}
    )
  })

  test('give plain data, that goes through JSON and between threads', () => {
    expect(JSON.parse(JSON.stringify(findings))).toStrictEqual(findings)
    expect(structuredClone(findings)).toStrictEqual(findings)
  })

  test('point at both ends: a finding about two places names the other', () => {
    const ofTwoPlaces = /^(?:repeated|duplicate|doubled-phrase|swapped|spliced|misplaced|broken)/
    for (const {ruleId, related = []} of findings) {
      if (ofTwoPlaces.test(ruleId)) expect(related.length, ruleId).toBeGreaterThan(0)
    }
  })

  test('share what is computed: letters are folded once for all rules', () => {
    let asked = 0
    const issue = parsed(pages)
    const counted: Issue = {
      pages: issue.pages,
      get articles() {
        asked++
        return issue.articles
      }
    }
    const once = ruleOf('counter', 'issue', (unit, {use}) => {
      use(normalised, unit)
      return []
    })
    checkIssue(counted, [active(once)])
    const first = asked
    asked = 0
    checkIssue(counted, [active(once), active({...once, name: 'counter-again'})])
    expect(asked).toBe(first)
  })
})

const parsed = (pages: readonly {path: string; source: string}[]): Issue =>
  toIssue(pages.map((it) => ({...it, tree: parsePage(it.source)})))

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const item of Object.values(value)) deepFreeze(item)
  return value
}
