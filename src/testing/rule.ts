import type {Found} from '../lint.ts'
import type {AnyRule} from '../rule/rule.ts'
import type {Example} from './examples.ts'
import {readExamples} from './examples.ts'
import type {Mark} from './marks.ts'
import {writeMarks} from './marks.ts'
import {checkMends} from './mends.ts'
import {activate, type RuleResult, runRule, toMark} from './run.ts'
import {checkWording, requireLabels, requireMessages} from './wording.ts'

/** One test: give both to any runner, as in `for (const {name, run} of testRule(…)) test(name, run)`. */
export interface Case {
  readonly name: string
  /** @throws where the test fails, saying how */
  readonly run: () => Promise<void>
}

/**
 * The tests of a rule: every example of its README, and that the examples show all there is to the rule.
 *
 * A `page fail` must give exactly the findings that it marks, each with all its places, and a `page fixed` behind it shows
 * its mends; a `page pass` gives none. Together they produce every message and every label, use every option, and have at
 * least one page with two findings and two pages with none.
 *
 * @param readme the Markdown
 * @throws where the examples cannot be read
 */
export function testRule(rule: AnyRule, readme: string): Case[] {
  const examples = readExamples(readme)
  const results = new Map<Example, Promise<RuleResult>>()
  const resultOf = (example: Example): Promise<RuleResult> => {
    const result = results.get(example) ?? runRule(rule, example.pages, example.options)
    results.set(example, result)
    return result
  }
  const found = async (example: Example) => (await resultOf(example)).findings
  const seen = async (): Promise<Seen> => {
    const runs = await Promise.all(
      examples.map(async (example) => ({example, findings: await found(example).catch(() => undefined)}))
    )
    return {
      findings: runs.flatMap(({findings}) => (findings ? [findings] : [])),
      failed: runs.find(({findings}) => findings === undefined)?.example
    }
  }
  return [
    ...examples.map((example) => ({
      name: `line ${example.line}: ${example.kind}`,
      run: async () => {
        const result = await resultOf(example)
        checkMarks(rule, example, result.findings)
        checkWording(rule, result)
        checkMends(await activate(rule, example.options), example, result.findings)
      }
    })),
    {name: 'no example twice', run: async () => checkTwins(examples)},
    {name: 'a page with two findings, two pages with none', run: async () => checkKinds(examples, await seen())},
    {
      name: 'every message',
      run: async () => {
        requireMessages(rule)
        checkShown('message', Object.keys(rule.messages), await seen(), ({id}) => [id])
      }
    },
    {
      name: 'every label',
      run: async () => {
        requireLabels(rule)
        checkShown('label', Object.keys(rule.labels ?? {}), await seen(), labelsOf)
      }
    },
    {
      name: 'every option',
      run: async () =>
        requireShown(
          'option',
          optionsOf(rule),
          examples.flatMap((it) => Object.keys(it.options))
        )
    }
  ]
}

/** What the examples that run give together, and the first that does not: its own test says why. */
interface Seen {
  readonly findings: readonly (readonly Found[])[]
  readonly failed: Example | undefined
}

function checkMarks(rule: AnyRule, {pages, expected}: Example, findings: readonly Found[]): void {
  const stranger = expected.find((mark) => mark.rule !== undefined && mark.rule !== rule.name)
  if (stranger) throw new Error(`A mark names the rule ${stranger.rule}: these are the examples of ${rule.name}`)
  const marks = findings.map(toMark)
  const wanted = keysOf(expected)
  const got = keysOf(marks)
  if (wanted.join() === got.join()) return
  throw new Error(
    [
      `${rule.name} finds other places than are marked.`,
      'Marked:',
      ...pages.map(({source}, page) => writeMarks(source, numbered(expected), page)),
      `Found (${findings.map(({id}) => id).join(', ') || 'nothing'}):`,
      ...pages.map(({source}, page) => writeMarks(source, numbered(marks), page))
    ].join('\n')
  )
}

function checkTwins(examples: readonly Example[]): void {
  const seen = new Map<string, number>()
  for (const {options, pages, line} of examples) {
    const key = JSON.stringify([options, pages])
    const before = seen.get(key)
    if (before !== undefined) throw new Error(`The examples of lines ${before} and ${line} are the same`)
    seen.set(key, line)
  }
}

function checkKinds(examples: readonly Example[], {findings, failed}: Seen): void {
  if (!findings.some(({length}) => length > 1)) throw lacking('No example has two findings', failed)
  const silent = examples.filter(({kind}) => kind === 'pass').length
  if (silent < 2)
    throw new Error(`Only ${silent} “page pass”: show two at least, what is close to the defect and is none`)
}

function checkShown(
  what: string,
  declared: readonly string[],
  {findings, failed}: Seen,
  namesOf: (found: Found) => readonly string[]
): void {
  requireShown(what, declared, findings.flat().flatMap(namesOf), failed)
}

function requireShown(what: string, declared: readonly string[], shown: readonly string[], failed?: Example): void {
  const missing = declared.filter((name) => !shown.includes(name))
  if (missing.length > 0) throw lacking(`No example shows the ${what} ${missing.join(', ')}`, failed)
}

/** What an example that does not run may have shown is not missing yet. */
const lacking = (what: string, failed: Example | undefined): Error =>
  new Error(failed ? `Not known yet: the example of line ${failed.line} fails` : what)

const labelsOf = ({related = [], fixes = []}: Found): string[] => [
  ...related.map(({label}) => label),
  ...fixes.map(({title}) => title)
]

const optionsOf = (rule: AnyRule): string[] => Object.keys(rule.options?.entries ?? {})

const keysOf = (marks: readonly Mark[]): string[] =>
  marks.map(({spans}) => spans.map(({page, start, end}) => `${page}:${start}-${end}`).join(' ')).sort()

/** Marks of several places with a number each, so that the complaint can be pasted into the README. */
const numbered = (marks: readonly Mark[]): Mark[] =>
  marks.map(({spans}, index) => (spans.length > 1 ? {id: String(index + 1), spans} : {spans}))
