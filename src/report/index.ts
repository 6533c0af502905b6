import type {ByPage, Reporter, ReportOptions} from './reporter.ts'

/** The reports, each loaded when it is asked for. */
export const reporters = {
  pretty: async (): Promise<Reporter> => (await import('./pretty/index.ts')).pretty,
  text: async (): Promise<Reporter> => (await import('./text.ts')).text,
  json: async (): Promise<Reporter> => (await import('./json.ts')).json,
  html: async (): Promise<Reporter> => (await import('./html/index.ts')).report,
  ndjson: async (): Promise<Reporter> => (await import('./ndjson.ts')).ndjson,
  summary: async (): Promise<Reporter> => (await import('./summary.ts')).summary,
  sarif: async (): Promise<Reporter> => (await import('./sarif/index.ts')).sarif,
  junit: async (): Promise<Reporter> => (await import('./junit.ts')).junit,
  checkstyle: async (): Promise<Reporter> => (await import('./checkstyle.ts')).checkstyle,
  github: async (): Promise<Reporter> => (await import('./github.ts')).github,
  gitlab: async (): Promise<Reporter> => (await import('./gitlab.ts')).gitlab,
  rdjson: async (): Promise<Reporter> => (await import('./rdjson.ts')).rdjson
} as const

export type ReporterName = keyof typeof reporters

/** The names that `--format` and `--report` know. */
export const reporterNames = Object.keys(reporters) as ReporterName[]

/** The reports that can be written page by page: nobody needs to keep the pages for them. */
export const byPage = {
  text: async () => (await import('./text.ts')).textByPage,
  json: async () => (await import('./json.ts')).jsonByPage,
  ndjson: async () => (await import('./ndjson.ts')).ndjsonByPage
} as const satisfies Partial<Record<ReporterName, () => Promise<(options: ReportOptions) => ByPage>>>

export const isByPage = (name: string): name is keyof typeof byPage => Object.hasOwn(byPage, name)

/** The reports that read neither the copy, the source nor the blocks of pages: many pages take little memory then. */
export const isLean = (name: string): boolean =>
  ['text', 'json', 'ndjson', 'summary', 'junit', 'checkstyle', 'github'].includes(name)

/** Those made to be read on a terminal. All others are for programs. */
export const isForTerminals = (name: string): boolean => ['pretty', 'text', 'summary'].includes(name)
