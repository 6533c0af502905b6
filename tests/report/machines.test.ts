import {execFileSync, spawnSync} from 'node:child_process'
import {describe, expect, test} from 'vitest'
import type {Document} from '../../src/formats/format.ts'
import {readPlain} from '../../src/formats/plain.ts'
import {parsePage} from '../../src/parse/parse.ts'
import {checkstyle} from '../../src/report/checkstyle.ts'
import {describe as describeResult} from '../../src/report/describe.ts'
import {github} from '../../src/report/github.ts'
import {gitlab} from '../../src/report/gitlab.ts'
import {json} from '../../src/report/json.ts'
import {junit} from '../../src/report/junit.ts'
import type {PageReport} from '../../src/report/message.ts'
import {ndjson} from '../../src/report/ndjson.ts'
import {isUri, toSlashes, toUri} from '../../src/report/paths.ts'
import {rdjson} from '../../src/report/rdjson.ts'
import {sarif} from '../../src/report/sarif/index.ts'
import {summary} from '../../src/report/summary.ts'
import {toIssue} from '../../src/tree/issue.ts'
import {readCommands} from './github-commands.ts'
import {options, paths, rule, samplePages, sources} from './sample.ts'
import {closed, faultsOf, schemaOf} from './schemas.ts'
import {all, faultsBy, readXml} from './xml.ts'

const pages = samplePages()
const [first, second] = Object.values(sources)
const texts = new Map(Object.entries(sources))
const quiet = {...options, quiet: true}

describe('paths', () => {
  test.each([
    ['a.txt', 'a.txt'],
    ['./版面/a 1.txt', '%E7%89%88%E9%9D%A2/a%201.txt'],
    ['..\\b.txt', '../b.txt'],
    ['/tmp/a%b.txt', 'file:///tmp/a%25b.txt'],
    ['C:\\稿\\a.txt', 'file:///C:/%E7%A8%BF/a.txt'],
    ['\\\\desk\\a.txt', 'file://desk/a.txt'],
    ['a:b,c?#.txt', 'a%3Ab%2Cc%3F%23.txt'],
    ['<stdin>', '%3Cstdin%3E'],
    ['\ud800', '%EF%BF%BD']
  ])('%s → %s', (path, uri) => {
    expect(toUri(path)).toBe(uri)
  })

  test('addresses of the web, and nothing that runs', () => {
    const urls = ['https://example.com/a', 'http://a', 'javascript:alert(1)', ' https://a', 'https://a b', '']
    expect(urls.filter(isUri)).toEqual(['https://example.com/a', 'http://a'])
  })

  test('with slashes, without a dot', () => {
    expect(['.\\a\\b.txt', './a', '.', '././a'].map(toSlashes)).toEqual(['a/b.txt', 'a', '.', 'a'])
  })
})

test('ndjson: what json says, a line a page', async () => {
  const lines = (await ndjson(pages, options)).split('\n')
  expect(lines.pop()).toBe('')
  expect(lines.map((it) => JSON.parse(it))).toEqual(JSON.parse(await json(pages, options)))
  expect(await ndjson([], options)).toBe('')
})

