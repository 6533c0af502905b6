import type {Message, PageReport, Stretch} from '../message.ts'
import {mostShown} from '../note.ts'
import {type ReportOptions, shown} from '../reporter.ts'
import {storyIndex} from '../stories.ts'

/** A finding with its number, which names it in all parts of the report. */
export interface Numbered {
  /** From 1, in the order of the pages and their text. */
  readonly number: number
  readonly message: Message
  /** Index of its page. */
  readonly page: number
  /** Index of its story on the page. */
  readonly story?: number
  /** Its place first, then those related to it that are on pages of this report. */
  readonly ends: readonly End[]
}

/** One place of a finding on a page of the report. */
export interface End {
  readonly page: number
  readonly at: Stretch
  /** 0 the finding's own place; else the place among its related ones, from 1. */
  readonly index: number
}

/** What all parts of the report are made from. */
export interface Model {
  readonly pages: readonly PageReport[]
  /** By place. */
  readonly findings: readonly Numbered[]
  readonly options: ReportOptions
  /** The copy of the pages, by path. */
  readonly copies: ReadonlyMap<string, string>
  /** Pages on which nothing was found, and whose text would make the report too large. */
  readonly leftOut: ReadonlySet<number>
}

/** So many UTF-16 units of pages without findings are in the report, which is twice as much as an issue of sixteen pages has. */
const mostClean = 400_000

/** Numbers what is to be shown. */
export function toModel(pages: readonly PageReport[], options: ReportOptions): Model {
  const indexes = new Map(pages.map(({path}, index) => [path, index]))
  const findings: Numbered[] = []
  for (const [page, report] of pages.entries()) {
    for (const message of shown(report.messages, {...options, sort: 'place'})) {
      const story = storyIndex(message.at.start, report.stories)
      const related = message.related.flatMap((it, index): End[] => {
        const its = it.path === undefined ? page : indexes.get(it.path)
        return its === undefined ? [] : [{page: its, at: it.at, index: index + 1}]
      })
      findings.push({
        number: findings.length + 1,
        message,
        page,
        ...(story >= 0 && {story}),
        ends: [{page, at: message.at, index: 0}, ...related]
      })
    }
  }
  const copies = new Map(pages.map(({path, copy}) => [path, copy]))
  return {pages, findings, options, copies, leftOut: toLeaveOut(pages, findings)}
}

function toLeaveOut(pages: readonly PageReport[], findings: readonly Numbered[]): ReadonlySet<number> {
  const touched = new Set(findings.flatMap(({ends}) => ends.map(({page}) => page)))
  const leftOut = new Set<number>()
  let room = mostClean
  for (const [page, {copy}] of pages.entries()) {
    if (touched.has(page) || pages.length === 1) continue
    room -= copy.length
    if (room < 0) leftOut.add(page)
  }
  return leftOut
}

/** Of a finding on the whole page, so many ends are named and drawn; all are marked in the text. */
export const isDrawn = ({index}: End): boolean => index <= mostShown

/** The names by which parts of the report link to one another. */
export const ids = {
  finding: (number: number) => `f${number}`,
  end: (number: number, end: number) => `t${number}-${end}`,
  fact: (number: number) => `h${number}`,
  page: (page: number) => `p${page}`,
  story: (page: number, story: number) => `s${page}-${story}`
} as const

/** The name of a file without its folders. */
export const baseName = (path: string): string => path.split(/[\\/]/).findLast((it) => it !== '') ?? path
