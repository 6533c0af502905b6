import {severities} from '../../rule/finding.ts'
import type {BlockReport, PageReport} from '../message.ts'
import {type Layout, layOut, type Placed, paper, photoHeight, sizeOf} from './layout.ts'
import {type Html, html, type Part} from './markup.ts'
import {baseName, type End, ids, isDrawn, type Model, type Numbered} from './model.ts'
import {htmlTexts} from './texts.ts'

/** More pages than these are drawn only where something was found. */
const mostPages = 24
/** All pages together have so many lines: a whole issue is drawn, but not in every line. */
const mostLines = 7000
const apart = 26
const label = 22
/** Room at the left for lines that go around the text. */
const edge = 24

/** A page of the picture, where it lies. */
interface Sheet {
  readonly page: number
  readonly report: PageReport
  readonly layout: Layout
  readonly x: number
  readonly y: number
}

/**
 * The pages as blocks in columns, with findings where they stand and lines between the two ends of a pair. Every mark is a link to its
 * finding, every story one to its text: it needs no script.
 */
export function drawPicture(model: Model): Html {
  const say = htmlTexts[model.options.language]
  const {sheets, width, height} = arrange(model)
  if (sheets.length === 0) return html``
  const left = model.pages.length - sheets.length
  const byPage = new Map(sheets.map((sheet) => [sheet.page, sheet]))
  const worst = worstByStory(model)
  const free = places()
  return html`<svg class="pages" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="${say.pictureOf(sheets.length)}">${sheets.map(
    (sheet) => drawSheet(sheet, worst, model)
  )}<g class="ties">${model.findings.map((it) => drawFinding(it, byPage, free, model))}</g></svg><p class="hint">${say.pictureHint}</p>${left > 0 && html`<p class="hint">${say.notDrawn(left)}</p>`}`
}

function arrange({pages, findings}: Model): {sheets: readonly Sheet[]; width: number; height: number} {
  const touched = new Set(findings.flatMap(({ends}) => ends.filter(isDrawn).map(({page}) => page)))
  const drawn = [...pages.entries()].filter(
    ([page, {blocks}]) => blocks.length > 0 && (pages.length <= mostPages || touched.has(page))
  )
  const across = drawn.length === 1 ? 1 : drawn.length <= 4 ? 2 : drawn.length <= 9 ? 3 : 4
  const budget = Math.min(420, Math.max(40, Math.floor(mostLines / Math.max(1, drawn.length))))
  const sheets: Sheet[] = []
  let y = 0
  for (let row = 0; row * across < drawn.length; row++) {
    const own = drawn.slice(row * across, (row + 1) * across).map(([page, report], column) => {
      return {page, report, layout: layOut(report, budget), x: edge + column * (paper.width + apart), y: y + label}
    })
    sheets.push(...own)
    y += label + Math.max(...own.map(({layout}) => layout.height)) + 14
  }
  return {sheets, width: across * (paper.width + apart) - apart + edge + 4, height: Math.ceil(y)}
}

/** The gravest finding that touches each story. */
function worstByStory({findings}: Model): ReadonlyMap<string, string> {
  const worst = new Map<string, number>()
  for (const {message, page, story} of findings) {
    if (story === undefined) continue
    const key = ids.story(page, story)
    worst.set(key, Math.min(worst.get(key) ?? severities.length, severities.indexOf(message.severity)))
  }
  return new Map([...worst].map(([key, rank]) => [key, severities[rank] ?? '']))
}

function drawSheet({page, report, layout, x, y}: Sheet, worst: ReadonlyMap<string, string>, {options}: Model): Html {
  const {width, height, column, placed} = layout
  const byStory = new Map<number | undefined, Placed[]>()
  for (const it of placed) {
    const own = byStory.get(it.block.story)
    if (own) own.push(it)
    else byStory.set(it.block.story, [it])
  }
  const rules = Array.from({length: layout.columns - 1}, (_, index) => {
    const at = paper.margin + (index + 1) * (column + paper.gutter) - paper.gutter / 2
    return html`<path class="rule" d="M${round(at)} ${paper.margin}V${height - paper.margin}"/>`
  })
  return html`<g class="sheet" transform="translate(${x} ${y})"><text class="name" x="2" y="-7">${clip(baseName(report.path), 34)}</text><rect class="paper" width="${width}" height="${height}" rx="2"/>${rules}${[
    ...byStory
  ].map(([story, own]) => drawStory(page, story, own, layout, report, worst, options.language))}</g>`
}