describe('sarif', () => {
  const report = async (how = options, of: readonly PageReport[] = pages) => JSON.parse(await sarif(of, how))
  const apply = (uri: string, replacements: {deletedRegion: Region; insertedContent?: {text: string}}[]) => {
    const text = texts.get(decodeURIComponent(uri)) ?? ''
    const sorted = [...replacements].sort((a, b) => b.deletedRegion.charOffset - a.deletedRegion.charOffset)
    return sorted.reduce((now, {deletedRegion: {charOffset, charLength}, insertedContent}) => {
      return now.slice(0, charOffset) + (insertedContent?.text ?? '') + now.slice(charOffset + charLength)
    }, text)
  }
  interface Region {
    readonly charOffset: number
    readonly charLength: number
  }

  test.each([
    ['all', options, pages],
    ['errors only, with what is not known', {...quiet, rules: []}, pages],
    ['in English', {...options, language: 'en' as const}, samplePages('en')],
    ['nothing', options, []]
  ] as const)('is as the standard wants it: %s', async (_, how, of) => {
    expect(faultsOf(schemaOf('sarif-2.1.0.json'), await report(how, of))).toEqual([])
  })

  test('says what is reported of comments that accept findings', async () => {
    const [page] = pages
    const [message] = page?.messages ?? []
    if (!page || !message) throw new Error('no sample')
    const [run] = (await report(options, [{...page, messages: [{...message, ruleId: 'unused-directive'}]}])).runs
    expect(run.tool.driver.rules[run.results[0].ruleIndex]).toMatchObject({
      id: 'unused-directive',
      name: 'UnusedDirective',
      shortDescription: {text: '注释放过的问题已经不在了，注释可以删去'}
    })
  })

  test('regions are the words', async () => {
    const [{results}] = (await report()).runs
    for (const {locations, relatedLocations = []} of results) {
      for (const {physicalLocation} of [...locations, ...relatedLocations]) {
        const {artifactLocation, region} = physicalLocation
        const text = texts.get(decodeURIComponent(artifactLocation.uri)) ?? ''
        expect(region.snippet.text).toBe(text.slice(region.charOffset, region.charOffset + region.charLength))
        const line = text.split('\n')[region.startLine - 1]
        expect(line?.slice(region.startColumn - 1, region.endColumn - 1)).toBe(region.snippet.text)
      }
    }
  })

  test('names rules, files and the other end; what is in brackets is no link', async () => {
    const [run] = (await report()).runs
    const [error, warning, info] = run.results
    expect(run.tool.driver.rules[error.ruleIndex]).toMatchObject({
      id: 'same-closing',
      name: 'SameClosing',
      shortDescription: {text: '结尾相同'},
      helpUri: 'https://example.com/same-closing',
      defaultConfiguration: {level: 'error'}
    })
    expect(run.tool.driver.rules[info.ruleIndex]).toEqual({
      id: 'retext-plugin',
      defaultConfiguration: {level: 'note'}
    })
    expect([error.level, warning.level, info.level]).toEqual(['error', 'warning', 'note'])
    expect(error.message.text).toBe(
      '“为全镇高质…应有贡献。”在第3行用过\n读者会看到两次。改写一处。\n先排在这里：[第3行](1)'
    )
    expect(warning.relatedLocations[0]).toMatchObject({
      id: 1,
      message: {text: '先排在这里'},
      physicalLocation: {artifactLocation: {index: 0}}
    })
    expect(info.message.text).toBe('生僻字 \\[a\\](1)')
    expect(run.artifacts.map((it: {location: {uri: string}}) => decodeURIComponent(it.location.uri))).toEqual([
      ...paths,
      'c.txt'
    ])
  })

  test('fixes make of the files what the mends make', async () => {
    const [{results}] = (await report()).runs
    const [safe] = results[0].fixes
    const [change] = safe.artifactChanges
    expect(safe.properties).toEqual({safety: 'safe'})
    expect(apply(change.artifactLocation.uri, change.replacements)).toBe(first?.replace(/编号，.*。\n/, '编号，\n'))
    const [two, other] = results[1].fixes
    const [own] = two.artifactChanges
    expect(apply(own.artifactLocation.uri, own.replacements)).toBe(
      second?.replace('昨天', '日前').replace(/，为全镇.*。\n/, '，。\n')
    )
    expect(decodeURIComponent(other.artifactChanges[0].artifactLocation.uri)).toBe('版面/a 1.txt')
  })

  test('what could not be done is told, of the config once', async () => {
    const shared = {reason: '配置写错了', shared: true as const}
    const of = pages.map((page) => ({...page, failures: [...page.failures, shared]}))
    const [{invocations}] = (await report(options, of)).runs
    expect(invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: {text: '读不了'},
            locations: [{physicalLocation: {artifactLocation: {uri: 'c.txt', index: 2}}}]
          }
        ],
        toolConfigurationNotifications: [{level: 'error', message: {text: '配置写错了'}}]
      }
    ])
  })

  test('of a Word file lines are paragraphs, and no edit of text is offered', async () => {
    const [{artifacts, results}] = (
      await report(
        options,
        pages.map((page) => ({...page, binary: true as const}))
      )
    ).runs
    expect(artifacts[0].description.text).toContain('段落')
    expect(results.every((it: object) => !('fixes' in it))).toBe(true)
  })

  test('long passages are not copied', async () => {
    const copy = '长'.repeat(100_000)
    const place = {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: 100_001, offset: 100_000}}
    const message = pages[0]?.messages[0]
    const page = {...pages[0], copy, messages: [{...message, text: copy, place, related: [], fixes: []}]} as PageReport
    expect((await sarif([page], options)).length).toBeLessThan(5000)
  })
})

