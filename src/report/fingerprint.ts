import {hashOf} from '../suppress/hash.ts'
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
    const print = hashOf(parts.join('\0'))
    const nth = seen.get(print) ?? 0
    seen.set(print, nth + 1)
    return nth === 0 ? print : hashOf(`${print}\0${nth}`)
  })
}

/** The name of what could not be done. */
export const toFailurePrint = (path: string, reason: string): string => hashOf(`${toSlashes(path)}\0\0${reason}`)

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
