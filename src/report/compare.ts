import {diffArrays} from 'diff'
import {isPlain} from './plain.ts'

/** A stretch of two passages: in both, only in the first (`gone`), only in the second (`added`). */
export interface Stretch {
  readonly kind: 'same' | 'gone' | 'added'
  readonly text: string
}

/** Beyond so many changes two passages are not alike, and showing how they differ helps nobody. */
const most = 400

/** What is compared: a Han character or a mark alone, a word or a number of other scripts whole; in plain copy, in all other. */
const plainUnit = /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]+|[\s\S]/g
/** Made when it is wanted: V8 takes half a millisecond to read it. */
const unit = () => /(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+|[\s\S]/gu

/**
 * How the second passage came from the first, in the order of the text. Meant for passages that are known to be alike:
 * where they are not, gives both in full.
 */
export function compare(first: string, second: string): readonly Stretch[] {
  if (first === second) return first === '' ? [] : [{kind: 'same', text: first}]
  const changes = diffArrays(unitsOf(first), unitsOf(second), {maxEditLength: most})
  const stretches = (changes ?? []).map(({added, removed, value}): Stretch => {
    return {kind: added ? 'added' : removed ? 'gone' : 'same', text: value.join('')}
  })
  if (!stretches.some(({kind}) => kind === 'same')) return whole(first, second)
  return joined(stretches)
}

const unitsOf = (text: string): string[] => text.match(isPlain(text) ? plainUnit : unit()) ?? []

function whole(first: string, second: string): Stretch[] {
  const both: Stretch[] = [
    {kind: 'gone', text: first},
    {kind: 'added', text: second}
  ]
  return both.filter(({text}) => text !== '')
}

/**
 * One character that happens to be the same between two longer changes (…的…) says nothing: it is told as changed.
 * Then neighbours of one kind are one stretch, what is gone before what is added.
 */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  let gone = ''
  let added = ''
  const flush = () => {
    if (gone) result.push({kind: 'gone', text: gone})
    if (added) result.push({kind: 'added', text: added})
    gone = ''
    added = ''
  }
  for (const [index, {kind, text}] of stretches.entries()) {
    if (kind === 'gone') gone += text
    else if (kind === 'added') added += text
    else if (text.length === 1 && isBetweenLonger(stretches, index)) {
      gone += text
      added += text
    } else {
      flush()
      const last = result[result.length - 1]
      if (last?.kind === 'same') result[result.length - 1] = {kind: 'same', text: last.text + text}
      else result.push({kind: 'same', text})
    }
  }
  flush()
  return result
}

function isBetweenLonger(stretches: readonly Stretch[], index: number): boolean {
  const before = stretches[index - 1]
  const after = stretches[index + 1]
  return before !== undefined && after !== undefined && before.text.length > 1 && after.text.length > 1
}
