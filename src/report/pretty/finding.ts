import type {Language} from '../../rule/rule.ts'
import type {Message, PageReport} from '../message.ts'
import {restOf} from '../note.ts'
import {visible, visibleLines} from '../visible.ts'
import {columnsOf} from '../width.ts'
import {severityWords, signs} from '../words.ts'
import {wrap} from '../wrap.ts'
import {drawEnds} from './draw.ts'
import {endsOf} from './ends.ts'
import type {Style} from './style.ts'
import {prettyTexts} from './texts.ts'

/** What stands before the words of a finding. */
const indent = '    '

/** One finding: the fact, its ends drawn, why it matters and what to do. */
export function drawFinding(
  message: Message,
  page: PageReport,
  copies: ReadonlyMap<string, string>,
  language: Language,
  style: Style
): string[] {
  const say = prettyTexts[language]
  const remedy = [
    message.why ?? '',
    message.how ?? '',
    restOf(message, language),
    ...message.fixes.map(({title, safety}) => say.mend[safety](visible(title)))
  ]
  const said = remedy
    .filter((it) => it !== '')
    .flatMap((it) => wrap(visibleLines(it), style.columns - indent.length, style.measure))
  return [
    ...headOf(message, language, style),
    '',
    ...drawEnds(endsOf(message, page, copies), page.path, language, style),
    ...(said.length > 0 ? [''] : []),
    ...said.map((line) => style.dim(indent + line))
  ]
}

/** Severity, fact, and the rule's name at the right edge where there is room. */
function headOf({severity, reason, ruleId}: Message, language: Language, style: Style): string[] {
  const label = `${signs[severity]} ${severityWords[language][severity]}  `
  const lead = ` ${' '.repeat(columnsOf(label, style.measure))}`
  const room = style.columns - columnsOf(lead, style.measure)
  const lines = wrap(visible(reason), room, style.measure)
  const name = visible(ruleId)
  return lines.flatMap((line, index) => {
    const start = index === 0 ? ` ${style.severity[severity](label.trimEnd())}  ` : lead
    if (index < lines.length - 1) return [start + style.bold(line)]
    const left = room - columnsOf(line, style.measure) - columnsOf(name, style.measure)
    if (left < 2) return [start + style.bold(line), lead + style.dim(name)]
    return [start + style.bold(line) + ' '.repeat(left) + style.dim(name)]
  })
}
