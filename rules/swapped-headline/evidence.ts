import type {NormalisedBlock, Span} from 'copylint'
import {isLetter} from 'copylint'

/** A longer stretch is not looked for. */
const longestWord = 30

/** Letters that no word of a head begins or ends with where it is cut: …到田间, 灌区今… */
const loose = /^[的了在到和与及对向从将把被为于今等]+|[的了在到和与及对向从将把被为于今等]+$/gu

/**
 * The longest stretches of a head, of two letters or more, that stand in one text and not in the other, as the head has them; at most
 * three.
 *
 * @param here folded, as `there`
 */
export function onlyThere(head: string, here: string, there: string): string[] {
  const found = new Set<string>()
  for (const {stretch, index} of stretches(fold(head))) {
    for (let i = 0; i + 2 <= stretch.length; ) {
      let length = Math.min(longestWord, stretch.length - i)
      // most letters of a head are not there even in pairs
      if (there.includes(stretch.slice(i, i + 2)))
        while (length > 1 && !has(there, stretch.slice(i, i + length))) length--
      else length = 0
      const word = stretch.slice(i, i + length).replace(loose, '')
      if (word.length >= 2 && isWhole(stretch, i, length) && !has(here, word)) {
        const at = index + stretch.indexOf(word, i)
        found.add(head.slice(at, at + word.length))
        i += length
      } else i++
    }
  }
  return [...found].sort((a, b) => b.length - a.length).slice(0, 3)
}

/** What stands between marks, with its place. */
function* stretches(text: string): Generator<{stretch: string; index: number}> {
  let stretch = ''
  let index = 0
  for (const character of `${text} `) {
    if (isLetter(character) || character === '.' || character === '%') stretch += character
    else if (stretch !== '') {
      yield {stretch, index: index - stretch.length}
      stretch = ''
    }
    index += character.length
  }
}

/** Whether a part of a head cuts no figure and no word of an alphabet. */
const isWhole = (text: string, start: number, length: number) =>
  !/[a-z0-9.][a-z0-9]/.test(text.slice(Math.max(0, start - 1), start + 1)) &&
  !/[a-z0-9][a-z0-9]/.test(text.slice(start + length - 1, start + length + 1))

const has = (text: string, word: string) => indexOf(text, word) >= 0

/** Where a word stands; one of an alphabet or a figure only whole: leak is not in leaking, 2万 not in 1.2万. */
function indexOf(text: string, word: string): number {
  for (let index = text.indexOf(word); index >= 0; index = text.indexOf(word, index + 1)) {
    const before = text[index - 1] ?? ''
    const behind = text[index + word.length] ?? ''
    if (/^[a-z0-9]/.test(word) && /[a-z0-9.]/.test(before)) continue
    if (/[a-z0-9]$/.test(word) && /[a-z0-9]/.test(behind)) continue
    return index
  }
  return -1
}

/** Where a word stands first in a story: none or one place. */
export function findWord(body: readonly NormalisedBlock[], word: string): Span[] {
  for (const {block} of body) {
    const index = indexOf(fold(block.text), word)
    if (index < 0) continue
    return [{page: block.page, start: block.start + index, end: block.start + index + word.length}]
  }
  return []
}

/** Paragraphs as one string, a line each, widths and case folded. */
export const toText = (blocks: readonly NormalisedBlock[] = []) => blocks.map(({block}) => fold(block.text)).join('\n')

/** Widths and case folded, unit by unit: offsets stay. */
export const fold = (text: string) =>
  text.toLowerCase().length === text.length
    ? text.toLowerCase().replace(/[\uff01-\uff5e]/g, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0))
    : text
