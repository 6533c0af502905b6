import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {type ReporterName, reporterNames, reporters} from '../../src/report/index.ts'
import {readCommands} from './github-commands.ts'
import {harmIn} from './harmless.ts'
import {elementsOf, hasClass, parsed} from './html/made.ts'
import {hostilePage, options} from './sample.ts'
import {faultsOf, schemaOf} from './schemas.ts'
import {all, faultsBy, readXml} from './xml.ts'

const sarif = schemaOf('sarif-2.1.0.json')
const gitlab = schemaOf('gitlab-code-quality.json')
const rdjson = schemaOf('rdjson.json')

/** That a report can be read back, and says no more than it should: one page, three findings, two things that could not be done. */
const whole: Record<ReporterName, (report: string, path: string) => void> = {
  pretty: () => {},
  text: () => {},
  summary: (report) => expect(report).toContain('some-rule'),
  html: (report) => {
    const elements = elementsOf(parsed(report))
    expect(elements.filter((it) => it.tagName === 'li' && hasClass(it, 'finding'))).toHaveLength(3)
    expect(elements.filter(({tagName}) => tagName === 'script')).toHaveLength(1)
    expect(elements.filter(({tagName}) => tagName === 'img')).toHaveLength(0)
  },
  json: (report, path) => expect(JSON.parse(report)[0].path).toBe(path),
  ndjson: (report, path) => {
    expect(report.trimEnd().split('\n')).toHaveLength(1)
    expect(JSON.parse(report).path).toBe(path)
  },
  sarif: (report) => {
    const log = JSON.parse(report)
    expect(log.runs[0].results).toHaveLength(3)
    expect(faultsOf(sarif, log)).toEqual([])
  },
  gitlab: (report) => {
    const entries = JSON.parse(report)
    expect(entries).toHaveLength(5)
    for (const entry of entries) expect(faultsOf(gitlab, entry)).toEqual([])
  },
  rdjson: (report) => {
    const result = JSON.parse(report)
    expect(result.diagnostics).toHaveLength(5)
    expect(faultsOf(rdjson, result)).toEqual([])
  },
  junit: (report) => {
    const root = readXml(report)
    expect(all(root, 'testcase')).toHaveLength(5)
    expect(faultsBy('junit-10.xsd', root)).toEqual([])
  },
  checkstyle: (report) => {
    const names = all(readXml(report), 'error').map(({name}) => name)
    expect(names).toEqual(Array(5).fill('error'))
  },
  github: (report) => {
    const lines = report.trimEnd().split('\n')
    const commands = readCommands(report)
    // each line is a command, of our making alone
    expect(commands.map(({name}) => name)).toEqual(['error', 'error', 'error', 'warning', 'notice'])
    expect(lines).toHaveLength(5)
    for (const {properties} of commands) {
      const keys = Object.keys(properties).filter((it) => !['line', 'endLine', 'col', 'endColumn'].includes(it))
      expect(['file,title', 'title']).toContain(keys.join(','))
    }
  }
}

async function check(name: ReporterName, text: string, path: string) {
  const reporter = await reporters[name]()
  const report = await reporter([hostilePage(text, path)], options)
  expect(harmIn(name, report)).toBeUndefined()
  whole[name](report, path)
  return report
}

const nasty = [
  '<script>alert(1)</script>',
  ']]>',
  '"><img src=x onerror=alert(1)>',
  "' onload='",
  '&lt;&#0;&amp;',
  '::error file=x::y',
  'a\n::error::b',
  'a\r::set-output name=x::b',
  '%0A::warning::%25',
  'a:b,c=d%2C',
  '##[error]x',
  '##vso[task.setvariable variable=x]y',
  ' ::warning::x ::error::y',
  '\u0000\u0001\u0008\u000b\u001b[31m\u001f\u007f\u0085\u009b',
  '\u202e倒\u202c\u2066x\u2069\u200b\ufeff',
  '\ud800x\udc00',
  '\ufffe\uffff',
  '\u{e0041}\u{e007f}',
  '[link](1) \\[ \\\\',
  '{{7*7}}`x`',
  '\t\r\n ',
  '\\u0000\\ud800',
  '__proto__'
]

describe.each(reporterNames)('%s', (name) => {
  test.each(nasty)('is harmless with %j', async (text) => {
    await check(name, text, text)
  })

  test('of whatever text', async () => {
    const text = fc.oneof(
      fc.string({unit: 'binary', minLength: 1}),
      fc.array(fc.constantFrom(...nasty), {minLength: 1, maxLength: 4}).map((parts) => parts.join('')),
      fc.array(fc.integer({min: 0, max: 0xffff}), {minLength: 1}).map((units) => String.fromCharCode(...units))
    )
    await fc.assert(
      fc.asyncProperty(text, text, async (copy, path) => {
        await check(name, copy, path)
      }),
      {numRuns: 60}
    )
  })

  test('is made again as it was', async () => {
    const text = nasty.join('\n')
    expect(await check(name, text, 'a.txt')).toBe(await check(name, text, 'a.txt'))
  })
})

test('a long quotation is no order to a build server where it is wrapped', async () => {
  for (let blanks = 0; blanks < 80; blanks++) {
    const text = `${'字'.repeat(blanks)} ::error::x ::error::y`
    for (const name of ['pretty', 'text', 'summary'] as const) await check(name, text, text)
  }
})