describe('fingerprints', () => {
  const prints = async (of: readonly PageReport[], how = options) =>
    JSON.parse(await gitlab(of, how)).map(({fingerprint}: {fingerprint: string}) => fingerprint)

  test('are unique, and the same in sarif', async () => {
    const twice = pages.map((page) => ({
      ...page,
      messages: [...page.messages, ...page.messages.map((it) => ({...it}))]
    }))
    const all = await prints(twice)
    expect(new Set(all).size).toBe(all.length)
    const [{results}] = JSON.parse(await sarif(pages, options)).runs
    const own = results.map(
      (it: {partialFingerprints: Record<string, string>}) => it.partialFingerprints['copylint/v1']
    )
    expect((await prints(pages)).slice(0, 3)).toEqual(own)
  })

  test('stay when lines move, and when less is shown', async () => {
    const moved = pages.map((page) => ({
      ...page,
      messages: page.messages.map((it) => ({...it, place: {start: {...it.place.start, line: 99}, end: it.place.end}}))
    }))
    expect(await prints(moved)).toEqual(await prints(pages))
    const hidden = await prints(pages, quiet)
    expect(await prints(pages)).toEqual(expect.arrayContaining(hidden))
  })

  test('differ by file, rule, story and words', async () => {
    const [page] = pages as [PageReport]
    const [message] = page.messages
    const variants = [
      page,
      {...page, path: 'd.txt'},
      {...page, stories: page.stories.map((it) => ({...it, headline: '别的'}))},
      {...page, messages: [{...message, ruleId: 'other'}]},
      {...page, messages: [{...message, text: '别的'}]}
    ] as PageReport[]
    expect(new Set(await prints(variants)).size).toBe(variants.length)
  })
})

describe('gitlab', () => {
  test('is as GitLab wants it', async () => {
    const entries = JSON.parse(await gitlab(pages, options))
    const schema = schemaOf('gitlab-code-quality.json')
    for (const entry of entries) expect(faultsOf(schema, entry)).toEqual([])
    expect(entries[0]).toEqual({
      description: '“为全镇高质…应有贡献。”在第3行用过。读者会看到两次。改写一处。先排在这里：第3行',
      check_name: 'same-closing',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      severity: 'major',
      location: {path: '版面/a 1.txt', lines: {begin: 5, end: 5}}
    })
    expect(entries.map(({severity}: {severity: string}) => severity)).toEqual(['major', 'minor', 'info', 'blocker'])
    expect(await gitlab([], options)).toBe('[]\n')
  })
})

describe('rdjson', () => {
  const bytes = (text: string, range: {start: Position; end: Position}) => {
    const lines = text.split('\n').map((line) => Buffer.from(`${line}\n`))
    const offset = (at: Position) => lines.slice(0, at.line - 1).reduce((n, it) => n + it.length, 0) + at.column - 1
    return [offset(range.start), offset(range.end)] as const
  }
  interface Position {
    readonly line: number
    readonly column: number
  }

  test('is as reviewdog wants it, and has no field that it does not know', async () => {
    const schema = closed(schemaOf('rdjson.json'))
    for (const of of [pages, []]) expect(faultsOf(schema, JSON.parse(await rdjson(of, options)))).toEqual([])
  })

  test('places are bytes of UTF-8', async () => {
    const {diagnostics} = JSON.parse(await rdjson(pages, options))
    const words = diagnostics.slice(0, 3).map(({location: {path, range}}: {location: {path: string; range: never}}) => {
      const text = texts.get(path) ?? ''
      return Buffer.from(text)
        .subarray(...bytes(text, range))
        .toString()
    })
    expect(words).toEqual(['为全镇高质量发展作出应有贡献。', '为全镇高质量发展作出应有贡献。', '𠮷家沟'])
    expect(diagnostics[3]).toEqual({
      message: '读不了',
      location: {path: 'c.txt'},
      severity: 'ERROR',
      code: {value: 'copylint'}
    })
    expect(diagnostics[1].related_locations).toEqual([
      {message: '先排在这里', location: {path: '版面/a 1.txt', range: expect.anything()}}
    ])
  })

  test('columns are right far into a long line', async () => {
    const copy = `${'汉a𠮷'.repeat(3000)}误`
    const place = {start: {line: 1, column: 12_001, offset: 12_000}, end: {line: 1, column: 12_002, offset: 12_001}}
    const page = {...pages[0], copy, messages: [{...pages[0]?.messages[0], place, related: [], fixes: []}]}
    const [{location}] = JSON.parse(await rdjson([page as PageReport], options)).diagnostics
    expect(location.range).toEqual({start: {line: 1, column: 24_001}, end: {line: 1, column: 24_004}})
  })

  test('a mend of several edits is one suggestion; one of another file is none', async () => {
    const {diagnostics} = JSON.parse(await rdjson(pages, options))
    const [suggestion, ...more] = diagnostics[1].suggestions
    expect(more).toEqual([])
    const [start, end] = bytes(second ?? '', suggestion.range)
    const text = Buffer.from(second ?? '')
    expect(text.subarray(0, start).toString() + suggestion.text + text.subarray(end).toString()).toBe(
      second?.replace('昨天', '日前').replace(/，为全镇.*。\n/, '，。\n')
    )
  })
})

