import type {Message, PageReport} from './message.ts'
import {toSlashes} from './paths.ts'

/**
 * Names for the findings of a page, in their order, by which a machine knows them again when lines have moved: of the file, the rule,
 * the head of the story and the words, blanks aside. Findings that are the same in all this are counted. 16 hexadecimal digits.
 */
export function toFingerprints(page: PageReport, messages: readonly Message[]): string[] {
  const seen = new Map<string, number>()
  return messages.map((message) => {
    const parts = [toSlashes(page.path), message.ruleId, headOf(message, page), bare(message.text)]
    const print = hash(parts.join('\0'))
    const nth = seen.get(print) ?? 0
    seen.set(print, nth + 1)
    return nth === 0 ? print : hash(`${print}\0${nth}`)
  })
}

/** The name of what could not be done. */
export const toFailurePrint = (path: string, reason: string): string => hash(`${toSlashes(path)}\0\0${reason}`)

/** The head of the story that a finding begins in, by halving: there may be thousands of both. */
function headOf({at}: Message, {stories}: PageReport): string {
  let low = 0
  let high = stories.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stories[middle]?.start ?? 0) <= at.start) low = middle + 1
    else high = middle
  }
  return bare(stories[low - 1]?.headline ?? '')
}

const bare = (text: string): string => text.replace(/\s+/g, '')

/** FNV-1a over UTF-16 units, twice with other beginnings: 64 bits, without waiting for a library of ciphers. */
function hash(text: string): string {
  let first = 0x811c9dc5
  let second = 0x9747b28c
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    first = Math.imul(first ^ unit, 0x01000193)
    second = Math.imul(second ^ unit ^ (first >>> 24), 0x85ebca6b)
  }
  return [first, second].map((it) => (it >>> 0).toString(16).padStart(8, '0')).join('')
}
