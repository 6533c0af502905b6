import type {Reporter} from './reporter.ts'

/** The reports, each loaded when it is asked for. */
export const reporters = {
  pretty: async (): Promise<Reporter> => (await import('./pretty/index.ts')).pretty,
  text: async (): Promise<Reporter> => (await import('./text.ts')).text,
  json: async (): Promise<Reporter> => (await import('./json.ts')).json,
  html: async (): Promise<Reporter> => (await import('./html/index.ts')).report
} as const

export type ReporterName = keyof typeof reporters

/** The names that `--format` and `--report` know. */
export const reporterNames = Object.keys(reporters) as ReporterName[]
