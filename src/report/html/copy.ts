import {chooseLanguage} from '../language.ts'
import type {BlockReport, PageReport} from '../message.ts'
import {drawMarked, type Mark} from './marked.ts'
import {type Html, html, joined, type Part} from './markup.ts'
import {ids, type Model} from './model.ts'
import {htmlTexts} from './texts.ts'

/** A mark over more paragraphs than these is drawn in the first of them: a page that is wrong as a whole is told, not painted. */
const mostBlocks = 200

/** The words of the pages, with marks where something was found. */
export function drawCopy(model: Model): Html {
  const {pages, options, leftOut} = model
  const say = htmlTexts[options.language]
  const marks = marksByPage(model)
  const drawn = pages.map((page, index): Part => {
    const own = marks.get(index) ?? []
    if (page.copy === '' || leftOut.has(index)) return undefined
    if (own.length > 0 || pages.length === 1) return drawPage(page, index, own, model)
    const stories = drawStories(page, index, own, model)
    return html`<details class="clean" id="${ids.page(index)}"><summary><bdi>${page.path}</bdi> <span>${say.cleanPage(page.failures.length > 0)}</span></summary>${stories}</details>`
  })
  return html`${drawn}${leftOut.size > 0 && html`<p class="hint">${say.leftOut(leftOut.size)}</p>`}`
}

function marksByPage({findings}: Model): ReadonlyMap<number, Mark[]> {
  const marks = new Map<number, Mark[]>()
  for (const {number, message, ends} of findings) {
    for (const {page, at, index} of ends) {
      const mark = {number, index, severity: message.severity, start: at.start, end: at.end}
      const own = marks.get(page)
      if (own) own.push(mark)
      else marks.set(page, [mark])
    }
  }
  return marks
}

function drawPage(page: PageReport, index: number, marks: readonly Mark[], model: Model): Html {
  return html`<section class="sheet" id="${ids.page(index)}" aria-label="${page.path}"><h3 class="path"><bdi>${page.path}</bdi></h3>${drawStories(page, index, marks, model)}</section>`
}

function drawStories(page: PageReport, index: number, marks: readonly Mark[], {options}: Model): Html {
  const say = htmlTexts[options.language]
  const byBlock = spread(page.blocks, marks)
  const drawn: Part[] = []
  for (let at = 0; at < page.blocks.length; ) {
    const {story} = page.blocks[at] as BlockReport
    const blocks: Part[] = []
    for (; at < page.blocks.length && page.blocks[at]?.story === story; at++) {
      const block = page.blocks[at] as BlockReport
      blocks.push(drawBlock(block, drawMarked(page.copy, block, byBlock.get(at) ?? [], say.markLabel)))
    }
    drawn.push(
      story === undefined
        ? html`<div class="between">${blocks}</div>`
        : html`<article id="${ids.story(index, story)}">${blocks}</article>`
    )
  }
  const language = chooseLanguage({copy: [page.copy]})
  return html`<div class="text" lang="${language === 'zh' ? 'zh-Hans' : 'en'}">${drawn}</div>`
}

/** What each paragraph has of the marks. One outside of all paragraphs is a point in the nearest. */
function spread(blocks: readonly BlockReport[], marks: readonly Mark[]): ReadonlyMap<number, Mark[]> {
  const byBlock = new Map<number, Mark[]>()
  const put = (block: number, mark: Mark) => {
    const own = byBlock.get(block)
    if (own) own.push(mark)
    else byBlock.set(block, [mark])
  }
  for (const mark of marks) {
    const first = firstEndingAt(blocks, mark.start)
    let found = false
    for (let index = first; index < Math.min(blocks.length, first + mostBlocks); index++) {
      const block = blocks[index] as BlockReport
      if (block.start >= mark.end && !(mark.start === mark.end && block.start === mark.start)) break
      if (mark.end <= block.start && mark.start < block.start) break
      if (mark.start >= block.end && mark.end > mark.start) continue
      put(index, found ? mark : {...mark, opens: true})
      found = true
      if (mark.start === mark.end) break
    }
    if (!found && blocks.length > 0) put(Math.min(first, blocks.length - 1), {...mark, end: mark.start, opens: true})
  }
  return byBlock
}

function firstEndingAt(blocks: readonly BlockReport[], offset: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.end ?? 0) >= offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The element that a paragraph is by its role. */
function drawBlock({role}: BlockReport, words: Html): Html {
  if (role === 'section') return html`<h4 class="section">${words}</h4>`
  if (role === 'headline') return html`<h4 class="headline">${words}</h4>`
  if (role === 'subhead') return html`<h5>${words}</h5>`
  if (role === 'caption') return html`<figure><figcaption>${words}</figcaption></figure>`
  return joined([html`<p class="${role}">`, words, html`</p>`])
}
