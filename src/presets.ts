import type {Severity} from './rule/finding.ts'
import type {AnyRule} from './rule/rule.ts'

/** One level graver. */
const graver = {error: 'error', warning: 'error', info: 'warning'} as const satisfies Record<Severity, Severity>

/** House style rather than defects: a paper that wants these says so, by `strict` or one by one. */
const strictOnly: ReadonlySet<string> = new Set(['variant-word'])

/**
 * The sets of rules that copylint brings, each giving a rule its level, or nothing where the set leaves it out.
 *
 * - `recommended`: every rule at its own severity, but for those of house style
 * - `minimal`: only what can be proved from the page
 * - `strict`: every rule, one level graver: what is likely counts as an error
 */
export const presets = {
  recommended: ({name, severity}: AnyRule): Severity | undefined => (strictOnly.has(name) ? undefined : severity),
  minimal: ({severity}: AnyRule): Severity | undefined => (severity === 'error' ? severity : undefined),
  strict: ({severity}: AnyRule): Severity | undefined => graver[severity]
} as const

export type PresetName = keyof typeof presets

/** Whether a name of `extends` is one of copylint's own sets. */
export function isPreset(name: string): name is PresetName {
  return Object.hasOwn(presets, name)
}
