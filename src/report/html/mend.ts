import type {FixMessage} from '../message.ts'
import {short} from './ends.ts'
import {type Html, html, type Part} from './markup.ts'
import {baseName, type Model, type Numbered} from './model.ts'
import {htmlTexts} from './texts.ts'

/** So many changes of a mend are shown, and so much around each. */
const mostChanges = 4
const around = 8
const longest = 70

/** A mend: what goes and what comes, in the words around it. */
export function drawMend(
  {title, safety, changes}: FixMessage,
  {page}: Numbered,
  {pages, copies, options}: Model
): Html {
  const say = htmlTexts[options.language]
  const home = pages[page]?.path ?? ''
  const rows = changes.slice(0, mostChanges).map(({at, text, path}): Part => {
    const copy = copies.get(path ?? home) ?? ''
    const before = copy.slice(at.start, at.end)
    const [left, right] = [copy.slice(Math.max(0, at.start - around), at.start), copy.slice(at.end, at.end + around)]
    const other = path !== undefined && html`<bdi class="file">${baseName(path)}</bdi> `
    return html`<p class="change">${other}<span class="context">…${lineEndOf(left)}</span>${before !== '' && html`<del>${short(visibleEnds(before), longest)}</del>`}${text !== '' && html`<ins>${short(visibleEnds(text), longest)}</ins>`}<span class="context">${lineStartOf(right)}…</span></p>`
  })
  const left = changes.length - rows.length
  return html`<details class="mend ${safety}"><summary>${say.mend[safety]}<span>${title}</span></summary>${rows}${left > 0 && html`<p class="hint">${say.moreEdits(left)}</p>`}</details>`
}

/** Ends of lines that come or go are seen. */
const visibleEnds = (text: string): string =>
  text.replace(/(?:\r\n?|\n)+/g, '⏎').replace(/^[ \u3000]+$/, (it) => '␣'.repeat(it.length))

const lineEndOf = (text: string): string => text.replace(/^[\s\S]*[\r\n]/, '')

const lineStartOf = (text: string): string => text.replace(/[\r\n][\s\S]*/, '')
