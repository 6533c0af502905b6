import {severities} from '../../rule/finding.ts'
import {restOf} from '../note.ts'
import {countsOf, placeWords, severityWords, signs} from '../words.ts'
import {drawEnds} from './ends.ts'
import {type Html, html, lines, type Part, webAddress} from './markup.ts'
import {drawMend} from './mend.ts'
import {baseName, ids, type Model, type Numbered} from './model.ts'
import {htmlTexts} from './texts.ts'

/** The findings, each with its two ends, in the order asked for. */
export function drawFindings(model: Model): Html {
  const {findings, options} = model
  const say = htmlTexts[options.language]
  if (findings.length === 0) return html`<p class="nothing">${say.nothing}</p>`
  const rank = ({message}: Numbered) => severities.indexOf(message.severity)
  const sorted = options.sort === 'severity' ? findings.toSorted((a, b) => rank(a) - rank(b)) : findings
  return html`<ol class="list" id="list">${sorted.map((it) => drawFinding(it, model))}</ol>`
}

function drawFinding(it: Numbered, model: Model): Html {
  const {number, message, page, story} = it
  const {options} = model
  const say = htmlTexts[options.language]
  const {severity, why, how} = message
  const place = story === undefined ? '' : ids.story(page, story)
  return html`<li class="finding ${severity}" id="${ids.finding(number)}" tabindex="-1" data-f="${number}" data-severity="${severity}" data-rule="${message.ruleId}" data-page="${ids.page(page)}" data-story="${place}">
<p class="where"><span class="badge">${number}</span><span class="severity"><span aria-hidden="true">${signs[severity]}</span> ${severityWords[options.language][severity]}</span>${whereOf(it, model)}</p>
<h3 id="${ids.fact(number)}">${message.reason}</h3>
${drawEnds(it, model)}
${why && html`<p class="why"><b>${say.why}</b>${lines(why)}</p>`}${how && html`<p class="how"><b>${say.how}</b>${lines(how)}</p>`}${rest(restOf(message, options.language))}
${message.fixes.map((fix) => drawMend(fix, it, model))}<p class="rule">${say.rule} ${ruleName(message.ruleId, message.url)}</p>
</li>
`
}

const rest = (text: string): Part => text !== '' && html`<p class="rest">${text}</p>`

/** The story, and the line as a link to the text. */
function whereOf({number, message, page, story}: Numbered, {pages, options}: Model): Html {
  const say = htmlTexts[options.language]
  const report = pages[page]
  const head = story === undefined ? say.outside : (report?.stories[story]?.headline ?? say.noHeadline)
  const file = pages.length > 1 && html`<span class="file"><bdi>${baseName(report?.path ?? '')}</bdi></span>`
  const line = report && placeWords(message.place.start.line, countsOf(report), options.language)
  return html`${file}<span class="head"><bdi>${head}</bdi></span><a class="line" href="#${ids.end(number, 0)}">${line}</a>`
}

function ruleName(name: string, url: string | undefined): Html {
  const address = webAddress(url)
  return address === undefined
    ? html`<code>${name}</code>`
    : html`<a href="${address}" rel="noreferrer noopener" target="_blank"><code>${name}</code></a>`
}