describe('junit', () => {
  test('is what Jenkins reads', async () => {
    for (const of of [pages, []]) {
      expect(faultsBy('junit-10.xsd', readXml(await junit(of, {...options, score: true})))).toEqual([])
    }
  })

  test.skipIf(spawnSync('xmllint', ['--version']).error !== undefined)(
    'is what Jenkins reads, by xmllint (libxml2-utils)',
    async () => {
      const schema = `${import.meta.dirname}/schemas/junit-10.xsd`
      execFileSync('xmllint', ['--noout', '--schema', schema, '-'], {input: await junit(pages, options), stdio: 'pipe'})
    }
  )

  test('errors fail, doubts are skipped, what could not be done is an error, a clean file passes', async () => {
    const clean = {...pages[0], path: 'clean.txt', messages: []} as PageReport
    const root = readXml(await junit([...pages, clean], options))
    expect(root.attributes).toEqual({name: 'copylint', tests: '5', failures: '1', errors: '1'})
    expect(
      root.children.map(({attributes: {name, tests, failures, errors, skipped}}) => {
        return [name, tests, failures, errors, skipped].join(' ')
      })
    ).toEqual(['版面/a 1.txt 1 1 0 0', 'b.txt 2 0 0 2', 'c.txt 1 0 1 0', 'clean.txt 1 0 0 0'])
    expect(all(root, 'testcase').map((it) => it.children[0]?.name)).toEqual([
      'failure',
      'skipped',
      'skipped',
      'error',
      undefined
    ])
    expect(all(root, 'testcase').at(-1)?.attributes.name).toBe('没有发现问题')
    // of the second page only doubts were found: without them it has passed
    const errors = readXml(await junit(pages, quiet))
    expect(errors.children[1]?.children.map(({attributes}) => attributes.name)).toEqual(['没有错误'])
  })
})

test('checkstyle: a file an element', async () => {
  const root = readXml(await checkstyle(pages, options))
  expect([root.name, root.attributes]).toEqual(['checkstyle', {version: '4.3'}])
  expect(root.children.map(({attributes, children}) => [attributes.name, children.length])).toEqual([
    ['版面/a 1.txt', 1],
    ['b.txt', 2],
    ['c.txt', 1]
  ])
  expect(root.children[0]?.children[0]?.attributes).toEqual({
    line: '5',
    column: '22',
    severity: 'error',
    message: '“为全镇高质…应有贡献。”在第3行用过。读者会看到两次。改写一处。先排在这里：第3行',
    source: 'copylint.same-closing'
  })
})

describe('github', () => {
  test('what could not be done first, then the gravest', async () => {
    const commands = readCommands(await github([...pages].reverse(), options))
    expect(commands.map(({name, properties: {file, line}}) => [name, file, line])).toEqual([
      ['error', 'c.txt', undefined],
      ['error', '版面/a 1.txt', '5'],
      ['warning', 'b.txt', '3'],
      ['notice', 'b.txt', '3']
    ])
    expect(commands[1]?.message).toBe(
      '“为全镇高质…应有贡献。”在第3行用过\n读者会看到两次。改写一处。\n先排在这里：第3行'
    )
    expect(await github([], options)).toBe('')
  })

  test('what concerns all files is said once; columns only of one line', async () => {
    const shared = pages.map((page) => ({...page, messages: [], failures: [{reason: '错了', shared: true as const}]}))
    expect(await github(shared, options)).toBe('::error title=copylint::错了\n')
    const [page] = pages as [PageReport]
    const [message] = page.messages
    const place = {start: {line: 1, column: 3, offset: 2}, end: {line: 2, column: 1, offset: 9}}
    const [command] = readCommands(await github([{...page, messages: [{...message, place}]} as PageReport], options))
    expect(command?.properties).toEqual({file: '版面/a 1.txt', line: '1', endLine: '2', title: 'same-closing'})
  })
})

