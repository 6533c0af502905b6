import type {Language} from '../../rule/rule.ts'
import {type End, endsOf, type Stretch} from '../pretty/ends.ts'
import {placeWords} from '../words.ts'
import {type Html, html, type Part} from './markup.ts'
import {baseName, ids, type Model, type Numbered} from './model.ts'
import {htmlTexts} from './texts.ts'

/** How much is shown: of the words around, and of a long passage that both ends have. The text of the page has all. */
const around = 22
const longest = 180

/** The ends of a finding one above the other, those of a pair side by side where there is room, what differs marked. */
export function drawEnds(it: Numbered, {pages, copies, options}: Model): Part {
  const say = htmlTexts[options.language]
  const page = pages[it.page]
  if (!page) return undefined
  const ends = endsOf(it.message, page, copies)
  const differs = ends.some(({stretches}) => stretches.some(({kind}) => kind === 'differs'))
  const pair = ends.length === 2 && (differs || ends.some(({alike}) => alike))
  return html`<div class="ends${pair && ' pair'}">${ends.map((end) => drawEnd(end, it, page.path, options.language))}</div>${
    differs &&
    html`<p class="legend"><span class="same">${say.both}</span> <span class="differs">${say.only}</span></p>`
  }`
}

function drawEnd(end: End, it: Numbered, home: string, language: Language): Html {
  const say = htmlTexts[language]
  const index = indexOf(end, it)
  const linked = index !== undefined && it.ends.some((known) => known.index === index)
  const where = html`${end.path !== undefined && end.path !== home && html`<bdi>${baseName(end.path)}</bdi> `}${placeWords(end.line, end.counts, language)}`
  const notes = [end.label ?? say.here, ...(end.alike ? [say.alike] : [])]
  return html`<figure class="end${index === 0 && ' own'}"><figcaption>${
    linked ? html`<a href="#${ids.end(it.number, index)}">${where}</a>` : html`<span>${where}</span>`
  } <span class="label">${notes.join(' · ')}</span></figcaption><blockquote>${end.stretches.map((stretch, at) =>
    drawStretch(stretch, at === 0, at === end.stretches.length - 1)
  )}</blockquote></figure>`
}

/** Which of the finding's places an end is: 0 its own. Of a finding on the whole page only the first have a name. */
function indexOf({at, path}: End, {message}: Numbered): number | undefined {
  if (at === message.at) return 0
  const index = message.related.findIndex((it) => it.at === at && it.path === path)
  return index < 0 ? undefined : index + 1
}

function drawStretch({kind, text}: Stretch, first: boolean, last: boolean): Html {
  if (kind !== 'context') return html`<span class="${kind}">${short(text)}</span>`
  const characters = [...text]
  const head = first ? '' : characters.slice(0, around).join('')
  const tail = last ? '' : characters.slice(-around).join('')
  const fits = characters.length <= (first || last ? around : 2 * around) + 1
  return html`<span class="context">${fits ? text : `${head}…${tail}`}</span>`
}

/** A long passage without its middle. */
export function short(text: string, most = longest): Part {
  if (text.length <= most) return text
  const half = Math.floor(most / 2)
  const head = text.slice(0, half).replace(/[\ud800-\udbff]$/, '')
  const tail = text.slice(-half).replace(/^[\udc00-\udfff]/, '')
  return [head, html`<span class="gap">…</span>`, tail]
}
