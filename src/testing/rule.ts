import type {Found, Result} from '../lint.ts'
import type {AnyRule} from '../rule/rule.ts'
import type {Example} from './examples.ts'
import {readExamples} from './examples.ts'
import type {Mark} from './marks.ts'
import {writeMarks} from './marks.ts'
import {checkMends} from './mends.ts'
import {runRule, toMark} from './run.ts'
import {checkWording, requireLabels, requireMessages} from './wording.ts'

/** One test: give both to any runner, as in `for (const {name, run} of testRule(…)) test(name, run)`. */
export interface Case {
  readonly name: string
  /** @throws where the test fails, saying how */
  readonly run: () => void
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
  const results = new Map<Example, () => RuleResult>()
  const resultOf = (example: Example): RuleResult => {
    const result = results.get(example) ?? remember(() => runRule(rule, example.pages, example.options))
    results.set(example, result)
    return result()
  }
  const found = (example: Example) => resultOf(example).findings
  const seen = (): Seen => {
    const runs = examples.map((example) => ({example, findings: attempt(() => found(example))}))
    return {
      findings: runs.flatMap(({findings}) => (findings ? [findings] : [])),
      failed: runs.find(({findings}) => findings === undefined)?.example
    }
  }
  return [
    ...examples.map((example) => ({
      name: `line ${example.line}: ${example.kind}`,
      run: () => {
        checkMarks(rule, example, found(example))
        checkWording(rule, resultOf(example))
        checkMends(rule, example, found(example))
      }
    })),
    {name: 'no example twice', run: () => checkTwins(examples)},
    {name: 'a page with two findings, two pages with none', run: () => checkKinds(examples, seen())},
    {
      name: 'every message',
      run: () => {
        requireMessages(rule)
        checkShown('message', Object.keys(rule.messages), seen(), ({id}) => [id])
      }
    },
    {
      name: 'every label',
      run: () => {
        requireLabels(rule)
        checkShown('label', Object.keys(rule.labels ?? {}), seen(), labelsOf)
      }
    },
    {
      name: 'every option',
      run: () =>
        requireShown(
          'option',
          optionsOf(rule),
          examples.flatMap((it) => Object.keys(it.options))
        )
    }
  ]
}

type RuleResult = Pick<Result, 'issue' | 'findings'>

/** What the examples that run give together, and the first that does not: its own test says why. */
interface Seen {
  readonly findings: readonly (readonly Found[])[]
  readonly failed: Example | undefined
}

/** The same again, result or error. */
function remember<T>(work: () => T): () => T {
  try {
    const result = work()
    return () => result
  } catch (error) {
    return () => {
      throw error
    }
  }
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
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
