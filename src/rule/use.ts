import {fault} from './fault.ts'

/** A computation that several rules may want: normalised text, fingerprints, repeats. Pure; its name is for benchmarks and messages. */
export interface Analysis<In extends object, Out> {
  readonly name: string
  readonly compute: (input: In, use: Use) => Out
}

/** Gives an analysis of a node, an article or an issue, computed at most once a run. */
export type Use = <In extends object, Out>(analysis: Analysis<In, Out>, input: In) => Out

/** Names an analysis and keeps its types. */
export function defineAnalysis<In extends object, Out>(
  name: string,
  compute: (input: In, use: Use) => Out
): Analysis<In, Out> {
  return {name, compute}
}

/** A fresh memo: nothing is shared between runs, and what was analysed can be collected with its input. */
export function createUse(): Use {
  const memo = new WeakMap<object, WeakMap<object, unknown>>()
  const use: Use = <In extends object, Out>(analysis: Analysis<In, Out>, input: In): Out => {
    let results = memo.get(analysis)
    if (results?.has(input)) return results.get(input) as Out
    refuseMisuse(analysis, input)
    results ??= new WeakMap()
    memo.set(analysis, results)
    const result = analysis.compute(input, use)
    results.set(input, result)
    return result
  }
  return use
}

/** What a rule in plain JavaScript may take for an analysis, or give it. */
function refuseMisuse(analysis: {readonly name: string; readonly compute: unknown}, input: unknown): void {
  if (typeof analysis?.compute !== 'function') {
    throw fault(
      'use 的第一个参数不是分析：请用 defineAnalysis 定义',
      'use: the first argument is no analysis: make it with defineAnalysis'
    )
  }
  if ((typeof input === 'object' && input !== null) || typeof input === 'function') return
  throw fault(
    `use 交给分析“${analysis.name}”的应当是对象`,
    `use: the input of the analysis “${analysis.name}” must be an object`
  )
}
