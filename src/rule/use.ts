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
    const results = memo.get(analysis) ?? new WeakMap<object, unknown>()
    memo.set(analysis, results)
    if (!results.has(input)) results.set(input, analysis.compute(input, use))
    return results.get(input) as Out
  }
  return use
}
