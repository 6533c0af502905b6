import type {ScoreConfig} from '../score/options.ts'

/** One line of a config that says how errors are counted. */
export interface ScoreLine {
  /** `kind`, or `weights` and `layout`. */
  readonly path: readonly [string] | readonly [string, string]
  readonly value: unknown
  /** Where it is written: `.lintrc.json:5:5`. */
  readonly from: string
}

/** What a config says, line by line: later configs outrank each line on its own. */
export function scoreLines(score: ScoreConfig, where: (path: readonly string[]) => string): ScoreLine[] {
  return Object.entries(score).flatMap(([key, value]): ScoreLine[] => {
    if (key !== 'weights') return [{path: [key], value, from: where([key])}]
    return Object.entries(value as object).map(([name, weight]) => ({
      path: [key, name],
      value: weight,
      from: where([key, name])
    }))
  })
}

/** The lines as one config again. */
export function toScoreConfig(lines: Iterable<ScoreLine>): ScoreConfig {
  const config: Record<string, unknown> = {}
  const weights: Record<string, unknown> = {}
  for (const {path, value} of lines) {
    if (path[1] === undefined) config[path[0]] = value
    else weights[path[1]] = value
  }
  return {...config, ...(Object.keys(weights).length > 0 && {weights})} as ScoreConfig
}
