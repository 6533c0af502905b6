import type {Total} from '../../score/account.ts'
import type {PageReport, PageScore, ScoreItem} from '../message.ts'
import {scoreTexts} from '../score/texts.ts'
import {countsOf, lineWord} from '../words.ts'
import {type Html, html, type Part} from './markup.ts'
import {baseName, ids, type Model} from './model.ts'
import {htmlTexts} from './texts.ts'

type Counted = PageReport & {readonly score: PageScore}

/** The error rate where it was asked for: of the issue, or of each page, and how it is counted. */
export function drawScore(model: Model): Part {
  const {pages, options} = model
  if (options.score !== true) return undefined
  const counted = pages.filter((page): page is Counted => page.score !== undefined)
  const [first] = counted
  if (!first) return undefined
  const say = htmlTexts[options.language]
  const whole = first.score.issue ?? (counted.length === 1 ? first.score : undefined)
  return html`<section class="score" aria-labelledby="score">${whole && drawRate(whole, first.score.limit, model)}
<details><summary id="score">${whole ? say.account : say.scores(counted.length)}</summary>${counted.map((page) => drawAccount(page, model))}<p class="hint">${scoreTexts[options.language].beyond}</p></details></section>`
}

function drawRate({rate, passed, likely}: Total, limit: number, {options}: Model): Html {
  const say = htmlTexts[options.language]
  const verdict = passed === null ? say.noText : passed ? say.passed : say.notPassed
  return html`<p class="rate ${passed === false && 'bad'}"><span>${say.score}</span> <b>${passed === null ? '–' : rate}</b><small>${say.per}</small> <em>${verdict}</em></p><p class="hint">${say.limit(limit)}${likely.rate > rate && html` · ${say.withLikely(likely.rate)}`}</p>`
}

function drawAccount(page: Counted, model: Model): Html {
  const {path, score} = page
  const {options, pages} = model
  const say = htmlTexts[options.language]
  const own = scoreTexts[options.language]
  const items = score.items.filter(({weight, points}) => weight > 0 || points > 0)
  const byPlace = findingsByPlace(path, model)
  return html`<div class="account">${pages.length > 1 && html`<h3><bdi>${baseName(path)}</bdi></h3>`}<p>${own.total(score, own.page, score.issue ? undefined : score.limit)}</p>${
    items.length > 0 &&
    html`<table><thead><tr><th scope="col">${lineWord(countsOf(page), options.language)}</th><th scope="col">${say.points}</th><th scope="col">${say.what}</th></tr></thead><tbody>${items.map((item) => drawItem(item, byPlace.get(keyOf(item)), own))}</tbody></table>`
  }</div>`
}

function drawItem(item: ScoreItem, number: number | undefined, own: (typeof scoreTexts)['zh']): Html {
  const what = item.also ? own.other(item.text.slice(0, 24)) : item.reason
  return html`<tr><td>${number === undefined ? item.place.start.line : html`<a href="#${ids.finding(number)}">${item.place.start.line}</a>`}</td><td>${item.points}</td><td>${what}<br><small>${own.why(item)}</small></td></tr>`
}

const keyOf = ({ruleId, place}: Pick<ScoreItem, 'ruleId' | 'place'>): string => `${place.start.offset} ${ruleId}`

function findingsByPlace(path: string, {findings, pages}: Model): ReadonlyMap<string, number> {
  const own = findings.filter(({page}) => pages[page]?.path === path)
  return new Map(own.map(({message, number}) => [keyOf(message), number]))
}
