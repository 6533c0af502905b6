/** A noun that another measure word counts. */
export interface Entry {
  readonly noun: string
  readonly right: string
  /** Whether no handbook allows the wrong one. */
  readonly sure: boolean
}

export interface Measure {
  /** By their first letter; longer nouns first: 树苗 before 树. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>
  /** What the measure word rightly counts. */
  readonly own: readonly string[]
}

export interface Table {
  readonly measures: ReadonlyMap<string, Measure>
  /** By code unit: 1 what may stand before a measure word (一, 3, 这), 2 a measure word of the table. */
  readonly kinds: Uint8Array
  readonly plants: readonly string[]
  /** Words of what may be counted by 颗 beside plants. */
  readonly round: readonly string[]
}

/** Reads the lines of `measures.ts`. */
export function toTable(measures: string, plants: string): Table {
  const table = new Map<string, {entries: Map<string, Entry[]>; own: string[]}>()
  for (const line of measures.split('\n')) {
    const [wrong, right, ...words] = line.split(' ')
    if (!wrong || !right) continue
    const measure = table.get(wrong) ?? {entries: new Map<string, Entry[]>(), own: []}
    table.set(wrong, measure)
    if (right === '=') measure.own.push(...words)
    else for (const noun of words.slice(1)) add(measure.entries, {noun, right, sure: words[0] === '!'})
  }
  const [grown = [], round = []] = plants
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
  const kinds = new Uint8Array(0x10000)
  for (const letter of numbers) kinds[letter.charCodeAt(0)] = 1
  for (const letter of table.keys()) kinds[letter.charCodeAt(0)] = 2
  return {
    measures: table,
    kinds,
    plants: grown,
    round
  }
}

function add(entries: Map<string, Entry[]>, entry: Entry): void {
  const first = entry.noun.charAt(0)
  entries.set(
    first,
    [...(entries.get(first) ?? []), entry].sort((a, b) => b.noun.length - a.noun.length)
  )
}

/** What may stand before a measure word. */
const numbers = '一二两三四五六七八九十百千万几数这那每某半多余〇0123456789０１２３４５６７８９兩幾這餘'

/** Where a number and a measure word of the table stand: 一颗, 3只, 这幅. Gives the place of the measure word. */
export function* measuresIn(text: string, {kinds}: Table): Generator<number> {
  let last: number | undefined = 0
  for (let at = 0; at < text.length; at++) {
    const kind = kinds[text.charCodeAt(at)]
    if (kind === 2 && last === 1) yield at
    last = kind
  }
}
