import {severities} from '../../rule/finding.ts'
import {signs} from '../words.ts'
import {type Html, html, type Part} from './markup.ts'
import {baseName, ids, type Model} from './model.ts'
import {htmlTexts} from './texts.ts'

/** The filters, for readers with a script: hidden without. */
export function drawFilters({findings, pages, options}: Model): Part {
  if (findings.length === 0) return undefined
  const say = htmlTexts[options.language]
  const counts = countBy(findings.map(({message}) => message.severity))
  const rules = [...countBy(findings.map(({message}) => message.ruleId))].sort(([a], [b]) => (a < b ? -1 : 1))
  const stories = [
    ...countBy(findings.map(({page, story}) => (story === undefined ? ids.page(page) : ids.story(page, story))))
  ]
  const names = new Map(stories)
  const places = pages.map((page, index): Part => {
    const own = page.stories.flatMap((story, at) => {
      const id = ids.story(index, at)
      const number = names.get(id)
      return number === undefined
        ? []
        : [html`<option value="${id}">${clip(story.headline ?? say.noHeadline)} (${number})</option>`]
    })
    const all = findings.length === 0 ? 0 : own.length + (names.get(ids.page(index)) ?? 0)
    if (all === 0) return undefined
    return pages.length === 1
      ? own
      : html`<optgroup label="${baseName(page.path)}"><option value="${ids.page(index)}">${baseName(page.path)}</option>${own}</optgroup>`
  })
  return html`<div class="filters script" role="search" aria-label="${say.filter}">
<input type="search" id="search" placeholder="${say.search}" aria-label="${say.search}" autocomplete="off" spellcheck="false">
<div class="toggles">${severities
    .filter((it) => counts.has(it))
    .map(
      (it) =>
        html`<button type="button" class="toggle ${it}" data-toggle="${it}" aria-pressed="true"><span aria-hidden="true">${signs[it]}</span> ${say.severity(it, counts.get(it) ?? 0)} ${counts.get(it)}</button>`
    )}</div>
<select id="rule" aria-label="${say.rule}"><option value="">${say.allRules}</option>${rules.map(([name, number]) => html`<option value="${name}">${name} (${number})</option>`)}</select>
<select id="place" aria-label="${say.allPlaces}"><option value="">${say.allPlaces}</option>${places}</select>
<select id="order" aria-label="${say.order}"><option value="place">${say.byPlace}</option><option value="severity"${options.sort === 'severity' && html` selected`}>${say.bySeverity}</option></select>
<p class="shown"><output id="shown" data-text="${say.showing}"></output> <button type="button" id="clear" class="plain" hidden>${say.clear}</button></p>
</div>`
}

/** Buttons of the whole report, and the table of keys. */
export function drawTools({options}: Model): Html {
  const say = htmlTexts[options.language]
  return html`<div class="tools script"><button type="button" id="print" class="plain">${say.print}</button><button type="button" id="theme" class="plain">${say.theme}</button><button type="button" id="help" class="plain">${say.help}</button></div>`
}

export function drawKeys({options}: Model): Html {
  const say = htmlTexts[options.language]
  return html`<dialog id="keys" aria-label="${say.help}"><dl>${say.keys.map(([key, text]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${text}</dd></div>`)}</dl><button type="button" id="close">${say.close}</button></dialog>`
}

function countBy<T extends string>(keys: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const clip = (text: string): string => (text.length > 22 ? `${text.slice(0, 21)}…` : text)