function drawStory(
  page: number,
  story: number | undefined,
  placed: readonly Placed[],
  {parts, column}: Layout,
  report: PageReport,
  worst: ReadonlyMap<string, string>,
  language: Model['options']['language']
): Html {
  const words = placed.map((it) => drawWords(it))
  const ink = placed
    .filter((it) => !it.words)
    .flatMap(({lines}) => lines.map(({x, y, width}) => `M${round(x)} ${round(y + 2.8)}h${round(width)}`))
  const photos = placed.flatMap(({photo}) => (photo ? [drawPhoto(photo)] : []))
  const inside = [ink.length > 0 && html`<path class="ink" d="${ink.join('')}"/>`, photos, words]
  if (story === undefined) return html`<g class="frame">${inside}</g>`
  const id = ids.story(page, story)
  const head = report.stories[story]?.headline ?? htmlTexts[language].noHeadline
  const ground = (parts.get(story) ?? []).map(
    ({x, top, bottom}) =>
      html`<rect class="ground" x="${round(x - 4)}" y="${round(top - 3)}" width="${round(column + 8)}" height="${round(bottom - top + 6)}" rx="2"/>`
  )
  return html`<a class="story ${worst.get(id)}" href="#${id}" data-story="${id}" aria-label="${clip(head, 60)}">${ground}${inside}</a>`
}

function drawWords({block, lines, leading, words}: Placed): Part {
  const size = sizeOf(block.role) ?? 8
  return words?.map((text, index) => {
    const line = lines[index]
    return (
      line &&
      html`<text class="${block.role}" x="${round(line.x)}" y="${round(line.y + leading * 0.78)}" font-size="${size}">${text}</text>`
    )
  })
}

function drawPhoto({x, y, width}: NonNullable<Placed['photo']>): Html {
  const [left, top, right, floor] = [round(x), round(y), round(x + width), round(y + photoHeight)]
  const step = width / 6
  const hills = `M${left} ${floor}L${round(x + step * 1.6)} ${round(y + 14)}L${round(x + step * 2.8)} ${round(y + 26)}L${round(x + step * 4)} ${round(y + 9)}L${right} ${floor}z`
  return html`<rect class="photo" x="${left}" y="${top}" width="${round(width)}" height="${photoHeight}"/><path class="hills" d="${hills}"/><circle class="hills" cx="${round(x + width * 0.2)}" cy="${round(y + 9)}" r="3"/>`
}

/** A finding in the picture: what it marks, its number at each end, and the lines between them. */
function drawFinding(it: Numbered, sheets: ReadonlyMap<number, Sheet>, free: Places, {options}: Model): Part {
  const {number, message, ends} = it
  const drawn = ends.filter(isDrawn).flatMap((end) => {
    const sheet = sheets.get(end.page)
    const areas = sheet ? areasOf(end, sheet) : []
    const [first] = areas
    return first ? [{end, areas, ...free(first.x - 5, first.y + first.height / 2), main: false}] : []
  })
  const [own, ...others] = drawn
  if (!own) return undefined
  own.main = true
  // of heads that change places all are tied; what only bears a finding out is tied when it is looked at
  const isHead = ({areas}: (typeof drawn)[number]) => areas[0]?.role === 'headline' && areas[0].width > leastMark
  for (const [index, it] of others.entries()) it.main = index === 0 || (isHead(own) && isHead(it))
  const say = htmlTexts[options.language]
  return html`<a class="finding ${message.severity}" href="#${ids.finding(number)}" data-f="${number}" aria-label="${say.markLabel(number, message.severity)}" aria-describedby="${ids.fact(number)}">${drawn.map(
    ({areas, end}) =>
      html`<path class="${end.index === 0 ? 'area' : 'area far'}" d="${areas.map(({x, y, width, height}) => `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`).join('')}"/>`
  )}${others.map((other) => html`<path class="${other.main ? 'tie' : 'tie more'}" d="${curve(own, other)}"/>`)}${drawn.map(
    ({x, y, end, main}) =>
      html`<g class="${main ? 'badge' : 'badge more'}"><circle cx="${round(x)}" cy="${round(y)}" r="${end.index === 0 ? 6.5 : 5.5}"/><text x="${round(x)}" y="${round(y + 2.6)}">${number}</text></g>`
  )}</a>`
}

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly role: BlockReport['role']
}

