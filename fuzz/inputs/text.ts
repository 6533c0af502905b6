import {generatePage} from '../../bench/generate.ts'
import type {Dice} from '../dice.ts'
import type {Maker} from './input.ts'
import {hostile, telling} from './words.ts'

/** How many characters a page by chance has at most. */
const most = 8000

/** Bytes as a broken disk gives them: mere noise, or a page of some encoding with some of its bytes exchanged. */
export const bytes: Maker = (dice) => {
  const noise = () => Uint8Array.from({length: dice.below(2000)}, () => dice.below(256))
  if (dice.once(3))
    return {name: dice.pick(['page.txt', 'page.md', 'page.html', 'page.docx', 'page']), content: noise()}
  const page = generatePage({bytes: 300 + dice.below(3000), seed: dice.below(1e6)})
  const content = dice.once(3)
    ? new Uint8Array(Buffer.from(`${dice.pick(['\ufeff', ''])}${page}`, 'utf16le'))
    : new TextEncoder().encode(page)
  for (let times = dice.below(6); times > 0; times--) content[dice.below(content.length)] = dice.below(256)
  return {name: 'page.txt', content: dice.once(4) ? content.subarray(0, dice.below(content.length)) : content}
}

/** A page, changed in some places: units, lines or stories are taken out, doubled, exchanged, put in. */
export const mutated =
  (pages: readonly string[]): Maker =>
  (dice) => ({
    name: 'page.txt',
    content: changed(pageOf(dice, pages), dice)
  })

/** Pieces of several pages, put together. */
export const spliced =
  (pages: readonly string[]): Maker =>
  (dice) => {
    const pieces = Array.from({length: 2 + dice.below(8)}, () => {
      const page = pageOf(dice, pages)
      const lines = page.split(/(?<=\n)/)
      // most cuts are between lines, as a hand makes them; some within
      const start = dice.below(lines.length)
      const piece = lines.slice(start, start + 1 + dice.below(12)).join('')
      return dice.once(3) ? piece.slice(dice.below(piece.length)) : piece
    })
    // what was pasted is often pasted again
    return {name: 'page.txt', content: dice.once(2) ? [...pieces, dice.pick(pieces)].join('') : pieces.join('')}
  }

/** A page with characters that no editor writes; or nothing but these. */
export const unicode =
  (pages: readonly string[]): Maker =>
  (dice) => {
    if (dice.once(4)) return {name: 'page.txt', content: dice.several([...hostile, ...telling], 200)}
    let text = pageOf(dice, pages)
    for (let times = 1 + dice.below(40); times > 0; times--)
      text = put(text, dice.below(text.length + 1), dice.several(hostile, 3))
    return {name: 'page.txt', content: text}
  }

/** A page of ours, or one that a machine wrote. */
export function pageOf(dice: Dice, pages: readonly string[]): string {
  const shape = dice.pick(['marked', 'bare'] as const)
  const page = dice.once(3)
    ? generatePage({bytes: 3000 + dice.below(9000), seed: dice.below(1e6), shape})
    : dice.pick(pages)
  return page.slice(0, 200 + dice.below(most))
}

/** A text after some changes. */
export function changed(text: string, dice: Dice, words: readonly string[] = telling): string {
  let now = text
  for (let times = 1 + dice.below(40); times > 0; times--)
    now = dice
      .pick(changes)(now, dice, words)
      .slice(0, 2 * most)
  return now
}

type Change = (text: string, dice: Dice, words: readonly string[]) => string

const put = (text: string, at: number, piece: string): string => text.slice(0, at) + piece + text.slice(at)

const units: Change = (text, dice, words) => {
  const at = dice.below(text.length + 1)
  const end = at + dice.below(30)
  switch (dice.below(4)) {
    case 0:
      return text.slice(0, at) + text.slice(end)
    case 1:
      return put(text, at, text.slice(at, end))
    case 2:
      return text.slice(0, at) + text.slice(at, end).split('').reverse().join('') + text.slice(end)
    default:
      return put(text, at, dice.pick(words).repeat(dice.once(5) ? 1 + dice.below(6) : 1))
  }
}

/** The same of parts of a text: takes one out, doubles it, exchanges it with another. */
const parts =
  (border: RegExp): Change =>
  (text, dice) => {
    const list = text.split(border)
    const [from, to] = [dice.below(list.length), dice.below(list.length)]
    const part = list[from] ?? ''
    switch (dice.below(3)) {
      case 0:
        return list.filter((_, index) => index !== from).join('')
      case 1:
        return list.flatMap((it, index) => (index === to ? [it, part] : [it])).join('')
      default:
        return list.map((it, index) => (index === from ? (list[to] ?? '') : index === to ? part : it)).join('')
    }
  }

const lines = parts(/(?<=\n)/)
const stories = parts(/(?<=\n)(?=# )/)
const sentences = parts(/(?<=[。，；])/)

/** Small changes come more often: many great ones leave no page. */
const changes: readonly Change[] = [units, units, units, units, sentences, lines, lines, stories]
