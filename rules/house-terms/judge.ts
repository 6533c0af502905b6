import {isHanCharacter} from 'copylint'
import type {Entry} from './entries.ts'
import type {Lexicon} from './lexicon.ts'
import type {NearMiss} from './near.ts'
import type {Slip} from './people.ts'
import {namesBehind} from './text.ts'
import type {Hit} from './words.ts'

/** Something that is nearly a word of the house. */
export interface Nearly {
  readonly target: {readonly text: string; readonly entry: Entry}
  readonly start: number
  readonly end: number
  readonly severity: 'warning' | 'info'
}

/**
 * Near misses in a text that are likely slips: not a word of the house themselves, no two at one place.
 *
 * @param printed the right forms that stand on the pages
 */
export function* nearIn(
  text: string,
  hits: readonly Hit[],
  slips: readonly Slip[],
  printed: ReadonlySet<string>,
  lexicon: Lexicon
): Generator<Nearly> {
  const found = lexicon.near(text)
  if (found.length === 0) return
  // of two at one place the longer says more, then the one that is more alike
  const order = ['sound', 'shape', 'missing', 'extra', 'other']
  found.sort((a, b) => a.start - b.start || b.end - a.end || order.indexOf(a.how) - order.indexOf(b.how))
  const taken = new Uint8Array(text.length)
  for (const {start, end} of slips) taken.fill(1, start, end)
  let next = 0
  let done = 0
  for (const miss of found) {
    if (miss.start < done) continue
    while (next < hits.length && (hits[next] as Hit).end <= miss.start) next++
    const target = lexicon.targets[miss.target]
    if (target === undefined || taken[miss.at] === 1 || isListed(miss, hits, next)) continue
    const severity = gravityOf(
      text,
      miss,
      target,
      hits[next - 1],
      hits.slice(next, next + 4).find((it) => it.start >= miss.end),
      printed
    )
    if (!severity) continue
    done = miss.end
    yield {target, start: miss.start, end: miss.end, severity}
  }
}

/** Whether the character that differs is of a word of the house, or the whole lies within one. */
function isListed({start, end, at, how}: NearMiss, hits: readonly Hit[], from: number): boolean {
  for (let i = from; i < hits.length; i++) {
    const hit = hits[i] as Hit
    if (hit.start >= end) return false
    if (hit.start <= start && hit.end >= end) return true
    if (how !== 'missing' && how !== 'extra' && hit.start <= at && hit.end > at && hit.end - hit.start > 1) return true
  }
  return false
}

function gravityOf(
  text: string,
  {start, end, how}: NearMiss,
  {text: right, entry: {kind}}: Nearly['target'],
  before: Hit | undefined,
  after: Hit | undefined,
  printed: ReadonlySet<string>
): Nearly['severity'] | undefined {
  if (how === 'other') return 'info'
  // 宿州市 is no 苏州市: what is told by three characters is likely where the page has the right form too
  const likely = (right.length > 3 && kind !== 'people') || printed.has(right) ? 'warning' : 'info'
  if (kind !== 'people') return likely
  // without her office another person may have nearly her name
  const alone =
    start === 0 ||
    !isHanCharacter(text.charCodeAt(start - 1)) ||
    (before?.end === start && before.word.role === 'office')
  const ends =
    end === text.length ||
    !isHanCharacter(text.charCodeAt(end)) ||
    namesBehind(text, end) ||
    (after?.start === end && after.word.role === 'office')
  return (likely === 'warning' ? alone || ends : alone && ends) ? likely : undefined
}