/** The width of a mark without words. */
const leastMark = 4
/** No mark is drawn in more pieces. */
const mostAreas = 400

function areasOf({at}: End, {layout, x, y}: Sheet): Area[] {
  const areas: Area[] = []
  const {placed} = layout
  for (let index = firstAt(placed, at.start); index < placed.length && areas.length < mostAreas; index++) {
    const it = placed[index] as Placed
    if (areas.length > 0 && it.block.start >= at.end) break
    const length = it.block.end - it.block.start
    const from = Math.min(length, Math.max(0, at.start - it.block.start))
    const to = Math.max(from, Math.min(length, at.end - it.block.start))
    const touches = from < to || !it.words
    for (const [row, line] of it.lines.entries()) {
      if (!touches && row > 0) break
      const before = it.words ? 0 : row * it.units
      const last = row === it.lines.length - 1
      if (
        !it.words &&
        (from >= before + it.units || to < before || (to === before && from < to)) &&
        !(last && from >= before)
      )
        continue
      const scale = it.words ? 0 : line.width / (last ? Math.max(1, length - before) : it.units)
      const start = it.words ? 0 : Math.max(0, from - before) * scale
      const end = !touches
        ? 0
        : it.words
          ? widthOf(it.words[row] ?? '', sizeOf(it.block.role) ?? 8)
          : Math.min(line.width, (to - before) * scale)
      const width = Math.max(leastMark, end - start)
      const height = it.words ? it.leading : it.leading - 0.4
      areas.push({
        x: x + line.x + Math.min(start, Math.max(0, line.width - leastMark)),
        y: y + line.y,
        width,
        height,
        role: it.block.role
      })
    }
    if (it.block.end >= at.end) break
  }
  return areas
}

/** The block in which an offset lies, or the next. */
function firstAt(placed: readonly Placed[], offset: number): number {
  let low = 0
  let high = placed.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((placed[middle]?.block.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return Math.max(0, low)
}

const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, it) => sum + (it > '\u2e7f' ? size : size * 0.55), 0)

type Places = (x: number, y: number) => {readonly x: number; readonly y: number}

/** Moves numbers a little that would lie upon one another. */
function places(): Places {
  const size = 11
  const taken = new Map<string, {x: number; y: number}[]>()
  const cell = (x: number, y: number) => `${Math.floor(x / size)} ${Math.floor(y / size)}`
  const isFree = (x: number, y: number) =>
    [-1, 0, 1].every((i) =>
      [-1, 0, 1].every((j) =>
        (taken.get(cell(x + i * size, y + j * size)) ?? []).every((it) => Math.hypot(it.x - x, it.y - y) >= size)
      )
    )
  const steps = [0, 1, -1, 2, -2].flatMap((down) =>
    [0, -1, 1, 2].map((right) => [right * (size + 1), down * (size + 1)] as const)
  )
  const near = steps.toSorted((a, b) => Math.hypot(...a) - Math.hypot(...b))
  return (x, y) => {
    const [right, down] = near.find(([dx, dy]) => isFree(x + dx, y + dy)) ?? [0, 0]
    const place = {x: x + right, y: y + down}
    const key = cell(place.x, place.y)
    taken.set(key, [...(taken.get(key) ?? []), place])
    return place
  }
}

/** From one end to the other: around the text where both are in one column. */
function curve(a: {x: number; y: number}, b: {x: number; y: number}): string {
  const [x1, y1, x2, y2] = [a.x, a.y, b.x, b.y]
  const bend = Math.abs(x1 - x2) < 60 ? 10 + Math.min(34, Math.abs(y1 - y2) * 0.12) : 0
  const [c1, c2] = bend > 0 ? [Math.min(x1, x2) - bend, Math.min(x1, x2) - bend] : [(x1 + x2) / 2, (x1 + x2) / 2]
  return `M${round(x1)} ${round(y1)}C${round(c1)} ${round(y1)} ${round(c2)} ${round(y2)} ${round(x2)} ${round(y2)}`
}

const round = (number: number): number => Math.round(number * 10) / 10

const clip = (text: string, most: number): string => {
  const characters = [...text.slice(0, most * 2 + 2)]
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text
}
