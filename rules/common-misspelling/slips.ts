/** A listed misspelling at a place of a text. */
export interface Slip {
  readonly start: number
  readonly end: number
  readonly right: string
  /** A lawful reading is thinkable. */
  readonly likely: boolean
}

/** Characters before and behind a form that its conditions may look at. */
const reach = 40

/** So many that few pairs of characters share one by chance. */
const buckets = 0x10000

/** A wrong form, and what is right; `conditions` as misspellings.ts has them. */
export interface Entry {
  readonly wrong: string
  readonly right: string
  readonly conditions: readonly string[]
}

/** The entries of a list. */
export const entriesOf = (list: string): Entry[] =>
  list.split('\n').map((line) => {
    const [wrong = '', right = '', ...conditions] = line.split(' ')
    return {wrong, right, conditions}
  })

/**
 * A finder of listed misspellings of two characters or more: an index of the first two, in typed arrays. Of two forms at one place the
 * longer one speaks, of two that are equal the first of the list.
 */
export function slipsIn(
  entries: readonly Entry[],
  except: ReadonlySet<string>
): (text: string) => Generator<Slip, void, undefined> {
  const first = new Uint16Array(buckets)
  const next = new Uint16Array(entries.length + 1)
  for (let id = entries.length; id > 0; id--) {
    const {wrong} = entries[id - 1] as Entry
    const bucket = hash(wrong.charCodeAt(0), wrong.charCodeAt(1))
    next[id] = first[bucket] as number
    first[bucket] = id
  }

  const longest = (text: string, start: number, from: number): Slip | undefined => {
    let best: Slip | undefined
    for (let id = from; id > 0; id = next[id] as number) {
      const {wrong, right, conditions} = entries[id - 1] as Entry
      if ((best && best.end - start >= wrong.length) || !text.startsWith(wrong, start)) continue
      const end = start + wrong.length
      if (except.has(wrong) || isPartOf(right, wrong, text, start)) continue
      if (conditions.every((it) => holds(it, text, start, end)))
        best = {start, end, right, likely: conditions.includes('?')}
    }
    return best
  }

  return function* slips(text) {
    for (let i = 0; i + 1 < text.length; i++) {
      const from = first[hash(text.charCodeAt(i), text.charCodeAt(i + 1))] as number
      const slip = from > 0 && longest(text, i, from)
      if (!slip) continue
      yield slip
      i = slip.end - 1
    }
  }
}

/** Whether a condition of a line holds: `前≠公|颁`, `后=了?[^，]{0,6}春节`. The question mark is one that always does. */
function holds(condition: string, text: string, start: number, end: number): boolean {
  const [side, is, source] = [condition[0], condition[1] === '=', condition.slice(2)]
  if (side === '前') return new RegExp(`(?:${source})$`, 'u').test(text.slice(Math.max(0, start - reach), start)) === is
  if (side === '后') return new RegExp(`^(?:${source})`, 'u').test(text.slice(end, end + reach)) === is
  return true
}

/** Whether the right form stands there already, since it holds the wrong one. */
function isPartOf(right: string, wrong: string, text: string, start: number): boolean {
  const at = right.indexOf(wrong)
  return at >= 0 && text.startsWith(right, start - at)
}

function hash(a: number, b: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & (buckets - 1)
}
