import {severities} from '../../rule/finding.ts'
import {acceptedOn, count} from '../reporter.ts'
import {badStories, mends, storiesOf} from '../stories.ts'
import {signs} from '../words.ts'
import {short} from './ends.ts'
import {type Html, html, type Part} from './markup.ts'
import {baseName, type Model} from './model.ts'
import {drawScore} from './score.ts'
import {htmlTexts} from './texts.ts'

/** More names than these are counted. */
const mostNames = 4
const mostFailures = 12

/** The title of the report: the name of the page, or how many there are. */
export function titleOf({pages, options}: Model): string {
  const say = htmlTexts[options.language]
  return pages.length === 1 ? baseName(pages[0]?.path ?? '') : say.pages(pages.length)
}

/** How it stands, in a sentence; what was not checked; the error rate. */
export function drawTop(model: Model): Html {
  const {pages, options} = model
  const say = htmlTexts[options.language]
  const counts = count(pages)
  const names = pages.slice(0, mostNames).map(({path}) => html`<bdi>${baseName(path)}</bdi>`)
  const more = pages.length - names.length
  return html`<header class="top">
<div class="verdict"><p class="product">copylint <span>${say.product}</span></p>
<h1><bdi>${titleOf(model)}</bdi></h1>${pages.length > 1 && html`<p class="names">${names}${more > 0 && html` <span>${say.more(more)}</span>`}</p>`}
<p class="sentence">${sentence(model)}</p>${mendable(model)}${options.quiet && html`<p class="hint">${say.quiet}</p>`}${drawAccepted(model)}</div>
<ul class="counts">${severities.map(
    (it) =>
      html`<li class="${it}${counts[it] === 0 && ' none'}"><b>${counts[it]}</b> <span><span aria-hidden="true">${signs[it]}</span> ${say.severity(it, counts[it])}</span></li>`
  )}</ul>
${drawScore(model)}
</header>
${drawFailures(model)}`
}

/** What the desk has accepted, and what it need not accept any longer. */
function drawAccepted({pages, options}: Model): Part {
  const say = htmlTexts[options.language]
  const accepted = acceptedOn(pages)
  const unused = pages.flatMap((page) => (page.unused ?? []).map((it) => ({path: page.path, ...it})))
  return [
    accepted > 0 && html`<p class="hint">${say.accepted(accepted)}</p>`,
    unused.length > 0 &&
      html`<details class="unused"><summary>${say.unused(unused.length)}</summary><ul>${unused.map(
        ({path, rule, text}) => html`<li><bdi>${baseName(path)}</bdi> <code>${rule}</code> ${short(text, 60)}</li>`
      )}</ul></details>`
  ]
}

function sentence({pages, options}: Model): string {
  const say = htmlTexts[options.language]
  const {error, warning, info} = count(pages)
  if (error + warning + info > 0) return say.verdict(badStories(pages), storiesOf(pages))
  const finished = pages.filter(({failures}) => failures.length === 0)
  return finished.length > 0 ? say.clean(storiesOf(finished)) : say.nothingChecked
}

function mendable({pages, options}: Model): Part {
  const {error, warning, info} = count(pages)
  const [safe, unsafe] = [mends(pages, 'safe'), mends(pages, 'unsafe')]
  const text = htmlTexts[options.language].mendable(safe, unsafe, error + warning + info - safe - unsafe)
  return text !== '' && html`<p class="mendable">${text}</p>`
}

/** What could not be checked, each reason once. */
function drawFailures({pages, options}: Model): Part {
  const say = htmlTexts[options.language]
  const files = new Map<string, string[]>()
  for (const {path, failures} of pages) {
    for (const {reason, shared} of failures) {
      const own = files.get(reason) ?? []
      if (!shared) own.push(path)
      files.set(reason, own)
    }
  }
  if (files.size === 0) return undefined
  const failed = pages.filter(({failures}) => failures.length > 0).length
  const items = [...files].map(([reason, paths]) => {
    const [path] = paths
    return html`<li>${paths.length === 1 && html`<b><bdi>${path}</bdi></b> `}${reason}${paths.length > 1 && say.files(paths.length)}</li>`
  })
  const [first, rest] = [items.slice(0, mostFailures), items.slice(mostFailures)]
  return html`<section class="failures" role="alert"><h2>${say.failed(failed)}</h2><ul>${first}</ul>${
    rest.length > 0 && html`<details><summary>${say.more(rest.length)}</summary><ul>${rest}</ul></details>`
  }</section>
`
}
