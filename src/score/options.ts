import {type Severity, severities} from '../rule/finding.ts'

/** The publications that the regulation knows, and how many errors in ten thousand characters each may have. */
export const limits = {newspaper: 3, periodical: 2} as const

/** What is less is no limit but a share, as 0.0003 for three in ten thousand. */
export const leastLimit = 0.1

export type ScoreKind = keyof typeof limits

export const scoreKinds = Object.keys(limits) as ScoreKind[]

/**
 * What an error weighs. Facts, characters and numerals as annex 1 of 《报纸期刊质量管理规定》 (2020) has it; punctuation as the
 * regulation of books does; layout nothing, since a text file does not show it. See docs/scoring.md.
 */
export const weights = {
  /** A fact, knowledge, logic, grammar; a wrong figure, however many digits. */
  fact: 1,
  /** One character that is wrong, missing or superfluous; characters transposed. */
  character: 1,
  /** Two to five. */
  characters: 2,
  /** More than five. */
  passage: 4,
  /** A figure against the standard of figures. */
  numeral: 0.1,
  punctuation: 0.1,
  layout: 0
} as const

export type Weight = keyof typeof weights

/** How an issue is judged. */
export interface ScoreOptions {
  readonly kind: ScoreKind
  /** Errors in ten thousand characters; more fail. */
  readonly limit: number
  /** The findings of which severities are errors, `error` always among them; warnings that are none of them are summed beside. */
  readonly severities: readonly Severity[]
  readonly weights: Readonly<Record<Weight, number>>
}

/** What a config or a command says of it. */
export interface ScoreConfig {
  readonly kind?: ScoreKind
  readonly limit?: number
  readonly severities?: readonly Severity[]
  readonly weights?: Readonly<Partial<Record<Weight, number>>>
}

/**
 * Completes what was said.
 *
 * @param asked a kind that outranks the config's; the limit of the config holds for its own kind only
 */
export function scoreOptions(config: ScoreConfig = {}, asked?: ScoreKind): ScoreOptions {
  const own = config.kind ?? 'newspaper'
  const kind = asked ?? own
  return {
    kind,
    limit: (kind === own ? config.limit : undefined) ?? limits[kind],
    // what the page proves counts always: ["warning"] means warnings as well
    severities: severities.filter((it) => it === 'error' || config.severities?.includes(it)),
    weights: {...weights, ...config.weights}
  }
}
