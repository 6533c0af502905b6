import type {Language} from '../../rule/rule.ts'
import {type Area, areasOf, leastMark} from './areas.ts'
import {html, type Part} from './markup.ts'
import {type End, ids, isDrawn, type Numbered} from './model.ts'
import type {Sheet} from './picture.ts'
import type {Place, Places} from './places.ts'
import {htmlTexts} from './texts.ts'

interface Drawn extends Place {
  readonly end: End
  readonly areas: readonly Area[]
  /** Seen at once; the others when the finding is looked at. */
  readonly main: boolean
}

/** A finding in the picture: what it marks, its number at each end, and the lines between them. */
export function drawFinding(
  {number, message, ends}: Numbered,
  sheets: ReadonlyMap<number, Sheet>,
  {free, scale, language}: {readonly free: Places; readonly scale: number; readonly language: Language}
): Part {
  const [own, ...others] = toDrawn(ends, sheets, free)
  if (!own) return undefined
  const label = htmlTexts[language].markLabel(number, message.severity)
  const areas = [own, ...others].map(
    (it) => html`<path class="${it.end.index === 0 ? 'area' : 'area far'}" d="${it.areas.map(outline).join('')}"/>`
  )
  const ties = others.map((it) => html`<path class="${it.main ? 'tie' : 'tie more'}" d="${curve(own, it)}"/>`)
  const badges = [own, ...others].map(({x, y, end, main}) => {
    const radius = (end.index === 0 ? 6.5 : 5.6) * scale
    const size = (number < 100 ? 7.4 : 5.6) * scale
    return html`<g class="${main ? 'badge' : 'badge more'}"><circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}"/><text x="${round(x)}" y="${round(y + size * 0.36)}" font-size="${round(size)}">${number}</text></g>`
  })
  return html`<a class="finding ${message.severity}" href="#${ids.finding(number)}" data-f="${number}" aria-label="${label}" aria-describedby="${ids.fact(number)}">${areas}${ties}${badges}</a>`
}

/** Of heads that change places all are tied; what only bears a finding out is tied when it is looked at. */
function toDrawn(ends: readonly End[], sheets: ReadonlyMap<number, Sheet>, free: Places): Drawn[] {
  const marked = ends.filter(isDrawn).flatMap((end) => {
    const sheet = sheets.get(end.page)
    const areas = sheet ? areasOf(end, sheet) : []
    return areas.length > 0 ? [{end, areas}] : []
  })
  const [own] = marked
  return marked.map(({end, areas}, index) => {
    const main = index < 2 || (own !== undefined && isHead(own.areas) && isHead(areas))
    const [{x, y, height}] = areas as [Area]
    const place = {x: x - 5, y: y + Math.min(height, 14) / 2}
    return {end, areas, main, ...(main ? free(place) : place)}
  })
}

const isHead = ([first]: readonly Area[]): boolean => first?.role === 'headline' && first.width > leastMark

const outline = ({x, y, width, height}: Area): string =>
  `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`

/** From one end to the other: around the text where both are in one column. */
function curve(a: {x: number; y: number}, b: {x: number; y: number}): string {
  const [x1, y1, x2, y2] = [a.x, a.y, b.x, b.y]
  const bend = Math.abs(x1 - x2) < 60 ? 10 + Math.min(34, Math.abs(y1 - y2) * 0.12) : 0
  const [c1, c2] = bend > 0 ? [Math.min(x1, x2) - bend, Math.min(x1, x2) - bend] : [(x1 + x2) / 2, (x1 + x2) / 2]
  return `M${round(x1)} ${round(y1)}C${round(c1)} ${round(y1)} ${round(c2)} ${round(y2)} ${round(x2)} ${round(y2)}`
}

const round = (number: number): number => Math.round(number * 10) / 10
