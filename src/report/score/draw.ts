import {rounded, type Total} from '../../score/account.ts'
import {limits} from '../../score/options.ts'
import type {PageReport, PageScore, ScoreItem} from '../message.ts'
import type {Style} from '../pretty/style.ts'
import {quote} from '../quote.ts'
import type {ReportOptions} from '../reporter.ts'
import {visible} from '../visible.ts'
import {columnsOf} from '../width.ts'
import {countsOf} from '../words.ts'
import {wrap} from '../wrap.ts'
import {type ScoreTexts, scoreTexts} from './texts.ts'

/** A page that was counted. */
type Counted = PageReport & {readonly score: PageScore}

/** The accounts of pages as lines: page by page, item by item, then the sums. */
export function drawScores(
  pages: readonly PageReport[],
  {language, quiet}: Pick<ReportOptions, 'language' | 'quiet'>,
  style: Style
): string[] {
  const say = scoreTexts[language]
  const counted = pages.filter((page): page is Counted => page.score !== undefined)
  const [first] = counted
  if (!first) return []
  const lines = counted.flatMap((page, index) => {
    const last = counted[index + 1]?.score.issue !== page.score.issue
    return drawPage(page, say, style, {quiet, last})
  })
  const several = counted.length > 1 && counted.every(({score}) => score.issue === undefined)
  return [
    ...lines,
    ...(several ? [style.bold(say.files(counted.length, together(counted))), ''] : []),
    ...wrap(say.beyond, style.columns, style.measure).map(style.dim),
    ''
  ]
}

function drawPage(
  page: Counted,
  say: ScoreTexts,
  style: Style,
  {quiet, last}: {readonly quiet: boolean; readonly last: boolean}
): string[] {
  const {score} = page
  const own = score.items.filter(({weight, points}) => weight > 0 || points > 0)
  const certain = own.filter((item) => item.certain)
  const likely = own.filter((item) => !item.certain)
  const head = say.line(countsOf(page))
  const colon = say === scoreTexts.zh ? '：' : ': '
  const uncounted = [...weightless(page, say), ...score.uncounted.map((it) => visible(say.uncountedRule(it)))]
  return [
    style.bold(say.title(score)) + colon + style.path(visible(page.path)),
    '',
    ...(certain.length > 0 ? drawItems(certain, head, say, style) : []),
    // that there are no errors on a page without a word would be praise of nothing
    ...(certain.length === 0 && score.characters > 0 ? [`  ${say.nothing}`, ''] : []),
    ...(likely.length > 0 && !quiet ? [`  ${style.bold(say.likely)}`, '', ...drawItems(likely, head, say, style)] : []),
    ...(uncounted.length > 0 && !quiet
      ? [`  ${style.bold(say.uncounted)}`, ...uncounted.flatMap((text) => indented(text, style).map(style.dim)), '']
      : []),
    ...sumsOf(page, say, last)
      .flatMap((text) => wrap(text, style.columns, style.measure))
      .map((line) => style.bold(line)),
    ''
  ]
}

/** The sums of a page, and behind the last of an issue those of the issue. */
function sumsOf({score, failures}: Counted, say: ScoreTexts, last: boolean): string[] {
  const both = (total: Total, what: string, limit?: number) => [
    say.total(total, what, limit),
    ...(total.likely.points > total.points ? [say.withLikely(total.likely, limit)] : [])
  ]
  const {issue, limit} = score
  return [
    ...both(score, say.page, issue ? undefined : limit),
    ...(failures.length > 0 ? [say.unfinished] : []),
    ...(issue && last ? both(issue, say.issue(issue.pages), limit) : [])
  ]
}

/** Two lines an item: where, what it adds and what is wrong; then the rule, and why it adds so much. */
function drawItems(items: readonly ScoreItem[], head: string, say: ScoreTexts, style: Style): string[] {
  const rows = items.map((item) => [String(item.place.start.line), String(item.points)] as const)
  const widths = [head, say.points].map((it, column) =>
    Math.max(columnsOf(it, style.measure), ...rows.map((row) => (row[column] ?? '').length))
  )
  const start = (line: string, points: string) =>
    `  ${padStart(line, widths[0] ?? 0, style)}  ${padStart(points, widths[1] ?? 0, style)}  `
  const margin = ' '.repeat(columnsOf(start('', ''), style.measure))
  const room = Math.max(20, style.columns - margin.length)
  return [
    style.dim(start(head, say.points).trimEnd()),
    ...items.flatMap((item, index) => {
      const [line = '', points = ''] = rows[index] ?? []
      const what = wrap(item.also ? say.other(quote(item.text)) : visible(item.reason), room, style.measure)
      const why = wrap(visible(say.why(item)), room, style.measure)
      return [
        ...what.map((text, row) => (row === 0 ? start(line, points) : margin) + text),
        ...why.map((text) => margin + style.dim(text))
      ]
    }),
    ''
  ]
}

/** What weighs nothing, told once a rule. */
function weightless(page: Counted, say: ScoreTexts): string[] {
  const byRule = new Map<string, ScoreItem[]>()
  for (const item of page.score.items) {
    if (item.weight > 0) continue
    byRule.set(item.ruleId, [...(byRule.get(item.ruleId) ?? []), item])
  }
  return [...byRule.values()].flatMap((own) => {
    const [first] = own
    const places = own.reduce((sum, {places = 1}) => sum + places, 0)
    const lines = [...new Set(own.map(({place}) => place.start.line))]
    return first ? [visible(say.weightless({...first, places}, lines, countsOf(page)))] : []
  })
}

/** The sums of files that are no issue: nobody passes or fails by them. */
function together(pages: readonly Counted[]): Total {
  const sum = (pick: (score: PageScore) => number) => rounded(pages.reduce((total, {score}) => total + pick(score), 0))
  const characters = sum((score) => score.characters)
  const toSum = (points: number) => {
    const rate = characters === 0 ? 0 : rounded((points * 10_000) / characters)
    return {points, rate, passed: characters === 0 ? null : rate <= limits.newspaper}
  }
  return {characters, ...toSum(sum((score) => score.points)), likely: toSum(sum((score) => score.likely.points))}
}

const indented = (text: string, style: Style): string[] =>
  wrap(text, style.columns - 4, style.measure).map((line) => `    ${line}`)

const padStart = (text: string, columns: number, style: Style): string =>
  ' '.repeat(Math.max(0, columns - columnsOf(text, style.measure))) + text
