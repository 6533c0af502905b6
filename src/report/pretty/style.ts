import pc from 'picocolors'
import type {Severity} from '../../rule/finding.ts'
import type {Measure} from '../width.ts'

type Paint = (text: string) => string

/** How the report paints, and how wide it is. */
export interface Style {
  readonly color: boolean
  readonly columns: number
  readonly measure: Measure
  readonly bold: Paint
  readonly dim: Paint
  readonly path: Paint
  /** What two passages share. */
  readonly same: Paint
  /** Where they differ. */
  readonly differs: Paint
  readonly severity: Readonly<Record<Severity, Paint>>
  readonly good: Paint
}

/** Paints nothing where colour is not wanted. */
export function createStyle(color: boolean, columns: number, measure: Measure): Style {
  const colors = pc.createColors(color)
  return {
    color,
    columns,
    measure,
    bold: colors.bold,
    dim: colors.dim,
    path: (text) => colors.bold(colors.underline(text)),
    same: (text) => colors.underline(colors.yellow(text)),
    differs: (text) => colors.bold(colors.inverse(colors.red(text))),
    severity: {
      error: (text) => colors.bold(colors.red(text)),
      warning: (text) => colors.bold(colors.yellow(text)),
      info: (text) => colors.bold(colors.cyan(text))
    },
    good: colors.green
  }
}
