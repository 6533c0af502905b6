import type {Characters} from 'copylint'

/** A noun that another measure word counts. */
export interface Entry {
  readonly noun: string
  readonly right: string
  /** Whether no handbook allows the wrong one. */
  readonly sure: boolean
}

export interface Measure {
  /** By their first letter. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>
  /** What the measure word rightly counts. */
  readonly own: readonly string[]
}

export interface Table {
  /** What is said of a measure word: its lines are read when a page has it behind a number. */
  readonly measureOf: (wrong: string) => Measure
  /** The measure words of the table, one behind the other. */
  readonly measures: string
  readonly plants: readonly string[]
  /** Words of what may be counted by 颗 beside plants. */
  readonly round: readonly string[]
}

/** Reads the lines of `measures.ts`. */
export function toTable(measures: string, plants: string): Table {
  const lines = new Map<string, string[]>()
  for (const line of measures.split('\n')) {
    const wrong = line.charAt(0)
    const others = lines.get(wrong)
    if (others) others.push(line)
    else if (wrong !== '') lines.set(wrong, [line])
  }
  const known = new Map<string, Measure>()
  const measureOf = (wrong: string): Measure => {
    const measure = known.get(wrong) ?? toMeasure(lines.get(wrong) ?? [])
    known.set(wrong, measure)
    return measure
  }
  const [grown = [], round = []] = plants
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
  return {measureOf, measures: [...lines.keys()].join(''), plants: grown, round}
}

/** @param lines of one measure word */
function toMeasure(lines: readonly string[]): Measure {
  const entries = new Map<string, Entry[]>()
  const own: string[] = []
  for (const line of lines) {
    const [, right = '', ...words] = line.split(' ')
    if (right === '=') own.push(...words)
    else for (const noun of words.slice(1)) add(entries, {noun, right, sure: words[0] === '!'})
  }
  return {entries, own}
}

function add(entries: Map<string, Entry[]>, entry: Entry): void {
  const first = entry.noun.charAt(0)
  const others = entries.get(first)
  if (others) others.push(entry)
  else entries.set(first, [entry])
}

/** The longest noun at a place of a text: 树苗 rather than 树. */
export function nounAt(text: string, at: number, entries: Measure['entries']): Entry | undefined {
  let longest: Entry | undefined
  for (const entry of entries.get(text.charAt(at)) ?? []) {
    if (entry.noun.length > (longest?.noun.length ?? 0) && text.startsWith(entry.noun, at)) longest = entry
  }
  return longest
}

/** What may stand before a measure word. */
const numbers = new Set(
  Array.from('一二两三四五六七八九十百千万几数这那每某半多余〇0123456789０１２３４５６７８９兩幾這餘', (it) =>
    it.charCodeAt(0)
  )
)

/** Where a measure word of the table stands behind a number: 一颗, 3只, 这幅. */
export const measuresIn = ({anyOf, codes}: Characters, {measures}: Table): Int32Array =>
  anyOf(measures, (place) => numbers.has(codes[place - 1] as number))