describe('summary', () => {
  const many = (count: number): PageReport[] =>
    [...pages, ...Array.from({length: count}, (_, n) => ({...pages[1], path: `${n}.txt`}) as PageReport)].map(
      (page) => ({
        ...page,
        messages: page.messages.map((it) => (it.severity === 'warning' ? {...it, ruleId: 'noisy'} : it))
      })
    )
  const known = {...options, rules: [...(options.rules ?? []), {...options.rules?.[0], name: 'noisy'}] as never}

  test.each(['zh', 'en'] as const)('findings by rule, aligned: %s', async (language) => {
    expect(await summary(many(30), {...known, language})).toMatchSnapshot()
  })

  test('what is left out is said', async () => {
    expect(await summary(pages, quiet)).toContain('--quiet')
    expect(
      await summary(
        pages.slice(0, 2).map((it) => ({...it, messages: []})),
        options
      )
    ).toBe('检查了 2 个文件，没有发现问题。\n')
    expect(await summary(pages.slice(2), options)).toBe('没有查完的有 1 个文件：\n  c.txt：读不了\n')
  })

  test('names what to switch off: never a rule with errors, never one that has few', async () => {
    expect(await summary(many(30), known)).toContain('"rules": {"noisy":"off"}')
    expect(await summary(many(30), options)).not.toContain('"rules"')
    expect(await summary(many(3), known)).not.toContain('"rules"')
    const grave = many(30).map((page) => ({
      ...page,
      messages: page.messages.map((it) => ({...it, severity: 'error' as const}))
    }))
    expect(await summary(grave, known)).not.toContain('"rules"')
  })

  test('the gravest first, where asked for', async () => {
    const rows = (text: string) =>
      text.split('\n').flatMap((it) => /^(noisy|same-closing|retext-plugin) /.exec(it)?.[1] ?? [])
    expect(rows(await summary(many(30), known))).toEqual(['noisy', 'retext-plugin', 'same-closing'])
    expect(rows(await summary(many(30), {...known, sort: 'severity'}))).toEqual([
      'same-closing',
      'noisy',
      'retext-plugin'
    ])
  })
})

describe('a file that is more than its words', () => {
  const copy = '柳溪村分发新种子\n昨天分发了新的种种子'
  const before = '<h1>柳溪村分发新种子</h1>\n<p class="首">'.length
  const source = `<h1>柳溪村分发新种子</h1>\n<p class="首">昨天分发了新的种种子</p>\n`
  const at = {page: 0, start: copy.indexOf('种种子'), end: copy.length}
  const shift = before - copy.indexOf('昨天')
  const html: Document = {
    ...readPlain(copy),
    source,
    locate: ({start, end}) => ({start: start + shift, end: end + shift}),
    toSource: (edit) => [{...edit, start: edit.start + shift, end: edit.end + shift}]
  }
  const report = (document: Document) => {
    const issue = toIssue([{path: 'a.html', source: copy, tree: parsePage(copy)}])
    const fixes = [{title: 'drop', safety: 'safe' as const, edits: [{...at, text: '种子'}]}]
    const found = {id: 'again', ruleId: rule.name, severity: 'error' as const, at, fixes}
    return describeResult({issue, findings: [found], failures: []}, 'zh', [rule], {documents: [document]})
  }

  test('places are those of the file, its markup with them', async () => {
    const [result] = JSON.parse(await sarif(report(html), options)).runs[0].results
    expect(result.locations[0].physicalLocation.region).toMatchObject({startLine: 2, snippet: {text: '种种子'}})
    const [{deletedRegion}] = result.fixes[0].artifactChanges[0].replacements
    expect(source.slice(deletedRegion.charOffset).slice(0, deletedRegion.charLength)).toBe('种种子')
    const [{location, suggestions}] = JSON.parse(await rdjson(report(html), options)).diagnostics
    const line = Buffer.from(source.split('\n')[1] ?? '')
    const {start, end} = location.range
    expect(line.subarray(start.column - 1, end.column - 1).toString()).toBe('种种子')
    expect(suggestions).toEqual([{range: location.range, text: '种子'}])
  })

  test('one that is no text has no edits of text', async () => {
    const [page] = report({...readPlain(copy), toBytes: () => new Uint8Array()})
    expect(page).toMatchObject({binary: true})
    const [diagnostic] = JSON.parse(await rdjson([page as PageReport], options)).diagnostics
    expect(diagnostic.location.range.start.line).toBe(2)
    expect(diagnostic).not.toHaveProperty('suggestions')
  })
})

test.each([
  ['ndjson', ndjson],
  ['sarif', sarif],
  ['junit', junit],
  ['checkstyle', checkstyle],
  ['github', github],
  ['gitlab', gitlab],
  ['rdjson', rdjson]
])('%s, small and whole', async (_, reporter) => {
  expect(await reporter(pages, {...options, rules: options.rules?.slice(0, 1) ?? []})).toMatchSnapshot()
})
