import {severities} from '../../rule/finding.ts'
import type {Language} from '../../rule/rule.ts'
import type {Message, PageReport, Story} from '../message.ts'
import type {Reporter, ReportOptions} from '../reporter.ts'
import {shown} from '../reporter.ts'
import {storyOf} from '../stories.ts'
import {orderless, visible} from '../visible.ts'
import {loadMeasure} from '../width.ts'
import {breakLines, cellsOf} from '../wrap.ts'
import {drawFinding} from './finding.ts'
import {createStyle, type Style} from './style.ts'
import {drawFailures, drawSummary} from './summary.ts'
import {prettyTexts} from './texts.ts'

/**
 * The report for people: in their language, by page and story, both ends of a finding drawn one above the other, and a last line
 * that says how it stands. With `sort: 'severity'` all errors of all pages come first.
 */
export const pretty: Reporter = async (pages, options) => {
  const style = createStyle(options.color, options.width, await loadMeasure(textsOf(pages)))
  const copies = new Map(pages.map(({path, copy}) => [path, copy]))
  const rounds = options.sort === 'severity' ? severities.map((it) => [it]) : [severities]
  const lines = rounds.flatMap((round) =>
    pages.flatMap((page) => {
      const messages = shown(page.messages, options).filter(({severity}) => round.includes(severity))
      return drawPage(page, messages, copies, options, style)
    })
  )
  const scores = options.score === true ? (await import('../score/draw.ts')).drawScores(pages, options, style) : []
  return orderless(
    [
      ...lines,
      ...scores,
      ...drawFailures(pages, options.language, style),
      ...drawSummary(pages, options, style),
      ''
    ].join('\n')
  )
}

/** Whatever may be drawn. */
function* textsOf(pages: readonly PageReport[]): Generator<string> {
  for (const {path, copy, messages, failures} of pages) {
    yield path
    if (messages.length > 0) yield copy
    for (const {reason, why = '', how = ''} of messages) yield reason + why + how
    for (const {reason} of failures) yield reason
  }
}

function drawPage(
  page: PageReport,
  messages: readonly Message[],
  copies: ReadonlyMap<string, string>,
  {language}: ReportOptions,
  style: Style
): string[] {
  if (messages.length === 0) return []
  const lines = [style.path(visible(page.path)), '']
  let last: Story | undefined
  for (const message of messages) {
    const story = storyOf(message, page)
    if (story !== last) lines.push(...drawStory(story, language, style))
    last = story
    lines.push(...drawFinding(message, page, copies, language, style), '')
  }
  return lines
}

function drawStory(story: Story | undefined, language: Language, style: Style): string[] {
  if (!story) return []
  const head = visible(story.headline ?? prettyTexts[language].noHeadline)
  const [first = [], ...more] = breakLines(cellsOf(head, style.measure), style.columns - 4)
  const text = first.map((it) => it.text).join('')
  return [style.bold(`▌${text}${more.length > 0 ? '…' : ''}`), '']
}
