import {severities} from '../../rule/finding.ts'
import type {Language} from '../../rule/rule.ts'
import type {PageReport} from '../message.ts'
import {acceptedOn, count, type ReportOptions} from '../reporter.ts'
import {badStories, mends, storiesOf} from '../stories.ts'
import {visible} from '../visible.ts'
import {signs} from '../words.ts'
import {wrap} from '../wrap.ts'
import type {Style} from './style.ts'
import {prettyTexts} from './texts.ts'

/** So many files that one reason holds for are named: a rule that fails fails on all of two thousand. */
const mostNamed = 20

/** What could not be done, each reason once. What is of no page has its own place before it: `terms.yaml:3:5: …`. */
export function drawFailures(pages: readonly PageReport[], language: Language, style: Style): string[] {
  const files = new Map<string, string[]>()
  for (const {path, failures} of pages) {
    for (const {reason, shared} of failures)
      files.set(reason, [...(files.get(reason) ?? []), ...(shared ? [] : [path])])
  }
  if (files.size === 0) return []
  const say = prettyTexts[language]
  const colon = language === 'zh' ? '：' : ': '
  const lines = [...files].flatMap(([reason, paths]) => {
    const named = paths.slice(0, mostNamed).map(visible).join(say.comma)
    const before = paths.length > 0 ? named + (paths.length > mostNamed ? say.others(paths.length) : '') + colon : ''
    const text = before + visible(reason)
    return wrap(text, style.columns - 4, style.measure).map((line) => `    ${line}`)
  })
  return [` ${style.severity.error(`${signs.error} ${say.failed}`)}`, ...lines, '']
}

/** The last lines: how many stories have what, what can be mended, what was not looked at. */
export function drawSummary(pages: readonly PageReport[], {language, quiet}: ReportOptions, style: Style): string[] {
  const say = prettyTexts[language]
  const counts = count(pages)
  const stories = storiesOf(pages)
  const finished = pages.filter(({failures}) => failures.length === 0)
  const unchecked = pages.length - finished.length
  const lines: string[] = []
  if (counts.error + counts.warning + counts.info > 0) {
    const parts = severities.filter((it) => counts[it] > 0).map((it) => style.severity[it](say.counted(counts[it], it)))
    const told = parts.join(say.comma)
    lines.push(
      style.bold(say.found(badStories(pages), stories, pages.length)) + told + say.stop + (quiet ? say.quiet : '')
    )
    const mendable = say.mendable(mends(pages, 'safe'), mends(pages, 'unsafe'))
    if (mendable !== '') lines.push(style.dim(mendable + say.stop))
  } else if (finished.length > 0) {
    const clean = say.clean(finished.length, storiesOf(finished)) + say.stop
    // nothing is good while something was not looked at
    lines.push(unchecked === 0 && stories > 0 ? style.good(`✓ ${clean}`) : clean)
  }
  const accepted = acceptedOn(pages)
  if (accepted > 0) lines.push(style.dim(say.accepted(accepted) + say.stop))
  if (unchecked > 0) lines.push(style.severity.error(`${say.unchecked(unchecked)}${say.stop}`))
  return lines
}
