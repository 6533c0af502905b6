import type {Beginnings, Characters} from 'copylint'
import {beginnings, pairsOf, spotAt, standsAt} from 'copylint'

/** A listed misspelling on a page, by places in its `codes`. */
export interface Slip {
  readonly start: number
  readonly end: number
  readonly right: string
  /** A lawful reading is thinkable. */
  readonly likely: boolean
}

/** Characters before and behind a form that its conditions may look at. */
const reach = 40

/** A wrong form, and what is right; `conditions` as misspellings.ts has them. */
export interface Entry {
  readonly wrong: string
  readonly right: string
  readonly conditions: readonly string[]
}

/**
 * A finder of misspellings of two characters or more: the house's own, and those of a list. Of two forms at one place the longer one
 * speaks, of two that are equal the house's own, then the first of the list; of two that overlap the first.
 */
export function slipsIn(
  own: readonly Entry[],
  list: string,
  except: ReadonlySet<string>
): (page: Characters) => Generator<Slip, void, undefined> {
  const {begin, entryOf} = toEntries(own, list)
  return function* slips(page) {
    const hits: {readonly start: number; readonly entry: Entry}[] = []
    begin(page, (id, start) => {
      const entry = entryOf(id)
      if (standsAt(page, entry.wrong, start)) hits.push({start, entry})
    })
    // those of one place keep the order of the list
    hits.sort((a, b) => a.start - b.start || b.entry.wrong.length - a.entry.wrong.length)
    let told = 0
    for (const {start, entry} of hits) {
      if (start < told || except.has(entry.wrong) || !isMeant(page, start, entry)) continue
      told = start + entry.wrong.length
      yield {start, end: told, right: entry.right, likely: entry.conditions.includes('?')}
    }
  }
}

/** The entries, of which a line is read when a page has its first two characters. */
function toEntries(own: readonly Entry[], list: string): {begin: Beginnings; entryOf: (id: number) => Entry} {
  const starts: number[] = []
  let pairs = pairsOf(own.map(({wrong}) => wrong))
  for (let at = 0, end = 0; end >= 0; at = end + 1) {
    starts.push(at)
    pairs += list.slice(at, at + 2)
    end = list.indexOf('\n', at)
  }
  const read = new Map(own.entries())
  const entryOf = (id: number): Entry => {
    const entry = read.get(id) ?? readLine(list, starts[id - own.length] as number)
    read.set(id, entry)
    return entry
  }
  return {begin: beginnings(pairs), entryOf}
}

function readLine(list: string, at: number): Entry {
  const end = list.indexOf('\n', at)
  const [wrong = '', right = '', ...conditions] = list.slice(at, end < 0 ? undefined : end).split(' ')
  return {wrong, right, conditions}
}

/** Whether the conditions of an entry hold, and the right form, which may have the wrong one in it, does not stand there. */
function isMeant(page: Characters, start: number, {wrong, right, conditions}: Entry): boolean {
  const within = right.indexOf(wrong)
  if (within >= 0 && standsAt(page, right, start - within)) return false
  const {block, at} = spotAt(page, start)
  return conditions.every((it) => holds(it, block.text, at, at + wrong.length))
}

/** Whether a condition of a line holds: `前≠公|颁`, `后=了?[^，]{0,6}春节`. The question mark is one that always does. */
function holds(condition: string, text: string, start: number, end: number): boolean {
  const [side, is, source] = [condition[0], condition[1] === '=', condition.slice(2)]
  if (side === '前') return new RegExp(`(?:${source})$`, 'u').test(text.slice(Math.max(0, start - reach), start)) === is
  if (side === '后') return new RegExp(`^(?:${source})`, 'u').test(text.slice(end, end + reach)) === is
  return true
}
