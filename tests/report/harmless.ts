import type {ReporterName} from '../../src/report/index.ts'

/** What must not stand in any report as it is: it would change a terminal, a log or the direction of writing. */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/

/** What GitHub and Azure would obey in the log of a build: no report but GitHub's own may have it. */
const order = /^\s*::|##\w*\[/m

/** A report is written as UTF-8: half a pair would be lost. */
const half = /\p{Surrogate}/u

/** The first thing in a report that harms those who read it, with its surroundings. */
export function harmIn(name: ReporterName, report: string): string | undefined {
  const found = hidden.exec(report) ?? (name === 'github' ? null : order.exec(report)) ?? half.exec(report)
  return found ? JSON.stringify(report.slice(Math.max(0, found.index - 20), found.index + 20)) : undefined
}
