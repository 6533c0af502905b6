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

/** An entry by its first two characters, which is what most pages ask for: its line is read when a page has them. */
interface Index {
  /** By hash of the two, the last entry that has them, from 1. */
  readonly first: Uint16Array
  /** By entry: the one before it that has the same hash; 0 for none. */
  readonly next: Uint16Array
  /** By entry: where its line begins. */
  readonly lines: Int32Array
}

/**
 * A finder of misspellings of two characters or more: the house's own, and those of a list. Of two forms at one place the longer one
 * speaks, of two that are equal the house's own, then the first of the list.
 */
export function slipsIn(
  own: readonly Entry[],
  list: string,
  except: ReadonlySet<string>
): (text: string) => Generator<Slip, void, undefined> {
  const {first, next, lines} = index(own, list)
  const read = new Map(own.entries())
  const entry = (id: number): Entry => {
    const known = read.get(id - 1)
    if (known) return known
    const line = readLine(list, lines[id] as number)
    read.set(id - 1, line)
    return line
  }

  const longest = (text: string, start: number, from: number): Slip | undefined => {
    let best: Slip | undefined
    for (let id = from; id > 0; id = next[id] as number) {
      const {wrong, right, conditions} = entry(id)
      if ((best && best.end - start > wrong.length) || !text.startsWith(wrong, start)) continue
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

function index(own: readonly Entry[], list: string): Index {
  const first = new Uint16Array(buckets)
  // a line has five characters at least
  const next = new Uint16Array(own.length + list.length / 5 + 2)
  const lines = new Int32Array(next.length)
  let id = 0
  const enter = (text: string, at: number) => {
    const bucket = hash(text.charCodeAt(at), text.charCodeAt(at + 1))
    next[++id] = first[bucket] as number
    first[bucket] = id
  }
  for (const {wrong} of own) enter(wrong, 0)
  for (let at = 0, end = 0; end >= 0; at = end + 1) {
    enter(list, at)
    lines[id] = at
    end = list.indexOf('\n', at)
  }
  return {first, next, lines}
}

function readLine(list: string, at: number): Entry {
  const end = list.indexOf('\n', at)
  const [wrong = '', right = '', ...conditions] = list.slice(at, end < 0 ? undefined : end).split(' ')
  return {wrong, right, conditions}
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

const hash = (a: number, b: number): number => (a * 5003 + b) & (buckets - 1)
