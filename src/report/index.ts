import type {ByPage, Reporter, ReportOptions} from './reporter.ts'

/** The reports, each loaded when it is asked for. */
export const reporters = {
  pretty: async (): Promise<Reporter> => (await import('./pretty/index.ts')).pretty,
  text: async (): Promise<Reporter> => (await import('./text.ts')).text,
  json: async (): Promise<Reporter> => (await import('./json.ts')).json
} as const

export type ReporterName = keyof typeof reporters

/** The names that `--format` and `--report` know. */
export const reporterNames = Object.keys(reporters) as ReporterName[]

/** The reports that can be written page by page: nobody needs to keep the pages for them. */
export const byPage = {
  json: async () => (await import('./json.ts')).jsonByPage
} as const satisfies Partial<Record<ReporterName, () => Promise<(options: ReportOptions) => ByPage>>>

export const isByPage = (name: ReporterName): name is keyof typeof byPage => Object.hasOwn(byPage, name)

/** The reports that read neither the `copy` nor the `blocks` of pages: many pages take little memory then. */
export const lean: ReadonlySet<ReporterName> = new Set(['text', 'json'])
