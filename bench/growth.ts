import {measure, type Times} from './measure.ts'

/** A step of the linter: decode, an analysis, a rule. */
export interface Growth {
  readonly step: string
  /** In milliseconds, by size: the median of the runs, and the least. */
  readonly medians: readonly number[]
  readonly least: readonly number[]
  /** From the last size but one to the last. */
  readonly exponent: number | undefined
}

/** Steps that take less than this many milliseconds have no exponent: a pause would decide it. */
const least = 2

/** How time grows with size: 1 is linear, 2 quadratic. Nothing where it is too short to say. */
export function exponentOf([fewer, more]: readonly [number, number], [before, after]: readonly [number, number]) {
  if (after < least) return undefined
  // a step that was too short to be measured may have taken a share of what would have been long enough
  return Math.log(after / Math.max(before, (least * fewer) / more)) / Math.log(more / fewer)
}

/** Measures every step over pages that differ in nothing but their size, the smallest first. */
export async function growthOf(pages: readonly Uint8Array[], runs: readonly number[]): Promise<readonly Growth[]> {
  const times: (readonly Times[])[] = []
  for (const [index, page] of pages.entries()) times.push(await repeat(runs[index] ?? 1, page))
  const steps = [...(times[0]?.[0]?.keys() ?? [])]
  const lengths = pages.map((page) => page.length)
  return steps.map((step) => {
    const of = times.map((them) => them.map((run) => run.get(step) ?? 0))
    // what else the machine does can only add
    const mins = of.map((them) => Math.min(...them))
    return {step, medians: of.map(median), least: mins, exponent: exponentOf(lastTwo(lengths), lastTwo(mins))}
  })
}

/** Runs a page again and again, for times that are compared or to have the code compiled. */
export async function repeat(runs: number, page: Uint8Array): Promise<readonly Times[]> {
  const times: Times[] = []
  for (let run = 0; run < runs; run++) times.push(await measure(page))
  return times
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

const lastTwo = (values: readonly number[]): readonly [number, number] => [values.at(-2) ?? 0, values.at(-1) ?? 0]
