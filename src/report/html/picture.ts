import type {PageReport} from '../message.ts'
import {type Layout, layOut, type Placed, paper, photoHeight, sizeOf} from './layout.ts'
import {type Html, html, type Part} from './markup.ts'
import {baseName, ids, isDrawn, type Model} from './model.ts'
import {places} from './places.ts'
import {htmlTexts} from './texts.ts'
import {drawFinding} from './ties.ts'

/** More pages than these are drawn only where something was found. */
const mostPages = 24
/** All pages together have so many lines: a whole issue is drawn, but not in every line. */
const mostLines = 7000
const apart = 26
/** Room at the left for lines that go around the text. */
const edge = 24

/** A page of the picture, where it lies. */
export interface Sheet {
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
  const {sheets, width, height, scale} = arrange(model)
  if (sheets.length === 0) return html``
  const left = model.pages.filter(({blocks}) => blocks.length > 0).length - sheets.length
  const byPage = new Map(sheets.map((sheet) => [sheet.page, sheet]))
  const free = places(11 * scale)
  return html`<svg class="pages" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="${say.pictureOf(sheets.length)}">${sheets.map(
    (sheet) => drawSheet(sheet, scale, model)
  )}<g class="ties">${model.findings.map((it) => drawFinding(it, byPage, {free, scale, language: model.options.language}))}</g></svg><p class="hint">${say.pictureHint}</p>${left > 0 && html`<p class="hint">${say.notDrawn(left)}</p>`}`
}

function arrange({pages, findings}: Model): {sheets: readonly Sheet[]; width: number; height: number; scale: number} {
  const touched = new Set(findings.flatMap(({ends}) => ends.filter(isDrawn).map(({page}) => page)))
  const drawn = [...pages.entries()].filter(
    ([page, {blocks}]) => blocks.length > 0 && (pages.length <= mostPages || touched.has(page))
  )
  const across = drawn.length === 1 ? 1 : drawn.length <= 4 ? 2 : drawn.length <= 9 ? 3 : 4
  // beside others a page is small: what names it, and the numbers, are not
  const scale = [1, 1.5, 1.9, 2.2][across - 1] ?? 1
  const label = 10 + 13 * scale
  const budget = Math.min(420, Math.max(40, Math.floor(mostLines / Math.max(1, drawn.length))))
  const sheets: Sheet[] = []
  let y = 0
  for (let row = 0; row * across < drawn.length; row++) {
    const own = drawn.slice(row * across, (row + 1) * across).map(([page, report], column) => {
      return {
        page,
        report,
        layout: layOut(report, budget),
        x: edge + column * (paper.width + apart),
        y: round(y + label)
      }
    })
    sheets.push(...own)
    y += label + Math.max(...own.map(({layout}) => layout.height)) + 14
  }
  return {sheets, width: across * (paper.width + apart) - apart + edge + 4, height: Math.ceil(y), scale}
}

function drawSheet(sheet: Sheet, scale: number, model: Model): Html {
  const {report, layout, x, y} = sheet
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
  return html`<g class="sheet" transform="translate(${x} ${y})"><text class="name" x="2" y="-7" font-size="${round(12 * scale)}">${clip(baseName(report.path), Math.floor(60 / scale))}</text><rect class="paper" width="${width}" height="${height}" rx="2"/>${rules}${[
    ...byStory
  ].map(([story, own]) => drawStory(story, own, sheet, model))}</g>`
}

/** A story is a link to its text, where the report has it. */
function drawStory(
  story: number | undefined,
  placed: readonly Placed[],
  {page, report, layout: {parts, column}}: Sheet,
  {options, leftOut}: Model
): Html {
  const words = placed.map((it) => drawWords(it))
  const ink = placed
    .filter((it) => !it.words)
    .flatMap(({lines}) => lines.map(({x, y, width}) => `M${round(x)} ${round(y + 2.8)}h${round(width)}`))
  const photos = placed.flatMap(({photo}) => (photo ? [drawPhoto(photo)] : []))
  const inside = [ink.length > 0 && html`<path class="ink" d="${ink.join('')}"/>`, photos, words]
  if (story === undefined || leftOut.has(page)) return html`<g class="frame">${inside}</g>`
  const id = ids.story(page, story)
  const head = report.stories[story]?.headline ?? htmlTexts[options.language].noHeadline
  const ground = (parts.get(story) ?? []).map(
    ({x, top, bottom}) =>
      html`<rect class="ground" x="${round(x - 4)}" y="${round(top - 3)}" width="${round(column + 8)}" height="${round(bottom - top + 6)}" rx="2"/>`
  )
  return html`<a class="story" href="#${id}" aria-label="${clip(head, 60)}">${ground}${inside}</a>`
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

const round = (number: number): number => Math.round(number * 10) / 10

const clip = (text: string, most: number): string => {
  const characters = [...text.slice(0, most * 2 + 2)]
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text
}
