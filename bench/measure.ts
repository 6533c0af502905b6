import type {ActiveRule, Analysis, Context, Issue, Span, Use} from '../src/index.ts'
import {lint, parsePage, toIssue} from '../src/index.ts'
import {decode} from '../src/node/decode.ts'
import {activeRules} from './active.ts'

/** Milliseconds by step, of one run. */
export type Times = Map<string, number>

/**
 * Times every step over one page: decode, parse, then each analysis and each rule on its own, whoever asked for the
 * analysis; last the whole `lint` as the command calls it.
 */
export async function measure(bytes: Uint8Array): Promise<Times> {
  const rules = await activeRules()
  const times: Times = new Map()
  const timed = <T>(name: string, step: () => T): T => {
    const start = performance.now()
    const result = step()
    times.set(name, (times.get(name) ?? 0) + performance.now() - start)
    return result
  }
  const {text} = timed('decode', () => decode(bytes))
  const tree = timed('parse', () => parsePage(text))
  const issue = timed('view', () => toIssue([{path: 'page.txt', source: text, tree}]))
  measureRules(issue, rules, times)
  timed('lint', () => lint([{path: 'page.txt', source: text}], rules))
  return times
}

function measureRules(issue: Issue, rules: readonly ActiveRule[], times: Times): void {
  // what is asked for within a step is not the step's own time
  const inner: number[] = [0]
  const own = <T>(name: string, step: () => T): T => {
    inner.push(0)
    const start = performance.now()
    const result = step()
    const whole = performance.now() - start
    times.set(name, (times.get(name) ?? 0) + whole - (inner.pop() ?? 0))
    inner.push((inner.pop() ?? 0) + whole)
    return result
  }
  const memo = new Map<object, WeakMap<object, unknown>>()
  const use: Use = <In extends object, Out>(analysis: Analysis<In, Out>, input: In): Out => {
    const results = memo.get(analysis) ?? new WeakMap<object, unknown>()
    memo.set(analysis, results)
    if (!results.has(input))
      results.set(
        input,
        own(`analysis ${analysis.name}`, () => analysis.compute(input, use))
      )
    return results.get(input) as Out
  }
  const text = ({page = 0, start, end}: Span) => issue.pages[page]?.source.slice(start, end) ?? ''
  for (const {rule, options, lists} of rules) {
    const context: Context<unknown> = {options, lists, use, text}
    const units = rule.scope === 'article' ? issue.articles : rule.scope === 'issue' ? [issue] : []
    own(`rule ${rule.name}`, () => {
      for (const unit of units) for (const finding of rule.check(unit as never, context)) void finding
    })
  }
}
